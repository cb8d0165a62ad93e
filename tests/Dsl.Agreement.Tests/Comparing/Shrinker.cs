// From a case that fails to a small one that still fails: less policy, fewer rows, fewer cells.
using System.Diagnostics;
using Dsl.Batch.Registries;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Agreement.Tests.Comparing;

/// <summary>Makes failing cases small.</summary>
internal static class Shrinker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>The smallest case found in some time that still has a problem, with the problem.</summary>
    public static (AgreementCase Case, string Problem) Shrink(AgreementCase large, string problem, Func<AgreementCase, string?> findProblem)
    {
        var clock = Stopwatch.StartNew();
        var (best, why) = (large, problem);
        for (var goesOn = true; goesOn;)
        {
            goesOn = false;
            foreach (var smaller in Smaller(best))
            {
                if (clock.Elapsed > Patience)
                    return (best, why);
                if (!IsSound(smaller) || findProblem(smaller) is not { } still)
                    continue;
                (best, why, goesOn) = (smaller, still, true);
                break;
            }
        }
        return (best, why);
    }

    // Rows first while there are many: each try costs as much as there are rows.
    private static IEnumerable<AgreementCase> Smaller(AgreementCase large)
    {
        var rows = large.Registry.Smaller().Select(registry => large with { Registry = registry });
        var policies = large.Policies.Smaller().Select(policies => large with { Policies = policies });
        return large.Registry.RowCount > 40 ? rows.Concat(policies) : policies.Concat(rows);
    }

    private static bool IsSound(AgreementCase smaller)
    {
        var compilation = smaller.Policies.Compilation;
        return compilation.Diagnostics.All(static finding => finding.Severity != Severity.Error) && compilation.Program.Policies.Length > 0
            && smaller.InFolder(folder => Registry.Open(compilation.Program, new RegistrySource(folder)).Registry is not null);
    }
}
