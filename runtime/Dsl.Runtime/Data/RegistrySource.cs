// Which file is which table: a folder of files under schema names, or a main table with details named one by one.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Runtime.Data.Tables;
using Dsl.Runtime.Loading;

namespace Dsl.Runtime.Data;

/// <summary>Where a registry is read from.</summary>
/// <param name="Path">A table (the main table), or a folder, database or workbook that holds tables under their schema names.</param>
public sealed record RegistrySource(string Path)
{
    /// <summary>The kind of subject that comes first, and that a file under another name is taken for.</summary>
    internal const string MainSubject = "企业";

    /// <summary>Tables given one by one (--detail NAME=SRC): details, records, or main tables of other kinds of subjects.</summary>
    public ImmutableDictionary<string, string> Tables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Columns whose headers differ from the schema.</summary>
    public ColumnMapping Mapping { get; init; } = ColumnMapping.None;

    /// <summary>
    /// Columns (table, field) that the tables need not have, since the registry was made before or after the field was: what they hold is
    /// unknown. A key is never among them.
    /// </summary>
    public ImmutableHashSet<(string Table, string Field)> OptionalColumns { get; init; } = [];

    /// <summary>Names of external parameters that others read from the same registry: their values are left alone.</summary>
    internal Func<string, bool> IsForeignParameter { get; init; } = static _ => false;

    /// <summary>Fields that another version of the schema has, of which a mapping may speak.</summary>
    internal Func<string, bool> IsForeignField { get; init; } = static _ => false;

    /// <summary>The names that a column may have in some table.</summary>
    internal static ImmutableArray<string> FieldNames(IrSchema schema) =>
    [
        .. schema.Subjects.SelectMany(static subject => subject.Fields.Concat(subject.Details.SelectMany(static detail => detail.Fields))).Select(static field => field.Name)
            .Concat(RecordTable.Columns).Concat(ParameterTable.Wanted.SelectMany(static column => column.Aliases.Prepend(column.Name))).Distinct(),
    ];

    /// <summary>The names that a table may have.</summary>
    internal static ImmutableArray<string> TableNames(IrSchema schema) =>
    [
        .. schema.Subjects.Select(static subject => subject.Name)
            .Concat(schema.Subjects.SelectMany(static subject => subject.Details).Select(static detail => detail.Name))
            .Append(BuiltInTables.Approvals).Append(BuiltInTables.Payments).Append(BuiltInTables.Parameters).Distinct(),
    ];

    /// <summary>The files by table name.</summary>
    internal SortedDictionary<string, string> Locate(IrSchema schema, ICollection<DataFinding> findings)
    {
        var names = TableNames(schema);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var shown = PathText.Shown(Path);
        if (Directory.Exists(Path))
            LocateInFolder(names, files, findings);
        else if (TableSources.FormatOf(Path) is { } format)
            LocateByFormat(format, schema, files, findings);
        else
            findings.Add(TableSources.Unreadable(Path));
        foreach (var (name, path) in Tables.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (!names.Contains(name))
                findings.Add(FileRules.UnknownDetail.With(name, string.Join('、', names)).At(new(PathText.Shown(path))));
            else
                files[name] = path;
        }
        if (findings.All(static finding => finding.Severity != Syntax.Diagnostics.Severity.Error) && !schema.Subjects.Any(subject => files.ContainsKey(subject.Name)))
            findings.Add(FileRules.NoMainTable.With(string.Join('、', schema.Subjects.Select(static subject => subject.Name + ".csv"))).At(new(shown)));
        return files;
    }

    private void LocateInFolder(ImmutableArray<string> names, SortedDictionary<string, string> files, ICollection<DataFinding> findings)
    {
        foreach (var path in Directory.EnumerateFiles(Path).Order(StringComparer.Ordinal))
        {
            if (TableSources.FormatOf(path) is not { } format)
                continue;
            var name = format.TableName(path);
            if (!names.Contains(name) && !format.IsMeantAsTable(path))
                continue;
            if (!names.Contains(name))
                findings.Add(FileRules.UnknownTable.With(System.IO.Path.GetFileName(path), string.Join('、', names)).At(new(PathText.Shown(path))));
            else if (!files.TryAdd(name, path))
                findings.Add(FileRules.SameTable.With(name, System.IO.Path.GetFileName(files[name]), System.IO.Path.GetFileName(path)).At(new(PathText.Shown(Path))));
        }
    }

    private void LocateByFormat(TableFormat format, IrSchema schema, SortedDictionary<string, string> files, ICollection<DataFinding> findings)
    {
        if (format.Tables(Path) is not { } listing)
        {
            files[MainTable(schema, format.TableName(Path))] = Path;
            return;
        }
        if (listing.Finding is { } finding)
            findings.Add(finding);
        var names = TableNames(schema);
        var known = listing.Tables.Where(table => names.Contains(table.Name)).ToList();
        // Sheets that are called Sheet1, Sheet2, … name no table: the workbook is one table, and opening it takes the first.
        if (known.Count == 0 && listing.Finding is null && format.HasDefaultTable)
            files[MainTable(schema, format.TableName(Path))] = Path;
        foreach (var (name, source) in known)
            files[name] = source;
        if (known.Count > 0)
        {
            foreach (var (name, source) in listing.Tables.Except(known))
                findings.Add(FileRules.UnknownTable.With(name, string.Join('、', names)).At(new(PathText.Shown(source))));
        }
    }

    /// <summary>A single file is the table that it is named after, else 企业, else the first kind of subject.</summary>
    private static string MainTable(IrSchema schema, string name) =>
        schema.FindSubject(name)?.Name ?? schema.FindSubject(MainSubject)?.Name ?? schema.Subjects.FirstOrDefault()?.Name ?? name;
}
