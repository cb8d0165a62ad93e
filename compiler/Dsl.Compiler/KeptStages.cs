// What compilations of the same files leave to one another, version by version of their texts.
using Dsl.Semantics.Binding;
using Dsl.Semantics.Checks;

namespace Dsl.Compiler;

/// <summary>The blocks of a set of files as they were bound and checked last. It holds one version: that which was compiled last.</summary>
public sealed class KeptStages
{
    /// <summary>What was bound.</summary>
    internal KeptBinding Binding { get; } = new();

    /// <summary>What the checks found.</summary>
    internal KeptChecks Checks { get; } = new();
}
