// A figure that the quotation says twice (最高10万元 per item, 10万元 per firm) and the clause writes once:
// one of the two may have been forgotten.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks;

/// <summary>Figures that are quoted more often than written. One literal serves several where the clause joins several cases.</summary>
public sealed class RepeatedFigureCheck : ICheck
{
    private static readonly DiagnosticRule WrittenLess = new("DSL3021", Severity.Warning,
        "依据里「{0}」出现 {1} 处，本条只写了 {2} 处。", "核对是不是漏写了门槛、上限或年限；重复的原文用「……」略去。");

    private static readonly string[] OwnLimits = ["单位", "每家", "每户", "个企业", "同一企业", "累计", "合计", "总额", "全年"];

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [WrittenLess];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies)
        {
            var blocks = context.CitedBlocksOf(policy);
            var document = context.DocumentOf(policy);
            var groups = blocks.Select(block => Repeated(block, document)).ToList();
            // A sentence that several blocks quote is used up by all of them together.
            var written = new Dictionary<(bool, int), int>();
            foreach (var (block, repeated) in blocks.Zip(groups))
            {
                foreach (var group in repeated)
                {
                    foreach (var place in group.Places)
                        written[place] = written.GetValueOrDefault(place) + group.Written;
                }
            }
            foreach (var (block, repeated) in blocks.Zip(groups)
                .Where(static pair => pair.First.IsComputed && !JoinsCases(pair.First.Syntax)))
            {
                foreach (var group in repeated)
                    Check(context, policy, group, group.Places.Max(place => written[place]));
            }
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, Group group, int written)
    {
        // A figure that is written nowhere is reported elsewhere.
        if (written == 0 || written >= group.Places.Length)
            return;
        var (piece, figure) = (group.Last.Piece, group.Last.Figure);
        context.Report(
            WrittenLess.At(policy.Source, TextSpan.FromBounds(piece.Positions[figure.Start], piece.Positions[figure.End - 1] + 1),
                group.Last.Written, group.Places.Length, written));
    }

    /// <summary>The figures that a block quotes at several places, with how often its lines say them.</summary>
    private static List<Group> Repeated(CitedBlock block, Sources.OfficialDocument? document)
    {
        var groups = new List<Group>();
        foreach (var alike in block.Quoted.Where(static quoted =>
            IsCounted(quoted.Figure) && !quoted.Before.EndsWith("(含", StringComparison.Ordinal) && !SaysAgain(quoted))
            .GroupBy(static quoted => KeyOf(quoted.Figure)))
        {
            if (alike.Skip(1).Any()
                && alike.Select(quoted => Place(quoted, document)).Distinct().ToImmutableArray() is { Length: > 1 } places)
                groups.Add(new(alike.Last(), places, 0, alike.Any(IsOwnLimit)));
        }
        if (groups.Count == 0)
            return groups;
        var (uses, literally) = (UsesOf(block, new CaseTokens(block.Syntax)), UsesOf(block, null));
        return [.. groups.Select(group => group with { Written = Written(group, group.HasOwnLimit ? literally : uses) })];
    }

    private static int Written(Group group, Dictionary<(Rational, string), int> uses)
    {
        var (value, unit) = KeyOf(group.Last.Figure);
        return uses.GetValueOrDefault((value, unit)) + (unit.Length > 0 ? uses.GetValueOrDefault((value, "")) : 0);
    }

    /// <summary>How often the lines of a block say each figure; one in a 令 or 参数 counts as often as the name is used.</summary>
    private static Dictionary<(Rational, string), int> UsesOf(CitedBlock block, CaseTokens? cases)
    {
        var names = block.Syntax.Lines.Where(static line => line is not QuoteLine).SelectMany(static line => line.Tokens)
            .Where(static token => token.Kind == SyntaxKind.Name).CountBy(static token => token.Value, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var weights = block.Syntax.Lines.OfType<LetLine>()
            .SelectMany(line => line.Value.Tokens.Select(token => (Token: token, Uses: names.GetValueOrDefault(line.Name.Value) - 1)))
            .Where(static pair => pair.Uses > 1).ToDictionary(static pair => pair.Token, static pair => pair.Uses);
        var uses = new Dictionary<(Rational, string), int>();
        foreach (var written in block.Written)
            Add(KeyOf(written.Figure), weights.GetValueOrDefault(written.Token, 1) * (cases?.TimesOf(written.Token) ?? 1));
        foreach (var parameter in block.Parameters)
        {
            foreach (var (_, value) in parameter.History)
            {
                if (value is NumberValue { Bounds: { IsPoint: true, Low: { } number } })
                    Add((parameter.Type == DslType.In(Units.Years) ? number * 12 : number, ""), names.GetValueOrDefault(parameter.Name));
            }
        }
        return uses;

        void Add((Rational, string) key, int times) => uses[key] = uses.GetValueOrDefault(key) + times;
    }

    /// <summary>Years and dates say when, and are often said again; ratios stand for shares that are written in several ways.</summary>
    private static bool IsCounted(OfficialFigure figure) =>
        figure.Weight == FigureWeight.Amount && figure.Kind is FigureKind.Quantity or FigureKind.Percent && !figure.IsBare
        && figure.Unit is not "次" && !FigureMatching.IsTrivial(figure);

    /// <summary>达到二种的，仍只给予2万元: the same amount said again.</summary>
    private static bool SaysAgain(QuotedFigure quoted) => quoted.WordsBefore.Contains('仍');

    private static (Rational Value, string Unit) KeyOf(OfficialFigure figure) => Units.Find(figure.Unit) switch
    {
        { Kind: UnitKind.Counting } => (figure.Value, "个"),
        { Part: { } part } => (figure.Value * part.Times, part.Unit.Name),
        _ => (figure.Value, figure.Unit is "%" or "倍" ? "" : figure.Unit),
    };

    private static (bool InDocument, int Start) Place(QuotedFigure quoted, Sources.OfficialDocument? document) =>
        document?.Locate(quoted.Piece) is { } start
            ? (true, start + quoted.Figure.Start)
            : (false, quoted.Piece.Positions[quoted.Figure.Start]);

    /// <summary>甲、乙各给10万元 is one 10万元 under 属于 [甲, 乙], under 或, or in a row of a table for both.</summary>
    private static bool JoinsCases(BlockSyntax block) =>
        block.Lines.Where(static line => line is not QuoteLine).SelectMany(static line => line.DescendantsAndSelf())
            .Any(static node => node is SetExpression { Items.Items.Length: > 1 } or SetExpression { Etc: not null }
                or MembershipExpression { Set: NameExpression }
                or BinaryExpression { Operator.Kind: SyntaxKind.OrKeyword });

    /// <param name="Last">The last of the figures.</param>
    /// <param name="Places">Where they stand, each once: in the document, or (where the quotation is not found there) in the file.</param>
    /// <param name="Written">How often the block's lines say it.</param>
    /// <param name="HasOwnLimit">Whether one of them limits something of its own, so that no other literal says it as well.</param>
    private sealed record Group(QuotedFigure Last, ImmutableArray<(bool InDocument, int Start)> Places, int Written, bool HasOwnLimit);

    /// <summary>每个单位最高100万元, 累计不超过100万元: the limit of all rows or years beside that of each.</summary>
    private static bool IsOwnLimit(QuotedFigure quoted) =>
        OwnLimits.Any(word => quoted.WordsBefore.Contains(word, StringComparison.Ordinal));
}
