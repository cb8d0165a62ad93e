// Why a value is not certain: the facts and decisions that it still waits for.
using System.Collections.Immutable;

namespace Dsl.Values.Exact;

/// <summary>What kind of thing is missing. The first group makes a clause 资料不全, the second 待核定.</summary>
public enum UnknownKind
{
    /// <summary>A fact that the applicant or a register supplies.</summary>
    Fact,

    /// <summary>A detail table (or a built-in one such as 其他政策支持) that was not supplied.</summary>
    Table,

    /// <summary>An external parameter without a value.</summary>
    Parameter,

    /// <summary>A quotient whose divisor is, or may be, zero.</summary>
    ZeroDivisor,

    /// <summary>最大值, 最小值 or 平均 over no rows.</summary>
    NoRows,

    /// <summary>A decision table no row of which applies.</summary>
    NoTableRow,

    /// <summary>A decision table several rows of which apply and do not agree.</summary>
    SeveralTableRows,

    /// <summary>A number beyond <see cref="NumberLimits"/>.</summary>
    Limit,

    /// <summary>A fact that an authority decides (认定).</summary>
    Recognition,

    /// <summary>A known value outside a list that ends in 等, waiting for 认定.</summary>
    OpenList,

    /// <summary>An amount that an authority fixes (核定, 一事一议).</summary>
    Approval,

    /// <summary>A step of a 程序 that is not certainly done.</summary>
    Procedure,

    /// <summary>Another clause whose amount is not certain yet and may displace this one.</summary>
    Rival,

    /// <summary>名额 or 总额, which only all who claim a clause decide together.</summary>
    Place,
}

/// <summary>One missing thing.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Name">Its name as the policy or schema writes it, such as 研发人员数, or 科技项目[P-01].上年度国拨经费 in a row.</param>
public readonly record struct UnknownItem(UnknownKind Kind, string Name) : IComparable<UnknownItem>
{
    /// <summary>Whether it waits for an authority's decision (待核定) rather than for data (资料不全).</summary>
    public bool AwaitsDecision => Kind >= UnknownKind.Recognition;

    /// <inheritdoc/>
    public int CompareTo(UnknownItem other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Name, other.Name);
}

/// <summary>An immutable set of missing things; a value that is certain carries <see cref="None"/>.</summary>
public sealed class Unknowns : IEquatable<Unknowns>
{
    private readonly ImmutableSortedSet<UnknownItem> _items;

    private Unknowns(ImmutableSortedSet<UnknownItem> items) => _items = items;

    /// <summary>Nothing is missing.</summary>
    public static Unknowns None { get; } = new([]);

    public bool IsNone => _items.IsEmpty;

    /// <summary>The missing things in a fixed order (kind, then name by code point).</summary>
    public ImmutableSortedSet<UnknownItem> Items => _items;

    /// <summary>Whether a fact, table or parameter is missing (资料不全 before 待核定).</summary>
    public bool MissesData => _items.Any(static item => !item.AwaitsDecision);

    /// <summary>One missing thing.</summary>
    public static Unknowns Of(UnknownKind kind, string name) => new([new UnknownItem(kind, name)]);

    /// <summary>All missing things of both.</summary>
    public static Unknowns operator |(Unknowns left, Unknowns right) =>
        left.IsNone || ReferenceEquals(left, right) ? right : right.IsNone ? left : new(left._items.Union(right._items));

    /// <inheritdoc/>
    public bool Equals(Unknowns? other) => other is not null && _items.SetEquals(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unknowns);

    /// <inheritdoc/>
    public override int GetHashCode() => _items.Aggregate(0, static (hash, item) => HashCode.Combine(hash, item));

    /// <inheritdoc/>
    public override string ToString() => string.Join("、", _items.Select(static item => item.Name));
}
