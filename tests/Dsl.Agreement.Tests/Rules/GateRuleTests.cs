// What holds a unit back or refuses it, over the truths of a kernel and those of the interpreter: conditions and procedures.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;
using Xunit;

namespace Dsl.Agreement.Tests.Rules;

public class GateRuleTests
{
    private const int Rounds = 4000;

    private static readonly IrConstant Some = new(TruthValue.Yes, DslType.Truth, SourceLocation.None);

    [Fact]
    public void 条件在各种真值上相同()
    {
        var random = new Random(9);
        for (var i = 0; i < Rounds; i++)
        {
            var (kernel, law) = (FailedSet<ulong>.OfNoUnit, FailedSet<BigInteger>.OfNoUnit);
            int[] conditions = [.. Enumerable.Range(0, random.Next(65))];
            var refusing = conditions;
            for (var units = random.Next(1, 4); units > 0; units--)
            {
                var (inKernel, inLaw) = (new ConditionRule<Tristate, ulong>(), new ConditionRule<TruthValue, BigInteger>());
                Tristate[] truths = [.. conditions.Select(_ => random.Truth())];
                foreach (var index in conditions)
                {
                    inKernel.Require(index, truths[index]);
                    inLaw.Require(index, truths[index].Law());
                }
                Assert.Equal(inLaw.All, inKernel.All.Law());
                Assert.Equal(inLaw.Failed, inKernel.Failed);
                Assert.Equal(inLaw.Failed.IsZero, ConditionRule<Tristate, ulong>.AllOfKnown(inKernel.Failed).IsYes);
                refusing = [.. refusing.Where(index => truths[index].IsNo)];
                kernel = FailedSet<ulong>.InCommon(kernel, inKernel.Failed);
                law = FailedSet<BigInteger>.InCommon(law, inLaw.Failed);
            }
            Assert.Equal(refusing, FailedSet<ulong>.Indexes(kernel));
            Assert.Equal(refusing, FailedSet<BigInteger>.Indexes(law));
        }
    }

    [Fact]
    public void 条件很多也说得出哪些不满足()
    {
        var together = new ConditionRule<TruthValue, BigInteger>();
        for (var index = 0; index < 200; index++)
            together.Require(index, TruthValue.Of(index % 3 != 0));
        Assert.Equal(Enumerable.Range(0, 200).Where(static index => index % 3 == 0), FailedSet<BigInteger>.Indexes(together.Failed));
    }

    [Fact]
    public void 程序在各种真值上相同()
    {
        var random = new Random(3);
        for (var i = 0; i < Rounds; i++)
        {
            var procedures = Enumerable.Range(0, random.Next(3)).Select(_ => Procedure(random.Next(2) == 0 ? Some : null, random.Next(3)))
                .ToImmutableArray();
            var truths = new Truths(
                [.. procedures.Select(_ => random.Truth())],
                [.. procedures.Select(procedure => procedure.Steps.Select(_ => (random.Truth(), random.Unknown())).ToArray())]);
            var law = ProcedureRule<TruthValue>.AreCompleted(procedures, new LawTruths(truths));
            Assert.Equal(law, ProcedureRule<Tristate>.AreCompleted(procedures, truths).Law());
            Assert.False(law.IsNo);
            Assert.Equal(
                procedures.Index().All(gate => gate.Item.Applies is not null && truths.Gates[gate.Index].IsNo
                    || truths.Steps[gate.Index].All(static step => step.IsDone.IsYes)),
                law.IsYes);
        }
    }

    private static IrProcedure Procedure(IrConstant? applies, int steps) => new(
        new() { Number = "90" }, new IrSubject("企业"), applies,
        [.. Enumerable.Range(1, steps).Select(static step => new IrCondition(Some, false, false, $"步骤{step}"))], []);

    private readonly record struct Truths(Tristate[] Gates, (Tristate IsDone, Tristate Open)[][] Steps) : IProcedureTruths<Tristate>
    {
        public Tristate Applies(int procedure) => Gates[procedure];

        public Tristate IsDone(int procedure, int step) => Steps[procedure][step].IsDone;

        public Tristate Open(int procedure, int step) => Steps[procedure][step].Open;
    }

    private readonly record struct LawTruths(Truths Kernel) : IProcedureTruths<TruthValue>
    {
        public TruthValue Applies(int procedure) => Kernel.Applies(procedure).Law();

        public TruthValue IsDone(int procedure, int step) => Kernel.IsDone(procedure, step).Law();

        public TruthValue Open(int procedure, int step) => Kernel.Open(procedure, step).Law();
    }
}
