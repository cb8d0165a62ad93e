// JSON as the program writes it: indented, Chinese left readable, line feeds everywhere.
using System.Text;
using System.Text.Json;
using Dsl.Loading.Json;

namespace Dsl.Cli.Output;

/// <summary>Writes JSON documents.</summary>
internal static class JsonText
{
    /// <summary>Writes one document and a line end.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonStyle.Indented))
            content(writer);
        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
