// What each bit of a clause's waits stands for.
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Columns.Emitting;

/// <summary>How the name of a missing thing is found.</summary>
public enum WaitScope
{
    /// <summary>The name is the same for every subject.</summary>
    Fixed,

    /// <summary>A fact of the row under 每个: the name carries the row's key.</summary>
    Row,

    /// <summary>A known text outside an open list: the name carries the text, which is a fact of the subject or of the row.</summary>
    OpenText,

    /// <summary>What an expression waits for, which depends on several rows or on what is chosen: the interpreter is asked for that expression alone.</summary>
    Expression,

    /// <summary>The same for an expression that sees the row under 每个.</summary>
    RowExpression,
}

/// <summary>What a bit stands for.</summary>
/// <param name="Kind">What kind of thing is missing.</param>
/// <param name="Name">Its name; for <see cref="WaitScope.Row"/> the field's, for <see cref="WaitScope.OpenText"/> the text of the operand.</param>
/// <param name="Scope">How the whole name is found.</param>
/// <param name="Field">The fact for <see cref="WaitScope.Row"/> and <see cref="WaitScope.OpenText"/>.</param>
/// <param name="Node">The expression for <see cref="WaitScope.Expression"/> and <see cref="WaitScope.RowExpression"/>.</param>
public sealed record Wait(UnknownKind Kind, string Name, WaitScope Scope, IrField? Field = null, IrExpression? Node = null)
{
    /// <summary>Whether the name depends on the row under 每个.</summary>
    public bool IsOfRow => Scope is WaitScope.Row or WaitScope.RowExpression || this is { Scope: WaitScope.OpenText, Field.Detail: not null };
}

/// <summary>The bits of a clause.</summary>
public sealed class WaitTable
{
    // The last is that of numbers beyond the limits.
    private const int MostWaits = 63;
    private readonly List<Wait> _waits = [];
    private readonly List<string> _names = [];

    /// <summary>What bit i stands for.</summary>
    public IReadOnlyList<Wait> Waits => _waits;

    /// <summary>The bit of a missing thing; 0 where the clause does not wait for it.</summary>
    public ulong BitOf(Wait wait) => _waits.IndexOf(wait) is >= 0 and var index ? 1UL << index : 0;

    /// <summary>The name of bit i in the generated code.</summary>
    internal IReadOnlyList<string> Names => _names;

    /// <summary>The name of the bit of a missing thing in the generated code.</summary>
    /// <exception cref="BeyondColumnsException">The clause waits for more things than there are bits.</exception>
    internal string Bit(Wait wait)
    {
        var index = _waits.IndexOf(wait);
        if (index < 0)
        {
            if (_waits.Count == MostWaits)
                throw new BeyondColumnsException("more than 63 things that the clause may wait for");
            index = _waits.Count;
            _waits.Add(wait);
            _names.Add(FreshName(wait));
        }
        return _names[index];
    }

    private string FreshName(Wait wait)
    {
        var prefix = Prefix(wait.Kind);
        var name = CodeWriter.Identifier($"{prefix}_{wait.Name}");
        for (var i = _names.Count; _names.Contains(name); i++)
            name = $"{name}_{i}";
        return name;
    }

    /// <summary>Whether a bit may have this name, or get it later.</summary>
    internal static bool IsReserved(string name) => Enum.GetValues<UnknownKind>().Any(kind => name.StartsWith(Prefix(kind) + "_", StringComparison.Ordinal));

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

/// <summary>A clause that the generator leaves to the interpreter, and why. Never leaves this folder.</summary>
internal sealed class BeyondColumnsException(string reason) : Exception(reason);
