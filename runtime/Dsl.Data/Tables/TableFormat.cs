// The kinds of tables that can be read: one row each.
using System.Collections.Immutable;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;

namespace Dsl.Data.Tables;

/// <summary>A table that was opened, or why it cannot be.</summary>
/// <param name="Source">The table; null where <paramref name="Finding"/> is set.</param>
/// <param name="Finding">What is wrong; null where all is well.</param>
public readonly record struct TableOpening(ITableSource? Source, DataFinding? Finding)
{
    public static implicit operator TableOpening(DataFinding finding) => new(null, finding);
}

/// <summary>A kind of table.</summary>
/// <param name="Name">What messages call it, such as CSV 文件（.csv）.</param>
/// <param name="Reads">Whether a SRC is of this kind, from its spelling alone.</param>
/// <param name="Open">Opens a SRC of this kind and reads its header.</param>
public sealed record TableFormat(string Name, Func<string, bool> Reads, Func<string, TableOpening> Open)
{
    /// <summary>
    /// The name of the table that a SRC means, such as 企业 for 登记.duckdb#企业; by default the file name without extension.
    /// </summary>
    public Func<string, string> TableName { get; init; } = static source => Path.GetFileNameWithoutExtension(source);

    /// <summary>
    /// Where a SRC of this kind may hold many tables (a database, a workbook): their names with the SRC of each; null where this SRC is
    /// one table.
    /// </summary>
    /// <remarks>It is asked with the names that tables may have, and with the tables that are named elsewhere.</remarks>
    public Func<string, IReadOnlyCollection<string>, Func<string, bool>, TableListing?> Tables { get; init; } = static (_, _, _) => null;

    /// <summary>
    /// The SRC of one table, where a SRC may hold several (a workbook whose sheet is not named);
    /// null with findings where it cannot be decided which is meant. It is asked with the name of the table and those of all tables.
    /// </summary>
    public Func<string, string, IReadOnlyCollection<string>, (string? Source,
        ImmutableArray<DataFinding> Findings)> Resolve { get; init; } =
        static (source, _, _) => (source, []);

    /// <summary>Whether a SRC that holds many tables also is one table by itself (a workbook: its first sheet).</summary>
    public bool HasDefaultTable { get; init; }

    /// <summary>
    /// Whether a file is meant as a table although it is named after none: then the user gets a note that it is not read. By default
    /// every file.
    /// </summary>
    public Func<string, bool> IsMeantAsTable { get; init; } = static _ => true;

    /// <summary>The test for a file name extension, with its dot.</summary>
    public static Func<string, bool> Extension(string extension) =>
        source => source.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The tables of a database or workbook.</summary>
/// <param name="Tables">Name and SRC of each whose name is that of a table, in a fixed order.</param>
/// <param name="Finding">Why they cannot be listed; null where all is well.</param>
public sealed record TableListing(ImmutableArray<(string Name, string Source)> Tables, DataFinding? Finding = null)
{
    /// <summary>Those with other names.</summary>
    public ImmutableArray<(string Name, string Source)> Others { get; init; } = [];

    /// <summary>What to know beside: hidden sheets, two of one name.</summary>
    public ImmutableArray<DataFinding> Findings { get; init; } = [];
}
