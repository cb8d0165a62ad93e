// 忽略 DSL3005 原因: findings of checks that an officer has looked at. Honoured at the end of the line or on the line above;
// one that covers nothing is an error.
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dsl.Semantics.Binding.Context;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks;

/// <summary>
/// Suppressions in place. What the comments say is read before the findings are known, so that it can be read while the checks run.
/// </summary>
public sealed partial class Suppressions
{
    private static readonly DiagnosticRule WithoutReason = new("DSL3090", Severity.Error,
        "「忽略 {0}」没有写原因。", "在编号后写明为什么可以忽略，如「// 忽略 {0} 细则另有规定」。");

    private static readonly DiagnosticRule Unused = new("DSL3091", Severity.Error,
        "「忽略 {0}」这里没有可以忽略的提示。", "删去这条注释，或移到提示所在的行尾或上一行。");

    private static readonly DiagnosticRule NotACheck = new("DSL3092", Severity.Error,
        "「忽略」后应写检查的编号（DSL3 开头），此处是「{0}」。", "形式和含义的错误（DSL1、DSL2 开头）不能忽略，应改正。");

    private static readonly ImmutableArray<string> Words = ["忽略"];

    private static readonly ConditionalWeakTable<SyntaxTree, List<Suppression>> Known = [];

    private readonly List<(SyntaxTree Tree, List<Suppression> Comments)> _files;

    /// <summary>Reads the comments of files.</summary>
    public Suppressions(IEnumerable<SyntaxTree> trees) =>
        _files = [.. trees.Select(static tree => (tree, Known.GetValue(tree, static tree => [.. CommentsOf(tree)])))];

    /// <summary>The rules whose findings come from here.</summary>
    public static ImmutableArray<DiagnosticRule> Rules => [WithoutReason, Unused, NotACheck];

    /// <summary>
    /// The findings that no comment suppresses, with those about the comments themselves.
    /// </summary>
    /// <param name="findings">What the checks found.</param>
    /// <param name="isChecked">Whether all checks ran on a file, so that a comment which covers nothing is known to be unused.</param>
    public ImmutableArray<Diagnostic> Apply(ImmutableArray<Diagnostic> findings, Func<SyntaxTree, bool> isChecked)
    {
        var bySource = findings.ToLookup(static finding => finding.Source);
        var suppressed = new HashSet<Diagnostic>(ReferenceEqualityComparer.Instance);
        var result = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (tree, comments) in _files)
        {
            var byLine = new FindingsByLine(tree.Source, bySource[tree.Source]);
            foreach (var comment in comments)
            {
                if (result.Count > DiagnosticSink.Limit)
                    break;
                if (ProblemOf(tree.Source, comment) is { } problem)
                    result.Add(problem);
                else if (!byLine.Take(comment, suppressed) && isChecked(tree))
                    result.Add(
                        Unused.At(tree.Source, comment.Place, comment.Code).WithFix("删去这条注释", new TextEdit(comment.Place, "")));
            }
        }
        return [.. findings.Where(finding => !suppressed.Contains(finding)), .. result];
    }

    [GeneratedRegex(@"//[^\S\n]*忽略[:：]?(?:[^\S\n]+|(?=(?i:DSL)))(?<code>[^\s:：]+)[:：]?(?<reason>[^\r\n]*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    private static IEnumerable<Suppression> CommentsOf(SyntaxTree tree)
    {
        var statements = new Lazy<StatementLines>(() => new StatementLines(tree));
        foreach (var match in CommentMatches.Of(Comment(), Words, tree))
        {
            // What stands between the quotation marks of a document is no comment.
            var place = tree.Source.SpanBetween(match.Index, match.Index + match.Value.TrimEnd().Length);
            if (tree.Root.LastTokenUpTo(place.Start) is { } token && token.Span.End > place.Start)
                continue;
            yield return new Suppression(match.Groups["code"].Value, !string.IsNullOrWhiteSpace(match.Groups["reason"].Value), place,
                statements.Value.For(place));
        }
    }

    private static Diagnostic? ProblemOf(SourceText source, Suppression comment) =>
        !CheckCode().IsMatch(comment.Code) ? NotACheck.At(source, comment.Place, comment.Code)
        : !comment.HasReason ? WithoutReason.At(source, comment.Place, comment.Code)
        : null;

    [GeneratedRegex("^DSL3[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex CheckCode();

    private sealed record Suppression(string Code, bool HasReason, TextSpan Place, CommentScope Scope);

    /// <summary>The findings of one file, ordered by the line on which they begin.</summary>
    private sealed class FindingsByLine
    {
        private readonly Dictionary<string, ImmutableArray<(int First, int Last, Diagnostic Finding)>> _byCode;

        public FindingsByLine(SourceText source, IEnumerable<Diagnostic> findings)
        {
            _byCode = findings.GroupBy(static finding => finding.Code).ToDictionary(
                static group => group.Key,
                group => group.Select(finding =>
                    (First: source.PositionOf(finding.Span.Start).Line, Last: source.PositionOf(finding.Span.End).Line, Finding: finding))
                    .OrderBy(static one => one.First).ToImmutableArray(), StringComparer.Ordinal);
        }

        /// <summary>Adds the findings that a comment covers and no comment before it; false where there are none.</summary>
        public bool Take(Suppression comment, HashSet<Diagnostic> suppressed)
        {
            if (!_byCode.TryGetValue(comment.Code, out var findings))
                return false;
            var any = false;
            for (var i = FirstFrom(findings, comment.Scope.First); i < findings.Length && findings[i].First <= comment.Scope.Last; i++)
                any |= comment.Scope.Covers(findings[i].First, findings[i].Last) && suppressed.Add(findings[i].Finding);
            return any;
        }

        private static int FirstFrom(ImmutableArray<(int First, int Last, Diagnostic Finding)> findings, int line)
        {
            var (low, high) = (0, findings.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (findings[middle].First < line)
                    low = middle + 1;
                else
                    high = middle;
            }
            return low;
        }
    }
}
