// Operators on numbers, as bound tree and IR have them.
namespace Dsl.Values.Terms;

/// <summary>The four operations on numbers.</summary>
public enum ArithmeticOperator
{
    /// <summary>+</summary>
    Add,

    /// <summary>−</summary>
    Subtract,

    /// <summary>×</summary>
    Multiply,

    /// <summary>÷; by zero, or by bounds that hold zero, the value is unknown (除数为零).</summary>
    Divide,
}

/// <summary>Comparisons of numbers, dates, years.</summary>
public enum ComparisonOperator
{
    /// <summary>=</summary>
    Equal,

    /// <summary>≠</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>≤</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>≥</summary>
    GreaterOrEqual,
}
