// A clause that can be tried out.
using Dsl.Evaluation.Examples;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Tree;
using Dsl.Values.Terms;
using Dsl.Values.Text;

namespace Dsl.LanguageServer.Features.TryOut;

/// <summary>A clause that can be computed.</summary>
/// <param name="Snapshot">The folder.</param>
internal sealed record TriedClause(Snapshot Snapshot, IrPolicy Policy, IrClause Clause)
{
    /// <summary>The policies and their schema.</summary>
    public IrProgram Program => Snapshot.Computable.Program;

    /// <summary>Finds the clause of a number in a file; null with the reason, for people, where it cannot be computed.</summary>
    public static (TriedClause? Clause, string Problem) Find(Snapshot snapshot, string path, string number)
    {
        var (policy, problem) = snapshot.ComputableOf(path);
        if (policy is null)
            return (null, problem);
        var wanted = WidthFolding.HalfWidth(number.Trim());
        return policy.FindClause(wanted) switch
        {
            { Kind: ClauseKind.Declaratory } => (null, $"条款 {wanted} 只作说明，没有可以计算的。"),
            { } clause => (new(snapshot, policy, clause), ""),
            _ => (null, policy.Targets.Any(target => target.LegalBasis.Number == wanted) ? $"{wanted} 是目标，按一批主体计算，不能试算。"
                : LeftOut(snapshot, path, wanted) is { Length: > 0 } reason ? reason : $"没有条款「{wanted}」。"),
        };
    }

    private static string LeftOut(Snapshot snapshot, string path, string number) =>
        snapshot.TreeOf(path)?.Root.Blocks.OfType<NumberedBlock>()
            .FirstOrDefault(block => block.Keyword is { Value: "条款" } && block.Number.Value == number)
            is { } block
            ? snapshot.ProblemWithin(path, block.Span) : "";

    /// <summary>The 算例 of the clause.</summary>
    public IEnumerable<IrExample> Examples => Policy.Examples.Where(example => !example.IsTarget && example.Number == Clause.Number);

    /// <summary>What to begin with: the first 算例 in which something is due; null where there is none.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public IrExample? FirstExample(CancellationToken cancellation = default)
    {
        var runner = new ExampleRunner(Program, cancellation);
        // The others of 连同 are not computed here: what is due must be due without them.
        return Examples.FirstOrDefault(example =>
        {
            cancellation.ThrowIfCancellationRequested();
            return runner.Run(Policy, example with { CompetingClauses = [] }, isExplained: false).Clause is
                { Status: ClauseStatus.Eligible } clause
                && (clause.Amount.Low is not { IsZero: true } || Clause.Kind == ClauseKind.Entitlement);
        });
    }
}
