// What DuckDB reports when it cannot do something. It leaves this folder only as a finding, or as the input or output error that it is.
namespace Dsl.Runtime.Data.DuckDb;

/// <summary>duckdb_error_type: the kinds that are told apart.</summary>
internal enum DuckDbErrorKind
{
    Invalid = 0,
    Catalog = 13,
    Io = 28,
    Interrupt = 29,
    InvalidInput = 32,
    OutOfMemory = 33,
}

/// <summary>A statement failed. An input or output error, so that who reads or writes files through DuckDB need not know DuckDB.</summary>
/// <param name="kind">Its kind, where DuckDB tells it.</param>
/// <param name="message">DuckDB's own words, in English.</param>
internal sealed class DuckDbException(DuckDbErrorKind kind, string message) : IOException(FirstLine(message))
{
    /// <summary>Its kind; <see cref="DuckDbErrorKind.Invalid"/> where DuckDB does not tell.</summary>
    public DuckDbErrorKind Kind { get; } = kind;

    /// <summary>Behind the first line DuckDB draws the statement, which users never wrote.</summary>
    private static string FirstLine(string message) => message.AsSpan().Trim().IndexOf('\n') is >= 0 and var end ? message.Trim()[..end].Trim() : message.Trim();
}
