// Which known names could stand at a place where an unknown one stands: a proposal of another kind or unit would only move the mistake.
using Dsl.Semantics.Binding.Context;
using Dsl.Values.Types;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>What goes with what, by types alone.</summary>
internal static class Fitting
{
    /// <summary>Whether a value of a type can stand beside another (of a type that may not be known) at an operator.</summary>
    public static bool GoesWith(SyntaxKind op, DslType type, DslType? other) => op switch
    {
        SyntaxKind.Star or SyntaxKind.Slash => type is QuantityType,
        SyntaxKind.ReachedKeyword => type is DateType,
        SyntaxKind.AndKeyword or SyntaxKind.OrKeyword => type is TruthType,
        SyntaxKind.Plus or SyntaxKind.Minus => type is QuantityType or DateType or YearType
            && (other is null || IsOneKind(type, other) || type is not QuantityType || other is not QuantityType),
        _ => other is null || IsOneKind(type, other),
    };

    /// <summary>Whether values of two types can be compared.</summary>
    public static bool IsOneKind(DslType left, DslType right) => (left, right) switch
    {
        (QuantityType { IsBare: true }, QuantityType or YearType) or (YearType, QuantityType { IsBare: true }) => true,
        (QuantityType, QuantityType { IsBare: true }) => true,
        (QuantityType a, QuantityType b) => a.IsRatio == b.IsRatio && a.Dimension.InParts == b.Dimension.InParts,
        (TextType or EnumType, TextType or EnumType) => left is TextType || right is TextType || left == right,
        _ => left.IsError || right.IsError || left.GetType() == right.GetType(),
    };

    /// <summary>The type of an expression as far as it shows without binding it; null where it does not.</summary>
    public static DslType? TypeOf(BindingFrame frame, ExpressionSyntax syntax) => Bare(syntax) switch
    {
        NameExpression { Name: var name } => frame.TypeOf(name.Value),
        LiteralExpression { Token: var token } => token.Kind switch
        {
            SyntaxKind.NumberLiteral when token.Number is { PerUnit: "" } number =>
                number.IsShare ? DslType.Ratio : number is { Unit: not "", Dimension: { } dimension } ? new QuantityType(dimension) : null,
            SyntaxKind.DateLiteral => DslType.Date,
            SyntaxKind.YearLiteral => DslType.Year,
            SyntaxKind.TextLiteral => DslType.Text,
            SyntaxKind.YesKeyword or SyntaxKind.NoKeyword => DslType.Truth,
            _ => null,
        },
        BinaryExpression { Operator.Kind: SyntaxKind.Plus or SyntaxKind.Minus } sum => TypeOf(frame, sum.Left) ?? TypeOf(frame, sum.Right),
        _ => null,
    };

    /// <summary>An expression without brackets around it.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax syntax)
    {
        while (syntax is ParenthesizedExpression { Inner: var inner })
            syntax = inner;
        return syntax;
    }
}
