// Which parts of the clauses and targets the examples reach: clauses, conditions both ways, branches and table rows, caps;
// targets met, missed and just met.
using System.Collections.Immutable;
using Dsl.Evaluation.Examples;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Verification.Examples;

/// <summary>What kind of part it is.</summary>
public enum CoverageKind
{
    /// <summary>条款: at least one example pays or refuses it with certainty.</summary>
    Clause,

    /// <summary>
    /// 条件: an example in which it holds, and one in which it does not (for a list that ends in 等: in which recognition is awaited).
    /// </summary>
    Condition,

    /// <summary>分支: a branch of 若…则…否则, or a row of a table.</summary>
    Branch,

    /// <summary>上限: an example in which the cap bites, and one in which it does not.</summary>
    Cap,

    /// <summary>目标: met, not met, exactly at the figure; with a deadline before and after it.</summary>
    Target,

    /// <summary>其中: the same for a part of a target, where an example says what becomes of the part.</summary>
    Part,
}

/// <summary>A part of a clause or target.</summary>
/// <param name="LegalBasis">The clause or target.</param>
/// <param name="Kind">What kind of part.</param>
/// <param name="Text">The part as written, and what is to be reached.</param>
/// <param name="Line">Its line in the .policy file.</param>
/// <param name="IsReached">Whether an example reaches it.</param>
public sealed record CoverageItem(IrPolicy Policy, IrLegalBasis LegalBasis, CoverageKind Kind, string Text, int Line, bool IsReached);

/// <summary>Coverage of a program by its examples.</summary>
public sealed record ExampleCoverage(ImmutableArray<CoverageItem> Items)
{
    /// <summary>How many parts are reached.</summary>
    public int Reached => Items.Count(static item => item.IsReached);
}

/// <summary>Listens to the recorded evaluations of examples.</summary>
internal sealed class CoverageRecorder(IrProgram program)
{
    private readonly HashSet<IrClause> _clauses = [];
    private readonly HashSet<(IrExpression Node, Truth Truth)> _truths = [];
    private readonly HashSet<IrExpression> _outsideList = [];
    private readonly HashSet<IrTable> _otherwise = [];
    private readonly HashSet<(IrExpression Cap, bool Bites)> _caps = [];
    private readonly TargetCoverage _targets = new();

    public void Add(ExampleResult example)
    {
        if (example.Clause is { } clause)
        {
            if (clause.Status is ClauseStatus.Eligible or ClauseStatus.NotEligible or ClauseStatus.AwaitingDecision
                or ClauseStatus.Displaced)
                _clauses.Add(clause.Clause);
            foreach (var cap in new[] { clause.Clause.SubjectCap, clause.Clause.CumulativeCap, clause.Clause.RowCap }
                .OfType<IrExpression>())
                _caps.Add((cap, IsCut(clause)));
        }
        if (example.Target is { } target)
            _targets.Add(target, example.Example);
        foreach (var (frame, node, value) in example.Trace?.Values ?? [])
        {
            if (value is TruthValue { IsCertain: true } truth)
                _truths.Add((node, truth.Truth));
            if (value is TruthValue { IsCertain: false } awaited
                && awaited.Unknowns.Items.Any(static item => item.Kind == UnknownKind.OpenList))
                _outsideList.Add(node);
            if (node is IrTable table
                && table.Rows.All(row => row.Test is not { } test
                    || example.Trace?.TryGetValue(test, frame, out var asked) == true && asked is TruthValue { Truth: Truth.No }))
                _otherwise.Add(table);
            if (node is IrCall { Function.IsLeast: true } call && value is NumberValue { IsCertain: true } least)
            {
                foreach (var argument in call.Arguments)
                {
                    if (example.Trace?.TryGetValue(argument, frame, out var part) == true && part is NumberValue number)
                        _caps.Add((argument, number.Bounds == least.Bounds));
                }
            }
        }
    }

    public ExampleCoverage Report() =>
        new([.. program.Policies.SelectMany(policy =>
            policy.Clauses.Where(static clause => clause.Kind != ClauseKind.Declaratory).SelectMany(clause => Items(policy, clause))
                .Concat(policy.Targets.SelectMany(target => _targets.Items(policy, target))))]);

    private IEnumerable<CoverageItem> Items(IrPolicy policy, IrClause clause)
    {
        CoverageItem Item(CoverageKind kind, string text, int line, bool isReached) =>
            new(policy, clause.LegalBasis, kind, text, line, isReached);
        yield return Item(CoverageKind.Clause, clause.LegalBasis.Title, clause.LegalBasis.Origin.Line, _clauses.Contains(clause));
        foreach (var condition in clause.Conditions.Where(static condition => !condition.FromScope))
        {
            foreach (var truth in new[] { Truth.Yes, Truth.No })
            {
                var (word, isReached) = CanBe(condition.Expression, truth)
                    ? (truth == Truth.Yes ? "成立" : "不成立", _truths.Contains((condition.Expression, truth)))
                    : ("待认定", _outsideList.Contains(condition.Expression));
                yield return Item(CoverageKind.Condition, $"{condition.Text} {word}", condition.Expression.Origin.Line, isReached);
            }
        }
        foreach (var node in Roots(clause).SelectMany(IrWalk.All).Distinct())
        {
            if (node is IrChoose choose)
            {
                yield return Item(CoverageKind.Branch, $"{choose.Condition.Origin.Text}：则", choose.Origin.Line,
                    _truths.Contains((choose.Condition, Truth.Yes)));
                yield return Item(CoverageKind.Branch, $"{choose.Condition.Origin.Text}：否则", choose.Origin.Line,
                    _truths.Contains((choose.Condition, Truth.No)));
            }
            if (node is IrTable table)
            {
                foreach (var row in table.Rows)
                    yield return Item(CoverageKind.Branch, row.Text, row.Origin.Line,
                        row.Test is { } test ? _truths.Contains((test, Truth.Yes)) : _otherwise.Contains(table));
            }
            if (node is IrCall { Function.IsLeast: true } call)
            {
                foreach (var argument in call.Arguments)
                    yield return Item(CoverageKind.Cap, $"{argument.Origin.Text} 为低者", argument.Origin.Line,
                        _caps.Contains((argument, true)));
            }
        }
        foreach (var (cap, name) in new[] { (clause.SubjectCap, "单位上限"), (clause.CumulativeCap, "累计上限"),
            (clause.RowCap, "累计上限 每行") })
        {
            if (cap is not null)
                yield return Item(CoverageKind.Cap, $"{name} {cap.Origin.Text} 起作用", cap.Origin.Line, _caps.Contains((cap, true)));
        }
    }

    /// <summary>Whether a condition can come out so: what an open list (等) does not name is never certainly outside it.</summary>
    private static bool CanBe(IrExpression condition, Truth truth) => condition switch
    {
        IrMember { IsOpen: true } => truth == Truth.Yes,
        IrNot not => CanBe(not.Operand, truth.Not()),
        IrAnd and => truth == Truth.Yes
            ? and.Operands.All(static operand => CanBe(operand, Truth.Yes))
            : and.Operands.Any(static operand => CanBe(operand, Truth.No)),
        IrOr or => truth == Truth.Yes
            ? or.Operands.Any(static operand => CanBe(operand, Truth.Yes))
            : or.Operands.All(static operand => CanBe(operand, Truth.No)),
        _ => true,
    };

    private static IEnumerable<IrExpression> Roots(IrClause clause) =>
        clause.Locals.Select(static local => local.Value).Concat(clause.Amounts);

    /// <summary>Whether the amount of the clause is less than the sum of its rows.</summary>
    private static bool IsCut(ClauseResult clause) =>
        !clause.Notes.IsEmpty
        && clause.Notes.Any(static note =>
            note.StartsWith("单位上限", StringComparison.Ordinal) || note.StartsWith("累计上限", StringComparison.Ordinal));
}
