// 忽略 DSL3005 原因: findings of checks that an officer has looked at. Honoured at the end of the line or on the line above; one that covers nothing is an error.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks;

/// <summary>Suppressions in place.</summary>
public static partial class Suppressions
{
    private static readonly DiagnosticRule WithoutReason = new("DSL3090", Severity.Error,
        "「忽略 {0}」没有写原因。", "在编号后写明为什么可以忽略，如「// 忽略 {0} 细则另有规定」。");

    private static readonly DiagnosticRule Unused = new("DSL3091", Severity.Error,
        "「忽略 {0}」这里没有可以忽略的提示。", "删去这条注释，或移到提示所在的行尾或上一行。");

    private static readonly DiagnosticRule NotACheck = new("DSL3092", Severity.Error,
        "「忽略」后应写检查的编号（DSL3 开头），此处是「{0}」。", "形式和含义的错误（DSL1、DSL2 开头）不能忽略，应改正。");

    /// <summary>The rules whose findings come from here.</summary>
    public static ImmutableArray<DiagnosticRule> Rules => [WithoutReason, Unused, NotACheck];

    /// <summary>
    /// The findings that no comment suppresses, with those about the comments themselves.
    /// </summary>
    /// <param name="trees">The files.</param>
    /// <param name="findings">What the checks found.</param>
    /// <param name="isChecked">Whether all checks ran on a file, so that a comment which covers nothing is known to be unused.</param>
    public static ImmutableArray<Diagnostic> Apply(IEnumerable<SyntaxTree> trees, ImmutableArray<Diagnostic> findings, Func<SyntaxTree, bool> isChecked)
    {
        var result = findings;
        foreach (var tree in trees)
        {
            foreach (var comment in CommentsOf(tree))
            {
                var covered = result.RemoveAll(finding => finding.Source == tree.Source && finding.Code == comment.Code && comment.Covers(finding, tree.Source));
                if (comment.Problem is { } problem)
                    result = result.Add(problem);
                else if (covered.Length < result.Length)
                    result = covered;
                else if (isChecked(tree))
                    result = result.Add(Unused.At(tree.Source, comment.Place, comment.Code).WithFix("删去这条注释", new TextEdit(comment.Place, "")));
            }
        }
        return result;
    }

    [GeneratedRegex(@"//[^\S\n]*忽略[:：]?[^\S\n]+(?<code>[^\s:：]+)[:：]?(?<reason>[^\r\n]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    private static IEnumerable<Suppression> CommentsOf(SyntaxTree tree)
    {
        var offset = 0;
        foreach (var token in tree.Root.Tokens)
        {
            foreach (Match match in Comment().Matches(token.LeadingTrivia))
            {
                var place = new TextSpan(offset + match.Index, match.Value.TrimEnd().Length);
                yield return new Suppression(match.Groups["code"].Value, place, LinesOf(tree, place), ProblemOf(tree.Source, place, match));
            }
            offset += token.LeadingTrivia.Length + token.Text.Length;
        }
    }

    private static Diagnostic? ProblemOf(SourceText source, TextSpan place, Match match) =>
        !CheckCode().IsMatch(match.Groups["code"].Value) ? NotACheck.At(source, place, match.Groups["code"].Value)
        : string.IsNullOrWhiteSpace(match.Groups["reason"].Value) ? WithoutReason.At(source, place, match.Groups["code"].Value)
        : null;

    [GeneratedRegex("^DSL3[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex CheckCode();

    /// <summary>The comment's own line, or the next one where the comment stands alone, with all lines of the statement there.</summary>
    private static (int First, int Last) LinesOf(SyntaxTree tree, TextSpan place)
    {
        var source = tree.Source;
        var line = source.PositionOf(place.Start).Line;
        if (source[TextSpan.FromBounds(source.LineSpan(line).Start, place.Start)].Trim().Length == 0)
            line = NextLine(source, line);
        foreach (var statement in tree.Root.Blocks.SelectMany(static block => block.Lines))
        {
            var (first, last) = (source.PositionOf(statement.Span.Start).Line, source.PositionOf(statement.Span.End).Line);
            if (first <= line && line <= last)
                return (first, last);
        }
        return (line, line);
    }

    /// <summary>Several comments may stand above one line.</summary>
    private static int NextLine(SourceText source, int line)
    {
        do
            line++;
        while (line < source.LineCount && source[source.LineSpan(line)].TrimStart().StartsWith("//", StringComparison.Ordinal));
        return line;
    }

    private sealed record Suppression(string Code, TextSpan Place, (int First, int Last) Lines, Diagnostic? Problem)
    {
        /// <summary>Whether a finding lies on the lines that the comment stands for.</summary>
        public bool Covers(Diagnostic finding, SourceText source)
        {
            var (first, last) = (source.PositionOf(finding.Span.Start).Line, source.PositionOf(finding.Span.End).Line);
            return first <= Lines.Last && last >= Lines.First;
        }
    }
}
