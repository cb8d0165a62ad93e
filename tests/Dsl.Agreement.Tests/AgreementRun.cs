// The run that the tests of agreement share: cases from a seed, the first that goes wrong made small.
using System.Globalization;
using Dsl.Agreement.Tests.Comparing;
using Dsl.Agreement.Tests.Coverage;
using Dsl.Agreement.Tests.Generating;
using Dsl.Agreement.Tests.Properties;
using Dsl.Agreement.Tests.Registries;
using Dsl.Columns.Emitting;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Results;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Agreement.Tests;

/// <summary>Runs the cases once. AGREEMENT_CASES says how many, AGREEMENT_SEED where to begin.</summary>
public sealed class AgreementRun
{
    /// <summary>How many cases run where nothing else is said.</summary>
    public const int UsualCases = 70;

    private const int MostMore = 40;

    private const int MostSubjects = 40;

    private const int Fillings = 5;

    private readonly Reached _reached = new();

    /// <summary>Runs all cases.</summary>
    public AgreementRun()
    {
        var first = Setting("AGREEMENT_SEED", 1);
        Cases = Setting("AGREEMENT_CASES", UsualCases);
        // What many things can stand for is met late: the cases go on until every form was met.
        for (var seed = first; seed < first + Cases || (Missing.Count > 0 && seed < first + Cases + MostMore); seed++)
            Run((ulong)seed);
    }

    /// <summary>How many cases were run.</summary>
    public long Cases { get; }

    /// <summary>The first seed whose policies have errors, with the errors.</summary>
    public string? Rejected { get; private set; }

    /// <summary>The first difference between engines, on the smallest case that shows it.</summary>
    public string? Difference { get; private set; }

    /// <summary>The first result that cannot be right, on the smallest case that shows it.</summary>
    public string? WrongResult { get; private set; }

    /// <summary>Forms of the language and of results that no case met.</summary>
    public IReadOnlyList<string> Missing => _reached.Missing;

    /// <summary>A number of the environment.</summary>
    internal static long Setting(string name, long usual) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : usual;

    private void Run(ulong seed)
    {
        var one = AgreementCase.Make(seed);
        var errors = one.Policies.Compilation.Diagnostics.Where(static finding => finding.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            Rejected ??=
                $"种子 {seed}\n{string.Join("\n", errors.Select(static error => $"{error.Code} {error.Message}"))}\n\n{one.Policies}";
            return;
        }
        _reached.Add(one.Policies.Compilation.Program);
        _reached.Add(ProgramEmitter.Emit(one.Policies.Compilation.Program));
        if (Difference is null && one.FindDifference() is { } difference)
            Difference = Report(Shrinker.Shrink(one, difference, static smaller => smaller.FindDifference()));
        if (WrongResult is null && FindWrongResult(one, _reached) is { } wrong)
            WrongResult = Report(Shrinker.Shrink(one, wrong, static smaller => FindWrongResult(smaller, new())));
    }

    private static string Report((AgreementCase Case, string Problem) smallest) => $"{smallest.Problem}\n\n{smallest.Case}";

    private static string? FindWrongResult(AgreementCase one, Reached reached) => one.InFolder(folder =>
    {
        var program = one.Policies.Compilation.Program;
        var (subjects, context) = FactsReader.Read(program, one.Context, folder);
        var learning = new Learning(new Draw(one.Seed, "补齐"), program);
        var disorder = new Draw(one.Seed, "次序");
        var (interpreter, later) = (new Interpreter(program, context), new Interpreter(program, learning.Fill(context)));
        var figures = new RegistryEvaluator(program, context);
        string? problem = null;
        var results = new List<(SubjectFacts, SubjectResult)>();
        foreach (var facts in subjects.Take(MostSubjects))
        {
            var result = interpreter.Evaluate(facts);
            reached.Add(result);
            figures.Add(facts);
            figures.Add(result);
            results.Add((facts, result));
            problem ??= SubjectProperties.FindProblem(result);
            // Several fillings: of each, what was known before may only become narrower.
            for (var time = 0; time < Fillings && problem is null; time++)
                problem = SubjectProperties.FindProblem(result, later.Evaluate(learning.Fill(facts)));
            problem ??= Disorder.FindProblem(result, interpreter.Evaluate(Disorder.Shuffle(disorder, facts)));
        }
        reached.Add(figures.Finish());
        problem ??= Splits.FindProblem(new Draw(one.Seed, "分区"), program, context, results);
        return problem ?? BatchProperties.FindProblem(program, one.Context, folder);
    });
}
