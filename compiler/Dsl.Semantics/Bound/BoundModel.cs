// The result of the binding stage.
using System.Collections.Immutable;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Bound;

/// <summary>All files of a set with their meaning.</summary>
/// <param name="Lists">The 名录.</param>
/// <param name="Subjects">The 数据.</param>
/// <param name="Parameters">The 参数.</param>
/// <param name="Policies">The policies, in order of file path.</param>
/// <param name="Diagnostics">Mistakes of meaning.</param>
/// <param name="Names">What the names of each file stand for.</param>
public sealed record BoundModel(
    ImmutableArray<ListSymbol> Lists,
    ImmutableArray<SubjectSymbol> Subjects,
    ImmutableArray<ParameterSymbol> Parameters,
    ImmutableArray<BoundPolicy> Policies,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<NameUses> Names);
