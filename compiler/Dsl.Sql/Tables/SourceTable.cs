// A table of the registry as the script reads it: the columns that are asked for, in whole fractions.
using System.Text;
using Dsl.Ir.Schema;
using Dsl.Sql.Dialects;
using Dsl.Sql.Inputs;
using Dsl.Sql.Terms;
using Dsl.Values.Types;

namespace Dsl.Sql.Tables;

/// <summary>A table of the registry.</summary>
/// <param name="dialect">The dialect.</param>
/// <param name="name">Its name; the script calls what it reads 名#读.</param>
/// <param name="key">The column of the subject's key.</param>
/// <param name="rowKey">The column of the row's key; null for none.</param>
internal sealed class SourceTable(SqlDialect dialect, string name, string key, string? rowKey)
{
    private readonly Dictionary<string, (string Alias, string Text)> _columns = new(StringComparer.Ordinal);
    private readonly List<SourceColumn> _used =
        [new(key, DslType.Text), .. rowKey is null ? Array.Empty<SourceColumn>() : [new(rowKey, DslType.Text)]];

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>How the script calls what it reads.</summary>
    public string ReadName => dialect.Quote($"{name}#读");

    /// <summary>The columns that are read.</summary>
    public IReadOnlyList<SourceColumn> Used => _used;

    /// <summary>How what it reads is called in the script, but for the key of the subject.</summary>
    public IEnumerable<string> Aliases =>
        _columns.Values.Select(static read => read.Alias).Concat(rowKey is null ? Array.Empty<string>() : [SqlNames.RowKey]);

    /// <summary>Whether a row without a row's key is one of the subject as a whole: keys are not checked.</summary>
    public bool IsRecords { get; init; }

    /// <summary>Whether it has a row per subject.</summary>
    public bool IsMain { get; init; }

    /// <summary>A field; its alias names the table, too, where rows stand beside a subject.</summary>
    public SqlTerm Column(IrField field)
    {
        var label = $"{name}.{field.Name}";
        var column = dialect.Quote(field.Name);
        return Column(field.Name, field.Type, field.Detail is null ? field.Name : label, field.Type switch
        {
            TruthType => dialect.ReadTruth(column),
            EnumType { IsOpen: false } list => dialect.ReadMember(column, list.Members, label),
            TextType or EnumType => dialect.ReadText(column),
            DateType => dialect.ReadDate(column, label),
            _ => Number(field, column, label),
        });
    }

    private string Number(IrField field, string column, string label)
    {
        var digits = CellScale.Digits(field.Type);
        var (low, high) = CellScale.Range(field, digits);
        return dialect.ReadNumber(column, digits, low, high, label);
    }

    /// <summary>A column.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="alias">How it is called in the script.</param>
    /// <param name="text">How it is read.</param>
    public SqlTerm Column(string column, DslType type, string alias, string text)
    {
        if (!_columns.TryGetValue(alias, out var read))
        {
            _columns.Add(alias, read = (dialect.Quote(alias), text));
            if (_used.TrueForAll(used => used.Name != column))
                _used.Add(new(column, type));
        }
        return new(read.Alias, 0, IsAtom: true);
    }

    /// <summary>Writes how it is read.</summary>
    public void Write(StringBuilder script)
    {
        script.Append($"{ReadName} AS (\n  SELECT {dialect.ReadText(dialect.Quote(key))} AS {SqlNames.Key}");
        if (rowKey is not null)
        {
            var row = dialect.ReadText(dialect.Quote(rowKey));
            script.Append($",\n    {(IsRecords ? $"coalesce({row}, '')" : row)} AS {SqlNames.RowKey}");
        }
        foreach (var (alias, text) in _columns.Values)
            script.Append($",\n    {text} AS {alias}");
        script.Append($"\n  FROM {dialect.Quote(name)}");
        if (!IsRecords)
        {
            string[] keys = [dialect.Quote(key), .. rowKey is null ? Array.Empty<string>() : [dialect.Quote(rowKey)]];
            // Rows of a detail without a key of their own may be alike.
            if (rowKey is not null || IsMain)
                script.Append($"\n  WHERE {dialect.UniqueKeys(dialect.Quote(name), keys, name)}");
        }
        script.Append(')');
    }

    /// <summary>Whether two of the columns, or a name, cannot be told apart or written in the dialect; null where all can.</summary>
    public static string? Problem(SqlDialect dialect, string table, IEnumerable<string> columns)
    {
        var names = columns.ToList();
        return names.Append(table).FirstOrDefault(static one => !SqlDialect.CanQuote(one)) is { }
            ? "名称里有控制字符"
            : names.GroupBy(dialect.Folded).FirstOrDefault(static group => group.Distinct().Count() > 1) is { } alike
            ? $"列名「{string.Join("」「", alike.Distinct())}」只有大小写不同" : null;
    }
}
