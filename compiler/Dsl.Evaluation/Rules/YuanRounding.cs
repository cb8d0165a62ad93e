// 取整 of exact amounts in yuan.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>Rounding to a step. No direction ever decreases, so bounds are rounded end by end.</summary>
/// <param name="rounding">取整.</param>
public sealed class YuanRounding(IrRounding rounding)
{
    /// <summary>The rule for caps: to the nearest fen.</summary>
    public static YuanRounding ToFen { get; } = new(IrRounding.ToFen);

    /// <summary>A known amount rounded.</summary>
    public Rational Round(Rational amount) => amount.RoundTo(rounding.Step, rounding.Mode);

    /// <summary>A number rounded, end by end.</summary>
    public NumberValue Round(NumberValue number) => new(number.Bounds.Monotone(Round), number.Unknowns);
}
