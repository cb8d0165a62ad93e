// 最高100万元 that stands in max(…): what the document calls a ceiling would be the least that is paid.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions.Extremes;
using Dsl.Values.Functions;
using Dsl.Values.Quantities;

namespace Dsl.Semantics.Checks;

/// <summary>Ceilings of the document that a clause writes as floors.</summary>
public sealed class CeilingCheck : ICheck
{
    private static readonly DiagnosticRule IsFloor = new("DSL3038", Severity.Error,
        "原文的「{0}」是上限，写在 {1}(…) 里成了下限：至少给这么多，而且不封顶。", "封顶写 min(…, 上限)，也可写 取低(…)。");

    private static readonly string[] Before = ["最高", "不超过", "最多", "不高于", "不得超过", "上限为", "最长"],
        Behind = ["以内", "封顶", "为限", "以下"];

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [IsFloor];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, block) in context.CitedBlocks)
        {
            var calls = block.Syntax.Lines.Where(static line => line is AwardLine or LetLine)
                .SelectMany(static line => line.DescendantsAndSelf()).OfType<CallExpression>().ToList();
            var capped =
                calls.Where(static call => BuiltinFunctions.Find(call.Name.Value) is { IsLeast: true }).SelectMany(Literals).ToList();
            foreach (var call in calls.Where(static call => BuiltinFunctions.Find(call.Name.Value) is { IsGreatest: true }))
                Check(context, policy, block, call, capped);
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, CitedBlock block, CallExpression call, List<OfficialFigure> capped)
    {
        foreach (var figure in Literals(call)
            .Where(figure => figure.Value.Sign > 0 && !capped.Exists(other => FigureMatching.Same(figure, other))))
        {
            var said = block.Quoted.Where(quoted => FigureMatching.Same(figure, quoted.Figure)).ToList();
            // One place that says anything else (至少给予, 不低于) may be the one that is meant.
            if (said.Count == 0 || !said.TrueForAll(IsCeiling))
                continue;
            var finding = IsFloor.At(policy.Source, new TextSpan(figure.Start, figure.Length), said[0].Written, call.Name.Value);
            context.Report(call.Arguments.Items.Length == 2
                ? finding.WithGuess($"改为「{LeastAndGreatest.Least.Name}」", new TextEdit(call.Name.Span, LeastAndGreatest.Least.Name))
                : finding);
        }
    }

    private static IEnumerable<OfficialFigure> Literals(CallExpression call) =>
        call.Arguments.Items.OfType<LiteralExpression>().Select(static literal => ClauseFigure.Read(literal.Token))
            .OfType<OfficialFigure>();

    private static bool IsCeiling(QuotedFigure quoted) =>
        Before.Any(word => quoted.WordsBefore.Contains(word, StringComparison.Ordinal))
        || Behind.Any(word => quoted.After.StartsWith(word, StringComparison.Ordinal));
}
