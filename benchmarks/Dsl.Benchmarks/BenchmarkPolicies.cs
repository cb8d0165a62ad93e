// Input of the benchmarks: the policies of the checkout, and a random registry for them.
using Dsl.Batch.Sampling;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Loading.Policies;
using Dsl.Verification.Sampling;

namespace Dsl.Benchmarks;

/// <summary>The policies and their sample.</summary>
internal static class BenchmarkPolicies
{
    /// <summary>How many subjects of each kind a sample has.</summary>
    public const int Subjects = 10_000;

    private const long Seed = 1;

    /// <summary>The folder of the policies, found upwards from the program.</summary>
    public static string Folder { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The 测算日 of every benchmark.</summary>
    public static DateOnly AsOf { get; } = new(2024, 6, 30);

    /// <summary>Reads the policies.</summary>
    public static LoadedPolicies Load() => PolicyLoader.Load([Folder]);

    /// <summary>测算日 and 年度.</summary>
    public static EvaluationContext Context(LoadedPolicies policies) => policies.Context(AsOf, AsOf.Year, AsOf);

    /// <summary>Writes a sample into a new folder and returns it; the caller removes it.</summary>
    public static string WriteSample(IrProgram program)
    {
        var folder = Directory.CreateTempSubdirectory("policy-benchmark-").FullName;
        var (_, finding) = SampleWriter.Write(program, new SampleOptions(Subjects, Seed), folder, null, CancellationToken.None);
        return finding is null ? folder : throw new InvalidOperationException($"{finding}");
    }

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("run this from a checkout")
        : File.Exists(Path.Combine(folder.FullName, "Dsl.sln")) ? Path.Combine(folder.FullName, "policies")
        : Find(folder.Parent);
}
