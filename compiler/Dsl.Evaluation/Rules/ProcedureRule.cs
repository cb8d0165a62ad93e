// 程序: procedures that hold a clause back until their steps are done.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>
/// Collects the procedures of a clause: 是 where none applies or all steps are done; else 未知, waiting for each step that is not certainly
/// done (and for the facts on which it depends whether the procedure applies). Never 否: a procedure holds back, it does not refuse.
/// </summary>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
public struct ProcedureRule<TTruth> where TTruth : ITruthFace<TTruth>
{
    private TTruth _passed;
    private TTruth _applies;
    private TTruth _steps;

    private ProcedureRule(TTruth passed, TTruth applies) => (_passed, _applies, _steps) = (passed, applies, TTruth.Of(true));

    /// <summary>No procedure.</summary>
    public static ProcedureRule<TTruth> None => new(TTruth.Of(true), TTruth.Of(false));

    /// <summary>Whether all procedures are completed.</summary>
    public readonly TTruth Passes => _applies.IsNo || _steps.IsYes ? _passed : _passed & _applies & _steps;

    /// <summary>The next procedure.</summary>
    /// <param name="applies">情形: whether it applies.</param>
    public void Begin(TTruth applies) => this = new(Passes, applies);

    /// <summary>须经: a step of the procedure.</summary>
    /// <param name="isDone">Whether it is done.</param>
    /// <param name="open">未知, waiting for the step.</param>
    public void Step(TTruth isDone, TTruth open) => _steps = isDone.IsYes ? _steps : _steps & open;
}
