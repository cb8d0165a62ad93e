// From generated C# to a loaded assembly. The only file that touches the C# compiler; nothing loads it while the cache answers.
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Rules;
using Dsl.Values.Exact;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Dsl.Columns.Compiling;

/// <summary>Generated code that does not compile.</summary>
/// <param name="message">What the compiler says.</param>
/// <param name="places">Where in the source; −1 for nowhere in particular.</param>
internal sealed class UncompiledCodeException(string message, IReadOnlyList<int> places) : Exception(message)
{
    /// <summary>Where in the source; −1 for nowhere in particular.</summary>
    public IReadOnlyList<int> Places { get; } = places;
}

/// <summary>Compiles generated code in memory.</summary>
internal static class KernelCompiler
{
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true, concurrentBuild: false,
        nullableContextOptions: NullableContextOptions.Enable, checkOverflow: false);

    /// <summary>The bytes of the assembly, with its symbols inside.</summary>
    /// <exception cref="UncompiledCodeException">The generator wrote C# that does not compile: a mistake of ours.</exception>
    public static byte[] Compile(string source, string assemblyName)
    {
        var text = SourceText.From(source, System.Text.Encoding.UTF8);
        var tree =
            CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest), $"{assemblyName}.cs");
        var compilation = CSharpCompilation.Create(assemblyName, [tree], References(), Options);
        using var image = new MemoryStream();
        var result = compilation.Emit(
            image,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded),
            embeddedTexts: [EmbeddedText.FromSource(tree.FilePath, text)]);
        if (result.Success)
            return image.ToArray();
        var errors = result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        throw new UncompiledCodeException(
            $"Generated code does not compile:\n{string.Join('\n', errors.Take(5))}",
            [.. errors.Select(error => error.Location.IsInSource ? error.Location.SourceSpan.Start : -1)]);
    }

    // Implementation assemblies of the running framework: those that the code will be bound to.
    private static IEnumerable<MetadataReference> References()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
        string[] paths =
        [
            typeof(object).Assembly.Location, typeof(ProgramKernel).Assembly.Location,
            typeof(ForceRule).Assembly.Location, typeof(Rational).Assembly.Location,
            .. ((string[])["System.Runtime.dll", "System.Runtime.Numerics.dll", "System.Collections.Immutable.dll"])
                .Select(name => Path.Combine(folder, name)),
        ];
        return paths.Select(static path => MetadataReference.CreateFromFile(path));
    }
}
