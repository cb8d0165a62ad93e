// Loads compiled kernels into a context of their own, which is collected when the kernel is no longer referenced.
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Rules;
using Dsl.Values.Exact;

namespace Dsl.Columns.Compiling;

/// <summary>Makes kernels of programs.</summary>
public static class KernelLoader
{
    /// <summary>The kernel of generated code: from the cache where it is there and whole, else compiled.</summary>
    /// <param name="program">The code.</param>
    /// <param name="cache">Where compiled code is kept; null to keep nothing.</param>
    public static ProgramKernel Load(GeneratedProgram program, KernelCache? cache)
    {
        var key = KeyOf(program);
        if (cache?.Find(key) is { } kept && TryLoad(kept) is { } ready)
            return ready;
        var image = KernelCompiler.Compile(program.Source, $"Dsl.Generated.{key[..16]}");
        cache?.Keep(key, image);
        return TryLoad(image) ?? throw new InvalidOperationException("Generated code has no program.");
    }

    /// <summary>
    /// What the compiled code depends on: its source, the kernel types and rules that it is bound to, the runtime.
    /// Anything else that matters (policies, options) shows in the source.
    /// </summary>
    public static string KeyOf(GeneratedProgram program) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{typeof(ProgramKernel).Module.ModuleVersionId}\n{typeof(ForceRule).Module.ModuleVersionId}\n" +
        $"{typeof(Rational).Module.ModuleVersionId}\n{Environment.Version}\n{program.Source}")));

    private static ProgramKernel? TryLoad(byte[] image)
    {
        try
        {
            var context = new AssemblyLoadContext("policies", isCollectible: true);
            var type = context.LoadFromStream(new MemoryStream(image)).GetType(ProgramEmitter.TypeName);
            return type is null ? null : (ProgramKernel?)Activator.CreateInstance(type);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
