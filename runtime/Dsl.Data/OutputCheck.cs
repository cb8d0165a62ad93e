// Before anything is written: no output is what the run reads, another output, a policy, or a table that the user did not ask to replace.
using Dsl.Data.DuckDb;
using Dsl.Data.Excel;
using Dsl.Data.Outputs;
using Dsl.Data.Postgres;
using Dsl.Loading.Documents;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Text;

namespace Dsl.Data;

/// <summary>Looks at the outputs of a command.</summary>
public static class OutputCheck
{
    /// <summary>What is wrong with the outputs of a run; null where all is well.</summary>
    /// <param name="outputs">The files that it would write, as they were given.</param>
    /// <param name="inputs">The files that it reads.</param>
    /// <param name="closed">Folders that nothing may be put into, whatever its name; null for none.</param>
    public static DataFinding? Problem(IEnumerable<string> outputs, IEnumerable<string> inputs, IReadOnlyList<string>? closed = null)
    {
        var folders = (closed ?? []).Where(Directory.Exists).Select(OutputPath.KeyOf).ToHashSet(StringComparer.Ordinal);
        var read = inputs.Where(static path => FileStatus.Of(path).IsThere).Select(OutputPath.KeyOf).ToHashSet(StringComparer.Ordinal);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in outputs)
        {
            var shown = PathText.Shown(path);
            var (final, problem) = OutputPath.Resolve(path);
            if (problem is not null)
                return FileDiagnostics.CannotWrite.With(shown, problem).At(new(shown));
            // What a run that was killed had begun is done first: what stands there is looked at below.
            Remainders.Clean(final);
            var key = OutputPath.KeyOf(final);
            if (read.Contains(key))
                return FileDiagnostics.OutputIsInput.With(shown).At(new(shown));
            if (folders.Count > 0 && IsBelow(final, folders))
                return FileDiagnostics.OutputInClosedFolder.With(shown).At(new(shown));
            if (!written.Add(key))
                return FileDiagnostics.SameOutput.With(shown).At(new(shown));
            if (IsOfPolicies(path) || IsOfPolicies(final))
                return FileDiagnostics.PolicyAsOutput.With(shown).At(new(shown));
        }
        return null;
    }

    /// <summary>
    /// A table that stands where a result would go and that no run made: the name is that of a table of the schema,
    /// or it lies among the tables that are read.
    /// </summary>
    /// <param name="path">The output.</param>
    /// <param name="tables">The names that tables have.</param>
    /// <param name="folder">The folder that is read; null for none.</param>
    public static DataFinding? RealTable(string path, IReadOnlyCollection<string> tables, string? folder)
    {
        // The writer of PostgreSQL tables looks itself what stands there.
        if (TableSources.FormatOf(path) is not { } format || PostgresAddress.IsAddress(path) || File.Exists(SideFiles.Manifest(path)))
            return null;
        var shown = PathText.Shown(path);
        var name = format.TableName(path);
        var isAmongTables = folder is not null && Directory.Exists(folder) && Path.GetDirectoryName(Path.GetFullPath(path)) is { } own
            && FileStatus.Of(own) is { Kind: FileKind.Folder, Identity: var place } && place == FileStatus.Of(folder).Identity;
        if (!FileStatus.Of(FileOf(path) ?? "").IsThere)
            return isAmongTables && tables.Contains(name) ? FileDiagnostics.OutputAmongTables.With(shown, name).At(new(shown)) : null;
        if (DuckDbSource.Parse(path) is { IsParquet: false } database)
            return tables.Contains(name) && DuckDbFormats.TableNames(database).Contains(name)
                ? FileDiagnostics.RealTable.With(shown, name).At(new(shown))
                : null;
        return (tables.Contains(name) || isAmongTables) && FileStatus.Of(path).Size > 0
            ? FileDiagnostics.RealTable.With(shown, name).At(new(shown))
            : null;
    }

    /// <summary>
    /// The files that a command read, with what lies beside official texts: the record of their cleaning, and what they were before it.
    /// </summary>
    public static IEnumerable<string> Protected(IEnumerable<string> inputs)
    {
        var files = inputs.ToList();
        var folders = files.Where(static file => file.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)).Select(PathText.FolderOf)
            .Where(static folder => folder.Length > 0)
            .SelectMany(static folder => (string[])[folder, PathText.Join(folder, OfficialTextFile.RawFolder)]).Distinct()
            .Where(Directory.Exists);
        return files.Concat(folders.SelectMany(static folder => Directory.EnumerateFiles(folder)));
    }

    /// <summary>The file that SRC or DST names; null where it names none.</summary>
    public static string? FileOf(string source) =>
        PostgresAddress.IsAddress(source) ? null : DuckDbSource.Parse(source)?.Path ?? ExcelAddress.Parse(source)?.Path ?? source;

    private static bool IsBelow(string final, HashSet<string> folders)
    {
        for (var folder = Path.GetDirectoryName(final); folder is { Length: > 0 }; folder = Path.GetDirectoryName(folder))
        {
            if (folders.Contains(OutputPath.KeyOf(folder)))
                return true;
        }
        return false;
    }

    private static bool IsOfPolicies(string path) =>
        path.EndsWith(".policy", StringComparison.OrdinalIgnoreCase)
        || Path.GetFileName(path).Equals(PolicyConfiguration.FileName, StringComparison.OrdinalIgnoreCase);
}
