// The claims of a registry under the clauses with 名额 or 总额: what is kept of it between the two passes.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Places;
using Dsl.Ir.Nodes;

namespace Dsl.Batch.Claims;

/// <summary>Claims by clause. For one thread.</summary>
internal sealed class ClaimBook
{
    private readonly Dictionary<IrClause, ClauseClaims> _byClause;

    /// <summary>A book without claims.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="context">Dates, and the values of external parameters.</param>
    public ClaimBook(IrProgram program, EvaluationContext context)
        : this(Of(program).Select(pair =>
            new ClauseClaims(pair.Policy, pair.Clause, Interpreter.PlacesOf(pair.Policy, pair.Clause, context)))) { }

    /// <summary>A book without claims, whose terms are known.</summary>
    public ClaimBook(IEnumerable<ClauseClaims> clauses)
    {
        Clauses = [.. clauses];
        _byClause = Clauses.ToDictionary(static clause => clause.Clause);
    }

    /// <summary>The clauses, in the order of the policies.</summary>
    public ImmutableArray<ClauseClaims> Clauses { get; }

    /// <summary>The clauses of a program with 名额 or 总额.</summary>
    public static IEnumerable<(IrPolicy Policy, IrClause Clause)> Of(IrProgram program) =>
        program.Policies.SelectMany(static policy => policy.Clauses, static (policy, clause) => (Policy: policy, Clause: clause))
            .Where(static pair => pair.Clause.NeedsPlaces);

    /// <summary>Whether a program has such clauses.</summary>
    public static bool IsNeeded(IrProgram program) => Of(program).Any();

    /// <summary>Adds a claim.</summary>
    public void Add(IrClause clause, PlaceClaim claim) => _byClause[clause].Claims.Add(claim);

    /// <summary>What everyone gets.</summary>
    public RegistryPlaces Settle() => RegistryPlaces.Settle(Clauses);
}
