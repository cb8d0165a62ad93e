// The engine of generated code: blocks of subjects through compiled clauses; whatever does not fit the columns goes to the interpreter.
using System.Collections.Immutable;
using Dsl.Columns.Blocks;
using Dsl.Columns.Compiling;
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Columns.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Batch.Engines;

/// <summary>
/// Evaluates blocks with generated code. Every result equals the interpreter's (but for remarks, and the rows of refusals): a subject, or
/// a clause of it, that the columns cannot hold (a number finer than a column, an expression without a form) is computed by the
/// interpreter.
/// </summary>
internal sealed class ColumnsEngine : IEvaluationEngine
{
    private readonly Interpreter _interpreter;
    private readonly Dictionary<IrSubject, SubjectKindEngine> _kinds;

    private const int MostNamed = 5;

    private readonly IReadOnlyList<ClausePlan> _interpreted;

    private ColumnsEngine(IrProgram program, EvaluationContext context, CompiledProgram compiled, KernelRun run, StringDictionary texts)
    {
        (_interpreter, Texts) = (new(program, context), texts);
        _interpreted = [.. compiled.Generated.Clauses.Where(static plan => plan.Kernel < 0)];
        _kinds = program.Schema.Subjects.ToDictionary(
            static subject => subject,
            subject => new SubjectKindEngine(subject, context, compiled, run, _interpreter, texts));
    }

    public string Name => "columns";

    /// <summary>Makes engines of a program; compiles, or loads what was compiled before.</summary>
    public static Func<IEvaluationEngine> Maker(IrProgram program, EvaluationContext context)
    {
        var compiled = PreparedProgram.Compiled(program);
        return () => Create(program, context, compiled);
    }

    /// <summary>The engine of a program with the code that was compiled of it.</summary>
    internal static IEvaluationEngine Create(IrProgram program, EvaluationContext context, CompiledProgram compiled)
    {
        var tables = compiled.Generated.Tables;
        var texts = new StringDictionary(tables.Texts);
        // A value of an external parameter that no column holds concerns every subject.
        if (ParameterColumns.TryConvert(tables, context, texts) is not { } run)
            return new InterpreterEngine(program, context,
                EngineDiagnostics.ParameterOutOfRange.With().At(EngineDiagnostics.Place));
        return new ColumnsEngine(program, context, compiled, run, texts);
    }

    public StringDictionary Texts { get; }

    public IEnumerable<DataFinding> Notes
    {
        get
        {
            foreach (var plans in _interpreted.GroupBy(static plan => plan.Refusal == ProgramEmitter.DoesNotCompile))
            {
                yield return plans.Key
                    ? EngineDiagnostics.ClausesNotCompiled.With(plans.Count(), Named(plans, NameOf)).At(EngineDiagnostics.Place)
                    : EngineDiagnostics.ClausesInterpreted.With(plans.Count(),
                        Named(plans, static plan => $"{NameOf(plan)}（{plan.Refusal}）"))
                        .At(EngineDiagnostics.Place);
            }
            foreach (var (subject, kind) in _kinds.Where(static kind => kind.Value.IsForInterpreter))
                yield return EngineDiagnostics.KindInterpreted
                    .With(subject.Name, Named(_interpreted.Where(plan => kind.Competes(plan.Clause)), NameOf)).At(EngineDiagnostics.Place);
            var failures = _kinds.Values.SelectMany(static kind => kind.Failures).Order(StringComparer.Ordinal).ToList();
            if (failures.Count > 0)
                yield return EngineDiagnostics.SubjectsInterpreted.With(failures.Count, failures[0]).At(EngineDiagnostics.Place);
        }
    }

    private static string Named(IEnumerable<ClausePlan> plans, Func<ClausePlan, string> name) =>
        string.Join('、', plans.Take(MostNamed).Select(name)) + (plans.Skip(MostNamed).Any() ? " 等" : "");

    private static string NameOf(ClausePlan plan) => $"{plan.Policy.Number} 条款 {plan.Clause.Number}";

    public ResultBatch Evaluate(FactBatch block) => _kinds[block.Subject].Evaluate(block);
}

/// <summary>Values of parameters on the as-of date, as kernels read them.</summary>
internal static class ParameterColumns
{
    /// <summary>The inputs of a run; null where a value of a parameter fits no column.</summary>
    public static KernelRun? TryConvert(ProgramTables tables, EvaluationContext context, StringDictionary texts)
    {
        var (numbers, truths, codes) = (
            ImmutableArray.CreateBuilder<Int128?>(), ImmutableArray.CreateBuilder<Truth>(), ImmutableArray.CreateBuilder<int>());
        var evaluator = new ExpressionEvaluator(context);
        foreach (var parameter in tables.Parameters)
        {
            var value = evaluator.ValueOf(parameter);
            Int128? number = null;
            if (value is NumberValue { IsCertain: true, Bounds.Low: { } known })
            {
                var layout = ProgramTables.LayoutOf(parameter);
                var scaled = known * layout.Denominator;
                if (!scaled.IsInteger || System.Numerics.BigInteger.Abs(scaled.Numerator) > layout.Magnitude)
                    return null;
                number = (Int128)scaled.Numerator;
            }
            numbers.Add(number);
            truths.Add(value is TruthValue truth ? truth.Truth : Truth.Unknown);
            codes.Add(value is TextValue { Text: { } text } ? texts.CodeOf(text) : DictionaryCode.Missing);
        }
        return new(context.AsOf.DayNumber, context.Year, numbers.ToImmutable(), truths.ToImmutable(), codes.ToImmutable());
    }
}
