// Clauses of one 事项 that may displace one another, or be displaced by support under other policies.
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Text;

namespace Dsl.Columns.Running;

/// <summary>Finds the subjects for which they really compete. Safe on several threads.</summary>
internal sealed class CompetitionGroup
{
    // Fields of 其他政策支持.
    private const int BenefitItemField = 1, RowField = 2, YearField = 3;

    private readonly bool[] _meetsOutsiders;
    private readonly bool[,] _canMeet;
    private readonly int _support;
    private readonly int _matter;
    private readonly int _year;

    /// <summary>The rivalry of a 事项.</summary>
    public CompetitionGroup(IrSubject subject, string matter, IReadOnlyList<(int Index, IrPolicy Policy, IrClause Clause)> clauses,
        int year, StringDictionary texts)
    {
        (_support, _matter, _year) = (subject.OtherSupport.Ordinal, texts.CodeOf(matter), year);
        Members = [.. clauses.Select(static clause => clause.Index)];
        _meetsOutsiders = [.. clauses.Select(static clause => CompetitionResolver.MeetsOutsiders(clause.Policy, clause.Clause))];
        _canMeet = new bool[clauses.Count, clauses.Count];
        for (var i = 0; i < clauses.Count; i++)
        {
            for (var k = 0; k < clauses.Count; k++)
                _canMeet[i, k] =
                    i != k && CompetitionResolver.CanMeet((clauses[i].Policy, clauses[i].Clause), (clauses[k].Policy, clauses[k].Clause));
        }
    }

    /// <summary>The clauses, by their index.</summary>
    public int[] Members { get; }

    /// <summary>Whether any of them can meet a rival at all.</summary>
    public bool IsPossible => _meetsOutsiders.Contains(true) || _canMeet.Cast<bool>().Contains(true);

    /// <summary>
    /// Adds the clauses that compete for a subject: all that may be due, where two of them meet, one meets support from outside, or
    /// something was paid for the 事项 in earlier years, under whichever clause.
    /// </summary>
    public void AddCompeting(SubjectBlock block, ClauseColumns[] columns, int subject, List<int> competing)
    {
        var live = 0;
        foreach (var index in Members)
            live += columns[index].IsLive(subject) ? 1 : 0;
        if (live > 0 && (WasPaid(columns, subject) || MeetsInside(columns, subject, live) || MeetsOutside(block, columns, subject)))
            competing.AddRange(Members.Where(index => columns[index].IsLive(subject)));
    }

    /// <summary>
    /// Whether nothing but these clauses is compared for a subject: no support from outside, nothing that was paid before.
    /// </summary>
    public bool IsAmongThemselves(SubjectBlock block, ClauseColumns[] columns, int subject) =>
        !WasPaid(columns, subject) && !MeetsOutside(block, columns, subject);

    private bool WasPaid(ClauseColumns[] columns, int subject) =>
        Array.Exists(Members, index => columns[index].PaidBefore.Contains(subject));

    private bool MeetsInside(ClauseColumns[] columns, int subject, int live)
    {
        for (var i = 0; i < Members.Length && live > 1; i++)
        {
            for (var k = 0; k < i && columns[Members[i]].IsLive(subject); k++)
            {
                if (_canMeet[i, k] && columns[Members[k]].IsLive(subject))
                    return true;
            }
        }
        return false;
    }

    private bool MeetsOutside(SubjectBlock block, ClauseColumns[] columns, int subject)
    {
        for (var i = 0; i < Members.Length; i++)
        {
            if (_meetsOutsiders[i] && columns[Members[i]].IsLive(subject)
                && MeetsOutside(block.Details[_support], columns[Members[i]], subject))
                return true;
        }
        return false;
    }

    private bool MeetsOutside(RowBlock? support, ClauseColumns columns, int subject)
    {
        if (support is null || support.IsMissing[subject])
            return true;
        for (var row = support.Offsets[subject]; row < support.Offsets[subject + 1]; row++)
        {
            var matter = CodeAt(support, BenefitItemField, row);
            if (matter != DictionaryCode.Missing && matter != _matter)
                continue;
            // Support of earlier years is money received.
            if (support.Numbers[YearField] is { } years && years.Has(row) && years.Values[row] > _year)
                continue;
            var key = CodeAt(support, RowField, row);
            if (key == DictionaryCode.Missing || HasRow(columns, subject, key))
                return true;
        }
        return false;
    }

    private static int CodeAt(RowBlock support, int field, int row) => support.Codes[field]?.Values[row] ?? DictionaryCode.Missing;

    private static bool HasRow(ClauseColumns columns, int subject, int key) =>
        columns.Rows is { } rows && rows.Keys.AsSpan(rows.Offsets[subject]..rows.Offsets[subject + 1]).Contains(key);
}
