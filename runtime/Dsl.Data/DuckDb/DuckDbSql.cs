// Names and texts inside SQL.
namespace Dsl.Data.DuckDb;

internal static class DuckDbSql
{
    /// <summary>A name of a table or column.</summary>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>
    /// One existing file as an argument of a reading function, which would take *, ? and [ for a pattern,
    /// and a bare name for a variable path.
    /// </summary>
    public static string File(string path)
    {
        var escaped = new System.Text.StringBuilder();
        foreach (var letter in Path.GetFullPath(path))
            escaped.Append(letter is '*' or '?' or '[' ? $"[{letter}]" : letter.ToString());
        return Text(escaped.ToString());
    }
}
