// A row of 清单.csv: what the official text promises, extracted by hand, independent of the .policy files.
using System.Collections.Immutable;
using Dsl.Testing;

namespace Dsl.Policies.Tests.Inventory;

/// <summary>A row of the inventory.</summary>
internal sealed record InventoryRow
{
    /// <summary>文号.</summary>
    public required string PolicyNumber { get; init; }

    /// <summary>行, such as A3.1.</summary>
    public required string Row { get; init; }

    /// <summary>Number of the declaration in the .policy file; empty where the row is met by the head or by 范围.</summary>
    public required string Number { get; init; }

    /// <summary>条: place in the document.</summary>
    public required string Place { get; init; }

    /// <summary>性质.</summary>
    public required string Nature { get; init; }

    /// <summary>数额: every figure of the row.</summary>
    public required ImmutableArray<string> Figures { get; init; }

    /// <summary>级次: paying levels; empty where the text names none.</summary>
    public required ImmutableArray<string> Levels { get; init; }

    /// <summary>频次: empty where the text says none.</summary>
    public required string Frequency { get; init; }

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
        return new()
        {
            PolicyNumber = policy,
            Row = row,
            Number = number,
            Place = place,
            Nature = nature,
            Figures = Split(figures),
            Levels = Split(levels),
            Frequency = frequency,
        };
    }

    private static ImmutableArray<string> Split(string cell) => [.. cell.Split(Separator, StringSplitOptions.RemoveEmptyEntries)];
}
