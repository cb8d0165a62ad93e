// The types of the policy language, shared by the binder, the IR and every back end.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Values.Types;

/// <summary>A type of the policy language. Equality is by value.</summary>
public abstract record DslType
{
    private protected DslType() { }

    /// <summary>金额: a quantity in 元.</summary>
    public static DslType Money { get; } = new QuantityType(Dimension.Of(Units.Yuan));

    /// <summary>比率: a dimensionless quantity whose input is checked to lie in 0..100% unless declared otherwise.</summary>
    public static DslType Ratio { get; } = new QuantityType(Dimension.None) { IsRatio = true };

    /// <summary>数: a pure number.</summary>
    public static DslType Number { get; } = new QuantityType(Dimension.None);

    /// <summary>是否: a three-valued truth.</summary>
    public static DslType Truth { get; } = new TruthType();

    /// <summary>文本: free text, compared exactly.</summary>
    public static DslType Text { get; } = new TextType();

    /// <summary>日期: a calendar day.</summary>
    public static DslType Date { get; } = new DateType();

    /// <summary>年度: a calendar year, different from a duration in 年.</summary>
    public static DslType Year { get; } = new YearType();

    /// <summary>The type of what could not be bound; absorbs every operation, so that one error is reported once.</summary>
    public static DslType Error { get; } = new ErrorType();

    /// <summary>The types that have a word of their own, by it; units and lists are types too.</summary>
    public static ImmutableArray<(string Word, DslType Type, string Summary)> Named { get; } =
    [
        ("金额", Money, "以元计的数。"), ("是否", Truth, "是或否。"), ("日期", Date, "某一天，如 2021-06-21。"),
        ("文本", Text, "任意文字，按原样比较。"),
        ("比率", Ratio, "百分比，如 35%。"), ("数", Number, "没有单位的数。"),
        (CreditCode.TypeWord, Text, "18 位代码，读入时核对校验码；按文本比较。"), ("年度", Year, "某一公历年度，如 2021年度。"),
    ];

    /// <summary>Whether this is the absorbing error type.</summary>
    public bool IsError => this is ErrorType;

    /// <summary>Whether this is exactly money.</summary>
    public bool IsMoney => this is QuantityType { Dimension: var d } && d == Dimension.Of(Units.Yuan);

    /// <summary>
    /// What input of the type must lie in where no 范围 is declared, in the type's own unit: of facts, and of what comes from outside.
    /// </summary>
    public Bounds InputRange => this switch
    {
        QuantityType { IsMoney: true } => MoneyRange,
        QuantityType { IsRatio: true } => RatioRange,
        QuantityType => Bounds.NonNegative,
        _ => Bounds.Everything,
    };

    private static readonly Bounds MoneyRange = new(Rational.Zero, 1_000_000_000_000);

    private static readonly Bounds RatioRange = new(Rational.Zero, Rational.One);

    /// <summary>The quantity type of one unit, such as 人 or 年.</summary>
    public static DslType In(Unit unit) => new QuantityType(Dimension.Of(unit));

    /// <summary>The word for the type as users write it.</summary>
    public abstract string DisplayName { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => DisplayName;
}

/// <summary>A number with a dimension: 金额, 人, 元/件, 年, or (dimensionless) 数 and 比率.</summary>
public sealed record QuantityType(Dimension Dimension) : DslType
{
    /// <summary>Dimensionless and declared as 比率: printed as a percentage. Not part of compatibility checks.</summary>
    public bool IsRatio { get; init; }

    /// <summary>Counted one by one (人, 家, 件; full years of age): input is whole. What is computed may have fractions.</summary>
    public bool IsCount => Dimension.Factors is [{ Unit: var unit, Power: 1 }]
        && (unit.Kind == UnitKind.Counting || unit == Units.YearsOfAge);

    /// <summary>The currency that it is an amount of; null where it is none.</summary>
    public Unit? Currency => Dimension.Factors is [{ Unit: { Kind: UnitKind.Money } unit, Power: 1 }] ? unit : null;

    /// <summary>A bare figure (no unit written) that still takes the other side's type across + − comparison min max =.</summary>
    public bool IsBare { get; init; }

    /// <inheritdoc/>
    public override string DisplayName =>
        IsRatio ? "比率" : Dimension == Dimension.None ? "数" : IsMoney ? "金额" : Dimension.ToString();
}

/// <summary>是否.</summary>
public sealed record TruthType : DslType
{
    /// <inheritdoc/>
    public override string DisplayName => "是否";
}

/// <summary>文本.</summary>
public sealed record TextType : DslType
{
    /// <inheritdoc/>
    public override string DisplayName => "文本";
}

/// <summary>日期.</summary>
public sealed record DateType : DslType
{
    /// <inheritdoc/>
    public override string DisplayName => "日期";
}

/// <summary>年度.</summary>
public sealed record YearType : DslType
{
    /// <inheritdoc/>
    public override string DisplayName => "年度";
}

/// <summary>A value out of a list (名录, or an inline list).</summary>
/// <param name="Name">The name of the 名录; null for an inline list.</param>
/// <param name="Members">The values, in the order written.</param>
/// <param name="IsOpen">The list ends in 等: a value outside is possible and waits for a decision.</param>
public sealed record EnumType(string? Name, ImmutableArray<string> Members, bool IsOpen) : DslType
{
    /// <inheritdoc/>
    public override string DisplayName => Name ?? $"[{string.Join(", ", Members)}{(IsOpen ? ", 等" : "")}]";

    /// <inheritdoc/>
    public bool Equals(EnumType? other) =>
        other is not null && Name == other.Name && IsOpen == other.IsOpen && Members.AsSpan().SequenceEqual(other.Members.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Members.Length, IsOpen);
}

/// <summary>The absorbing type of errors.</summary>
public sealed record ErrorType : DslType
{
    /// <inheritdoc/>
    public override string DisplayName => "（有误）";
}
