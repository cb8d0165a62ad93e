// Results that a compilation passes on to the next one of the same files.
using Dsl.Semantics.Binding;
using Dsl.Semantics.Checks;

namespace Dsl.Compiler;

/// <summary>The blocks of a set of files as they were bound and checked last. It holds one version: that which was compiled last.</summary>
public sealed class KeptStages
{
    internal KeptBinding Binding { get; } = new();

    internal KeptChecks Checks { get; } = new();
}
