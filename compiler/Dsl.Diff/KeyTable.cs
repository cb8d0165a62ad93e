// Numbers for expressions: expressions equal by the rules below get the same number, in both programs that share a table.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Diff;

/// <summary>
/// Numbers normal forms. The rules hold for exact numbers, bounds and three-valued truths alike: 且 and 或, sums, products, min and max do
/// not depend on order or brackets; 非 moves inwards; constants are computed. Nothing is cancelled, since bounds treat operands as
/// independent.
/// </summary>
internal sealed class KeyTable
{
    public const string AndOperator = "且",
        OrOperator = "或",
        LessOperator = "<",
        LessOrEqualOperator = "≤",
        EqualOperator = "=",
        NotEqualOperator = "≠";
    private const string SumOperator = "+", ProductOperator = "×", NotOperator = "非", ChoiceOperator = "若", Yes = "是", No = "否";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Form> _forms = [];

    private sealed record Form(string Operator, ImmutableArray<int> Operands, Rational? Constant);

    /// <summary>A form that no rule knows more of.</summary>
    public int Make(string name, params ReadOnlySpan<int> operands) => Intern(name, operands, null);

    public int Number(Rational value) => Intern($"数 {value}", [], value);

    public int TruthOf(bool value) => Make(value ? Yes : No);

    /// <summary>a + b + …</summary>
    public int Sum(params ReadOnlySpan<int> terms) => Gather(SumOperator, terms, Rational.Zero, static (left, right) => left + right);

    /// <summary>a × b × …; 0 × anything is 0.</summary>
    public int Product(params ReadOnlySpan<int> factors) =>
        Gather(ProductOperator, factors, Rational.One, static (left, right) => left * right);

    /// <summary>−a.</summary>
    public int Negative(int term) => Product(Number(-1), term);

    /// <summary>a ÷ b; by a constant it is a product.</summary>
    public int Quotient(int dividend, int divisor) =>
        _forms[divisor].Constant is { IsZero: false } constant
            ? Product(dividend, Number(Rational.One / constant))
            : Make("÷", dividend, divisor);

    /// <summary>A form whose operands have no order and count once: 且, 或, min, max.</summary>
    public int Set(string name, IEnumerable<int> operands)
    {
        var all =
            new SortedSet<int>(operands.SelectMany(operand => _forms[operand].Operator == name ? _forms[operand].Operands : [operand]));
        return all.Count == 1 ? all.Min : Make(name, [.. all]);
    }

    /// <summary>A form with two operands that may change places.</summary>
    public int Either(string name, int left, int right) => Make(name, Math.Min(left, right), Math.Max(left, right));

    /// <summary>Whether two truths are the same; x = 是 is x.</summary>
    public int SameTruth(int left, int right) =>
        _forms[left].Operator == Yes ? right
        : _forms[right].Operator == Yes ? left
        : _forms[left].Operator == No ? Not(right)
        : _forms[right].Operator == No ? Not(left)
        : Either("同", left, right);

    /// <summary>非 a, moved inwards.</summary>
    public int Not(int operand)
    {
        var form = _forms[operand];
        return form.Operator switch
        {
            NotOperator => form.Operands[0],
            Yes => TruthOf(false),
            No => TruthOf(true),
            LessOperator => Make(LessOrEqualOperator, form.Operands[1], form.Operands[0]),
            LessOrEqualOperator => Make(LessOperator, form.Operands[1], form.Operands[0]),
            EqualOperator => Make(NotEqualOperator, form.Operands.AsSpan()),
            NotEqualOperator => Make(EqualOperator, form.Operands.AsSpan()),
            AndOperator => Set(OrOperator, form.Operands.Select(Not)),
            OrOperator => Set(AndOperator, form.Operands.Select(Not)),
            _ => Make(NotOperator, operand),
        };
    }

    /// <summary>若 c 则 a 否则 b, which is 若 非 c 则 b 否则 a.</summary>
    public int Choice(int condition, int whenTrue, int whenFalse) =>
        Not(condition) is var opposite && opposite < condition
            ? Make(ChoiceOperator, opposite, whenFalse, whenTrue)
            : Make(ChoiceOperator, condition, whenTrue, whenFalse);

    private int Gather(string name, ReadOnlySpan<int> operands, Rational neutral, Func<Rational, Rational, Rational> combine)
    {
        var (constant, rest) = (neutral, new List<int>());
        foreach (var operand in operands)
        {
            foreach (var part in _forms[operand].Operator == name ? _forms[operand].Operands : [operand])
            {
                if (_forms[part].Constant is { } value)
                    constant = combine(constant, value);
                else
                    rest.Add(part);
            }
        }
        if (rest.Count == 0 || (name == ProductOperator && constant.IsZero))
            return Number(constant);
        if (constant != neutral)
            rest.Add(Number(constant));
        rest.Sort();
        return rest.Count == 1 ? rest[0] : Make(name, [.. rest]);
    }

    private int Intern(string name, ReadOnlySpan<int> operands, Rational? constant)
    {
        var text = $"{name}({string.Join(',', operands.ToArray())})";
        if (_numbers.TryGetValue(text, out var known))
            return known;
        _forms.Add(new(name, [.. operands], constant));
        return _numbers[text] = _forms.Count - 1;
    }
}
