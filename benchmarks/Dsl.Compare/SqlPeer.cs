// The same policies as SQL in DuckDB, over tables in its memory.
using System.Collections.Immutable;
using System.Globalization;
using Dsl.Loading.Policies;
using Dsl.Sql.Dialects;
using Dsl.Sql.Scripts;
using Dsl.Values.Types;
using DuckDB.NET.Data;

namespace Dsl.Compare;

/// <summary>Runs the script that the compiler writes.</summary>
internal sealed class SqlPeer : IDisposable
{
    private const string Low = "下限_分";

    private static readonly SqlDialect Dialect = SqlDialects.All[0];

    private readonly DuckDBConnection _connection = new("Data Source=:memory:");
    private readonly SqlScript _script;

    private SqlPeer(SqlScript script)
    {
        _script = script;
        _connection.Open();
    }

    /// <summary>How many clauses the script says.</summary>
    public int Said => _script.Clauses.Count(static clause => clause.Refusal is null);

    /// <summary>Writes the script and reads a registry into tables.</summary>
    /// <param name="policies">The folder of the policies.</param>
    /// <param name="registry">The folder of the registry, as CSV whose cells are plain.</param>
    public static SqlPeer Load(string policies, string registry)
    {
        var loaded = PolicyLoader.Load([policies]);
        var program = loaded.Compilation.Program;
        var missing = program.Schema.Subjects.SelectMany(static subject => subject.Details)
            .Where(detail => !File.Exists(Path.Combine(registry, detail.Name + ".csv"))).ToImmutableHashSet();
        var context = loaded.Context(EngineRun.AsOf, EngineRun.AsOf.Year, EngineRun.AsOf);
        var peer = new SqlPeer(SqlEmitter.Emit(program, Dialect, new(context) { Missing = missing, Totals = true }));
        foreach (var table in peer._script.Tables)
        {
            var columns = table.Columns.Select(static column =>
                $"{Cell(Dialect.Quote(column.Name), column.Type)} AS {Dialect.Quote(column.Name)}");
            var file = Dialect.Text(Path.Combine(registry, table.Name + ".csv"));
            peer.Run($"CREATE TABLE {Dialect.Quote(table.Name)} AS SELECT {string.Join(", ", columns)} "
                + $"FROM read_csv({file}, header = true, all_varchar = true)");
        }
        return peer;
    }

    /// <summary>The sum of the lower ends of all awards in fen.</summary>
    public Int128 Sum(int threads)
    {
        Run(string.Create(CultureInfo.InvariantCulture, $"SET threads = {threads}"));
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // A script of the compiler.
        command.CommandText = _script.Text;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        Int128 sum = 0;
        do
        {
            sum = 0;
            while (reader.Read())
            {
                var column = Enumerable.Range(0, reader.FieldCount).FirstOrDefault(i => reader.GetName(i) == Low, -1);
                if (column >= 0 && !reader.IsDBNull(column))
                    sum += Int128.Parse($"{reader.GetValue(column)}", CultureInfo.InvariantCulture);
            }
        }
        while (reader.NextResult());
        return sum;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static string Cell(string name, DslType type) => type switch
    {
        TruthType => $"{name} = '是'",
        TextType or EnumType => name,
        DateType => $"CAST({name} AS DATE)",
        YearType or QuantityType { IsCount: true } => $"CAST({name} AS INTEGER)",
        { IsMoney: true } => $"CAST({name} AS DECIMAL(18, 2))",
        _ => $"CAST({name} AS DECIMAL(18, 4))",
    };

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Names of the policies, quoted.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
