// policy diff sees every member of every node: each is changed alone, and the comparison must report it.
using Dsl.Compiler.Tests.Grammar;
using Dsl.Compiler.Tests.Support;
using Dsl.Diff;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Compiler.Tests.Comparing;

public class CompletenessTests
{
    /// <summary>What no comparison needs, each with the reason.</summary>
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["IrPolicy.EffectiveDateIsAssumed"] = "which line gives the date; the date is compared",
        ["IrPolicy.Texts"] =
            "the words of file and document, in which the 文号 of a record is looked up; the lines are compared by their meaning",
        ["IrExample.Title"] = "names the example; what it gives and expects is compared",
        ["IrClause.Kind"] = "follows from 奖补 and 享受, which are compared",
        ["IrClause.Locals"] = "a 令 counts where a line uses it, and is compared there as its value",
        ["IrLocalValue.Local"] = "a change of a 令 is told with the 令, whose value is an expression like any other",
        ["IrClause.JointLimits"] = "the amounts of 合计上限, which are compared in the head",
        ["IrClause.PaysOneRow"] = "follows from 竞合, which is compared",
        ["IrClause.Contest"] = "follows from 事项 and 竞合, which are compared",
        ["IrField.IsChoice"] = "follows from 竞合, which is compared",
        ["IrExclusion.Text"] = "the words of the line, which is compared by its meaning",
        ["IrExclusion.Clauses"] = "the clauses are compared where they stand; which ones has a test of its own",
        ["IrExclusion.Against"] = "the same",
        ["IrJointCap.Text"] = "follows from the clauses",
        ["IrJointCap.Subject"] = "follows from the clauses",
        ["IrJointCap.Clauses"] = "the clauses are compared where they stand; which ones has a test of its own",
        ["IrJointCap.First"] = "the same",
        ["IrJointCap.Locals"] = "a 令 counts where a line uses it, and is compared there as its value",
        ["IrProcedure.Steps/IrCondition.FromScope"] = "a step is never of a 范围",
        ["IrCondition.Text"] = "the words of the condition, which is compared by its meaning",
        ["IrCondition.IsExclusion"] = "how the condition is said; the expression is negated already",
        ["IrTargetPart.Text"] =
            "the words of the part's condition, compared by its meaning; a test of its own has the parts of a figure from outside",
        ["IrTable.Name"] = "what a table is called in messages",
        ["IrTable.IsComplete"] = "follows from the rows",
        ["IrTable.IsDisjoint"] = "follows from the rows",
        ["IrTable.Type"] = "follows from the rows",
        ["IrOrder.IsFirstCome"] = "how the order is said; which end comes first is compared",
        ["IrTableRow.Text"] = "the words of a row of a table, compared by its meaning",
        ["IrChoose.Type"] = "follows from the operands",
        ["IrExpression.Type"] = "follows from the operands",
        ["IrSubject.OtherSupport"] = "the built-in detail, the same everywhere",
        ["IrField.Ordinal"] = "the order of columns, which has no meaning",
        ["IrField.Detail"] = "the table that the field lies in",
        ["IrDetail.Ordinal"] = "the order of tables, which has no meaning",
        ["IrDetail.IsBuiltIn"] = "known by the name",
        ["SubjectFacts.Key"] = "the value of the key field, which is compared",
        ["SubjectFacts.DamagedDetails"] = "of data that was read; no example has any",
        ["RowFacts.Key"] = "the value of the key field, or the number of the row",
        ["NumberValue.Unknowns"] = "an example gives no unknown values",
    };

    private static readonly string[] Wording =
        ["IrPolicy.Title", "IrLegalBasis.Title", "IrLegalBasis.Place", "IrLegalBasis.Quotes", "IrLegalBasis.Note"];

    [Fact]
    public void 每一项改动都看得见()
    {
        var program = GrammarDocument.Compile(GrammarDocument.Lines).Program;
        var changed = new IrMutation(static path => LeftOut.Keys.Any(path.EndsWith)).Of(program).ToList();
        var unseen = changed.Where(copy => IsUnseen(copy.Path, ProgramComparer.Compare(program, copy.Program)))
            .Select(static copy => copy.Path).Distinct().ToList();
        Assert.True(unseen.Count == 0, string.Join('\n', unseen));
        Assert.True(changed.Count > 500, $"{changed.Count}");
    }

    [Fact]
    public void 不比较的每一项都还在() => Assert.All(LeftOut.Keys, static name =>
        Assert.Contains(typeof(IrProgram).Assembly.GetTypes().Concat(typeof(Value).Assembly.GetTypes()),
            type => type.Name == name.Split('/')[^1].Split('.')[0] && type.GetProperty(name.Split('.')[^1]) is not null));

    /// <summary>Words for readers are told as such; everything else as a difference in meaning.</summary>
    private static bool IsUnseen(string path, ProgramDifference difference) =>
        Wording.Any(path.Contains) ? difference.Policies.IsEmpty && difference.Definitions.IsEmpty : difference.IsSameMeaning;
}
