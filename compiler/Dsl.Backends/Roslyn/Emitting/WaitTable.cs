// What each bit of a clause's waits stands for.
using Dsl.Ir.Nodes;
using Dsl.Library.Values;

namespace Dsl.Backends.Roslyn.Emitting;

/// <summary>How the name of a missing thing is found.</summary>
public enum WaitScope
{
    /// <summary>The name is the same for every subject.</summary>
    Fixed,

    /// <summary>A fact of the row under 每个: the name carries the row's key.</summary>
    Row,

    /// <summary>A known text outside an open list: the name carries the text, which is a fact of the subject or of the row.</summary>
    OpenText,

    /// <summary>The name depends on more than that: the interpreter says it.</summary>
    Interpreted,
}

/// <summary>What a bit stands for.</summary>
/// <param name="Kind">What kind of thing is missing.</param>
/// <param name="Name">Its name; for <see cref="WaitScope.Row"/> the field's, for <see cref="WaitScope.OpenText"/> the text of the operand.</param>
/// <param name="Scope">How the whole name is found.</param>
/// <param name="Field">The fact for <see cref="WaitScope.Row"/> and <see cref="WaitScope.OpenText"/>.</param>
public sealed record Wait(UnknownKind Kind, string Name, WaitScope Scope, IrField? Field = null);

/// <summary>The bits of a clause.</summary>
public sealed class WaitTable
{
    private const int MostWaits = 64;
    private readonly List<Wait> _waits = [];

    /// <summary>What bit i stands for.</summary>
    public IReadOnlyList<Wait> Waits => _waits;

    /// <summary>The bit of a missing thing, in C#.</summary>
    /// <exception cref="BeyondColumnsException">The clause waits for more things than there are bits.</exception>
    internal string Bit(Wait wait)
    {
        var index = _waits.IndexOf(wait);
        if (index < 0)
        {
            if (_waits.Count == MostWaits)
                throw new BeyondColumnsException("more than 64 things that the clause may wait for");
            index = _waits.Count;
            _waits.Add(wait);
        }
        return $"1UL << {index}";
    }
}

/// <summary>A clause that the generator leaves to the interpreter, and why. Never leaves this folder.</summary>
internal sealed class BeyondColumnsException(string reason) : Exception(reason);
