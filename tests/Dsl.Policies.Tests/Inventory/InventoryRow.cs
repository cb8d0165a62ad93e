// A row of 清单.csv: what the official text promises, extracted by hand, independent of the .policy files.
using System.Collections.Immutable;
using Dsl.Testing;

namespace Dsl.Policies.Tests.Inventory;

/// <summary>A row of the inventory.</summary>
/// <param name="PolicyNumber">文号.</param>
/// <param name="Row">行, such as A3.1.</param>
/// <param name="Number">Number of the declaration in the .policy file; empty where the row is met by the head or by 范围.</param>
/// <param name="Place">条: place in the document.</param>
/// <param name="Nature">性质.</param>
/// <param name="Figures">数额: every figure of the row.</param>
/// <param name="Levels">级次: paying levels; empty where the text names none.</param>
/// <param name="Frequency">频次: empty where the text says none.</param>
internal sealed record InventoryRow(
    string PolicyNumber, string Row, string Number, string Place, string Nature, ImmutableArray<string> Figures, ImmutableArray<string> Levels, string Frequency)
{
    private const char Separator = '；';

    /// <summary>All rows.</summary>
    public static ImmutableArray<InventoryRow> All { get; } = Read();

    /// <inheritdoc/>
    public override string ToString() => $"{Row} {Number}";

    private static ImmutableArray<InventoryRow> Read() =>
        [.. File.ReadLines(RepositoryRoot.Combine("tests", "Dsl.Policies.Tests", "清单.csv")).Skip(1).Select(Parse)];

    private static InventoryRow Parse(string line)
    {
        if (line.Split(',') is not [var policy, var row, var number, var place, var nature, var figures, var levels, var frequency])
            throw new InvalidDataException("清单.csv: " + line);
        return new(policy, row, number, place, nature, Split(figures), Split(levels), frequency);
    }

    private static ImmutableArray<string> Split(string cell) => [.. cell.Split(Separator, StringSplitOptions.RemoveEmptyEntries)];
}
