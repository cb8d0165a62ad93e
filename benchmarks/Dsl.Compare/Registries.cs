// The registries of whole runs, each as CSV, as Parquet and as a snapshot, and what DuckDB reads of them for the floor.
using Dsl.Batch.Registries;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Types;

namespace Dsl.Compare;

/// <summary>A registry in three formats.</summary>
/// <param name="Name">What its figures are called.</param>
/// <param name="Policies">The folder of the policies.</param>
/// <param name="Folder">Where its formats lie, each in a folder of its own.</param>
internal sealed record StoredRegistry(string Name, string Policies, string Folder)
{
    public string Csv => Path.Combine(Folder, "csv");

    public string Parquet => Path.Combine(Folder, "parquet");

    /// <summary>The one snapshot, in a folder named by its content.</summary>
    public string Snapshot => Directory.EnumerateDirectories(Path.Combine(Folder, "snapshot")).Single();

    /// <summary>Makes the other formats of a registry that is there as CSV.</summary>
    /// <param name="program">The command line, policy.dll.</param>
    /// <param name="policies">What says which columns are numbers.</param>
    public void Convert(string program, IrProgram policies)
    {
        Directory.CreateDirectory(Parquet);
        foreach (var csv in Directory.EnumerateFiles(Csv, "*.csv"))
        {
            var name = Path.GetFileNameWithoutExtension(csv);
            var fields = policies.Schema.Subjects.Where(subject => subject.Name == name).SelectMany(static subject => subject.Fields)
                .Concat(policies.Schema.Subjects.SelectMany(static subject => subject.Details).Where(detail => detail.Name == name)
                    .SelectMany(static detail => detail.Fields));
            Floor.Convert(csv, Path.Combine(Parquet, name + ".parquet"),
                fields.Where(static field => field.Type is QuantityType).Select(static field => field.Name).Append("金额")
                    .ToHashSet(StringComparer.Ordinal));
        }
        WholeRun.Of(program, "registry", "import", Csv, Policies, "--output", Path.Combine(Folder, "snapshot"));
    }

    /// <summary>Leaves the details and records of one subject in ten.</summary>
    public void Thin(IEnumerable<string> mainTables)
    {
        foreach (var csv in Directory.EnumerateFiles(Csv, "*.csv"))
        {
            if (!mainTables.Contains(Path.GetFileNameWithoutExtension(csv), StringComparer.Ordinal))
                Floor.Thin(csv);
        }
    }

    /// <summary>The files of a format with those of their columns that the policies use.</summary>
    public static IEnumerable<(string File, string[] Columns)> Used(IrProgram policies, string folder)
    {
        var used = ColumnPruning.Of(policies);
        foreach (var file in Directory.EnumerateFiles(folder).Where(static file => file.EndsWith(".csv", StringComparison.Ordinal)
            || file.EndsWith(".parquet", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var subject = policies.Schema.Subjects.FirstOrDefault(subject => subject.Name == name);
            var owner = policies.Schema.Subjects.FirstOrDefault(subject => subject.Details.Any(detail => detail.Name == name));
            var detail = owner?.Details.First(detail => detail.Name == name);
            IEnumerable<IrField> fields = subject?.Fields ?? detail?.Fields ?? [];
            var key = (subject ?? owner)?.Key.Name;
            yield return (file, key is null ? []
                : [.. fields.Where(used.Contains).Select(static field => field.Name).Prepend(key).Distinct()]);
        }
    }
}
