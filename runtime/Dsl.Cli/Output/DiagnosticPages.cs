// The pages of diagnostics, which travel inside the program.
using System.Collections.Immutable;

namespace Dsl.Cli.Output;

/// <summary>The pages of diagnostics (compiler/docs/diagnostics).</summary>
internal static class DiagnosticPages
{
    private const string Prefix = "page/";

    /// <summary>Every code that has a page, in order.</summary>
    public static ImmutableArray<string> Codes { get; } =
        [.. typeof(DiagnosticPages).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(static name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal)];

    /// <summary>The page of a code, or null.</summary>
    public static string? Find(string code)
    {
        using var stream = typeof(DiagnosticPages).Assembly.GetManifestResourceStream(Prefix + code);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The first line of the page: code and title.</summary>
    public static string Title(string code) =>
        Find(code) is { } page ? page.AsSpan().TrimStart("# ").ToString().Split('\n', 2)[0].TrimEnd() : code;
}
