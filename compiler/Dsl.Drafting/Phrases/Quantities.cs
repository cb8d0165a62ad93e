// Figures of a document as the language writes them.
using Dsl.Semantics.Checks.Figures;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Drafting.Phrases;

internal static class Quantities
{
    /// <summary>A figure such as 30万元, 5%, 6:4 or 10万元/件; null where the language has no such unit.</summary>
    public static string? Write(OfficialFigure figure) =>
        figure.PerScale.Length == 0 ? FigureMatching.InLanguage(figure)
        : FigureMatching.InLanguage(figure with { PerUnit = "" }) is { } above ? $"{above}/{figure.PerScale}{figure.PerUnit}"
        : null;

    /// <summary>The type of a figure, such as 金额, 比率 or 家; null where the language has none.</summary>
    public static string? TypeOf(OfficialFigure figure) => figure switch
    {
        { Kind: FigureKind.Percent } => "比率",
        { Kind: FigureKind.Quantity, Unit: "元", PerUnit: "" } => "金额",
        { Kind: FigureKind.Quantity, Unit: "" } => "数",
        { Kind: FigureKind.Quantity, PerUnit: not "" } when CompoundUnits.Find(figure.Unit, figure.PerUnit) is not null =>
            $"{figure.Unit}/{figure.PerUnit}",
        { Kind: FigureKind.Quantity, PerUnit: "" } when Units.Find(figure.Unit) is { } unit => unit.Name,
        _ => null,
    };
}
