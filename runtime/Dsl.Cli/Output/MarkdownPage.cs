// Our own Markdown pages on a terminal: headings and fences become layout.
using Dsl.Cli.Hosting;

namespace Dsl.Cli.Output;

/// <summary>Prints the few forms of Markdown that our pages use.</summary>
internal static class MarkdownPage
{
    /// <summary>Prints a page.</summary>
    public static void Write(string page, TextWriter output, Palette palette)
    {
        var inCode = false;
        foreach (var line in page.TrimEnd().Split('\n').Select(static line => line.TrimEnd('\r')))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inCode = !inCode;
            else if (inCode)
                output.WriteLine("    " + line);
            else if (line.StartsWith('#'))
                output.WriteLine(palette.Strong + line.TrimStart('#').Trim() + palette.End);
            else
                output.WriteLine(line);
        }
    }
}
