// The checked-in policies over their sample registry, read from wherever a connector keeps it.
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Loading.Policies;
using Dsl.Testing;
using Xunit;

namespace Dsl.Batch.Tests;

internal static class SampleRegistry
{
    private static readonly Lazy<LoadedPolicies> Policies = new(static () =>
        PolicyLoader.Load([RepositoryRoot.Combine("policies")]));

    /// <summary>The folder of CSV files.</summary>
    public static string Folder => RepositoryRoot.Combine("policies", "sample");

    /// <summary>The tables: name, header, rows.</summary>
    public static IEnumerable<(string Name, List<string>[] Rows)> Tables =>
        Directory.EnumerateFiles(Folder, "*.csv").Order(StringComparer.Ordinal)
            .Select(static path => (Path.GetFileNameWithoutExtension(path),
                CsvRecords.Of(File.ReadAllText(path).TrimStart('\uFEFF').ReplaceLineEndings("\n")).ToArray()));

    /// <summary>Runs a batch that has no findings of error severity.</summary>
    public static BatchOutcome Run(RegistrySource source, string output)
    {
        var options =
            new BatchOptions(source, output, Policies.Value.Context(new DateOnly(2023, 12, 31), 2023, new DateOnly(2023, 12, 31)));
        var outcome = BatchRunner.Run(Policies.Value, options, null, CancellationToken.None);
        Assert.False(outcome.HasErrors, string.Join('\n', outcome.Findings));
        return outcome;
    }
}
