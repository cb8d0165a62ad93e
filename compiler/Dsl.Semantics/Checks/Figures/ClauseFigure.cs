// A figure written in a clause, in the same terms as the figures of the document.
using Dsl.Values.Quantities;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks.Figures;

/// <summary>A literal of a clause.</summary>
/// <param name="Token">The literal.</param>
/// <param name="Figure">What it says; its place is that of the token.</param>
/// <param name="IsExempt">Need not stand in the document: 0, 1, 100%, the places of 四舍五入.</param>
public sealed record ClauseFigure(SyntaxToken Token, OfficialFigure Figure, bool IsExempt)
{
    /// <summary>What it says as well: a quarter in 投资额 / 4; null where it says but one thing.</summary>
    public OfficialFigure? Also { get; init; }

    /// <summary>What it is beside a number of the year (第几年); null elsewhere.</summary>
    public YearRole? Role { get; init; }

    /// <summary>Where it stands: the literal, or both with the stroke of 2/3.</summary>
    public TextSpan Span => new(Figure.Start, Figure.Length);

    /// <summary>The figures of a line: literals, and fractions of two literals as one.</summary>
    /// <param name="isExempt">Whether a literal needs no source.</param>
    public static IEnumerable<ClauseFigure> Of(LineSyntax line, Func<SyntaxToken, OfficialFigure, bool> isExempt)
    {
        var tokens = line.Tokens.ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Read(tokens[i]) is not { } figure)
                continue;
            var isPart = i > 0 && tokens[i - 1].Kind == SyntaxKind.Slash && figure is { IsBare: true, Value.Sign: > 0 };
            if (!isPart && figure.IsBare && i + 2 < tokens.Count && tokens[i + 1].Kind == SyntaxKind.Slash
                && Read(tokens[i + 2]) is { IsBare: true, Value.Sign: > 0 } below)
            {
                yield return new(tokens[i],
                    new(figure.Start, below.End - figure.Start, FigureKind.Percent, figure.Value / below.Value, "%"), IsExempt: false);
                i += 2;
                continue;
            }
            yield return new(tokens[i], figure, isExempt(tokens[i], figure))
                { Also = isPart ? new(figure.Start, figure.Length, FigureKind.Percent, Rational.One / figure.Value, "%") : null };
        }
    }

    /// <summary>Reads a literal token; null for tokens of other kinds and for broken ones.</summary>
    public static OfficialFigure? Read(SyntaxToken token)
    {
        var (start, length) = (token.Span.Start, token.Span.Length);
        return token.Kind switch
        {
            SyntaxKind.NumberLiteral when token.Number is { } number => FromNumber(number, start, length),
            SyntaxKind.DateLiteral when CivilDate.TryParse(token.Value, DateForms.Text, out var date) =>
                new(start, length, FigureKind.Date, CivilDate.ToNumber(date), ""),
            SyntaxKind.RatioLiteral or SyntaxKind.YearLiteral when OfficialFigures.Read(token.Value) is [var figure] =>
                figure with { Start = start, Length = length },
            _ => null,
        };
    }

    // 2025年 where a year is meant: the type is wrong (another finding says so), the figure is that of the document.
    private static bool IsYear(NumberLiteral number) =>
        number is { Unit: "年", Scale: "", PerUnit: "", Digits.Length: 4 } && number.Figure.IsInteger;

    private static OfficialFigure FromNumber(NumberLiteral number, int start, int length) =>
        IsYear(number) ? new(start, length, FigureKind.Year, number.Figure, "")
        : number.Unit is "%" or "‰"
            ? new(start, length, FigureKind.Percent, number.Figure, "%") { Scale = new Rational(1, number.Unit == "%" ? 100 : 1000) }
            : new(start, length, FigureKind.Quantity, number.Figure * ScaleBelow(number), Units.Find(number.Unit)?.Name ?? number.Unit)
                { PerUnit = number.PerUnit };

    // 17件/亿元 stands for 「每亿元……17件」: the document's figure is 17.
    private static Rational ScaleBelow(NumberLiteral number) =>
        Scales.Factor(number.PerScale);
}
