// Random registries that fit the policies, with everything that is wrong in real ones.
using System.Collections.Immutable;
using System.Globalization;
using Dsl.Agreement.Tests.Generating;
using Dsl.Facts.Records;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Agreement.Tests.Registries;

/// <summary>Makes one registry.</summary>
internal sealed class RegistryMaker
{
    private readonly Draw _draw;
    private readonly IrProgram _program;
    private readonly CellMaker _cells;
    private readonly List<CsvTable> _tables = [];
    private readonly Dictionary<IrDetail, List<(string Subject, string Row)>> _rowKeys = [];

    private RegistryMaker(Draw draw, IrProgram program, int unknownPercent) =>
        (_draw, _program, _cells) = (draw, program, new(draw, program, unknownPercent));

    /// <summary>The registry of a seed.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="size">Subjects of the first kind; others have a third.</param>
    /// <param name="isWild">Whether facts stand at the ends of what they can be.</param>
    public static RegistryTables Make(IrProgram program, ulong seed, int size, bool isWild = false)
    {
        var draw = new Draw(seed, "登记") { IsWild = isWild };
        return new RegistryMaker(draw, program, draw.Pick(0, 0, 10, 10, 50)).Make(size);
    }

    private RegistryTables Make(int size)
    {
        var keys = new Dictionary<IrSubject, List<string>>();
        foreach (var subject in _program.Schema.Subjects)
            keys.Add(subject, Subjects(subject, subject == _program.Schema.Subjects[0] ? size : (size + 2) / 3));
        foreach (var subject in _program.Schema.Subjects)
        {
            foreach (var detail in subject.Details.Where(static detail => !detail.IsBuiltIn))
            {
                if (!_draw.Chance(8))
                    Details(subject, detail, keys[subject]);
            }
        }
        List<string> all = [.. keys.Values.SelectMany(static some => some)];
        if (_draw.Chance(60))
            OtherSupport(all);
        if (_draw.Chance(85))
            Records(BuiltInTables.Approvals, keys, isPayment: false);
        if (_draw.Chance(75))
            Records(BuiltInTables.Payments, keys, isPayment: true);
        Parameters();
        return new([.. _tables]);
    }

    private List<string> Subjects(IrSubject subject, int count)
    {
        var keys = new List<string>();
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        for (var i = 1; i <= count; i++)
        {
            var key = subject.Key.IsCreditCode ? CreditCode.Make(i) : $"{(subject == _program.Schema.Subjects[0] ? 'Q' : 'R')}{i:D5}";
            keys.Add(key);
            rows.Add([key, .. subject.Fields.Skip(1).Select(_cells.Next)]);
            if (_draw.Between(0, 199) == 0)
                rows.Add([_draw.Pick(key, ""), .. subject.Fields.Skip(1).Select(_cells.Next)]);
        }
        _tables.Add(new(subject.Name, [.. subject.Fields.Select(static field => field.Name)], rows.ToImmutable()));
        return keys;
    }

    private void Details(IrSubject subject, IrDetail detail, List<string> keys)
    {
        var rows = new List<ImmutableArray<string>>();
        var rowKeys = _rowKeys[detail] = [];
        foreach (var key in keys)
        {
            for (var (n, count) = (1, RowCount()); n <= count; n++)
            {
                var row = detail.IsByYear ? $"{(_draw.Chance(3) ? 2024 : 2025 - n - (n > 2 && _draw.Chance(20) ? 40 : 0))}"
                    : detail.Key is null ? $"{n}" : $"{(_draw.Chance(2) ? "P-1" : $"P-{n}")}";
                rowKeys.Add((key, row));
                rows.Add([key, .. detail.Fields.Select(field => field == detail.Key ? row : _cells.Next(field))]);
            }
        }
        if (rows.Count > 0 && _draw.Chance(20))
            rows.Add(["不存在的主体", .. rows[0].Skip(1)]);
        _tables.Add(new(detail.Name, [subject.Key.Name, .. detail.Fields.Select(static field => field.Name)],
            [.. _draw.Chance(50) ? _draw.Shuffle(rows) : rows]));
    }

    private int RowCount() => _draw.Between(0, 299) == 0 ? 40 : _draw.Pick(0, 0, 1, 1, 1, 2, 2, 3, 4);

    private void OtherSupport(List<string> keys)
    {
        var matters = _program.Policies.SelectMany(static policy => policy.Clauses).Select(static clause => clause.BenefitItem)
            .OfType<string>().Distinct().ToList();
        var rows = new List<ImmutableArray<string>>();
        foreach (var key in keys.Where(_ => matters.Count > 0 && _draw.Chance(15)))
            rows.Add([key, "市发〔2019〕7号", _draw.Chance(5) ? "" : _draw.Pick(matters), _draw.Pick("", "", "", "P-1", "1"),
                _draw.Pick("", "", "2023", "2024"), _draw.Chance(5) ? "" : _cells.Amount(null, false)]);
        _tables.Add(new(IrDetail.OtherSupportName, ["主键", "文号", "事项", "事项行", "年度", "金额"], [.. rows]));
    }

    private void Records(string table, Dictionary<IrSubject, List<string>> keys, bool isPayment)
    {
        var rows = new List<ImmutableArray<string>>();
        foreach (var (policy, clause) in _program.Policies.SelectMany(static policy => policy.Clauses,
            static (policy, clause) => (policy, clause)))
        {
            if (clause.Kind == ClauseKind.Declaratory)
                continue;
            // What is recorded goes to discretions mostly: other clauses take no notice of it.
            var share = isPayment ? 20 : clause.Award is IrFormula ? 3 : 60;
            var places = clause.PerRow is not { } detail
                ? keys[clause.Subject].Select(static key => (key, ""))
                : _rowKeys.GetValueOrDefault(detail) ?? [];
            foreach (var (key, row) in places.Where(_ => _draw.Chance(share)))
            {
                for (var n = isPayment ? _draw.Between(1, 3) : 1; n > 0; n--)
                    rows.Add([key, Odd(policy.Number, "某发〔2001〕1号"), Odd(clause.Number, "99"),
                        Odd(row, row.Length == 0 ? "P-1" : "没有的行"), Year(isPayment), _cells.Amount(clause, isPayment)]);
            }
        }
        if (_draw.Chance(20) && rows.Count > 0)
            rows.Add([.. rows[0][..^1], "多少"]);
        _tables.Add(new(table, ["主键", "文号", "条款", "事项行", "年度", "金额"], [.. _draw.Shuffle(rows)]));
    }

    private string Odd(string usual, string odd) => _draw.Between(0, 299) == 0 ? odd : usual;

    private string Year(bool isPayment) =>
        isPayment ? _draw.Between(2019, 2025).ToString(CultureInfo.InvariantCulture) : _draw.Pick("", "", "", "2024", "2023");

    private void Parameters()
    {
        var rows = ExternalParameters.External(_program).DistinctBy(static parameter => parameter.Name).Where(_ => _draw.Chance(70))
            .Select(parameter => (ImmutableArray<string>)[parameter.Name,
                _cells.Known(new IrField(parameter.Name, parameter.Type, 0, null)
                    { InputRange = new(0, parameter.Type is QuantityType { IsRatio: true } ? 1 : 1_000) })])
            .ToImmutableArray();
        if (!rows.IsEmpty)
            _tables.Add(new(BuiltInTables.Parameters, ["参数", "值"], rows));
    }
}
