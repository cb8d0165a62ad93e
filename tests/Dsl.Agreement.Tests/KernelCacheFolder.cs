// Engines that keep compiled code on disk keep that of generated policies apart: nobody's cache is emptied by this suite.
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
