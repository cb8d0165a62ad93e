// What a draft leaves to the officer: comments 「待定」 and 「未起草」. They are found until somebody has decided and deleted them.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks;

/// <summary>Comments of drafts that wait for a decision.</summary>
public sealed partial class UndecidedCheck : ICheck
{
    private const int LongestShown = 60;

    /// <summary>A file that has more of them is hardly begun; the rest is counted.</summary>
    private const int MostListed = 2000;

    private static readonly ImmutableArray<string> Words = ["待定", "未起草"];

    private static readonly DiagnosticRule Undecided = new("DSL3060", Severity.Remark,
        "待定：{0}", "照原文拿定主意，写进条款或首部，再删去这一行注释。");

    private static readonly DiagnosticRule Undrafted = new("DSL3061", Severity.Remark,
        "原文的这一句没有起草：{0}", "该写的补写为条款、目标等（引作依据）；确实不必写的，删去这一行注释。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Undecided, Undrafted];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies)
            Run(context, policy);
    }

    private static void Run(CheckContext context, BoundPolicy policy)
    {
        var count = 0;
        foreach (var match in CommentMatches.Of(Comment(), Words, policy.Tree))
        {
            var place = policy.Source.SpanBetween(match.Index, match.Index + match.Value.TrimEnd().Length);
            // What stands between the quotation marks of a document is no comment.
            if (policy.Tree.Root.LastTokenUpTo(place.Start) is { } token && token.Span.End > place.Start)
                continue;
            if (++count > MostListed)
                continue;
            var words = match.Groups["words"].Value.Trim();
            var rule = match.Groups["kind"].Value == "待定" ? Undecided : Undrafted;
            context.Report(rule.At(policy.Source, place, words.Length > LongestShown ? words[..LongestShown] + "…" : words));
        }
        if (count > MostListed)
            context.Report(Undecided.At(policy.Source, default, $"另有 {count - MostListed} 处「待定」和「未起草」没有逐处列出"));
    }

    [GeneratedRegex(@"(?<![:：/])//[^\S\n]*(?<kind>待定|未起草)[:：](?<words>[^\r\n]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
