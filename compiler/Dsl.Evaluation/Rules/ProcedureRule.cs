// 程序: procedures that hold a clause back until their steps are done.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>
/// What an engine supplies of the procedures that a clause requires, by their places in <see cref="IrPolicy.ProceduresOf"/>.
/// </summary>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
public interface IProcedureTruths<TTruth>
{
    /// <summary>情形: whether a procedure applies; asked only where it has one.</summary>
    TTruth Applies(int procedure);

    /// <summary>须经: whether a step is done; asked only where the procedure may apply.</summary>
    TTruth IsDone(int procedure, int step);

    /// <summary>未知, waiting for a step.</summary>
    TTruth Open(int procedure, int step);
}

/// <summary>Goes through the procedures of a clause.</summary>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
public static class ProcedureRule<TTruth> where TTruth : ITruthFace<TTruth>
{
    /// <summary>
    /// 是 where no procedure applies or all steps are done; else 未知, waiting for each step that is not certainly done (and for the facts
    /// on which it depends whether the procedure applies). Never 否: a procedure holds back, it does not refuse.
    /// </summary>
    public static TTruth AreCompleted<TTruths>(ImmutableArray<IrProcedure> procedures, TTruths truths)
        where TTruths : IProcedureTruths<TTruth>
    {
        var completed = TTruth.Of(true);
        for (var procedure = 0; procedure < procedures.Length; procedure++)
        {
            var applies = procedures[procedure].Applies is null ? TTruth.Of(true) : truths.Applies(procedure);
            if (applies.IsNo)
                continue;
            var steps = TTruth.Of(true);
            for (var step = 0; step < procedures[procedure].Steps.Length; step++)
                steps = truths.IsDone(procedure, step).IsYes ? steps : steps & truths.Open(procedure, step);
            completed = steps.IsYes ? completed : completed & applies & steps;
        }
        return completed;
    }
}
