// What each bit of a clause's waits stands for.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions;

namespace Dsl.Columns.Emitting;

/// <summary>How the name of a missing thing is found.</summary>
public enum UnknownBitScope
{
    /// <summary>The name is the same for every subject.</summary>
    Fixed,

    /// <summary>A fact of the row under 每个: the name carries the row's key.</summary>
    Row,

    /// <summary>A known text outside an open list: the name carries the text, which is a fact of the subject or of the row.</summary>
    OpenText,

    /// <summary>
    /// What an expression waits for, which depends on several rows or on what is chosen: the interpreter is asked for that expression
    /// alone.
    /// </summary>
    Expression,

    /// <summary>The same for an expression that sees the row under 每个.</summary>
    RowExpression,
}

/// <summary>What a bit stands for.</summary>
/// <param name="Kind">What kind of thing is missing.</param>
/// <param name="Name">Its name; for <see cref="UnknownBitScope.Row"/> the field's, for <see cref="UnknownBitScope.OpenText"/> the text of
/// the operand.</param>
/// <param name="Scope">How the whole name is found.</param>
/// <param name="Field">The fact for <see cref="UnknownBitScope.Row"/> and <see cref="UnknownBitScope.OpenText"/>.</param>
/// <param name="Node">The expression for <see cref="UnknownBitScope.Expression"/> and <see cref="UnknownBitScope.RowExpression"/>.</param>
public sealed record UnknownBit(UnknownKind Kind, string Name, UnknownBitScope Scope, IrField? Field = null, IrExpression? Node = null)
{
    /// <summary>What a table that cannot answer waits for.</summary>
    internal static ImmutableArray<UnknownKind> OfTableRows { get; } = [UnknownKind.NoTableRow, UnknownKind.SeveralTableRows];

    /// <summary>Whether the name depends on the row under 每个.</summary>
    public bool IsOfRow =>
        Scope is UnknownBitScope.Row or UnknownBitScope.RowExpression
        || this is { Scope: UnknownBitScope.OpenText, Field.Detail: not null };

    /// <summary>A fact of the subject.</summary>
    internal static UnknownBit OfSubject(IrField field) => new(MissingKind(field), field.Name, UnknownBitScope.Fixed);

    /// <summary>A fact of a row.</summary>
    /// <param name="field">The fact.</param>
    /// <param name="outermost">The outermost aggregate that is being computed; null for none.</param>
    /// <param name="clauseRow">The row under 每个; null for none.</param>
    internal static UnknownBit OfRow(IrField field, RowScope row, IrExpression? outermost, RowScope? clauseRow) => row.IsAggregateRow
        ? new(MissingKind(field), $"{row.Detail.Name}.{field.Name}", ScopeOf(clauseRow), Node: outermost)
        : new(MissingKind(field), field.Name, UnknownBitScope.Row, field);

    /// <summary>A table that was not supplied.</summary>
    internal static UnknownBit OfTable(string detail) => new(UnknownKind.Table, detail, UnknownBitScope.Fixed);

    /// <summary>A parameter.</summary>
    internal static UnknownBit OfParameter(IrParameter parameter) => new(UnknownKind.Parameter, parameter.Name, UnknownBitScope.Fixed);

    /// <summary>A divisor that may be 0.</summary>
    internal static UnknownBit OfZeroDivisor(IrArithmetic quotient) =>
        new(UnknownKind.ZeroDivisor, quotient.Origin.Text, UnknownBitScope.Fixed);

    /// <summary>An aggregate that is unknown over no rows; null for one that is not.</summary>
    internal static UnknownBit? OfNoRows(IrAggregate node) =>
        node.Kind is AggregateKind.Average or AggregateKind.Largest or AggregateKind.Smallest
            ? new(UnknownKind.NoRows, node.Origin.Text, UnknownBitScope.Fixed) : null;

    /// <summary>A known text outside a list that ends in 等.</summary>
    internal static UnknownBit OfOpenList(IrMember node, RowScope? row, IrExpression? outermost, RowScope? clauseRow) =>
        node.Operand is IrFact { Field: var field }
        && (field.Detail is null || row is { IsAggregateRow: false } && row.Detail.Name == field.Detail)
            ? new(UnknownKind.OpenList, node.Operand.Origin.Text, UnknownBitScope.OpenText, field)
            : new(UnknownKind.OpenList, node.Operand.Origin.Text, ScopeOf(clauseRow), Node: outermost ?? node);

    /// <summary>核定.</summary>
    internal static UnknownBit OfApproval { get; } = new(UnknownKind.Approval, "核定", UnknownBitScope.Fixed);

    /// <summary>A step of a 程序.</summary>
    internal static UnknownBit OfStep(IrCondition step) => new(UnknownKind.Procedure, step.Text, UnknownBitScope.Fixed);

    private static UnknownKind MissingKind(IrField field) => field.IsDecision ? UnknownKind.Recognition : UnknownKind.Fact;

    private static UnknownBitScope ScopeOf(RowScope? clauseRow) =>
        clauseRow is null ? UnknownBitScope.Expression : UnknownBitScope.RowExpression;
}

/// <summary>The bits of a clause, complete before its code is written.</summary>
public sealed class UnknownBitTable
{
    /// <summary>How many things a clause may wait for; the last bit is that of numbers beyond the limits.</summary>
    internal const int Most = 63;

    private readonly List<UnknownBit> _bits = [];
    private readonly List<string> _names = [];

    /// <summary>What bit i stands for.</summary>
    public IReadOnlyList<UnknownBit> Bits => _bits;

    /// <summary>The bit of a missing thing; 0 where the clause does not wait for it.</summary>
    internal ulong BitOf(UnknownBit bit) => _bits.IndexOf(bit) is >= 0 and var index ? 1UL << index : 0;

    /// <summary>The name of bit i in the generated code.</summary>
    internal IReadOnlyList<string> Names => _names;

    /// <summary>Gives a missing thing a bit unless it has one; false where there is none left.</summary>
    internal bool TryAdd(UnknownBit bit)
    {
        if (_bits.Contains(bit))
            return true;
        if (_bits.Count == Most)
            return false;
        _bits.Add(bit);
        _names.Add(FreshName(bit));
        return true;
    }

    /// <summary>The name of the bit of a missing thing in the generated code.</summary>
    internal string NameOf(UnknownBit bit) => _names[_bits.IndexOf(bit)];

    private string FreshName(UnknownBit bit)
    {
        var name = CodeWriter.Identifier($"{Prefix(bit.Kind)}_{bit.Name}");
        for (var i = _names.Count; _names.Contains(name); i++)
            name = $"{name}_{i}";
        return name;
    }

    /// <summary>Whether a bit may have this name, or get it later.</summary>
    internal static bool IsReserved(string name) =>
        Enum.GetValues<UnknownKind>().Any(kind => name.StartsWith(Prefix(kind) + "_", StringComparison.Ordinal));

    private static string Prefix(UnknownKind kind) => kind switch
    {
        UnknownKind.Fact => "缺",
        UnknownKind.Table => "缺表",
        UnknownKind.Parameter => "缺参数",
        UnknownKind.ZeroDivisor => "除数为零",
        UnknownKind.NoRows => "没有行",
        UnknownKind.NoTableRow => "表无此行",
        UnknownKind.SeveralTableRows => "表行重叠",
        UnknownKind.Limit => "超出限度",
        UnknownKind.Recognition => "待认定",
        UnknownKind.OpenList => "待认定",
        UnknownKind.Procedure => "待程序",
        _ => "待",
    };
}
