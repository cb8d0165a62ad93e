// What the document says of the kind of an award: 另行给予 (beside other support), 股权投资 or 授信 (not a grant) is written in the clause
// too.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks;

/// <summary>另行给予 and 形式 against the quotation.</summary>
public sealed partial class GrantKindCheck : ICheck
{
    private static readonly DiagnosticRule Additional = new("DSL3032", Severity.Warning,
        "依据写明「{0}」，条款 {1} 没有写 另行给予：同一事项的其他支持会与它从高、从新。", "补上一行 另行给予。");

    private static readonly DiagnosticRule Form = new("DSL3033", Severity.Warning,
        "依据给予的是{0}，条款 {1} 没有写 形式：会算进奖补的合计。", "补上一行 形式 {0}。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Additional, Form];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, clause) in context.Clauses.Where(static entry => entry.Clause.Award is not null))
            Check(context, policy, clause);
    }

    private static void Check(CheckContext context, BoundPolicy policy, BoundClause clause)
    {
        foreach (var piece in clause.LegalBasis.Quotes.SelectMany(static token => new Quotation(token).Pieces))
        {
            if (!clause.IsStackable && BesideOthers().Match(piece.Text) is { Success: true } beside)
                context.Report(Additional.At(policy.Source, Place(piece, beside), beside.Value, clause.LegalBasis.Number));
            // A form that is written, whichever, was chosen on purpose.
            if (clause.Form.Length == 0 && NoGrant().Match(piece.Text).Groups["form"] is { Success: true } form)
                context.Report(Form.At(policy.Source, Place(piece, form), form.Value, clause.LegalBasis.Number));
        }
    }

    private static TextSpan Place(ComparableText piece, Capture found) =>
        TextSpan.FromBounds(piece.Positions[found.Index], piece.Positions[found.Index + found.Length - 1] + 1);

    [GeneratedRegex("另(?:行|外)(?:再)?给予", RegexOptions.CultureInvariant)]
    private static partial Regex BesideOthers();

    // 给予最高2000万元的股权投资, but not 给予股权投资基金奖励.
    [GeneratedRegex("给予[^,。;]*?(?<form>股权投资|授信)(?=[,。;]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex NoGrant();
}
