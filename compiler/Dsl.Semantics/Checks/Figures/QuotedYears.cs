// The years of an order that the document names (第三年, 前两年, 第2—3年) and the clause that counts years does not write.
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Semantics.Checks.Figures;

/// <summary>
/// Where years are counted, the last year named and both ends of a period are written too: or a later year is paid as well,
/// or an earlier one is left out.
/// </summary>
internal static class QuotedYears
{
    /// <summary>The years of the quotations that the lines of a block leave out.</summary>
    public static IEnumerable<QuotedFigure> Missing(CitedBlock block)
    {
        if (!block.Written.Any(static written => written.Role is YearRole.First or YearRole.Last))
            return [];
        var years = block.Quoted
            .Where(static quoted =>
                quoted.Figure is { Weight: FigureWeight.Ordinal, Unit: "年" } && !quoted.Before.EndsWith("后", StringComparison.Ordinal))
            .ToList();
        return LastYear(block, years).Concat(Beginnings(block, years)).Distinct();
    }

    private static IEnumerable<QuotedFigure> LastYear(CitedBlock block, List<QuotedFigure> years)
    {
        if (years.MaxBy(static year => year.Figure.Value) is not { } last || last.Figure.Value <= 1)
            return [];
        // 最多 2年 beside 第三年: the third year is not paid, whatever the table says of it.
        var isCutOff = block.Syntax.Lines.OfType<FrequencyLine>().Any(line => line.Limit is LiteralExpression { Token: var limit }
            && ClauseFigure.Read(limit) is { Unit: "年" } years && years.Value < last.Figure.Value);
        return isCutOff
            || !block.Written.Any(written => FigureMatching.Same(written.Figure, last.Figure) || EndsBefore(written, last.Figure.Value + 1))
            ? [last]
            : [];
    }

    /// <summary>2 of 第2—3年, where the period begins with its end (3年..3年).</summary>
    private static IEnumerable<QuotedFigure> Beginnings(CitedBlock block, List<QuotedFigure> years) =>
        years.Zip(years.Skip(1))
            .Where(static pair => pair.First.Piece == pair.Second.Piece && pair.First.Figure.Value > Rational.One
                && pair.First.Figure.Value < pair.Second.Figure.Value
                    && pair.First.Piece.Text[pair.First.Figure.End..pair.Second.Figure.Start].Trim('第') is "—" or "-" or "–" or "~" or "至"
                        or "到" or "——")
            .Select(static pair => pair.First)
            .Where(first => !block.Written.Any(written => FigureMatching.Same(written.Figure, first.Figure)
                || (written.Role == YearRole.Last && written.Figure.Value == first.Figure.Value - 1 && !BeginsAtEnd(block))));

    /// <summary>3年..3年: a period whose beginning is the last year itself.</summary>
    private static bool BeginsAtEnd(CitedBlock block) =>
        block.Written.Any(begin =>
            begin.Role == YearRole.First && block.Written.Any(end => end.Role == YearRole.Last && end.Figure.Value == begin.Figure.Value));

    /// <summary>第几年 4年以上 says that the third year is the last of the period before.</summary>
    private static bool EndsBefore(ClauseFigure written, Rational next) => written.Role == YearRole.First && written.Figure.Value == next;
}
