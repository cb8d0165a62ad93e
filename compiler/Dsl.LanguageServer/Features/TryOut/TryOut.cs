// 试算: a clause computed on facts that are typed into a form, with the meaning of an 算例.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.Evaluation.Examples;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.LanguageServer.Workspaces;
using Dsl.Values.Terms;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.LanguageServer.Features.TryOut;

/// <summary>A clause that can be computed.</summary>
/// <param name="Snapshot">The folder.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="Clause">The clause.</param>
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

    /// <summary>What to begin with: the first 算例 in which something is due, else nothing known.</summary>
    public JsonObject FirstFacts()
    {
        var runner = new ExampleRunner(Program);
        // The others of 连同 are not computed here: what is due must be due without them.
        var first = Examples.FirstOrDefault(example =>
            runner.Run(Policy, example with { CompetingClauses = [] }, isExplained: false).Clause is { Status: ClauseStatus.Eligible } clause
            && (clause.Amount.Low is not { IsZero: true } || Clause.Kind == ClauseKind.Entitlement));
        return first is null ? new() { [Clause.Subject.Name] = new JsonObject() } : FormReading.Typed(Program, first);
    }

    /// <summary>Reads facts.</summary>
    public FormReading Read(JsonElement facts) => FormReading.Of(Program, Policy, Clause, facts);
}

/// <summary>What a form comes to.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Facts">The facts as they stand in the form.</param>
/// <param name="Tables">The form.</param>
/// <param name="Findings">What cannot be read.</param>
/// <param name="Result">What it comes to, explained; null where there are findings.</param>
internal sealed record TryOutResult(TriedClause Clause, JsonObject Facts, ImmutableArray<FormTable> Tables,
    ImmutableArray<FormFinding> Findings, ExampleResult? Result)
{
    /// <summary>Computes a clause.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="given">The facts; null to begin with those of an 算例.</param>
    public static TryOutResult Of(TriedClause clause, JsonElement? given)
    {
        var facts = given is { } stated ? JsonObject.Create(stated) ?? [] : clause.FirstFacts();
        var reading = clause.Read(given ?? JsonSerializer.SerializeToElement(facts));
        var form = Form.Of(clause.Snapshot, ClauseInputs.Of(clause.Policy, clause.Clause));
        return new(clause, facts, form, reading.Findings,
            reading.Case is { } example ? new ExampleRunner(clause.Program).Run(clause.Policy, example) : null);
    }
}
