// The lines that a clause takes in the long form: the clause, or its rows and what caps took away. The sheet for officers shows the same.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Facts;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Batch.Registries;

/// <summary>A line of the long form.</summary>
/// <param name="RowKey">事项行; empty for the clause as a whole.</param>
/// <param name="Amount">In yuan; of the row that caps cut away, end by end (its Low may lie above its High).</param>
/// <param name="Levels">The amount by level.</param>
/// <param name="Unknowns">What still matters.</param>
/// <param name="DisplacedBy">Set for 让位.</param>
internal sealed record ResultLine(
    string RowKey, ClauseStatus Status, Bounds Amount, ImmutableArray<LevelAmount> Levels, Unknowns Unknowns, Displacement? DisplacedBy)
{
    /// <summary>应得, where the clause is paid in parts; null elsewhere. Of the row that caps cut away, end by end.</summary>
    public Bounds? Entitled { get; init; }

    /// <summary>期次; empty where the line is no part.</summary>
    public string Part { get; init; } = "";

    /// <summary>数量 that is paid for; null where the clause counts nothing.</summary>
    public Bounds? Quantity { get; init; }
}

/// <summary>Cuts the result of a clause into lines that add up.</summary>
internal static class ResultLines
{
    /// <summary>事项行 of the line that brings the rows of a clause to the clause's amount.</summary>
    public const string CutRow = PaymentRecord.CutRow;

    /// <summary>The lines of a clause; none where it is 不符合 or 不在施行期.</summary>
    public static IEnumerable<ResultLine> Of(ClauseResult clause) =>
        clause.Entitled is { } entitled ? OfParts(clause, entitled) : OfAward(clause);

    // The award of this year, of which nothing is paid on its own lines; then what is paid now of this and of earlier awards.
    private static IEnumerable<ResultLine> OfParts(ClauseResult clause, Bounds entitled)
    {
        var nothing = SharingRule.Split(Bounds.Exactly(0), clause.Clause.Shares);
        if (entitled != Bounds.Exactly(0) || clause.Parts.IsEmpty)
        {
            foreach (var line in OfAward(clause with { Amount = entitled, Levels = nothing }))
                yield return line with { Amount = Bounds.Exactly(0), Levels = nothing, Entitled = line.Amount };
        }
        var levels = SharingRule.SplitRows([.. clause.Parts.Select(static part => part.Amount)], clause.Clause.Shares);
        foreach (var (part, ofPart) in clause.Parts.Zip(levels))
        {
            // A part of an earlier award is certain, whatever this year's still waits for.
            var (status, unknowns) = part.Amount.IsPoint ? (ClauseStatus.Eligible, Unknowns.None) : (clause.Status, clause.Unknowns);
            yield return new(clause.Clause.PerRow is null ? "" : PaymentRecord.PartRow, status, part.Amount, ofPart, unknowns, null)
            {
                Part = part.Part.ToString(),
            };
        }
    }

    private static IEnumerable<ResultLine> OfAward(ClauseResult clause)
    {
        if (!IsShown(clause.Status))
            yield break;
        var whole = new ResultLine("", clause.Status, clause.Amount, clause.Levels, clause.Unknowns, clause.DisplacedBy)
        {
            Quantity = clause.Quantity,
        };
        if (clause.Clause.PerRow is null || clause.Rows.IsEmpty || clause.Status == ClauseStatus.Displaced)
        {
            yield return whole;
            yield break;
        }
        var rows = clause.Rows.Where(static row => IsShown(row.Status)).ToList();
        var levels = SharingRule.SplitRows([.. rows.Select(static row => row.Amount)], clause.Clause.Shares);
        foreach (var (row, parts) in rows.Zip(levels))
            yield return new(row.Key, row.Status, row.Amount, parts, row.Unknowns, row.DisplacedBy) { Quantity = row.Quantity };
        var sum = rows.Aggregate(Bounds.Exactly(0), static (total, row) => total + row.Amount);
        if (sum != clause.Amount)
        {
            yield return whole with
            {
                RowKey = CutRow, Quantity = null, Amount = Subtract(clause.Amount, sum), Levels = Difference(clause.Levels,
                    SharingRule.Split(sum, clause.Clause.Shares)),
            };
        }
    }

    /// <summary>Whether a clause or row has a line.</summary>
    public static bool IsShown(ClauseStatus status) => !status.IsRefused();

    private static ImmutableArray<LevelAmount> Difference(ImmutableArray<LevelAmount> all, ImmutableArray<LevelAmount> before) =>
        [.. all.Select((level, i) => i < before.Length ? level with { Amount = Subtract(level.Amount, before[i].Amount) } : level)];

    /// <summary>End by end: what is added to one end of an interval to reach another.</summary>
    private static Bounds Subtract(Bounds all, Bounds before) =>
        new(all.Low - before.Low, all.High is { } high && before.High is { } less ? high - less : null);
}
