// Numbers written out: 100万元 as 1,000,000元.
using Dsl.Syntax.Tree;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Names;

internal static class NumberText
{
    /// <summary>A number with 万 or 亿 written out with its unit: 1,000,000元; null for one that is written out already.</summary>
    public static string? WrittenOut(NumberLiteral number) =>
        number.Scale.Length > 0 && number.PerScale.Length == 0 && QuantityFormat.Decimal(number.Figure) is { } digits
            ? digits + (number.Unit.Length > 0 ? number.Unit : "") + (number.PerUnit.Length > 0 ? "/" + number.PerUnit : "") : null;

    /// <summary>The unit that a bare number took from its surroundings: 元, 人, 元/件; null where it took none.</summary>
    public static string? TakenUnit(NumberLiteral number, DslType? type) =>
        number is { Unit: "", PerUnit: "" } && type is QuantityType { IsRatio: false, IsBare: false, Dimension: var dimension }
        && dimension != Dimension.None
            ? dimension.ToString()
            : null;
}
