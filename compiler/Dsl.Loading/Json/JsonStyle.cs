// How JSON is written: Chinese as it is, and for people with line breaks that are the same on every system.
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dsl.Loading.Json;

/// <summary>The two ways of writing JSON.</summary>
public static class JsonStyle
{
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>On one line.</summary>
    public static JsonWriterOptions Compact { get; } = new() { Encoder = Readable };

    /// <summary>Indented, lines ended by \n.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Encoder = Readable, Indented = true, NewLine = "\n" };
}
