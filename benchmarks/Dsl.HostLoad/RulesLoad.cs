// Decisions in process, on one thread, beside those of other engines of rules.
using System.Diagnostics;
using System.Globalization;
using Dsl.Batch.Engines;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Ir.Facts;
using Dsl.Loading.Policies;
using Dsl.Values.Exact;

namespace Dsl.HostLoad;

/// <summary>Evaluates subjects one at a time.</summary>
internal static class RulesLoad
{
    /// <summary>Prints decisions per second and the sum of all amounts: of facts at hand, and with reading them from JSON.</summary>
    public static int Run(string path, string[] lines, int seconds)
    {
        var policies = PolicyLoader.Load([path]);
        var program = PreparedProgram.Create(policies.Compilation.Program);
        var context = policies.Context(new DateOnly(2024, 12, 31), null, new DateOnly(2024, 12, 31));
        var facts = Array.ConvertAll(lines, line => Read(program, line));
        Measure("facts", index => Amount(program, facts[index], context), lines.Length, seconds);
        Measure("json", index => Amount(program, Read(program, lines[index]), context), lines.Length, seconds);
        return 0;
    }

    private static SubjectFacts Read(PreparedProgram program, string line) => FactsJson.Read(program.Program, "", line).Facts
        ?? throw new InvalidOperationException($"no facts: {line}");

    private static Rational Amount(PreparedProgram program, SubjectFacts facts, EvaluationContext context) =>
        program.Evaluate([facts], context)[0].Totals.Amount is { IsPoint: true, Low: { } amount } ? amount
        : throw new InvalidOperationException("An amount is open.");

    private static void Measure(string name, Func<int, Rational> decide, int subjects, int seconds)
    {
        var sum = Rational.Zero;
        for (var i = 0; i < subjects; i++)
            sum += decide(i);
        // Compiled code is at its best only after some calls.
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < 3;)
            decide(0);
        var (count, clock) = (0L, Stopwatch.StartNew());
        for (; clock.Elapsed.TotalSeconds < seconds; count++)
            decide((int)(count % subjects));
        var amount = ((decimal)(sum * 100).Floor() / 100).ToString("0.00", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {count / clock.Elapsed.TotalSeconds:F0} {amount}"));
    }
}
