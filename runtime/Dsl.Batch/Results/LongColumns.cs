// The rows of the long form from columns: what stands in many rows is text once, amounts stay numbers up to the writer.
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Dsl.Batch.Registries;
using Dsl.Data.Outputs;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Batch.Results;

/// <summary>Texts of cells that many rows share. Safe on several threads.</summary>
internal sealed class LongCells
{
    // Sets of missing things that name rows are each of one subject: they must not pile up.
    private const int MostSets = 4096;

    private readonly ConcurrentDictionary<Unknowns, (CellText Missing, CellText Awaited)> _unknowns =
        new(ReferenceEqualityComparer.Instance);

    private readonly ConcurrentDictionary<IrClause, LongLine> _lines = new(ReferenceEqualityComparer.Instance);

    /// <summary>状态.</summary>
    public static CellText[] Statuses { get; } = [.. Enum.GetValues<ClauseStatus>().Select(static status => new CellText(status.Word()))];

    /// <summary>是 and 否.</summary>
    public static CellText Yes { get; } = new("是");

    /// <summary>否.</summary>
    public static CellText No { get; } = new("否");

    /// <summary>事项行 of what caps took away.</summary>
    public static CellText Cut { get; } = new(ResultLines.CutRow);

    /// <summary>What the rows of a clause have in common.</summary>
    /// <param name="column">The clause.</param>
    /// <param name="levels">The levels of the table, always the same.</param>
    public LongLine LineOf(ClauseColumn column, string[] levels) =>
        _lines.GetOrAdd(column.Clause, static (_, asked) => new(asked.column, asked.levels), (column, levels));

    /// <summary>缺少 and 等待.</summary>
    public (CellText Missing, CellText Awaited) Of(Unknowns? unknowns)
    {
        if (unknowns is null)
            return (CellText.Empty, CellText.Empty);
        if (_unknowns.TryGetValue(unknowns, out var known))
            return known;
        var texts = (new CellText(LongTable.Joined(unknowns, awaitsDecision: false)),
            new CellText(LongTable.Joined(unknowns, awaitsDecision: true)));
        if (_unknowns.Count < MostSets)
            _unknowns.TryAdd(unknowns, texts);
        return texts;
    }
}

/// <summary>Writes the rows of one batch.</summary>
internal sealed class LongColumns
{
    private readonly LongTable _table;
    private readonly LongCells _cells;
    private readonly ResultBatch _results;
    private readonly CellWriter _writer;
    private readonly (LongLine Line, FenSharing Sharing)[] _lines;
    private readonly List<int> _shown = [];

    public LongColumns(LongTable table, LongCells cells, string[] levels, ResultBatch results, CellWriter writer)
    {
        (_table, _cells, _results, _writer) = (table, cells, results, writer);
        _lines = [.. results.Clauses.Select(column => (cells.LineOf(column, levels), new FenSharing(column.Clause)))];
    }

    /// <summary>Writes the rows of a subject that is in columns.</summary>
    /// <param name="subject">Its index.</param>
    public void Write(int subject)
    {
        var facts = _results.Facts[subject];
        _writer.Begin(facts.Key);
        var remark = LongTable.DamagedDetails(facts);
        for (var c = 0; c < _lines.Length; c++)
        {
            var column = _results.Clauses[c];
            if (column.Objects.Count > 0 && column.Objects.TryGetValue(subject, out var result))
                Write(facts, column.Policy, result);
            else if (!column.Amounts.StatusAt(subject).IsRefused() && !TryWrite(c, column, subject, remark))
                Write(facts, column.Policy, _results.ResultOf(subject, c));
        }
    }

    private void Write(SubjectFacts facts, IrPolicy policy, ClauseResult result)
    {
        foreach (var row in _table.Rows(facts, policy, result))
            _writer.Add(row);
    }

    /// <summary>Writes the rows of a clause; not where its rows come to more than 64 bits hold.</summary>
    private bool TryWrite(int clause, ClauseColumn column, int subject, string remark)
    {
        var (amounts, (line, sharing)) = (column.Amounts, _lines[clause]);
        var (first, end) = column.Clause.PerRow is null ? (0, 0) : (column.Offsets[subject], column.Offsets[subject + 1]);
        if (first == end)
        {
            Row(line, null, amounts, subject, sharing.Split(amounts.Low[subject]), remark);
            return true;
        }
        _shown.Clear();
        var (lows, low, high, isOpen) = (new List<long>(), Int128.Zero, Int128.Zero, false);
        for (var row = first; row < end; row++)
        {
            if (column.Rows.StatusAt(row).IsRefused())
                continue;
            _shown.Add(row);
            lows.Add(column.Rows.Low[row]);
            low += column.Rows.Low[row];
            isOpen |= column.Rows.High[row] == AmountColumns.Unbounded;
            high += isOpen ? 0 : column.Rows.High[row];
        }
        if (low < -long.MaxValue || low > long.MaxValue)
            return false;
        var width = sharing.Levels.Count;
        var parts = sharing.SplitRows(CollectionsMarshal.AsSpan(lows));
        for (var i = 0; i < _shown.Count; i++)
            Row(line, column, column.Rows, _shown[i], parts.Slice(i * width, width), remark);
        var isWholeOpen = amounts.High[subject] == AmountColumns.Unbounded;
        if (low == amounts.Low[subject] && isOpen == isWholeOpen && (isOpen || high == amounts.High[subject]))
            return true;
        CutRow(clause, amounts, subject, (long)low, isOpen || isWholeOpen ? null : amounts.High[subject] - high, remark);
        return true;
    }

    private void Row(LongLine line, ClauseColumn? rows, AmountColumns amounts, int index, ReadOnlySpan<long> parts, string remark)
    {
        _writer.AddKey();
        if (rows is not null)
        {
            _writer.Add(line.Head);
            _writer.Add(_results.Texts?.TextOf(rows.RowKeys[index]) ?? "");
            _writer.Add(LongCells.Statuses[amounts.Status[index]]);
        }
        else
            _writer.Add(line.Heads[amounts.Status[index]]);
        _writer.Add(amounts.Low[index]);
        if (amounts.High[index] == AmountColumns.Unbounded)
            _writer.Add(CellText.Empty);
        else
            _writer.Add(amounts.High[index]);
        foreach (var level in line.Levels)
        {
            if (level < 0)
                _writer.Add(CellText.Empty);
            else
                _writer.Add(parts[level]);
        }
        End(line, amounts.Unknowns[index], remark);
    }

    // What brings the rows of a clause to its amount, end by end and level by level.
    private void CutRow(int clause, AmountColumns amounts, int subject, long low, Int128? high, string remark)
    {
        var (line, sharing) = _lines[clause];
        _writer.AddKey();
        _writer.Add(line.Head);
        _writer.Add(LongCells.Cut);
        _writer.Add(LongCells.Statuses[amounts.Status[subject]]);
        _writer.Add((Int128)amounts.Low[subject] - low);
        if (high is { } known)
            _writer.Add(known);
        else
            _writer.Add(CellText.Empty);
        var whole = sharing.Split(amounts.Low[subject]).ToArray();
        var parts = sharing.Split(low);
        foreach (var level in line.Levels)
        {
            if (level < 0)
                _writer.Add(CellText.Empty);
            else
                _writer.Add((Int128)whole[level] - parts[level]);
        }
        End(line, amounts.Unknowns[subject], remark);
    }

    private void End(LongLine line, Unknowns? unknowns, string remark)
    {
        if (unknowns is null && remark.Length == 0)
            _writer.Add(line.PlainEnd);
        else
        {
            var (missing, awaited) = _cells.Of(unknowns);
            _writer.Add(CellText.Empty);
            _writer.Add(missing);
            _writer.Add(awaited);
            _writer.Add(line.End);
            _writer.Add(remark);
        }
        // A clause that counts something is left to the interpreter.
        if (_table.HasQuantity)
            _writer.Add(CellText.Empty);
        for (var i = 0; _table.HasParts && i < 3; i++)
            _writer.Add(CellText.Empty);
        _writer.EndRow();
    }
}
