// A table that can be read, whatever it is kept in: what the registry needs to know of it before and while it reads.
using System.Collections.Immutable;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;

namespace Dsl.Facts.Tables;

/// <summary>A table whose header was found in order.</summary>
public interface ITableSource
{
    /// <summary>How the table is shown in messages: a path, or an address without secrets.</summary>
    string Shown { get; }

    /// <summary>The column names, trimmed.</summary>
    ImmutableArray<string> Header { get; }

    /// <summary>The row in which the header stands, as shown to users; null where the table has names without a row.</summary>
    long? HeaderRow { get; }

    /// <summary>The columns in which words can stand, so that totals and remarks are recognised in those that are not read, too.</summary>
    ImmutableArray<int> WordColumns => [.. Enumerable.Range(0, Header.Length)];

    /// <summary>Whether the table has no rows and therefore need not name its columns: [] in JSON.</summary>
    bool IsEmpty => false;

    /// <summary>Whether rows of the table stand elsewhere: in other parts of a snapshot.</summary>
    bool HasOtherRows => false;

    /// <summary>What to know of the table as a whole, such as rows that its users do not see.</summary>
    ImmutableArray<DataFinding> Remarks => [];

    /// <summary>How large the table is, in the unit of <see cref="ITableReader.Position"/>; 0 where it is not known.</summary>
    long Length { get; }

    /// <summary>The table for the manifest. The hash is complete only once a reader has reached the end.</summary>
    InputFile Input { get; }

    /// <summary>Why a column cannot be read, which it need not be where nobody wants it; null where it can.</summary>
    /// <param name="column">Its index in <see cref="Header"/>.</param>
    DataFinding? Unreadable(int column) => null;

    /// <summary>Begins to read. What prevents it stands in <see cref="ITableReader.Fatal"/>.</summary>
    /// <param name="columns">The columns that are wanted, as indexes of <see cref="Header"/>; may be none.</param>
    ITableReader Open(ImmutableArray<int> columns);
}

/// <summary>Reads a table once, from the first row to the last. Used by one thread at a time.</summary>
public interface ITableReader : IDisposable
{
    /// <summary>Why reading had to stop; null while all is well.</summary>
    DataFinding? Fatal { get; }

    /// <summary>How much was read, in the unit of <see cref="ITableSource.Length"/>.</summary>
    long Position { get; }

    /// <summary>
    /// Reads the next rows, at most <see cref="TableBatch.Capacity"/>; false at the end, and where <see cref="Fatal"/> is set.
    /// </summary>
    /// <param name="chunk">
    /// Takes the rows; what stood in it is gone. It gets one column per wanted column, in the order in which they were wanted.
    /// Only what the reader put in last time may be reused, so a chunk that is still needed must not be passed again.
    /// </param>
    bool Read(TableBatch chunk);
}
