// The pages of compiler/docs/diagnostics, embedded in the program for `policy explain`.
using System.Text;

namespace Dsl.Compiler;

/// <summary>The documentation of diagnostic codes.</summary>
public static class DiagnosticPages
{
    private const string Prefix = "diagnostics/";

    /// <summary>Every code that has a page, in order.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [.. typeof(DiagnosticPages).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix + "DSL", StringComparison.Ordinal))
            .Select(static name => name[Prefix.Length..].Replace(".md", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>The page of a code (Markdown), or null. Case does not matter.</summary>
    public static string? Find(string code)
    {
        using var stream = typeof(DiagnosticPages).Assembly.GetManifestResourceStream($"{Prefix}{code.ToUpperInvariant()}.md");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The first line of the page: code and title; the code itself where it has no page.</summary>
    public static string Title(string code) =>
        Find(code) is { } page ? page.AsSpan().TrimStart("# ").ToString().Split('\n', 2)[0].TrimEnd() : code;
}
