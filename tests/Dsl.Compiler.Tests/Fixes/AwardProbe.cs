// What the clauses of a text pay in made-up cases, so that two texts can be compared by the money and not by the words.
using System.Collections.Immutable;
using System.Text;
using Dsl.Evaluation.Examples;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Values.Types;

namespace Dsl.Compiler.Tests.Fixes;

/// <summary>Makes cases for every clause out of the schema and computes them.</summary>
internal static class AwardProbe
{
    private const int Cases = 12;

    private static readonly string[] Money = ["50万元", "3000万元", "100万元", "1000万元", "7亿元", "1元"],
        Shares = ["30%", "0%", "3%", "100%", "45%"],
        Numbers = ["50", "30", "1", "200", "3", "10"],
        Dates = ["2024-01-01", "2020-06-30", "2023-12-31"],
        Years = ["2024年度", "2022年度", "2023年度"],
        Words = ["\"甲\"", "\"P1\""];

    /// <summary>The result of each case per clause of the policies; null for texts with errors, whose amounts cannot be compared.</summary>
    /// <param name="files">The text.</param>
    /// <param name="sound">The same, compiled.</param>
    /// <param name="numbers">The numbers of the clauses to be computed.</param>
    public static ImmutableDictionary<string, ImmutableArray<string>>? Of(
        IReadOnlyList<SourceText> files, Compilation sound, IReadOnlySet<string> numbers)
    {
        if (HasErrors(sound))
            return null;
        var probed =
            Compile([.. files.Select(file => new SourceText(file.Path, file.Content + "\n" + ExamplesFor(sound, file.Path, numbers)))]);
        if (HasErrors(probed))
            throw new InvalidOperationException(string.Join('\n',
                probed.Diagnostics.Where(static finding => finding.Severity == Severity.Error)
                    .Select(static finding => $"{finding.Code} {finding.Message} |{finding.Source[finding.Span]}|")));
        var runner = new ExampleRunner(probed.Program);
        return probed.Program.Policies
            .SelectMany(policy => policy.Examples.Where(static example => example.Title.StartsWith("探 ", StringComparison.Ordinal))
                .Select(example => (example.Number, runner.Run(policy, example, isExplained: false).Got)))
            .GroupBy(static pair => pair.Number)
            .ToImmutableDictionary(static group => group.Key, static group => group.Select(static pair => pair.Got).ToImmutableArray());
    }

    /// <summary>The numbers of the clauses that pay, in a text without errors.</summary>
    public static IReadOnlySet<string> ClausesOf(Compilation sound) =>
        sound.Program.Policies.SelectMany(static policy => policy.Clauses).Where(static clause => clause.Award is not null)
            .Select(static clause => clause.LegalBasis.Number).ToHashSet(StringComparer.Ordinal);

    public static Compilation Compile(IReadOnlyList<SourceText> files)
    {
        var byKind = files.ToLookup(static file => file.Path.EndsWith(".txt", StringComparison.Ordinal));
        var official = new SourceText("sources/原文.txt", "一、给予最高100万元的补贴。\n");
        return Compilation.Create(byKind[false], byKind[true].Append(official).DistinctBy(static text => text.Path));
    }

    public static bool HasErrors(Compilation compilation) =>
        compilation.Diagnostics.Any(static finding => finding.Severity == Severity.Error);

    private static string ExamplesFor(Compilation sound, string path, IReadOnlySet<string> numbers)
    {
        var text = new StringBuilder();
        foreach (var policy in sound.Model.Policies.Where(policy => policy.Source.Path == path))
        {
            foreach (var clause in policy.Clauses.Where(clause => clause.Award is not null && numbers.Contains(clause.LegalBasis.Number)))
            {
                for (var number = 0; number < Cases; number++)
                {
                    text.Append("算例 条款 ").Append(clause.LegalBasis.Number).Append(" 探 ").Append(number).Append('\n');
                    if (Given(clause.Subject, number) is { Length: > 0 } facts)
                        text.Append("  已知 ").Append(facts).Append('\n');
                    foreach (var detail in clause.Subject.Details.Where(static detail => !detail.IsBuiltIn))
                    {
                        for (var row = 0; row < 2; row++)
                            text.Append("  已知 ").Append(detail.Name).Append(": ").Append(Given(detail, number * 2 + row)).Append('\n');
                    }
                    text.Append("  测算日 2025-06-30\n  应得 0元\n\n");
                }
            }
        }
        return text.ToString();
    }

    private static string Given(TableSymbol table, int number) =>
        string.Join("; ",
            table.Fields.Select((field, place) =>
                ValueOf(field, number * 7 + place * (number + 1), number) is { } value ? $"{field.Name} = {value}" : null)
                .OfType<string>());

    private static string? ValueOf(FieldSymbol field, int seed, int number) => field.Type switch
    {
        // Most truths hold in most cases: a clause that applies nowhere shows nothing.
        TruthType => seed % 5 == 0 && number > 1 ? "否" : "是",
        EnumType { Members: [_, ..] members } => members[seed % members.Length],
        TextType => Words[seed % Words.Length] is var word && field.Name.EndsWith('号')
            ? word.Insert(1, number.ToString(System.Globalization.CultureInfo.InvariantCulture) + "-" + seed)
            : word,
        DateType => Dates[seed % Dates.Length],
        YearType => Years[seed % Years.Length],
        QuantityType { IsMoney: true } => Money[seed % Money.Length],
        QuantityType { IsRatio: true } => Shares[seed % Shares.Length],
        QuantityType { Dimension.Factors: [{ Unit: var unit, Power: 1 }] } when field.InputRange.High is null =>
            Numbers[seed % Numbers.Length] + (unit.Name == "月" ? "个月" : unit.Name),
        _ => null,
    };
}
