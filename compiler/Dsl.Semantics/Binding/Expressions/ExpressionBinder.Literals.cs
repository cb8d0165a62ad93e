// Literals: figures with their units, ratios, dates, years, texts, 是 and 否.
using Dsl.Semantics.Binding.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

internal sealed partial class ExpressionBinder
{
    private BoundExpression BindLiteral(LiteralExpression syntax)
    {
        var token = syntax.Token;
        return token.Kind switch
        {
            SyntaxKind.NumberLiteral => BindNumber(syntax, token.Number),
            SyntaxKind.RatioLiteral => BindRatio(syntax, RatioUse.Value),
            SyntaxKind.DateLiteral => CivilDate.TryParse(token.Value, out var date)
                ? new BoundConstant(syntax, token.Span, NumberValue.Of(CivilDate.ToNumber(date)), DslType.Date) : Error(syntax),
            SyntaxKind.YearLiteral => Rational.TryParse(DigitsOf(token.Value), out var year)
                ? new BoundConstant(syntax, token.Span, NumberValue.Of(year), DslType.Year) : Error(syntax),
            SyntaxKind.TextLiteral => new BoundConstant(syntax, token.Span, TextValue.Of(token.Value), DslType.Text),
            SyntaxKind.YesKeyword => new BoundConstant(syntax, token.Span, TruthValue.Yes, DslType.Truth),
            SyntaxKind.NoKeyword => new BoundConstant(syntax, token.Span, TruthValue.No, DslType.Truth),
            _ => Error(syntax),
        };
    }

    private static BoundExpression BindNumber(LiteralExpression syntax, NumberLiteral? number)
    {
        if (number is null || TypeOf(number) is not { } type)
            return Error(syntax);
        return new BoundConstant(syntax, syntax.Token.Span, NumberValue.Of(number.Figure), type);
    }

    /// <summary>The type of a figure; null for a unit that the table does not have (the lexer reported it).</summary>
    private static DslType? TypeOf(NumberLiteral number)
    {
        var isRatio = number.Unit is "%" or "％" or "‰";
        var dimension = Dimension.None;
        if (!isRatio && number.Unit.Length > 0)
        {
            if (Units.Find(number.Unit) is not { } unit)
                return null;
            dimension = Dimension.Of(unit);
        }
        if (number.PerUnit.Length > 0)
        {
            if (Units.Find(number.PerUnit) is not { } perUnit)
                return null;
            dimension = dimension.Over(Dimension.Of(perUnit));
        }
        var isPure = dimension == Dimension.None;
        return new QuantityType(dimension) { IsRatio = isRatio && isPure, IsBare = number.Unit.Length == 0 && isPure };
    }

    private static string DigitsOf(string text) => new([.. WidthFolding.HalfWidth(text).Where(char.IsAsciiDigit)]);
}
