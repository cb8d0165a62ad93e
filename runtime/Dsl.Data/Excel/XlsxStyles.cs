// The few cell styles of the sheets that are written.
using DocumentFormat.OpenXml.Spreadsheet;

namespace Dsl.Data.Excel;

internal static class XlsxStyles
{
    /// <summary>The header: bold on grey.</summary>
    public const uint Header = 1;

    private const uint Text = 2;
    private const uint Amount = 3;
    private const uint TextToFill = 4;
    private const uint AmountToFill = 5;

    // Built-in number formats: text, and 1,234.50.
    private const uint TextFormat = 49;
    private const uint AmountFormat = 4;

    /// <summary>The style of a column's cells, as an index of the style sheet.</summary>
    public static uint Of(XlsxColumn column) => (column.Content, column.IsToFill) switch
    {
        (XlsxContent.Amount, false) => Amount,
        (XlsxContent.Amount, true) => AmountToFill,
        (_, true) => TextToFill,
        _ => Text,
    };

    public static Stylesheet Sheet() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "等线" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "等线" })),
        // Excel keeps the first two fills for itself.
        new Fills(Fill(PatternValues.None, null), Fill(PatternValues.Gray125, null), Fill(PatternValues.Solid, "FFE7E6E6"),
            Fill(PatternValues.Solid, "FFFFF2CC")),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = AmountFormat, ApplyNumberFormat = true },
            ToFill(TextFormat),
            ToFill(AmountFormat)));

    private static CellFormat ToFill(uint format) => new(new Protection { Locked = false })
    {
        NumberFormatId = format, FillId = 3, ApplyNumberFormat = true, ApplyFill = true, ApplyProtection = true,
    };

    private static Fill Fill(PatternValues pattern, string? colour)
    {
        var fill = new PatternFill { PatternType = pattern };
        if (colour is not null)
            fill.ForegroundColor = new ForegroundColor { Rgb = colour };
        return new(fill);
    }
}
