// A result as a table of a PostgreSQL database.
using System.Text;
using Dsl.Runtime.Results;

namespace Dsl.Runtime.Data.Postgres;

/// <summary>Writes the rows of a result into a table. The hash is that of the same result as CSV: header and rows.</summary>
internal sealed class PostgresTarget : ResultTarget
{
    private readonly PostgresWriter _writer;
    private bool _hasHeader;

    private PostgresTarget(PostgresWriter writer) => _writer = writer;

    /// <summary>Connects and begins a table; the finding says why it cannot be written.</summary>
    public static (ResultTarget? Target, DataFinding? Finding) Open(string target, IEnumerable<string> header, Func<string, bool> isAmount)
    {
        var (address, finding) = PostgresAddress.Parse(target);
        if (address is null)
            return (null, finding);
        (var writer, finding) = PostgresWriter.Open(address, [.. header.Select(name => new PostgresOutputColumn(name, isAmount(name)))]);
        return (writer is null ? null : new PostgresTarget(writer), finding);
    }

    /// <inheritdoc/>
    public override void Write(string text)
    {
        Hash(Encoding.UTF8.GetBytes(text));
        foreach (var row in CsvRecords.Of(text))
        {
            if (_hasHeader)
                Fatal ??= _writer.Write(row);
            _hasHeader = true;
        }
    }

    /// <inheritdoc/>
    public override DataFinding? Finish() => Fatal ??= _writer.Finish();

    /// <inheritdoc/>
    public override DataFinding? Commit() => Fatal ??= _writer.Commit();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _writer.Dispose();
        base.Dispose();
    }
}
