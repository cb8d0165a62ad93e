// Which column of a header is which wanted one, by name, mapping and unit; what does not fit is a finding.
using System.Collections.Immutable;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Facts.Tables;

/// <summary>Where the wanted columns stand in a header.</summary>
internal sealed class HeaderBinding
{
    private readonly ITableSource _source;
    private readonly ImmutableArray<WantedColumn> _wanted;
    private readonly ColumnMapping _mapping;
    private readonly List<DataFinding> _findings = [];

    private HeaderBinding(ITableSource source, ImmutableArray<WantedColumn> wanted, ColumnMapping mapping)
    {
        (_source, _wanted, _mapping) = (source, wanted, mapping);
        (Indexes, Units, Headers) = (new int[wanted.Length], new string?[wanted.Length], [.. wanted.Select(static column => column.Name)]);
        Array.Fill(Indexes, -1);
    }

    /// <summary>By wanted column, where it stands in the header; -1 for nowhere.</summary>
    public int[] Indexes { get; }

    /// <summary>By wanted column, the unit of figures that carry none; null for the field's own.</summary>
    public string?[] Units { get; }

    /// <summary>By wanted column, its name in the header; where it has none, the name that was wanted.</summary>
    public string[] Headers { get; }

    /// <summary>So many unknown columns are named one by one; a registry of thousands has others by design.</summary>
    private const int MostNamed = 20;

    private const int LongestName = 30;

    /// <summary>What is missing, double, unknown, or has a unit that does not fit.</summary>
    public ImmutableArray<DataFinding> Findings => [.. _findings];

    /// <summary>Finds the wanted columns in the header of a table.</summary>
    public static HeaderBinding Of(ITableSource source, ImmutableArray<WantedColumn> wanted, ColumnMapping mapping)
    {
        var binding = new HeaderBinding(source, wanted, mapping);
        var unknown = new List<string>();
        for (var i = 0; i < source.Header.Length; i++)
        {
            if (!binding.Take(i))
                unknown.Add(source.Header[i]);
        }
        binding.Report(unknown);
        binding.CheckName();
        return binding;
    }

    /// <summary>Takes a column of the header; false where it is not wanted.</summary>
    private bool Take(int index)
    {
        var header = _source.Header[index];
        var (at, unit) = Resolve(header);
        if (at < 0)
            return false;
        if (Indexes[at] >= 0)
            _findings.Add(
                (Headers[at] == header
                    ? FileDiagnostics.DuplicateColumn.With(header)
                    : FileDiagnostics.TwoColumns.With(Headers[at], header, _wanted[at].Name))
                    .At(Place(header)));
        else
            (Indexes[at], Units[at], Headers[at]) = (index, unit, header);
        return true;
    }

    /// <summary>Which wanted column a header is, and the unit of its figures.</summary>
    private (int At, string? Unit) Resolve(string header)
    {
        if (_mapping.Find(header) is { } mapped)
        {
            var target = Find(mapped.Field);
            return target < 0 ? (target, null) : (target, MappedUnit(header, mapped, _wanted[target]));
        }
        if (Find(ColumnMapping.Normalize(header)) is >= 0 and var at)
            return (at, null);
        if (HeaderUnit.Split(header) is not ({ } name, { } unit) || Find(name) is not (>= 0 and var unitless)
            || !TakesUnit(_wanted[unitless], unit))
            return (-1, null);
        CheckUnit(header, unit, _wanted[unitless]);
        // A year is no length of time: 年度(年).
        return (unitless, _wanted[unitless].Type is YearType ? null : unit);
    }

    private static bool TakesUnit(WantedColumn column, string unit) =>
        column.HasAnyUnit || column.Type is QuantityType || (column.Type is YearType && unit == "年");

    /// <summary>The unit of a mapped column; what its name says counts as what the mapping says.</summary>
    private string? MappedUnit(string header, MappedColumn mapped, WantedColumn column)
    {
        if (column.Type is not QuantityType)
        {
            if (mapped.Unit is { } useless && !column.HasAnyUnit)
                Add(MappingDiagnostics.UselessUnit.With(mapped.Field, header, useless), header);
            return column.HasAnyUnit ? mapped.Unit ?? HeaderUnit.In(header) : null;
        }
        var named = HeaderUnit.In(header);
        if (mapped.Unit is not { } given)
        {
            if (named is not null)
                CheckUnit(header, named, column);
            return named;
        }
        // 纳税额(年) with a unit in the mapping: the year is no unit of the figures.
        var isTime = named is "年" or "月" or "日" or "天" or "次" && HeaderUnit.Factor(named, column.Type) is null;
        // 研发费用(人民币) says the currency, the mapping how much of it.
        var isCurrency = named is not null && UnitWords.Currencies.Contains(named);
        if (HeaderUnit.Factor(given, column.Type) is not { } factor)
            Add(OfUnit(column, MappingDiagnostics.WrongUnit, MappingDiagnostics.WrongUnitOfRatio, MappingDiagnostics.WrongUnitOfPlain)
                .With(header, given, column.Name, UnitOf(column)), header);
        else if (named is not null && !isTime && !isCurrency && HeaderUnit.Factor(named, column.Type) != factor)
            Add(MappingDiagnostics.UnitsDiffer.With(header, named, given), header);
        return given;
    }

    private void CheckUnit(string header, string unit, WantedColumn column)
    {
        if (!column.HasAnyUnit && column.Type is QuantityType && HeaderUnit.Factor(unit, column.Type) is null)
            Add(OfUnit(column, FileDiagnostics.ColumnUnit, FileDiagnostics.ColumnUnitOfRatio, FileDiagnostics.ColumnUnitOfPlain)
                .With(header, unit, column.Name, UnitOf(column)), header);
    }

    private static string UnitOf(WantedColumn column) => column.Type is { } type ? ValueText.UnitOf(type) : "";

    /// <summary>The wording that fits the unit that a column has of its own.</summary>
    private static DiagnosticRule OfUnit(WantedColumn column, DiagnosticRule withUnit, DiagnosticRule ratio, DiagnosticRule plain) =>
        UnitOf(column).Length > 0 ? withUnit : column.Type is QuantityType { IsRatio: true } ? ratio : plain;

    private void Report(List<string> unknown)
    {
        var missing = _wanted.Where((column, i) => column.IsRequired && Indexes[i] < 0).Select(static column => column.Name).ToList();
        if (missing.Count > 0 && HeaderSearch.Find(_source, IsWanted) is { } row)
        {
            _findings.Insert(0, FileDiagnostics.HeaderElsewhere.With(row).At(new(_source.Shown, row)));
            return;
        }
        if (missing.Count > 0 && !_source.IsEmpty)
            _findings.Insert(0, FileDiagnostics.MissingColumns.With(string.Join('、', missing)).At(Place(null)));
        foreach (var name in unknown.Take(MostNamed))
            _findings.Add(StatedUnit(name)
                ?? FileDiagnostics.UnknownColumn.With(name, NameHint.For(name, missing)).At(Place(name.Length == 0 ? null : name)));
        // The unit of the figures of others must not be lost in the crowd.
        foreach (var doubt in unknown.Skip(MostNamed).Select(StatedUnit).OfType<DataFinding>())
            _findings.Add(doubt);
        if (unknown.Count > MostNamed)
            _findings.Add(FileDiagnostics.ManyUnknownColumns
                .With(unknown.Count - MostNamed, string.Join('、', unknown.Skip(MostNamed).Take(3).Select(Abbreviated))).At(Place(null)));
    }

    private static string Abbreviated(string name) => name.Length <= LongestName ? name : name[..LongestName] + "……";

    /// <summary>Why a column that is named 单位：万元 leaves the figures of others in doubt; null where it does not.</summary>
    private DataFinding? StatedUnit(string name)
    {
        if (RowWords.TableUnit(name) is not { } unit)
            return null;
        for (var i = 0; i < _wanted.Length; i++)
        {
            if (Indexes[i] >= 0 && Units[i] is null && _wanted[i] is { IsRead: true, Type: QuantityType } column
                && HeaderUnit.Factor(unit, column.Type) is { }
                && HeaderUnit.Doubt(Headers[i], column.Type, null, unit) is { } doubt)
                return doubt.At(Place(name));
        }
        return null;
    }

    /// <summary>企业(万元).csv: a unit in the name of the file or the sheet that no column has.</summary>
    private void CheckName()
    {
        foreach (var part in _source.Shown.Split('#').Select(static part => Path.GetFileNameWithoutExtension(part)))
        {
            if (HeaderUnit.In(part) is not { } unit)
                continue;
            for (var i = 0; i < _wanted.Length; i++)
            {
                if (Indexes[i] >= 0 && Units[i] is null && _wanted[i] is { IsRead: true, Type: QuantityType type }
                    && HeaderUnit.Factor(unit, type) is { } factor && factor != 1)
                {
                    Add(
                        ValueText.UnitOf(type) is { Length: > 0 } own
                            ? FileDiagnostics.UnitInName.With(unit, Headers[i], own, part)
                            : FileDiagnostics.UnitInNameOfPlain.With(unit, Headers[i], part),
                        Headers[i]);
                    return;
                }
            }
        }
    }

    private bool IsWanted(string cell) =>
        _mapping.Find(cell) is { } mapped
            ? Find(mapped.Field) >= 0
            : Find(ColumnMapping.Normalize(cell)) >= 0 || (HeaderUnit.Split(cell) is { } split && Find(split.Name) >= 0);

    private int Find(string name)
    {
        for (var i = 0; i < _wanted.Length; i++)
        {
            if (_wanted[i].Name == name || _wanted[i].Aliases.Contains(name) || ColumnMapping.Normalize(_wanted[i].Name) == name)
                return i;
        }
        return -1;
    }

    private void Add(DataProblem problem, string header) => _findings.Add(problem.At(Place(header)));

    private DataPlace Place(string? column) => new(_source.Shown, _source.HeaderRow, column);
}
