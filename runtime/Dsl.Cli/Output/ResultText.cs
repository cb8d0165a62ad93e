// The result of one subject for people: what is due under which clause, what is missing, what was not met.
using Dsl.Cli.Hosting;
using Dsl.Facts.Results;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Text;

namespace Dsl.Cli.Output;

/// <summary>Prints a result as text.</summary>
internal sealed class ResultText(TextWriter writer, bool colours)
{
    private readonly Palette _palette = new(colours);

    /// <summary>Prints the clauses policy by policy, and the totals where all clauses are shown.</summary>
    public void Write(SubjectResult result, bool withTotals)
    {
        foreach (var policy in result.Policies.Where(static policy => !policy.Clauses.IsEmpty))
            WritePolicy(policy);
        if (!withTotals)
            return;
        WriteTotals("合计", result.Totals);
        foreach (var note in result.Notes)
            writer.WriteLine("说明：" + note);
    }

    /// <summary>Prints totals: the sum, what has no upper bound, the levels, the forms.</summary>
    public void WriteTotals(string title, Totals totals)
    {
        var open = totals.Unbounded > 0 ? $"，另有 {totals.Unbounded} 项不封顶" : "";
        writer.WriteLine($"{_palette.Strong}{title} {Amount(totals.Amount)}{open}{_palette.End}");
        foreach (var level in totals.Levels)
            writer.WriteLine($"  {level.Level} {Amount(level.Amount)}");
        foreach (var form in totals.Forms)
            writer.WriteLine($"  另有{form.Level} {Amount(form.Amount)}（单列，不计入合计）");
    }

    /// <summary>An amount: a sum, or from … to …</summary>
    public static string Amount(Bounds amount)
    {
        var low = Money(amount.Low ?? Rational.Zero);
        return amount.IsPoint ? low + " 元"
            : amount.High is { } high ? $"{low} 至 {Money(high)} 元"
            : $"{low} 元起（不封顶）";
    }

    private void WritePolicy(PolicyResult result)
    {
        writer.WriteLine($"{_palette.Strong}{result.Policy.Number}{_palette.End}  {result.Policy.Title}");
        var shown =
            result.Clauses.Where(static clause => clause.Status is not (ClauseStatus.NotEligible or ClauseStatus.NotInForce)).ToList();
        var width = shown.Select(static clause => DisplayWidth.Of(Name(clause))).DefaultIfEmpty(0).Max();
        foreach (var clause in shown)
            WriteClause(clause, width);
        WriteOthers(result, ClauseStatus.NotEligible, "加 --explain 看原因");
        WriteOthers(result, ClauseStatus.NotInForce, "在这一天不施行");
        writer.WriteLine();
    }

    private void WriteClause(ClauseResult clause, int width)
    {
        var colour = Colour(clause.Status);
        writer.WriteLine($"  {DisplayWidth.PadRight(Name(clause), width)}  {colour}{DisplayWidth.PadRight(clause.Status.Word(), 8)}"
            + $"{_palette.End}  {What(clause)}");
        foreach (var row in clause.Rows.Where(static row => row.Status != ClauseStatus.NotEligible))
            writer.WriteLine($"    {_palette.Faint}{VisibleText.OneLine(row.Key)}{_palette.End}  {row.Status.Word()}  "
                + $"{Amount(row.Amount)}{Open(row.Unknowns, row.DisplacedBy)}");
        if (clause.Rows.IsEmpty && Open(clause.Unknowns, clause.DisplacedBy) is { Length: > 0 } open)
            writer.WriteLine("    " + open.Trim());
        if (clause.PaidThisYear is { } paid)
            writer.WriteLine($"    本年已兑现 {Money(paid)} 元");
        foreach (var note in clause.Notes)
            writer.WriteLine("    " + note);
    }

    private void WriteOthers(PolicyResult result, ClauseStatus status, string hint)
    {
        var numbers = result.Clauses.Where(clause => clause.Status == status).Select(static clause => clause.Clause.Number).ToList();
        if (numbers.Count > 0)
            writer.WriteLine($"  {_palette.Faint}{status.Word()}：{string.Join("、", numbers)}（{hint}）{_palette.End}");
    }

    private static string Name(ClauseResult clause) => $"条款 {clause.Clause.Number} {clause.Clause.LegalBasis.Title}";

    private static string What(ClauseResult clause) =>
        clause.Clause.Entitlement.Length > 0 ? "享受：" + clause.Clause.Entitlement
        : Amount(clause.Amount) + (clause.Entitled is { } entitled ? $"（应得 {Amount(entitled)}，分期兑付）" : "")
            + (clause.CountsInTotals ? "" : "（计入上级政策，不重复计）");

    private static string Open(Unknowns unknowns, Displacement? displacedBy)
    {
        var missing = string.Join("、", UnknownText.Missing(unknowns));
        var awaited = string.Join("、", UnknownText.Awaited(unknowns));
        return (missing.Length > 0 ? $"  缺少：{missing}" : "")
            + (awaited.Length > 0 ? $"  等待：{awaited}" : "")
            + (displacedBy is not null ? $"  让位于 {UnknownText.Of(displacedBy)}" : "");
    }

    private string Colour(ClauseStatus status) => status switch
    {
        ClauseStatus.Eligible => _palette.Good,
        ClauseStatus.MissingFacts or ClauseStatus.AwaitingDecision => _palette.Doubtful,
        _ => _palette.Faint,
    };

    /// <summary>With separators: 1,234,567.89.</summary>
    private static string Money(Rational amount) => QuantityFormat.Ledger(amount, isGrouped: true);
}
