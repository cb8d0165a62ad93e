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

    /// <summary>状态.</summary>
    public static CellText[] Statuses { get; } = [.. Enum.GetValues<ClauseStatus>().Select(static status => new CellText(status.Word()))];

    /// <summary>是 and 否.</summary>
    public static CellText Yes { get; } = new("是");

    /// <summary>否.</summary>
    public static CellText No { get; } = new("否");

    /// <summary>事项行 of what caps took away.</summary>
    public static CellText Cut { get; } = new(ResultLines.CutRow);

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
    private readonly Line[] _lines;
    private readonly List<int> _shown = [];

    public LongColumns(LongTable table, LongCells cells, string[] levels, ResultBatch results, CellWriter writer)
    {
        (_table, _cells, _results, _writer) = (table, cells, results, writer);
        _lines = [.. results.Clauses.Select(column => new Line(column, levels))];
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
            var column = _lines[c].Column;
            if (column.Objects.Count > 0 && column.Objects.TryGetValue(subject, out var result))
                Write(facts, column.Policy, result);
            else if (!column.Amounts.StatusAt(subject).IsRefused() && !TryWrite(_lines[c], subject, remark))
                Write(facts, column.Policy, _results.ResultOf(subject, c));
        }
    }

    private void Write(SubjectFacts facts, IrPolicy policy, ClauseResult result)
    {
        foreach (var row in _table.Rows(facts, policy, result))
            _writer.Add(row);
    }

    /// <summary>Writes the rows of a clause; not where its rows come to more than 64 bits hold.</summary>
    private bool TryWrite(Line line, int subject, string remark)
    {
        var (column, amounts) = (line.Column, line.Column.Amounts);
        var (first, end) = column.Clause.PerRow is null ? (0, 0) : (column.Offsets[subject], column.Offsets[subject + 1]);
        if (first == end)
        {
            Row(line, CellText.Empty, amounts, subject, line.Sharing.Split(amounts.Low[subject]), remark);
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
        var width = line.Sharing.Levels.Count;
        var parts = line.Sharing.SplitRows(CollectionsMarshal.AsSpan(lows));
        for (var i = 0; i < _shown.Count; i++)
            Row(line, null, column.Rows, _shown[i], parts.Slice(i * width, width), remark);
        var isWholeOpen = amounts.High[subject] == AmountColumns.Unbounded;
        if (low == amounts.Low[subject] && isOpen == isWholeOpen && (isOpen || high == amounts.High[subject]))
            return true;
        CutRow(line, subject, (long)low, isOpen || isWholeOpen ? null : amounts.High[subject] - high, remark);
        return true;
    }

    private void Row(Line line, CellText? key, AmountColumns amounts, int index, ReadOnlySpan<long> parts, string remark)
    {
        Begin(line);
        if (key is not null)
            _writer.Add(key);
        else
            _writer.Add(_results.Texts?.TextOf(line.Column.RowKeys[index]) ?? "");
        _writer.Add(LongCells.Statuses[amounts.Status[index]]);
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
    private void CutRow(Line line, int subject, long low, Int128? high, string remark)
    {
        var amounts = line.Column.Amounts;
        Begin(line);
        _writer.Add(LongCells.Cut);
        _writer.Add(LongCells.Statuses[amounts.Status[subject]]);
        _writer.Add((Int128)amounts.Low[subject] - low);
        if (high is { } known)
            _writer.Add(known);
        else
            _writer.Add(CellText.Empty);
        var whole = line.Sharing.Split(amounts.Low[subject]).ToArray();
        var parts = line.Sharing.Split(low);
        foreach (var level in line.Levels)
        {
            if (level < 0)
                _writer.Add(CellText.Empty);
            else
                _writer.Add((Int128)whole[level] - parts[level]);
        }
        End(line, amounts.Unknowns[subject], remark);
    }

    private void Begin(Line line)
    {
        _writer.AddKey();
        _writer.Add(line.Policy);
        _writer.Add(line.Number);
    }

    private void End(Line line, Unknowns? unknowns, string remark)
    {
        var (missing, awaited) = _cells.Of(unknowns);
        _writer.Add(CellText.Empty);
        _writer.Add(missing);
        _writer.Add(awaited);
        _writer.Add(line.Counts);
        _writer.Add(line.Form);
        _writer.Add(line.Subject);
        _writer.Add(remark);
        _writer.EndRow();
    }

    /// <summary>What all rows of a clause have in common.</summary>
    private sealed class Line(ClauseColumn column, string[] levels)
    {
        public ClauseColumn Column { get; } = column;

        public FenSharing Sharing { get; } = new(column.Clause);

        public CellText Policy { get; } = new(column.Policy.Number);

        public CellText Number { get; } = new(column.Clause.Number);

        public CellText Counts { get; } = column.Clause is { CountsInTotals: true, Form.Length: 0 } ? LongCells.Yes : LongCells.No;

        public CellText Form { get; } = new(column.Clause.Form);

        public CellText Subject { get; } = new(column.Clause.Subject.Name);

        /// <summary>For each level of the table its place among those of the clause; negative where it is none of them.</summary>
        public int[] Levels { get; } = [.. levels.Select(level => column.Clause.Kind == Values.Terms.ClauseKind.Award
            ? column.Clause.Shares.Select(static share => share.Level).ToList().IndexOf(level) : -1)];
    }
}
