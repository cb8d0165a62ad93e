// A separate cache folder for the compiled code of generated policies: this suite does not empty the user's cache.
using System.Runtime.CompilerServices;
using Dsl.Testing;

namespace Dsl.Agreement.Tests;

internal static class KernelCacheFolder
{
    /// <summary>Chooses a folder of the checkout that git does not see.</summary>
    [ModuleInitializer]
    internal static void Choose() =>
        Environment.SetEnvironmentVariable("POLICY_CACHE", RepositoryRoot.Combine("artifacts", "agreement-kernels"));
}
