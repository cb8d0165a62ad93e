// The data that policies read: kinds of subjects, their facts and detail tables, parameters.
using System.Collections.Immutable;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Ir.Schema;

/// <summary>All data definitions of a set of policies.</summary>
/// <param name="Lists">The 名录.</param>
/// <param name="Subjects">The 数据.</param>
public sealed record IrSchema(ImmutableArray<EnumType> Lists, ImmutableArray<IrSubject> Subjects)
{
    /// <summary>The subject of a name, or null.</summary>
    public IrSubject? FindSubject(string name) => Subjects.FirstOrDefault(subject => subject.Name == name);
}

/// <summary>A kind of subject (数据): 企业, 人才, 区县 … Reference identity.</summary>
public sealed class IrSubject(string name)
{
    /// <summary>Its name; the table is called the same.</summary>
    public string Name { get; } = name;

    /// <summary>Its facts; <see cref="IrField.Ordinal"/> is the index. The first field is the key (主键).</summary>
    public ImmutableArray<IrField> Fields { get; init; } = [];

    /// <summary>Its details, the built-in <see cref="OtherSupport"/> last; <see cref="IrDetail.Ordinal"/> is the index.</summary>
    public ImmutableArray<IrDetail> Details { get; init; } = [];

    public IrField Key => Fields[0];

    /// <summary>The built-in detail 其他政策支持: support under policies that are not written here.</summary>
    public IrDetail OtherSupport => Details[^1];

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A detail table (明细): rows of a subject. Reference identity.</summary>
public sealed class IrDetail(string name, int ordinal, bool isBuiltIn)
{
    /// <summary>The name of the built-in detail.</summary>
    public const string OtherSupportName = "其他政策支持";

    /// <summary>Its name; the table is called the same.</summary>
    public string Name { get; } = name;

    /// <summary>Index in <see cref="IrSubject.Details"/>.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>Whether this is 其他政策支持 (fields 文号, 事项, 事项行, 年度, 金额 in this order, no key of its own).</summary>
    public bool IsBuiltIn { get; } = isBuiltIn;

    /// <summary>The facts of a row; <see cref="IrField.Ordinal"/> is the index.</summary>
    public ImmutableArray<IrField> Fields { get; init; } = [];

    /// <summary>
    /// The row's key among <see cref="Fields"/>; null where the detail has none (then rows are numbered 1, 2, … per subject).
    /// </summary>
    public IrField? Key { get; init; }

    /// <summary>按年度: one row for each year, which is the key.</summary>
    public bool IsByYear { get; init; }

    /// <summary>The unit that one row counts for (计量); null where none is said.</summary>
    public Unit? CountingUnit { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A fact. Reference identity.</summary>
public sealed class IrField(string name, DslType type, int ordinal, string? detail)
{
    public string Name { get; } = name;

    public DslType Type { get; } = type;

    /// <summary>Index among the fields of its subject or detail.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>The detail's name; null for a fact of the subject.</summary>
    public string? Detail { get; } = detail;

    /// <summary>
    /// The range that input is checked against, in the type's own unit: the declared 范围, else the default of the type (金额 0..1万亿,
    /// 比率 0..1, counts ≥ 0).
    /// </summary>
    public Bounds InputRange { get; init; } = Bounds.Everything;

    /// <summary>The declared 范围, which is what is known of the missing fact; null where none is declared (then [0, ∞)).</summary>
    public Bounds? DeclaredRange { get; init; }

    /// <summary>缺省: what an absent value means; null where absent means unknown.</summary>
    public Value? Default { get; init; }

    /// <summary>认定: decided by an authority; missing, it makes a clause 待核定 rather than 资料不全.</summary>
    public bool IsRecognition { get; init; }

    /// <summary>By which 择一 chooses a clause: missing, it waits for the decision, as 认定 does.</summary>
    public bool IsChoice { get; init; }

    /// <summary>Whether it waits for a decision where it is missing.</summary>
    public bool IsDecision => IsRecognition || IsChoice;

    /// <summary>A text that is a 统一社会信用代码: its check digit is tested on reading.</summary>
    public bool IsCreditCode { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A 参数. Reference identity.</summary>
public sealed class IrParameter(string name, DslType type)
{
    public string Name { get; } = name;

    public DslType Type { get; } = type;

    /// <summary>外部: the value is an input of the run.</summary>
    public bool IsExternal { get; init; }

    /// <summary>The history, ascending; a null date holds from the beginning.</summary>
    public ImmutableArray<(DateOnly? From, Value Value)> History { get; init; } = [];

    public SourceLocation Origin { get; init; } = SourceLocation.None;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
