// How generated code writes operations: on bounds with what they wait for, or on plain values. Shapes and order are the emitter's.
using System.Numerics;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

/// <summary>Writes operations in C#.</summary>
internal abstract class OperandEmitter
{
    /// <summary>A constant in its own fraction.</summary>
    public EmittedNumber Number(Rational value)
    {
        var form = NumberForm.Of(value);
        return form.IsExact ? Exact(value) : new(Whole(value.Numerator), true, form.Layout, value);
    }

    /// <summary>A number in a finer fraction, which a lane holds.</summary>
    public EmittedNumber In(EmittedNumber number, BigInteger denominator)
    {
        var layout = number.Layout.In(denominator);
        return number.Layout.Denominator == denominator ? number
            : number.Constant is { } value ? new(Whole((value * denominator).Numerator), true, layout, value)
            : Times(number, denominator / number.Layout.Denominator, layout);
    }

    /// <summary>A number as a fraction of any size.</summary>
    public abstract EmittedNumber ToExact(EmittedNumber number);

    /// <summary>A constant that no lane holds.</summary>
    protected abstract EmittedNumber Exact(Rational value);

    /// <summary>A whole constant.</summary>
    protected abstract string Whole(BigInteger value);

    /// <summary>A number times a whole constant.</summary>
    public abstract EmittedNumber Times(EmittedNumber number, BigInteger factor, FixedPointLayout shape);

    /// <summary>+, − or ×; both in lanes, or both exact.</summary>
    public abstract EmittedNumber Infix(EmittedNumber left, string sign, EmittedNumber right, FixedPointLayout shape);

    /// <summary>A quotient.</summary>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor.</param>
    /// <param name="zeroDivisor">The bit of a divisor that may be 0.</param>
    public abstract EmittedNumber Quotient(EmittedNumber left, EmittedNumber right, string zeroDivisor);

    /// <summary>A comparison of numbers in one fraction.</summary>
    public abstract EmittedTruth Compare(EmittedNumber left, ComparisonOperator comparison, EmittedNumber right);

    /// <summary>The least or greatest of numbers in one fraction.</summary>
    public abstract EmittedNumber Extreme(string name, IReadOnlyList<EmittedNumber> numbers, FixedPointLayout shape);

    /// <summary>n × multiplier ÷ divisor, made whole, times step.</summary>
    public abstract EmittedNumber Round(
        EmittedNumber number, RoundingMode mode, BigInteger multiplier, BigInteger divisor, BigInteger step, FixedPointLayout layout);

    /// <summary>若 … 则 … 否则.</summary>
    public abstract EmittedExpression Choose(EmittedTruth condition, EmittedExpression whenTrue, EmittedExpression whenFalse);

    /// <summary>A decision table.</summary>
    /// <param name="table">Its rows; numbers in one fraction.</param>
    /// <param name="wait">The bit of a table that cannot answer, by kind.</param>
    public abstract EmittedExpression Table(EmittedTable table, Func<UnknownKind, string> wait);

    /// <summary>是 or 否.</summary>
    public abstract EmittedTruth Truth(bool value);

    /// <summary>A constant text.</summary>
    /// <param name="code">The name of its number.</param>
    public abstract EmittedText Text(string code);

    /// <summary>Whether two texts, or two truths, are the same.</summary>
    public abstract EmittedTruth Same(EmittedExpression left, EmittedExpression right);

    /// <summary>属于 a list.</summary>
    /// <param name="operand">The text.</param>
    /// <param name="members">The names of the numbers of its members.</param>
    /// <param name="outside">For a list that ends in 等, the bit of a known text outside; null for a closed list.</param>
    public abstract EmittedTruth IsOneOf(EmittedText operand, IReadOnlyList<string> members, string? outside);

    /// <summary>A date moved by whole days or months.</summary>
    public abstract EmittedNumber Shift(EmittedNumber date, EmittedNumber amount, bool inMonths);

    /// <summary>A function of days and years.</summary>
    public abstract EmittedNumber Calendar(CalendarMeaning function, IReadOnlyList<EmittedNumber> arguments);

    /// <summary>The value of a parameter.</summary>
    public abstract EmittedExpression Parameter(IrParameter parameter, int index, string wait);

    /// <summary>测算日 or 年度.</summary>
    /// <param name="name">Its name in <see cref="Kernels.KernelRun"/>.</param>
    /// <param name="shape">How it is held.</param>
    public abstract EmittedNumber Run(string name, FixedPointLayout shape);

    /// <summary>A fact of the subject; null in a row for the subject around it.</summary>
    public abstract EmittedExpression Fact(IrField field, RowScope? row, string waits, FactForm form);

    /// <summary>A fact of a row of which nothing is known.</summary>
    public abstract EmittedExpression UnknownFact(IrField field, string tableWait, FactForm form);

    /// <summary>A comparison in C#.</summary>
    protected static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "==",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    /// <summary>The C# name of the method that computes a function for known numbers.</summary>
    protected static string NameOf(CalendarMeaning function) => $"{function.Point.Method.DeclaringType?.Name}.{function.Point.Method.Name}";

    /// <summary>Whether a field is held as a truth.</summary>
    protected static bool IsTruth(IrField field) => field.Type is TruthType;

    /// <summary>Whether a field is held as the number of a text.</summary>
    protected static bool IsText(IrField field) => field.Type is TextType or EnumType;
}
