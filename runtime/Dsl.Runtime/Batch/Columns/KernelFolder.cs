// Where compiled kernels are kept: the user's cache folder, or where POLICY_CACHE says; nowhere with POLICY_CACHE=off.
using Dsl.Backends.Roslyn.Compiling;

namespace Dsl.Runtime.Batch.Columns;

/// <summary>The folder of compiled kernels.</summary>
internal static class KernelFolder
{
    /// <summary>The cache, or null where there is no place for one.</summary>
    public static KernelCache? Open()
    {
        var chosen = Environment.GetEnvironmentVariable("POLICY_CACHE");
        if (chosen is "off")
            return null;
        if (!string.IsNullOrWhiteSpace(chosen))
            return new(chosen);
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return user.Length == 0 ? null : new(Path.Combine(user, "policy-language", "kernels"));
    }
}
