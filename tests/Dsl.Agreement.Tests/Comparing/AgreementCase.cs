// A case: policies, a registry, the dates. Everything comes from one seed.
using Dsl.Agreement.Tests.Generating;
using Dsl.Agreement.Tests.Registries;
using Dsl.Evaluation.Interpreting;

namespace Dsl.Agreement.Tests.Comparing;

/// <summary>A case.</summary>
/// <param name="Seed">Where it comes from.</param>
/// <param name="Context">Dates.</param>
internal sealed record AgreementCase(ulong Seed, PolicySet Policies, RegistryTables Registry, EvaluationContext Context)
{
    // One subject, less than a block of a batch, around the ends of blocks of 128 and 2048.
    private static readonly int[] Sizes =
        [.. Many(1, 8), .. Many(5, 40), .. Many(30, 38), 0, 0, 0, 127, 127, 127, 129, 129, 129, 129, 2047, 2049];

    /// <summary>The case of a seed.</summary>
    public static AgreementCase Make(ulong seed)
    {
        var draw = new Draw(seed, "情形");
        var policies = PolicyMaker.Make(seed);
        var asOf = draw.Pick<DateOnly>(
            new(2024, 6, 30), new(2024, 6, 30), new(2024, 12, 31), new(2023, 12, 31), new(2024, 1, 1), new(2022, 2, 28), new(2021, 6, 21),
            new(2021, 6, 20), new(2026, 1, 2));
        var context = new EvaluationContext(asOf, asOf.Year + draw.Pick(0, 0, 0, 0, -1, 1));
        return new(seed, policies, RegistryMaker.Make(policies.Compilation.Program, seed, draw.Pick<int>(Sizes)), context);
    }

    /// <summary>The difference that the case shows, or null. The registry is written into a folder of its own.</summary>
    public string? FindDifference() => InFolder(folder => EngineRuns.FindDifference(Policies.Compilation.Program, Context, folder));

    /// <summary>Does something with the registry on disk.</summary>
    public T InFolder<T>(Func<string, T> work)
    {
        var folder = Directory.CreateTempSubdirectory("policy-registry-").FullName;
        try
        {
            Registry.Write(folder);
            return work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"种子 {Seed}，测算日 {Context.AsOf:yyyy-MM-dd}，年度 {Context.Year}\n\n{Policies}\n{Registry}";

    private static IEnumerable<int> Many(int size, int times) => Enumerable.Repeat(size, times);
}
