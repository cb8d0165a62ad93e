// What an expression may refer to at its place: declarations in sight, subject, row, 令.
using Dsl.Values.Quantities;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Context;

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

    /// <summary>The period of 频次 自 X of the clause; null where it has none.</summary>
    public WindowTable? Window { get; init; }

    /// <summary>The clause whose subject the records of earlier years are asked for; null where there is none.</summary>
    public HistoryScope? History { get; init; }

    /// <summary>The number of the clause that is bound; null elsewhere, and for what clauses share.</summary>
    public string? ClauseNumber { get; init; }

    /// <summary>Whether there is a clause of a number (else that is reported); null where clauses may not be named.</summary>
    public Func<SyntaxToken, bool>? KnowsClause { get; init; }

    /// <summary>目标: aggregates go over the registry, facts stand only inside them.</summary>
    public bool OverRegistry { get; init; }

    /// <summary>恒有: 奖补 is a value.</summary>
    public bool AllowsAward { get; init; }

    /// <summary>A 每年 clause: 元/年 is the year's amount.</summary>
    public bool IsYearly { get; init; }

    /// <summary>Whether an amount of the whole subject is bound (单位上限, 累计上限): no row's 件 is implied.</summary>
    public bool IsOfSubject { get; init; }

    /// <summary>The 每个 detail of the clause: 元/计量 is the row's amount.</summary>
    public DetailSymbol? PerRow { get; init; }

    /// <summary>算例: facts may hold values outside a list that ends in 等.</summary>
    public bool AllowsOpenValues { get; init; }

    /// <summary>其中: a condition that every aggregate of the indicator takes in.</summary>
    public ExpressionSyntax? PartFilter { get; init; }

    /// <summary>
    /// Whether a name is missing from sight because the line that brings it was reported: 每个 with an unknown detail, 令 without a name.
    /// </summary>
    public bool IsIncomplete { get; init; }

    /// <summary>Every name that stands for a value here.</summary>
    public IEnumerable<string> ValueNames =>
        (Row?.Fields ?? []).Concat(OverRegistry && !InAggregate ? [] : Subject?.Fields ?? []).Select(static fact => fact.Name)
            .Concat(Locals?.Names ?? [])
            .Concat(Declarations.Parameters.Keys)
            .Concat(Window is { } window ? [window.Name] : [])
            .Concat(History?.Counted is { } counted ? [BoundHistory.NameOfLeft(counted)] : [])
            .Concat([IntrinsicNames.AsOfDate, IntrinsicNames.ApplicationYear, IntrinsicNames.EffectiveDate]);

    /// <summary>The values of the lists that are written in place at the facts in sight.</summary>
    public IEnumerable<string> InlineValues =>
        (Row?.Fields ?? []).Concat(Subject?.Fields ?? []).Select(static fact => fact.Type).OfType<EnumType>()
            .SelectMany(static type => type.Members);

    /// <summary>Whether a name stands for a value here.</summary>
    public bool IsValueName(string name) =>
        IntrinsicNames.Find(name) is not null || Locals?.Find(name) is not null || Row?.FindField(name) is not null
        || Subject?.FindField(name) is not null || Declarations.Parameters.ContainsKey(name) || Window?.TypeOf(name) is not null
        || LeftType(name) is not null;

    /// <summary>Whether a word stands for a value here, is one of a list, or a number in words.</summary>
    public bool IsKnownWord(string word) =>
        IsValueName(word) || Declarations.ListWith(word) is not null || InlineValues.Contains(word)
        || NumeralWords.Rewrite(word) is not null;

    /// <summary>The type of what a name stands for; null where it stands for no value, or for one that is not bound yet.</summary>
    public DslType? TypeOf(string name) =>
        IntrinsicNames.Find(name)?.Type
        ?? (Locals?.Find(name) is { } local && Locals.ValueOf(local)?.Value is { IsError: false } value ? value.Type : null)
        ?? Row?.FindField(name)?.Type ?? Subject?.FindField(name)?.Type
        ?? (Declarations.Parameters.TryGetValue(name, out var parameter) && !parameter.Type.IsError ? parameter.Type : null)
        ?? Window?.TypeOf(name) ?? LeftType(name);

    private DslType? LeftType(string name) => History?.Counted is { } type && BoundHistory.NameOfLeft(type) == name ? type : null;

    /// <summary>The table of a name, or null.</summary>
    public TableSymbol? FindTable(string name) =>
        Declarations.Details.GetValueOrDefault(name)
        ?? (TableSymbol?)Subject?.FindDetail(name) ?? Declarations.Subjects.GetValueOrDefault(name);

    /// <summary>A table that has a field of a name: one of the subject's details first; null for none.</summary>
    public TableSymbol? TableWithField(string name) =>
        Subject?.Details.FirstOrDefault(detail => detail.FindField(name) is not null && !detail.IsBuiltIn)
        ?? (TableSymbol?)Declarations.Details.Values.FirstOrDefault(detail => detail.FindField(name) is not null)
        ?? Declarations.Subjects.Values.FirstOrDefault(subject => subject.FindField(name) is not null);

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
        (IsYearly && unit == Units.Years)
        || (PerRow is not null && !IsOfSubject && unit.Kind == UnitKind.Counting && (PerRow.Unit is null || PerRow.Unit == unit));
}

/// <summary>The names with a meaning of their own in expressions.</summary>
public static class IntrinsicNames
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
    public static (ContextKind Name, DslType Type)? Find(string name) => name switch
    {
        AsOfDate => (ContextKind.AsOfDate, TypeOf(ContextKind.AsOfDate)),
        ApplicationYear => (ContextKind.ApplicationYear, TypeOf(ContextKind.ApplicationYear)),
        EffectiveDate => (ContextKind.EffectiveDate, TypeOf(ContextKind.EffectiveDate)),
        Award => (ContextKind.Award, TypeOf(ContextKind.Award)),
        _ => null,
    };

    /// <summary>The type of what is evaluated against.</summary>
    public static DslType TypeOf(ContextKind kind) => kind switch
    {
        ContextKind.ApplicationYear => DslType.Year,
        ContextKind.Award => DslType.Money,
        _ => DslType.Date,
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
