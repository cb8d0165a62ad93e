// A part of a file with all that binding it leaves: kept as long as nothing that it was made of has changed.
using System.Collections.Immutable;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Bound;

/// <summary>What a part of a file (its head, a block) was bound to, and what that added to the file.</summary>
/// <param name="Bound">The bound part.</param>
/// <param name="Found">Mistakes of meaning.</param>
/// <param name="Names">What its names stand for.</param>
/// <param name="Compared">Known names that unknown ones were compared with.</param>
internal sealed record FilePart<T>(T? Bound, ImmutableArray<Diagnostic> Found, ImmutableArray<NameUse> Names, int Compared)
    where T : class
{
    /// <summary>The same in newer texts.</summary>
    public FilePart<T> In(IReadOnlyDictionary<string, SourceText> newest)
    {
        var moved = Found.In(newest);
        return moved == Found ? this : this with { Found = moved };
    }
}
