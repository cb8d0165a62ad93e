// 文号 and 成文日期 of the head stand in the document.
using System.Collections.Immutable;
using System.Globalization;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Checks;

/// <summary>The head of a policy against the document.</summary>
public sealed class IdentityCheck : ICheck
{
    private static readonly DiagnosticRule NotInDocument = new("DSL3015", Severity.Warning,
        "{0} {1} 不在原文里。", "对照原文改正；原文没有写明的，在上一行写「// 忽略 DSL3015 出处」。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [NotInDocument];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, document) in context.Documents)
        {
            foreach (var line in policy.Syntax.Lines)
            {
                if (Written(line) is { } written && !written.Forms.Any(form => document.Find(new ComparableText(form)) is not null))
                    context.Report(NotInDocument.At(policy.Source, written.Place, line.Keyword?.Value ?? "", policy.Source[written.Place]));
            }
        }
    }

    /// <summary>What the document may write for a line; null for lines that it need not hold.</summary>
    private static (TextSpan Place, IEnumerable<string> Forms)? Written(LineSyntax line) => line switch
    {
        WordsLine { Keyword.Value: "文号", Words.Items: [var number, ..] } => (number.Span, [number.Text]),
        TextLine { Keyword.Value: "文号", Text: { IsMissing: false } number } => (number.Span, [number.Text.Trim()]),
        ExpressionLine { Keyword.Value: "成文日期", Expression: LiteralExpression { Token: { Kind: SyntaxKind.DateLiteral } token } }
            when CivilDate.TryParse(token.Value, DateForms.Text, out var date) =>
            (token.Span, Forms(date)),
        _ => null,
    };

    private static IEnumerable<string> Forms(DateOnly date)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");
        yield return string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month:00}月{date.Day:00}日");
        yield return CivilDate.Format(date);
    }
}
