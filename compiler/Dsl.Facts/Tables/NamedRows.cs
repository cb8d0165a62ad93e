// Rows that a remark counts and of which it names the first ones in the order of the table, in whatever order they are met.
using System.Text.Json.Serialization;

namespace Dsl.Facts.Tables;

/// <summary>Rows that a remark names one by one, as far as there are few of them.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first ones in the order of the table, by line: what each says.</param>
public sealed record NamedRows(
    [property: JsonPropertyName("个数")] long Count, [property: JsonPropertyName("前几行")] IReadOnlyList<NamedRow> First)
{
    // How many rows a remark names.
    private const int Named = 5;

    /// <summary>No rows.</summary>
    public static NamedRows None { get; } = new(0, []);

    /// <summary>With one more.</summary>
    public NamedRows Add(long line, string text) => First.Count == Named && First[^1].Line <= line
        ? this with { Count = Count + 1 }
        : Add(new NamedRows(1, [new(line, text)]));

    /// <summary>With others.</summary>
    public NamedRows Add(NamedRows other) =>
        new(Count + other.Count, [.. First.Concat(other.First).OrderBy(static row => row.Line).Take(Named)]);
}

/// <summary>A row that a remark names.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Text">What it says.</param>
public sealed record NamedRow([property: JsonPropertyName("行号")] long Line, [property: JsonPropertyName("内容")] string Text);
