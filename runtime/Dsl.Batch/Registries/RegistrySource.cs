// Which file is which table: a folder of files under schema names, or a main table with details named one by one.
using System.Collections.Immutable;
using Dsl.Data;
using Dsl.Data.Tables;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Registries;

/// <summary>A registry whose tables are kept in a form of ours.</summary>
internal interface IStoredRegistry
{
    /// <summary>The folder in which its tables were looked for when it was made; null where they were named one by one.</summary>
    string? DataFolder { get; }

    /// <summary>Its tables by name, each with the SRC that it was made from; findings about where they were found are added.</summary>
    SortedDictionary<string, string> Locate(ICollection<DataFinding> findings);

    /// <summary>Opens a table.</summary>
    TableOpening Open(string name);

    /// <summary>Why a table cannot be read with a key; null where it can: it was cut into parts by the key that it had then.</summary>
    /// <param name="name">The table.</param>
    /// <param name="column">Where the key stands in its header now; null for nowhere.</param>
    DataFinding? KeyProblem(string name, int? column);
}

/// <summary>Where a registry is read from.</summary>
/// <param name="Path">A table (the main table), or a folder, database or workbook that holds tables under their schema names.</param>
public sealed record RegistrySource(string Path)
{
    /// <summary>Tables given one by one (--detail NAME=SRC): details, records, or main tables of other kinds of subjects.</summary>
    public ImmutableDictionary<string, string> Tables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Columns whose headers differ from the schema.</summary>
    public ColumnMapping Mapping { get; init; } = ColumnMapping.None;

    /// <summary>
    /// Columns (table, field) that the tables need not have, since the registry was made before or after the field was: what they hold is
    /// unknown. A key is never among them.
    /// </summary>
    public ImmutableHashSet<(string Table, string Field)> OptionalColumns { get; init; } = [];

    /// <summary>文号 of documents that are not evaluated, of which the shared records may be.</summary>
    public ImmutableArray<string> OtherDocuments { get; init; } = [];

    /// <summary>Policies that are not evaluated, whose records (and those of documents that they name) may stand here.</summary>
    internal ImmutableArray<IrPolicy> OtherPolicies { get; init; } = [];

    /// <summary>Names of external parameters that others read from the same registry: their values are left alone.</summary>
    internal Func<string, bool> IsForeignParameter { get; init; } = static _ => false;

    /// <summary>Fields that another version of the schema has, of which a mapping may speak.</summary>
    internal Func<string, bool> IsForeignField { get; init; } = static _ => false;

    /// <summary>Tables that are kept in a form of ours, a part of a snapshot, in the place of <see cref="Path"/>.</summary>
    internal IStoredRegistry? Stored { get; init; }

    /// <summary>The folder in which the tables were looked for; null where they were named one by one.</summary>
    internal string? DataFolder => Stored is { } stored ? stored.DataFolder : Directory.Exists(Path) ? PathText.Shown(Path) : null;

    /// <summary>The same with the documents that policy.json names beside those of the command line.</summary>
    public RegistrySource For(LoadedPolicies policies) => this with { OtherDocuments = policies.Documents(OtherDocuments) };

    /// <summary>The documents of which records may be.</summary>
    internal KnownDocuments Known(IrProgram program) => new([.. program.Policies, .. OtherPolicies], OtherDocuments);

    /// <summary>The names that a column may have in some table.</summary>
    internal static ImmutableArray<string> FieldNames(IrSchema schema) =>
    [
        .. schema.Subjects.SelectMany(static subject => subject.Fields.Concat(subject.Details.SelectMany(static detail => detail.Fields)))
            .Select(static field => field.Name)
            .Concat(RecordTable.Columns)
            .Concat(ParameterTable.Wanted.SelectMany(static column => column.Aliases.Prepend(column.Name))).Distinct(),
    ];

    /// <summary>The names that a table may have.</summary>
    internal static ImmutableArray<string> TableNames(IrSchema schema) =>
    [
        .. schema.Subjects.Select(static subject => subject.Name)
            .Concat(schema.Subjects.SelectMany(static subject => subject.Details).Select(static detail => detail.Name))
            .Append(BuiltInTables.Approvals).Append(BuiltInTables.Payments).Append(BuiltInTables.Parameters).Distinct(),
    ];

    /// <summary>Opens a table that was located.</summary>
    internal TableOpening Open(string name, string path) => Stored?.Open(name) ?? TableSources.Open(path);

    /// <summary>The files by table name.</summary>
    internal SortedDictionary<string, string> Locate(IrSchema schema, ICollection<DataFinding> findings)
    {
        if (Stored is { } stored)
            return stored.Locate(findings);
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
                findings.Add(FileDiagnostics.UnknownDetail.With(name, string.Join('、', names)).At(new(PathText.Shown(path))));
            // The main table and another file in its place: which is meant is unknown.
            else if (files.TryGetValue(name, out var main) && main.StartsWith(Path, StringComparison.Ordinal) && !Directory.Exists(Path))
                findings.Add(
                    FileDiagnostics.SameTable.With(name, System.IO.Path.GetFileName(main), System.IO.Path.GetFileName(path))
                        .At(new(shown)));
            else if (Resolve(path, name, names, findings) is { } resolved)
                files[name] = resolved;
        }
        if (findings.All(static finding => finding.Severity != Syntax.Diagnostics.Severity.Error)
            && !schema.Subjects.Any(subject => files.ContainsKey(subject.Name)))
            findings.Add(
                FileDiagnostics.NoMainTable.With(string.Join('、', schema.Subjects.Select(static subject => subject.Name + ".csv")))
                .At(new(shown)));
        return files;
    }

    private void LocateInFolder(ImmutableArray<string> names, SortedDictionary<string, string> files, ICollection<DataFinding> findings)
    {
        var paths = new List<(TableFormat Format, string Name, string Path)>();
        foreach (var path in Directory.EnumerateFileSystemEntries(Path).Order(StringComparer.Ordinal))
        {
            if (TableSources.FormatOf(path) is not { } format)
                continue;
            var name = format.TableName(path);
            // A folder, pipe, device or broken link in the place of a table: without a word the table would count as not supplied.
            if (FileStatus.Of(path).Words is { } words)
            {
                if (names.Contains(name) && !Tables.ContainsKey(name))
                    findings.Add(FileDiagnostics.CannotRead.With(PathText.Shown(path), words).At(new(PathText.Shown(path))));
                continue;
            }
            if (!names.Contains(name) && !format.IsMeantAsTable(path))
                continue;
            if (!names.Contains(name))
                findings.Add(
                    FileDiagnostics.UnknownTable.With(System.IO.Path.GetFileName(path), string.Join('、', names))
                        .At(new(PathText.Shown(path))));
            else if (!files.TryAdd(name, path))
                findings.Add(FileDiagnostics.SameTable.With(name, System.IO.Path.GetFileName(files[name]), System.IO.Path.GetFileName(path))
                    .At(new(PathText.Shown(Path))));
            else
                paths.Add((format, name, path));
        }
        foreach (var (format, name, path) in paths.Where(file => !Tables.ContainsKey(file.Name)))
        {
            if (Resolve(path, name, names, findings) is { } resolved)
                files[name] = resolved;
            // A workbook that is one table under its own name may hold others on its other sheets.
            if (format.HasDefaultTable
                && format.Tables(path, [.. names.Where(other => other != name)], Tables.ContainsKey) is { Finding: null } listing)
                AddInside(path, listing, names, files, findings);
        }
    }

    /// <summary>Takes the tables that stand in the workbook of another one.</summary>
    private void AddInside(string path, TableListing listing, ImmutableArray<string> names, SortedDictionary<string, string> files,
        ICollection<DataFinding> findings)
    {
        foreach (var finding in listing.Findings.Where(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error))
            findings.Add(finding);
        foreach (var (table, source) in listing.Tables.Where(table => !Tables.ContainsKey(table.Name)))
        {
            if (!files.TryAdd(table, source))
                findings.Add(
                    FileDiagnostics.SameTable.With(table, System.IO.Path.GetFileName(files[table]), System.IO.Path.GetFileName(source))
                    .At(new(PathText.Shown(Path))));
        }
        foreach (var (sheet, source) in listing.Others.Where(other => !files.ContainsValue(path) && !files.ContainsValue(other.Source)))
            findings.Add(FileDiagnostics.UnknownTable.With(sheet, string.Join('、', names)).At(new(PathText.Shown(source))));
    }

    private void LocateByFormat(TableFormat format, IrSchema schema, SortedDictionary<string, string> files,
        ICollection<DataFinding> findings)
    {
        var names = TableNames(schema);
        var main = MainTable(schema, format.TableName(Path));
        if (format.Tables(Path, names, Tables.ContainsKey) is not { } listing)
        {
            files[main] = Path;
            return;
        }
        foreach (var finding in listing.Findings.Concat(listing.Finding is { } unreadable ? [unreadable] : []))
            findings.Add(finding);
        // Sheets that are called Sheet1, Sheet2, … name no table: the workbook is one table, if it is clear which sheet that is.
        if (listing.Tables.Length == 0 && format.HasDefaultTable
            && findings.All(static finding => finding.Severity != Syntax.Diagnostics.Severity.Error)
            && Resolve(Path, main, names, findings) is { } resolved)
            files[main] = resolved;
        foreach (var (name, source) in listing.Tables)
            files[name] = source;
        if (listing.Tables.Length > 0)
        {
            foreach (var (name, source) in listing.Others)
                findings.Add(FileDiagnostics.UnknownTable.With(name, string.Join('、', names)).At(new(PathText.Shown(source))));
        }
    }

    /// <summary>The SRC of a table; null with a finding where it may be one of several.</summary>
    private static string? Resolve(string source, string table, ImmutableArray<string> names, ICollection<DataFinding> findings)
    {
        if (TableSources.FormatOf(source) is not { } format)
            return source;
        var (resolved, problems) = format.Resolve(source, table, names);
        foreach (var problem in problems.Except(findings))
            findings.Add(problem);
        return resolved;
    }

    /// <summary>A single file is the table that it is named after, else 企业, else the first kind of subject.</summary>
    private static string MainTable(IrSchema schema, string name) =>
        schema.FindSubject(name)?.Name
        ?? schema.FindSubject(BuiltInTables.MainSubject)?.Name ?? schema.Subjects.FirstOrDefault()?.Name ?? name;
}
