// The rows of the control store as lines of JSON: of one kind for both stores, so that what SQLite held can go on in PostgreSQL.
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dsl.Host.Store;
using Dsl.Loading.Json;

namespace Dsl.Host.Backup;

/// <summary>
/// Writes tables out and in. The first line holds the names of the columns, each other one a row: texts and whole numbers.
/// </summary>
internal static partial class StoreRows
{
    /// <summary>The tables that scripts make, in the order in which they are made: what a row refers to is in an earlier table.</summary>
    public static IEnumerable<string> TablesOf(IEnumerable<Migration> migrations) =>
        migrations.SelectMany(static migration => MadeTable().Matches(migration.Sql)).Select(static match => match.Groups["name"].Value);

    /// <summary>Writes the rows of a table; how many there are.</summary>
    public static async Task<long> Write(StoreSession session, string table, Stream target)
    {
        var rows = 0L;
        using var line = new MemoryStream();
        await foreach (var (columns, values) in session.Rows($"SELECT * FROM {table} ORDER BY 1").ConfigureAwait(false))
        {
            if (rows++ == 0)
                WriteLine(line, target, columns);
            WriteLine(line, target, values);
        }
        return rows;
    }

    /// <summary>Puts rows into an empty table; how many there were.</summary>
    /// <exception cref="JsonException">A line is none that <see cref="Write"/> writes.</exception>
    public static async Task<long> Read(StoreSession session, string table, Stream source)
    {
        using var reader = new StreamReader(source, Encoding.UTF8, leaveOpen: true);
        if (await reader.ReadLineAsync().ConfigureAwait(false) is not { } header)
            return 0;
        var columns = ValuesOf(header).Select(static value => value as string ?? throw new JsonException()).ToArray();
        if (!Array.TrueForAll(columns, static column => ColumnName().IsMatch(column)))
            throw new JsonException();
        return await session.Insert(table, columns, Lines()).ConfigureAwait(false);

        IEnumerable<object[]> Lines()
        {
            while (reader.ReadLine() is { } line)
                yield return ValuesOf(line) is { } values && values.Length == columns.Length ? values : throw new JsonException();
        }
    }

    private static void WriteLine(MemoryStream line, Stream target, IEnumerable<object> values)
    {
        line.SetLength(0);
        using (var json = new Utf8JsonWriter(line, JsonStyle.OneLine))
        {
            json.WriteStartArray();
            foreach (var value in values)
            {
                if (value is long number)
                    json.WriteNumberValue(number);
                else
                    json.WriteStringValue((string)value);
            }
            json.WriteEndArray();
        }
        line.WriteByte((byte)'\n');
        line.WriteTo(target);
    }

    private static object[] ValuesOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        if (json.RootElement.ValueKind != JsonValueKind.Array)
            throw new JsonException();
        return [.. json.RootElement.EnumerateArray().Select(static value =>
            value.ValueKind == JsonValueKind.Number ? value.GetInt64()
            : value.GetString() as object ?? throw new JsonException())];
    }

    [GeneratedRegex(@"^CREATE TABLE (?<name>[a-z_]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex MadeTable();

    [GeneratedRegex(@"^[a-z_0-9]+\z")]
    private static partial Regex ColumnName();
}
