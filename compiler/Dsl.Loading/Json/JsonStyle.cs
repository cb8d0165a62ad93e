// How JSON is written: Chinese as it is, and for people with line breaks that are the same on every system.
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dsl.Loading.Json;

/// <summary>
/// The two ways of writing JSON. What a document holds is said by its shape: a record or class with a property per member, serialised by a
/// generated context that is made with <see cref="ForShapes"/>.
/// </summary>
/// <remarks>
/// Amounts, dates and words stand in shapes as text (<c>QuantityFormat.Ledger</c>, <c>CivilDate.Format</c>, <c>Word()</c>): the serializer
/// compiles its code anew for each value type of ours, which costs more at the start than the whole document. A shape that looks at a
/// result has an internal constructor: of a public one the generator would describe the parameters and all types reached from them.
/// </remarks>
public static class JsonStyle
{
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>On one line.</summary>
    public static JsonWriterOptions OneLine { get; } = new() { Encoder = Readable };

    /// <summary>Indented, lines ended by \n.</summary>
    public static JsonWriterOptions Indented { get; } = new() { Encoder = Readable, Indented = true, NewLine = "\n" };

    /// <summary>New options for one context (a context takes its options for itself).</summary>
    public static JsonSerializerOptions ForShapes() => new() { Encoder = Readable };

    /// <summary>
    /// As <see cref="ForShapes"/>, for shapes that are read back, too: a member that is not there or null where it must not be is a
    /// <see cref="JsonException"/>.
    /// </summary>
    public static JsonSerializerOptions ForReading() =>
        new() { Encoder = Readable, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>A document as indented text, without a line end after it.</summary>
    public static string Indent<T>(T document, JsonTypeInfo<T> shape)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
            JsonSerializer.Serialize(json, document, shape);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a document as indented text.</summary>
    public static void Write<T>(Stream stream, T document, JsonTypeInfo<T> shape)
    {
        using var json = new Utf8JsonWriter(stream, Indented);
        JsonSerializer.Serialize(json, document, shape);
    }

    /// <summary>An object whose members are named by data, in the order given.</summary>
    public static OrderedDictionary<string, TValue> Members<TItem, TValue>(
        IEnumerable<TItem> items, Func<TItem, string> name, Func<TItem, TValue> value)
    {
        var members = new OrderedDictionary<string, TValue>(StringComparer.Ordinal);
        foreach (var item in items)
            members[name(item)] = value(item);
        return members;
    }
}
