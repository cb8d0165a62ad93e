// The formats of tables that DuckDB reads. Nothing here holds anything of DuckDB, so that looking at a list of formats loads none of it.
using System.Collections.Immutable;
using Dsl.Data.Tables;

namespace Dsl.Data.DuckDb;

internal static class DuckDbFormats
{
    /// <summary>Parquet files.</summary>
    public static readonly TableFormat Parquet =
        new("Parquet 文件（.parquet）", static source => DuckDbSource.Parse(source) is { IsParquet: true },
            static source => DuckDbTableSource.Inspect(source));

    /// <summary>Tables of .duckdb files; the file alone stands for all its tables.</summary>
    public static readonly TableFormat Database =
        new("DuckDB 数据库的表（.duckdb#表名）", static source => DuckDbSource.Parse(source) is { IsParquet: false },
            static source => DuckDbTableSource.Inspect(source))
        {
            TableName = static source => DuckDbSource.Parse(source)?.Table ?? Path.GetFileNameWithoutExtension(source),
            Tables = static (source, tables, _) =>
                DuckDbSource.Parse(source) is { IsParquet: false, Table: null } database ? DuckDbTableSource.List(database, tables) : null,
        };

    /// <summary>The tables of a database by name; none where they cannot be listed.</summary>
    public static ImmutableArray<string> TableNames(DuckDbSource database) => DuckDbTable.List(database).Names;
}
