// Which known names could stand at a place where an unknown one stands: a proposal of another kind or unit would only move the mistake.
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

internal sealed partial class ExpressionBinder
{
    /// <summary>What the name that is being bound has to go with; null where the place asks for nothing.</summary>
    private Func<DslType, bool>? _fits;

    /// <summary>Binds an expression; if it is an unknown name, only names of types that fit are proposed.</summary>
    private BoundExpression BindFitting(ExpressionSyntax syntax, Func<DslType, bool> fits)
    {
        if (Bare(syntax) is not NameExpression name)
            return Bind(syntax);
        _fits = fits;
        var bound = BindName(name);
        _fits = null;
        return bound;
    }

    /// <summary>Binds one side of an operator whose other side is known.</summary>
    private BoundExpression BindBeside(ExpressionSyntax syntax, SyntaxKind op, BoundExpression other) => BindFitting(syntax, type => GoesWith(op, type, other.IsError ? null : other.Type));

    /// <summary>Binds one side of an operator whose other side is bound after it.</summary>
    private BoundExpression BindBefore(ExpressionSyntax syntax, SyntaxKind op, ExpressionSyntax other) => BindFitting(syntax, type => GoesWith(op, type, TypeOf(other)));

    /// <summary>The known name that is nearest to an unknown one among those that fit; else among all, and then it is no more than a hint.</summary>
    private (string? Name, bool Fits) NearestFitting(string name)
    {
        if (_fits is not { } fits)
            return (sink.Nearest(name, frame.ValueNames), true);
        var fitting = sink.Nearest(name, frame.ValueNames.Where(known => TypeOf(known) is not { } type || fits(type)));
        return fitting is not null ? (fitting, true) : (sink.Nearest(name, frame.ValueNames), false);
    }

    private static bool GoesWith(SyntaxKind op, DslType type, DslType? other) => op switch
    {
        SyntaxKind.Times or SyntaxKind.Over => type is QuantityType,
        SyntaxKind.ReachedKeyword => type is DateType,
        SyntaxKind.AndKeyword or SyntaxKind.OrKeyword => type is TruthType,
        SyntaxKind.Plus or SyntaxKind.Minus => type is QuantityType or DateType or YearType && (other is null || IsOneKind(type, other) || type is not QuantityType || other is not QuantityType),
        _ => other is null || IsOneKind(type, other),
    };

    /// <summary>Whether values of two types can be compared.</summary>
    private static bool IsOneKind(DslType left, DslType right) => (left, right) switch
    {
        (QuantityType { IsBare: true }, QuantityType or YearType) or (YearType, QuantityType { IsBare: true }) => true,
        (QuantityType, QuantityType { IsBare: true }) => true,
        (QuantityType a, QuantityType b) => a.IsRatio == b.IsRatio && InMonths(a.Dimension) == InMonths(b.Dimension),
        (TextType or EnumType, TextType or EnumType) => left is TextType || right is TextType || left == right,
        _ => left.IsError || right.IsError || left.GetType() == right.GetType(),
    };

    /// <summary>The type of an expression as far as it shows without binding it; null where it does not.</summary>
    private DslType? TypeOf(ExpressionSyntax syntax) => Bare(syntax) switch
    {
        NameExpression { Name: var name } => TypeOf(name.Value),
        LiteralExpression { Token: var token } => token.Kind switch
        {
            SyntaxKind.NumberLiteral when token.Number is { PerUnit: "", Unit: var unit } => unit switch
            {
                "" => null,
                "%" or "‰" => DslType.Ratio,
                _ => Units.Find(unit) is { } known ? DslType.In(known) : null,
            },
            SyntaxKind.DateLiteral => DslType.Date,
            SyntaxKind.YearLiteral => DslType.Year,
            SyntaxKind.TextLiteral => DslType.Text,
            SyntaxKind.YesKeyword or SyntaxKind.NoKeyword => DslType.Truth,
            _ => null,
        },
        BinaryExpression { Operator.Kind: SyntaxKind.Plus or SyntaxKind.Minus } sum => TypeOf(sum.Left) ?? TypeOf(sum.Right),
        _ => null,
    };

    private DslType? TypeOf(string name) =>
        SpecialNames.Find(name)?.Type
        ?? (frame.Locals?.Find(name) is { } local ? local.Value is { IsError: false } value ? value.Type : null : null)
        ?? frame.Row?.FindField(name)?.Type ?? frame.Subject?.FindField(name)?.Type
        ?? (frame.Declarations.Parameters.TryGetValue(name, out ParameterSymbol? parameter) && !parameter.Type.IsError ? parameter.Type : null);

    private static ExpressionSyntax Bare(ExpressionSyntax syntax)
    {
        while (syntax is ParenthesizedExpression { Inner: var inner })
            syntax = inner;
        return syntax;
    }
}
