// The figures of a form as they were read, so that the user sees what was understood.
using System.Numerics;
using Dsl.Facts.Cells;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.TryOut;

/// <summary>A figure as it is typed into a form.</summary>
/// <param name="Row">The row of the table, from 0; null where the table has none.</param>
internal readonly record struct TypedFigure(FormField Field, int? Row, string Text);

/// <summary>A figure as it was read.</summary>
/// <param name="Path">table.field, or the name of a setting.</param>
/// <param name="Row">The row of the table, from 0; null where the table has none.</param>
/// <param name="Text">The value: 200万元 = 2,000,000元.</param>
internal sealed record ReadValue(string Path, int? Row, string Text)
{
    /// <summary>The figures that can be read; what cannot is among the findings.</summary>
    public static IEnumerable<ReadValue> Of(IEnumerable<TypedFigure> figures)
    {
        foreach (var (field, row, typed) in figures)
        {
            if (Understood(typed, field.Type) is { } text)
                yield return new(field.Path, row, text);
        }
    }

    /// <summary>A figure in the usual scale, and in full where that is longer; null where it cannot be read.</summary>
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
