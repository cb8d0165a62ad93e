// What the rows of a clause in the long form have in common, made once.
using Dsl.Data.Outputs;
using Dsl.Ir.Results;
using Dsl.Values.Terms;

namespace Dsl.Batch.Results;

/// <summary>What all rows of a clause have in common. Safe on several threads.</summary>
internal sealed class LongLine
{
    /// <summary>For a clause.</summary>
    /// <param name="column">The clause.</param>
    /// <param name="levels">The levels of the table.</param>
    public LongLine(ClauseColumn column, string[] levels)
    {
        var clause = column.Clause;
        var (policy, number) = (new CellText(column.Policy.Number), new CellText(clause.Number));
        Head = new(policy, number);
        Heads = Array.ConvertAll(LongCells.Statuses, status => new CellRun(policy, number, CellText.Empty, status));
        var (counts, form, subject) = (clause is { CountsInTotals: true, Form.Length: 0 } ? LongCells.Yes : LongCells.No,
            new CellText(clause.Form), new CellText(clause.Subject.Name));
        End = new(counts, form, subject);
        PlainEnd = new(CellText.Empty, CellText.Empty, CellText.Empty, counts, form, subject, CellText.Empty);
        Levels = [.. levels.Select(level => clause.Kind == ClauseKind.Award
            ? clause.Shares.Select(static share => share.Level).ToList().IndexOf(level) : -1)];
    }

    /// <summary>文号 and 条款.</summary>
    public CellRun Head { get; }

    /// <summary>文号, 条款, no 事项行, and each of the statuses.</summary>
    public CellRun[] Heads { get; }

    /// <summary>计入合计, 形式 and 对象.</summary>
    public CellRun End { get; }

    /// <summary>Everything behind the amounts where nothing is missing and nothing to be remarked.</summary>
    public CellRun PlainEnd { get; }

    /// <summary>For each level of the table its place among those of the clause; negative where it is none of them.</summary>
    public int[] Levels { get; }
}
