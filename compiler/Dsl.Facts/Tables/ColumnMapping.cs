// Which column of a registry is which field: the mapping file {"研发费用(万元)": {"字段": "申报研发费用", "单位": "万元"}}.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Syntax.Text;

namespace Dsl.Facts.Tables;

/// <summary>What a column stands for.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Unit">The unit of figures that carry none, such as 万元; null for the field's own.</param>
public sealed record MappedColumn(string Field, string? Unit)
{
    /// <summary>The column's name as the file writes it.</summary>
    public string Column { get; init; } = "";

    /// <summary>The line of the entry; null where it is not known.</summary>
    public long? Line { get; init; }
}

/// <summary>Columns whose headers differ from the schema.</summary>
/// <param name="Columns">By header.</param>
public sealed record ColumnMapping(ImmutableDictionary<string, MappedColumn> Columns)
{
    private const string FieldMember = "字段", UnitMember = "单位";

    // What people write who know other files of this kind.
    private static readonly ImmutableDictionary<string, string> Meant = ImmutableDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        [
            KeyValuePair.Create("unit", UnitMember), KeyValuePair.Create("units", UnitMember), KeyValuePair.Create("计量单位", UnitMember),
            KeyValuePair.Create("单位名称", UnitMember),
            KeyValuePair.Create("field", FieldMember), KeyValuePair.Create("name", FieldMember), KeyValuePair.Create("字段名", FieldMember),
        ]);

    /// <summary>Headers are as in the schema.</summary>
    public static ColumnMapping None { get; } = new(ImmutableDictionary<string, MappedColumn>.Empty);

    /// <summary>The file, as shown in messages; empty for none.</summary>
    public string File { get; init; } = "";

    /// <summary>
    /// Reads a mapping file. With one mistake in it none of it holds: a unit that is passed over multiplies every figure.
    /// </summary>
    public static (ColumnMapping Mapping, DataFinding? Finding) Read(string path)
    {
        var reading = TextFile.Read(path);
        if (reading.Text is not { } text)
            return (None, reading.Finding);
        var shown = PathText.Shown(path);
        (ColumnMapping, DataFinding?) Fail(DataProblem problem, long? line) => (None, problem.At(new(shown, line)));
        var (root, finding) = JsonTextReader.Parse(shown, text);
        if (root is null || finding is not null)
            return Fail(MappingDiagnostics.BadMapping.With(), finding?.Place.Row);
        if (root.Kind != JsonTokenType.StartObject)
            return Fail(MappingDiagnostics.NoObject.With(), root.Line);
        if (root.Properties.Count == 0)
            return Fail(MappingDiagnostics.NoColumns.With(), root.Line);
        var columns = ImmutableDictionary.CreateBuilder<string, MappedColumn>();
        foreach (var (name, value) in root.Properties)
        {
            if (Problem(name, value) is { } problem)
                return Fail(problem.What, problem.Line);
            var key = Normalize(name);
            if (columns.TryGetValue(key, out var earlier))
                return Fail(earlier.Column == name
                    ? MappingDiagnostics.ColumnTwice.With(name)
                    : MappingDiagnostics.SameColumn.With(name, earlier.Column), value.Line);
            columns.Add(key, Column(name, value));
        }
        return (new(columns.ToImmutable()) { File = shown }, null);
    }

    /// <summary>What a header stands for; null where nothing is said of it.</summary>
    internal MappedColumn? Find(string header) => Columns.GetValueOrDefault(Normalize(header));

    /// <summary>The first field that a schema does not have.</summary>
    /// <param name="isField">Whether it has a field or a built-in column of a name.</param>
    /// <param name="names">The names that there are.</param>
    public DataFinding? UnknownField(Func<string, bool> isField, IEnumerable<string> names) =>
        Columns.Values.OrderBy(static column => column.Line).FirstOrDefault(column => !isField(column.Field)) is { } unknown
            ? MappingDiagnostics.UnknownField.With(unknown.Column, unknown.Field, NameHint.For(unknown.Field, names))
                .At(new(File, unknown.Line, unknown.Column))
            : null;

    /// <summary>What is to be said of the columns that no table has.</summary>
    public IEnumerable<DataFinding> Unused(IReadOnlyCollection<string> headers)
    {
        var known = headers.Select(Normalize).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, column) in Columns.OrderBy(static pair => pair.Value.Line)
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (known.Contains(key))
                continue;
            // A slip in the name leaves the unit unsaid for the column that was meant;
            // without a unit nothing is lost but a column that would be missed.
            var near = column.Unit is null ? "" : NameHint.For(key, headers.Where(header => Find(header) is null));
            yield return (near.Length > 0
                ? MappingDiagnostics.NearColumn.With(column.Column, near)
                : MappingDiagnostics.UnusedMapping.With(column.Column))
                .At(new(File, column.Line, column.Column));
        }
    }

    /// <summary>A header in the form in which headers are compared: half width, trimmed.</summary>
    public static string Normalize(string header) => FigureText.Normalize(header);

    private static (DataProblem What, long Line)? Problem(string name, JsonItem value)
    {
        if (string.IsNullOrWhiteSpace(name))
            return (MappingDiagnostics.EmptyColumn.With(), value.Line);
        if (value.Kind == JsonTokenType.String)
            return string.IsNullOrWhiteSpace(value.Text) ? (MappingDiagnostics.EmptyField.With(name), value.Line) : null;
        if (value.Kind != JsonTokenType.StartObject)
            return (MappingDiagnostics.WrongShape.With(name), value.Line);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (member, said) in value.Properties)
        {
            if (member is not (FieldMember or UnitMember))
            {
                var hint = Meant.TryGetValue(member, out var meant)
                    ? NamePhrases.Meant.With(meant)
                    : NameHint.For(member, [FieldMember, UnitMember]);
                return (MappingDiagnostics.UnknownMember.With(name, member, hint), said.Line);
            }
            if (!seen.Add(member))
                return (MappingDiagnostics.MemberTwice.With(name, member), said.Line);
            if (said.Kind != JsonTokenType.String || string.IsNullOrWhiteSpace(said.Text))
                return (MappingDiagnostics.MemberNoText.With(name, member), said.Line);
            if (member == UnitMember && !HeaderUnit.IsUnit(Normalize(said.Text)))
                return (MappingDiagnostics.NoUnit.With(name, said.Text), said.Line);
        }
        return seen.Contains(FieldMember) ? null : (MappingDiagnostics.NoField.With(name), value.Line);
    }

    private static MappedColumn Column(string name, JsonItem value) => value.Kind == JsonTokenType.String
        ? new(Normalize(value.Text), null) { Column = name, Line = value.Line }
        : new(Normalize(value.Find(FieldMember)?.Text ?? ""), value.Find(UnitMember) is { } unit ? Normalize(unit.Text) : null)
            { Column = name, Line = value.Line };
}
