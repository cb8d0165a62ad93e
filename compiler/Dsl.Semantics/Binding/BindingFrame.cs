// What an expression may refer to at its place: declarations in sight, subject, row, 令.
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding;

/// <summary>The surroundings of an expression.</summary>
internal sealed record BindingFrame
{
    /// <summary>Lists, subjects and parameters in sight.</summary>
    public required VisibleDeclarations Declarations { get; init; }

    /// <summary>The subject whose facts bare names are; null where there is none (参数, 施行日期).</summary>
    public SubjectSymbol? Subject { get; init; }

    /// <summary>The detail whose row is current: under 每个, or inside an aggregate.</summary>
    public DetailSymbol? Row { get; init; }

    /// <summary>The 每个 detail while <see cref="Row"/> is another one's, inside an aggregate.</summary>
    public DetailSymbol? OuterRow { get; init; }

    /// <summary>Whether this is inside an aggregate.</summary>
    public bool InAggregate { get; init; }

    /// <summary>令 of the clause; null where there are none.</summary>
    public LocalTable? Locals { get; init; }

    /// <summary>目标: aggregates go over the registry, facts stand only inside them.</summary>
    public bool OverRegistry { get; init; }

    /// <summary>恒有: 奖补 is a value.</summary>
    public bool AllowsAward { get; init; }

    /// <summary>A 每年 clause: 元/年 is the year's amount.</summary>
    public bool IsYearly { get; init; }

    /// <summary>Whether an amount of the whole subject is bound (单位上限, 累计上限): no row's 件 is implied.</summary>
    public bool IsOfSubject { get; init; }

    /// <summary>The 每个 detail of the clause: 元/计量 is the row's amount.</summary>
    public DetailSymbol? Each { get; init; }

    /// <summary>算例: facts may hold values outside a list that ends in 等.</summary>
    public bool AllowsOpenValues { get; init; }

    /// <summary>其中: a condition that every aggregate of the indicator takes in.</summary>
    public ExpressionSyntax? PartFilter { get; init; }

    /// <summary>Whether a name is missing from sight because the line that brings it was reported: 每个 with an unknown detail, 令 without a name.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Every name that stands for a value here.</summary>
    public IEnumerable<string> ValueNames =>
        (Row?.Fields ?? []).Concat(OverRegistry && !InAggregate ? [] : Subject?.Fields ?? []).Select(static fact => fact.Name)
            .Concat(Locals?.Names ?? [])
            .Concat(Declarations.Parameters.Keys)
            .Concat([SpecialNames.AsOfDate, SpecialNames.ApplicationYear, SpecialNames.EffectiveDate]);

    /// <summary>
    /// A type with the units removed that the place implies: 元/件 in a 每个 clause counted in 件, 元/年 in a 每年 clause.
    /// </summary>
    public DslType ImpliedType(DslType type)
    {
        if (type is not QuantityType { Dimension: var dimension } quantity)
            return type;
        foreach (var (unit, power) in dimension.Factors)
        {
            if (power == -1 && IsImplied(unit))
                dimension = dimension.Times(Dimension.Of(unit));
        }
        return dimension == quantity.Dimension ? type : quantity with { Dimension = dimension };
    }

    private bool IsImplied(Unit unit) =>
        (IsYearly && unit == Units.Years) || (Each is not null && !IsOfSubject && unit.Kind == UnitKind.Counting && (Each.Unit is null || Each.Unit == unit));
}

/// <summary>The names with a meaning of their own in expressions.</summary>
public static class SpecialNames
{
    /// <summary>测算日.</summary>
    public const string AsOfDate = "测算日";

    /// <summary>年度.</summary>
    public const string ApplicationYear = "年度";

    /// <summary>施行日期.</summary>
    public const string EffectiveDate = "施行日期";

    /// <summary>奖补.</summary>
    public const string Award = "奖补";

    /// <summary>What a special name stands for, or null.</summary>
    public static (SpecialName Name, DslType Type)? Find(string name) => name switch
    {
        AsOfDate => (SpecialName.AsOfDate, DslType.Date),
        ApplicationYear => (SpecialName.ApplicationYear, DslType.Year),
        EffectiveDate => (SpecialName.EffectiveDate, DslType.Date),
        Award => (SpecialName.Award, DslType.Money),
        _ => null,
    };
}

/// <summary>The declarations that one file sees.</summary>
/// <param name="Lists">名录 by name.</param>
/// <param name="Subjects">数据 by name.</param>
/// <param name="Details">明细 by name.</param>
/// <param name="Parameters">参数 by name.</param>
internal sealed record VisibleDeclarations(
    IReadOnlyDictionary<string, ListSymbol> Lists,
    IReadOnlyDictionary<string, SubjectSymbol> Subjects,
    IReadOnlyDictionary<string, DetailSymbol> Details,
    IReadOnlyDictionary<string, ParameterSymbol> Parameters)
{
    /// <summary>The 名录 that holds a value, or null.</summary>
    public ListSymbol? ListWith(string value) => Lists.Values.FirstOrDefault(list => list.Type.Members.Contains(value));
}

/// <summary>The 令 of a clause; each is bound when first used, so that a 令 may stand below its use.</summary>
internal sealed class LocalTable
{
    private readonly Dictionary<string, LocalSymbol> _byName = new(StringComparer.Ordinal);
    private readonly List<LocalSymbol> _bound = [];
    private readonly List<LocalSymbol> _open = [];

    /// <summary>How many are being bound, each for the one before.</summary>
    public int OpenCount => _open.Count;

    /// <summary>The names.</summary>
    public IEnumerable<string> Names => _byName.Keys;

    /// <summary>All 令 in the order declared.</summary>
    public IEnumerable<LocalSymbol> All => _byName.Values;

    /// <summary>The bound 令, each after those that it uses.</summary>
    public IReadOnlyList<LocalSymbol> Bound => _bound;

    /// <summary>The 令 of a name, or null.</summary>
    public LocalSymbol? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds a 令; false where the name is taken.</summary>
    public bool TryAdd(LocalSymbol local) => _byName.TryAdd(local.Name, local);

    /// <summary>Marks the begin of binding.</summary>
    public void Open(LocalSymbol local)
    {
        local.IsBinding = true;
        _open.Add(local);
    }

    /// <summary>Marks the end of binding.</summary>
    public void Close(LocalSymbol local)
    {
        local.IsBinding = false;
        _open.Remove(local);
        _bound.Add(local);
    }

    /// <summary>The way from an open 令 back to itself: 甲 → 乙 → 甲.</summary>
    public string CycleThrough(LocalSymbol local) =>
        string.Join(" → ", _open.SkipWhile(open => open != local).Append(local).Select(static open => open.Name));
}
