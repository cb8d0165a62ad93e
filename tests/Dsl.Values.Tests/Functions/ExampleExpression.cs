// Reads the few forms that examples of functions use: calls, one operator between two figures, figures, dates.
using System.Collections.Immutable;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Values.Tests.Functions;

/// <summary>Evaluates an example's text through <see cref="BuiltinFunction.Evaluate"/>.</summary>
internal static class ExampleExpression
{
    public static (Bounds Bounds, DslType Type) Evaluate(string text)
    {
        if (text.IndexOf('(', StringComparison.Ordinal) is var open and > 0 && BuiltinFunctions.Find(text[..open]) is { } function)
            return Call(function, text[(open + 1)..^1]);
        var words = text.Split(' ');
        return words.Length == 3 ? Combine(Figure(words[0]), words[1], Figure(words[2])) : Figure(text);
    }

    private static (Bounds Bounds, DslType Type) Call(BuiltinFunction function, string arguments)
    {
        var operands = arguments.Split(", ").Select(Evaluate).ToList();
        Assert.InRange(operands.Count, function.MinArity, function.MaxArity);
        var typing = function.Typing([.. operands.Select(operand => operand.Type)]);
        Assert.Null(typing.Problem);
        ImmutableArray<Value> values = [.. operands.Select(operand => new NumberValue(operand.Bounds, Unknowns.None))];
        return (Assert.IsType<NumberValue>(function.Evaluate(values)).Bounds, typing.Result);
    }

    private static (Bounds Bounds, DslType Type) Combine((Bounds Bounds, DslType Type) left, string sign,
        (Bounds Bounds, DslType Type) right)
    {
        var (a, b) = (left.Type as QuantityType, right.Type as QuantityType);
        return sign switch
        {
            "+" => (left.Bounds + right.Bounds, left.Type),
            "-" => (left.Bounds - right.Bounds, left.Type),
            "*" when a is not null && b is not null => (left.Bounds * right.Bounds, new QuantityType(a.Dimension.Times(b.Dimension))),
            "/" when a is not null && b is not null => (left.Bounds / right.Bounds, new QuantityType(a.Dimension.Over(b.Dimension))),
            _ => throw new InvalidOperationException(sign),
        };
    }

    private static (Bounds Bounds, DslType Type) Figure(string text)
    {
        var negative = text.StartsWith('-');
        var figure = Assert.Single(OfficialFigures.Read(text));
        Assert.Equal(text.Length - (negative ? 1 : 0), figure.Length);
        var type = figure.Kind switch
        {
            FigureKind.Date => DslType.Date,
            FigureKind.Year => DslType.Year,
            FigureKind.Percent => DslType.Ratio,
            _ => Units.Find(figure.Unit) is { } unit ? DslType.In(unit) : DslType.Number,
        };
        return (Bounds.Exactly(negative ? -figure.Value : figure.Value), type);
    }
}
