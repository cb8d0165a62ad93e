// A set of policies that is served: immutable, known by a hash over its files.
using System.Collections.Immutable;
using Dsl.Batch.Engines;
using Dsl.Evaluation.Questions;
using Dsl.Ir.Nodes;
using Dsl.Loading.Policies;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Host.Policies;

/// <summary>A set of policies. Who holds one can finish with it whatever is loaded meanwhile; unloaded when nobody does.</summary>
public sealed class PolicySet
{
    private readonly Lazy<QuestionCatalog> _questions;

    internal PolicySet(LoadedPolicies policies, PreparedProgram prepared, DateTimeOffset loadedAt) =>
        (Policies, Prepared, LoadedAt, Hash, _questions) =
            (policies, prepared, loadedAt, PolicySetHash.Of(policies.Files), new(() => new(prepared.Program)));

    /// <summary>
    /// SHA-256 over the names (below the folder that all files share) and contents of its files, in lower-case hexadecimal.
    /// </summary>
    public string Hash { get; }

    /// <summary>Texts, configuration, findings.</summary>
    public LoadedPolicies Policies { get; }

    /// <summary>The program.</summary>
    public IrProgram Program => Prepared.Program;

    /// <summary>Engines for any day.</summary>
    public PreparedProgram Prepared { get; }

    /// <summary>What can be asked for its clauses.</summary>
    public QuestionCatalog Questions => _questions.Value;

    /// <summary>When it was loaded.</summary>
    public DateTimeOffset LoadedAt { get; }

    /// <summary>文号 of its policies.</summary>
    public ImmutableArray<string> Numbers => [.. Program.Policies.Select(static policy => policy.Number)];

    /// <summary>Findings that do not stop it.</summary>
    public ImmutableArray<Diagnostic> Warnings => Policies.Diagnostics;
}
