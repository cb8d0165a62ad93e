// The figures of a form as they were read, so that the one who types sees what was understood.
using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Nodes;
using Dsl.Facts.Cells;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.TryOut;

/// <summary>A figure as it was read.</summary>
/// <param name="Path">table.field, or the name of a setting.</param>
/// <param name="Row">The row of the table, from 0; null where the table has none.</param>
/// <param name="Text">The value: 200万元 = 2,000,000元.</param>
internal sealed record ReadValue(string Path, int? Row, string Text)
{
    /// <summary>The figures of a form that can be read; what cannot is among the findings.</summary>
    public static IEnumerable<ReadValue> Of(ImmutableArray<FormTable> tables, JsonObject facts)
    {
        foreach (var table in tables)
        {
            var rows =
                table.Name.Length == 0 ? [facts] : facts[table.Name] switch { JsonArray several => [.. several], var one => new[] { one } };
            foreach (var (index, row) in rows.Index())
            {
                foreach (var field in table.Fields.Where(static field => field.Type is QuantityType))
                {
                    if ((row as JsonObject)?[field.Name] is JsonValue typed && Understood(typed.ToString(), field.Type) is { } text)
                        yield return new(field.Path, table.IsRows ? index : null, text);
                }
            }
        }
    }

    /// <summary>A figure as officers say it, and in full where that is longer; null where it cannot be read.</summary>
    public static string? Understood(string typed, DslType type)
    {
        if (ValueReader.Read(typed, type, Bounds.Everything).Value is not NumberValue { IsCertain: true, Bounds.Low: { } number })
            return null;
        var said = QuantityFormat.Display(number, type);
        return type is QuantityType { IsRatio: false, Dimension: var dimension } && number.IsInteger
            && BigInteger.Abs(number.Numerator) >= 10_000
            ? $"{said} = {number.Numerator.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)}"
                + $"{(dimension == Dimension.None ? "" : dimension)}"
            : said;
    }
}
