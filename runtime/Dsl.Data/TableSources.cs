// The formats of tables, and which of them a name on the command line means.
using System.Collections.Immutable;
using Dsl.Data.Csv;
using Dsl.Data.DuckDb;
using Dsl.Data.Excel;
using Dsl.Data.Json;
using Dsl.Data.Postgres;
using Dsl.Data.Tables;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Data;

/// <summary>The kinds of tables by SRC.</summary>
public static class TableSources
{
    private static readonly ImmutableArray<TableFormat> Formats =
    [
        CsvSource.Format,
        JsonTableSource.Format,
        ExcelSource.Format,
        PostgresSource.Format,
        DuckDbFormats.Parquet,
        DuckDbFormats.Database,
    ];

    /// <summary>The kind of a SRC, or null.</summary>
    public static TableFormat? FormatOf(string source) => Formats.FirstOrDefault(format => format.Reads(source));

    /// <summary>Opens a table and reads its header.</summary>
    public static TableOpening Open(string source) => FormatOf(source) is { } format ? format.Open(source) : Unreadable(source);

    /// <summary>Why a SRC of no known kind cannot be read.</summary>
    public static DataFinding Unreadable(string source)
    {
        var shown = PathText.Shown(source);
        return (InputStream.Problem(source)
            ?? FileDiagnostics.UnknownFormat.With(shown, string.Join('、', Formats.Select(static format => format.Name))))
            .At(new(shown));
    }
}
