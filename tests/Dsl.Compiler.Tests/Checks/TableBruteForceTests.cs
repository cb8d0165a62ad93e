// What the check of tables says, against evaluation: a table without a finding has one row for every sample,
// and a case that is said is real.
using System.Collections.Immutable;
using System.Globalization;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Proofs;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;
using Dsl.Values.Types;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.Compiler.Tests.Checks;

public class TableBruteForceTests(ITestOutputHelper output)
{
    private const int Samples = 250;

    private static readonly CompilationConfiguration GapsAreAllowed =
        new(CompilationConfiguration.Default.Severities.Add("DSL3006", Severity.Remark).Add("DSL3007", Severity.Remark));

    private static readonly DateOnly[] Days = [new(2020, 1, 1), new(2021, 1, 5), new(2022, 1, 1), new(2024, 6, 30)];

    [Fact]
    public void 检查与逐点求值一致()
    {
        var (first, count) = (Setting("TABLE_SEED", 1), Setting("TABLE_CASES", 600));
        var problems = new List<string>();
        var (proved, gaps, overlaps, unclear, seen, rejected) = (0, 0, 0, 0, 0, 0);
        for (var seed = first; seed < first + count && problems.Count < 5; seed++)
        {
            var random = new Random(seed);
            var compilation = Compilation.Create(new RandomTables(random).Make(), []).ApplyConfiguration(GapsAreAllowed);
            if (compilation.Program.Policies.IsEmpty)
            {
                rejected++;
                continue;
            }
            var table = new TableUnderTest(compilation, random);
            proved += table.Proof is { IsComplete: true, Overlaps.Count: 0 } ? 1 : 0;
            gaps += table.Proof.Gap is null ? 0 : 1;
            overlaps += table.Proof.Overlaps.Count;
            unclear += table.Proof.Unclear is not null || table.Proof.GaveUp ? 1 : 0;
            var (problem, found) = table.FindProblem(Samples);
            seen += found ? 1 : 0;
            if (problem is not null)
                problems.Add($"seed {seed}: {problem}\n{compilation.Trees[0].Source.Content}");
        }
        output.WriteLine($"证明 {proved}，遗漏 {gaps}（抽样也遇到 {seen}），重叠 {overlaps}，没有判断 {unclear}，没有编译 {rejected}");
        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
        Assert.True(first != 1 || proved > 100 && gaps > 100 && overlaps > 50 && unclear < count / 20 && rejected < count / 20,
            $"{proved} {gaps} {overlaps} {unclear}");
    }

    private static int Setting(string name, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : standard;

    /// <summary>The only table of a policy, bound and lowered.</summary>
    private sealed class TableUnderTest
    {
        private readonly Random _random;
        private readonly IrPolicy _policy;
        private readonly IrClause _clause;
        private readonly IrTable _table;
        private readonly BoundTable _bound;

        public TableUnderTest(Compilation compilation, Random random)
        {
            _random = random;
            _policy = compilation.Program.Policies[0];
            _clause = _policy.Clauses[0];
            _table = (IrTable)((IrFormula)(_clause.Award ?? throw new InvalidOperationException())).Amount;
            var bound = compilation.Model.Policies[0];
            _bound = (BoundTable)(bound.Clauses[0].Award?.Amount ?? throw new InvalidOperationException());
            Proof = TableProof.Of(bound, bound.Clauses[0], _bound);
        }

        public TableProof Proof { get; }

        /// <summary>What is wrong with the proof, or null; and whether a sample met a gap.</summary>
        public (string? Problem, bool FoundGap) FindProblem(int samples)
        {
            var foundGap = false;
            for (var i = 0; i < samples; i++)
            {
                var (evaluator, frame) = Sample();
                if (_clause.Conditions.Any(condition => evaluator.EvaluateTruth(condition.Expression, frame).Truth == Truth.No))
                    continue;
                var (least, most) = Matching(evaluator, frame);
                foundGap |= most == 0;
                var isCertain =
                    _table.Rows.All(row => row.Test is not { } test || evaluator.EvaluateTruth(test, frame).IsCertain || HasOpenList(test));
                if (most == 0 && Proof.IsComplete)
                    return ($"no row for {Text(frame)}", true);
                if (least > 1 && Proof is { GaveUp: false, Unclear: null, Overlaps.Count: 0 } && isCertain)
                    return ($"several rows for {Text(frame)}", foundGap);
            }
            if (Proof.Gap is { } gap && CountAt(gap) is { Most: > 0 } rows)
                return ($"the case {gap.Text} has {rows} rows", foundGap);
            foreach (var ((first, second), facts) in Proof.Overlaps)
            {
                if (CountAt(facts, first, second) is not { Most: 2 })
                    return ($"rows {first + 1} and {second + 1} do not meet at {facts.Text}", foundGap);
            }
            return (null, foundGap);
        }

        private static bool HasOpenList(IrExpression test) => IrWalk.All(test).Any(static node => node is IrMember { IsOpen: true });

        /// <summary>How many rows certainly apply, and how many may.</summary>
        private (int Least, int Most) Matching(ExpressionEvaluator evaluator, Frame frame, params int[] rows)
        {
            var truths = _table.Rows.Where((_, index) => rows.Length == 0 || rows.Contains(index)).Select(row => row.Test)
                .OfType<IrExpression>().Select(test => evaluator.EvaluateTruth(test, frame).Truth).ToList();
            var most = truths.Count(static truth => truth != Truth.No);
            return (truths.Count(static truth => truth == Truth.Yes),
                most == 0 && _table.Rows[^1].Test is null && rows.Length == 0 ? 1 : most);
        }

        private (int Least, int Most) CountAt(TableCase stated, params int[] rows)
        {
            var parameters = stated.Parameters.ToDictionary(static pair => pair.Key.Name, static pair => pair.Value);
            if (stated.Bound is (BoundParameter external, var anyValue))
                parameters[external.Parameter.Name] = anyValue;
            var context = Days.Select(day => new EvaluationContext(day, day.Year) { Parameters = parameters.ToImmutableDictionary() })
                .First(context =>
                    _table.Rows.Select(static row => row.Test).OfType<IrExpression>().SelectMany(IrWalk.All).OfType<IrParameterValue>()
                        .All(node => !parameters.TryGetValue(node.Parameter.Name, out var value)
                            || Equals(new ExpressionEvaluator(context).ValueOf(node.Parameter), value)));
            var facts = SubjectFacts.Empty(_clause.Subject, "甲");
            var inputs = _bound.Columns.Zip(stated.Columns);
            foreach (var (column, value) in stated.Bound is { } bound ? inputs.Append((bound.Input, bound.Value)) : inputs)
            {
                if (column is BoundFact fact)
                    facts = facts with
                    {
                        Values = facts.Values.SetItem(_clause.Subject.Fields.First(field => field.Name == fact.Field.Name).Ordinal, value)
                    };
            }
            var frame = Frame.OfSubject(_policy, facts);
            foreach (var (column, value) in _bound.Columns.Zip(stated.Columns))
            {
                if (column is BoundLocal local && value is not null)
                    frame.SetLocal(_clause.Locals.First(known => known.Name == local.Let.Symbol.Name), value);
            }
            return Matching(new(context), frame, rows);
        }

        private (ExpressionEvaluator Evaluator, Frame Frame) Sample()
        {
            var day = Days[_random.Next(Days.Length)];
            var parameters = ImmutableDictionary<string, Value>.Empty.Add("外线", NumberValue.Of(_random.Next(14)))
                .Add("外额", NumberValue.Of(new Rational(_random.Next(56), 4)));
            var subject = _clause.Subject;
            var rows = Enumerable.Range(0, _random.Next(4))
                .Select(index => new RowFacts($"{index}", [.. subject.Details[0].Fields.Select(Draw)])).ToImmutableArray();
            var facts = new SubjectFacts(subject, "甲", [.. subject.Fields.Select(Draw)],
                [rows, .. subject.Details.Skip(1).Select(static _ => (ImmutableArray<RowFacts>?)[])]);
            return (new(new(day, day.Year) { Parameters = parameters }), Frame.OfSubject(_policy, facts));
        }

        private Value? Draw(IrField field)
        {
            Rational Within(Rational number) =>
                Rational.Max(field.InputRange.Low ?? number, Rational.Min(field.InputRange.High ?? number, number));
            return field.Type switch
            {
                TruthType => TruthValue.Of(_random.Next(2) == 0),
                EnumType list =>
                    TextValue.Of(list.IsOpen && _random.Next(3) == 0 ? "丙类" : list.Members[_random.Next(list.Members.Length)]),
                TextType => TextValue.Of(_random.Next(4) switch { 0 => "甲", 1 => "乙", 2 => "丙", _ => "丁" }),
                DateType => NumberValue.Of(CivilDate.ToNumber(new DateOnly(2021, 1, 1))
                    + (_random.Next(3) == 0 ? _random.Next(-1500, 1500) : _random.Next(-2, 15))),
                YearType => NumberValue.Of(_random.Next(2016, 2032)),
                QuantityType { IsRatio: true } => NumberValue.Of(Within(new Rational(_random.Next(-21, 62), 20))),
                QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Counting, Power: 1 }] } =>
                    NumberValue.Of(Within(_random.Next(3) == 0 ? _random.Next(150) : _random.Next(14))),
                _ => NumberValue.Of(
                    Within(_random.Next(3) == 0 ? new Rational(_random.Next(-600, 1800), 12) : new Rational(_random.Next(-44, 56), 4))),
            };
        }

        private static string Text(Frame frame) =>
            string.Join(", ",
                frame.Subject?.Subject.Fields.Zip(frame.Subject.Values,
                    static (field, value) => $"{field.Name}={(value as NumberValue)?.Bounds.Low?.ToString() ?? value?.ToString()}")
                    ?? []);
    }
}
