// Policies as one script of SQL: which clauses it says, and why not the others.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.Sql.Clauses;
using Dsl.Sql.Dialects;
using Dsl.Sql.Inputs;
using Dsl.Values.Terms;

namespace Dsl.Sql.Scripts;

/// <summary>What is asked for besides the policies.</summary>
/// <param name="Context">测算日, 年度 and the values of external 参数.</param>
public sealed record SqlOptions(EvaluationContext Context)
{
    /// <summary>Where the tables lie; empty where the analyst puts views of their names.</summary>
    public ImmutableArray<ScriptInput> Inputs { get; init; } = [];

    /// <summary>Details that the registry does not have: clauses that ask for them are not said.</summary>
    public ImmutableHashSet<IrDetail> Missing { get; init; } = [];

    /// <summary>Sums over all subjects rather than rows of each.</summary>
    public bool Totals { get; init; }
}

/// <summary>Whether a clause is said.</summary>
/// <param name="Policy">Its policy.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Refusal">Why it is not; null where it is.</param>
public sealed record SaidClause(IrPolicy Policy, IrClause Clause, Refusal? Refusal);

/// <summary>A script.</summary>
/// <param name="Text">The script.</param>
/// <param name="Clauses">Every clause that gives something, in the order of the policies.</param>
/// <param name="Tables">The tables that it reads, with the columns.</param>
public sealed record SqlScript(string Text, ImmutableArray<SaidClause> Clauses, ImmutableArray<ReadTable> Tables);

/// <summary>Writes scripts.</summary>
public static class SqlEmitter
{
    /// <summary>The script of some policies.</summary>
    public static SqlScript Emit(IrProgram program, SqlDialect dialect, SqlOptions options)
    {
        var clauses = program.Policies.SelectMany(static policy => policy.Clauses, static (policy, clause) => (policy, clause))
            .Where(static pair => pair.clause.Kind != ClauseKind.Declaratory).ToList();
        var refused = new Dictionary<IrClause, Refusal>(ReferenceEqualityComparer.Instance);
        // What was begun of a clause that is refused is written in no script: it is all made again without it.
        for (; ; )
        {
            var writing = new ScriptWriter(program, dialect, options);
            var count = refused.Count;
            foreach (var (policy, clause) in clauses.Where(pair => !refused.ContainsKey(pair.clause)))
            {
                if (writing.Add(policy, clause) is { } refusal)
                    refused.Add(clause, refusal);
            }
            // A clause can only be said together with those that may displace it.
            foreach (var (policy, clause) in clauses.Where(pair => !refused.ContainsKey(pair.clause)))
            {
                var rival = ContestWriter.Rivals(program, policy, clause).FirstOrDefault(other => refused.ContainsKey(other.Clause));
                if (rival.Clause is not null)
                    refused.Add(clause, new($"与 {rival.Policy.Number} 条款 {rival.Clause.Number} 竞合，而那一条没有写成 SQL",
                        clause.LegalBasis.Origin));
            }
            if (refused.Count > count)
                continue;
            writing.HoldContests();
            ImmutableArray<SaidClause> said =
                [.. clauses.Select(pair => new SaidClause(pair.policy, pair.clause, refused.GetValueOrDefault(pair.clause)))];
            return new(writing.Write(said), said, writing.ReadTables);
        }
    }
}
