// What a generated schema holds, as the generator of expressions needs it.
using System.Collections.Immutable;

namespace Dsl.Agreement.Tests.Generating;

/// <summary>Kinds of values that expressions are generated for.</summary>
internal enum Kind
{
    /// <summary>金额.</summary>
    Money,

    /// <summary>比率, and quotients of equal units.</summary>
    Ratio,

    /// <summary>数.</summary>
    Number,

    /// <summary>人.</summary>
    Persons,

    /// <summary>件.</summary>
    Pieces,

    /// <summary>平方米.</summary>
    Area,

    /// <summary>元/件.</summary>
    PiecePrice,

    /// <summary>元/平方米/月: three units, two below the line.</summary>
    Rent,

    /// <summary>美元.</summary>
    Dollars,

    /// <summary>元/美元.</summary>
    Exchange,

    /// <summary>日期.</summary>
    Date,

    /// <summary>年度.</summary>
    Year,

    /// <summary>年.</summary>
    Years,

    /// <summary>月.</summary>
    Months,

    /// <summary>天.</summary>
    Days,

    /// <summary>岁.</summary>
    Age,

    /// <summary>是否.</summary>
    Truth,

    /// <summary>A value of a list.</summary>
    List,

    /// <summary>文本.</summary>
    Text,
}

/// <summary>A fact.</summary>
/// <param name="List">Its list, for <see cref="Kind.List"/>.</param>
internal sealed record FieldModel(string Name, Kind Kind, ListModel? List);

/// <summary>A list of values.</summary>
/// <param name="Name">Its name; null where it is written in place.</param>
/// <param name="Members">Its values.</param>
/// <param name="IsOpen">Whether it ends in 等.</param>
internal sealed record ListModel(string? Name, ImmutableArray<string> Members, bool IsOpen);

/// <summary>A table: 数据 or 明细.</summary>
/// <param name="Fields">Facts that expressions use (not the key).</param>
internal record TableModel(string Name, ImmutableArray<FieldModel> Fields);

/// <summary>明细.</summary>
/// <param name="Fields">Facts of a row.</param>
/// <param name="IsCounted">Whether a row counts as 1件.</param>
internal sealed record DetailModel(string Name, ImmutableArray<FieldModel> Fields, bool IsCounted) : TableModel(Name, Fields)
{
    /// <summary>按年度: a row for each year.</summary>
    public bool IsByYear { get; init; }
}

/// <summary>数据.</summary>
/// <param name="Fields">Facts of a subject.</param>
/// <param name="Details">Its 明细.</param>
internal sealed record SubjectModel(string Name, ImmutableArray<FieldModel> Fields, ImmutableArray<DetailModel> Details)
    : TableModel(Name, Fields);

/// <summary>参数.</summary>
internal sealed record ParameterModel(string Name, Kind Kind);

/// <summary>A generated schema.</summary>
/// <param name="Subjects">数据; the first is 企业.</param>
/// <param name="BenefitItems">The values of 名录 事项.</param>
/// <param name="Text">As written.</param>
internal sealed record SchemaModel(ImmutableArray<SubjectModel> Subjects, ImmutableArray<string> BenefitItems, Fragment Text);
