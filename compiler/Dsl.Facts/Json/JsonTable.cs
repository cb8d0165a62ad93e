// What JSON may say of a subject or of a row of a detail: the properties by name, and which texts need a closer look.
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Schema;
using Dsl.Loading.Json;

namespace Dsl.Facts.Json;

/// <summary>The names that properties may have in one place.</summary>
/// <param name="All">In their order, for messages.</param>
internal sealed record PropertyNames(ImmutableArray<string> All)
{
    private readonly FrozenSet<string> _all = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name is one of them.</summary>
    public bool Contains(string name) => _all.Contains(name);
}

/// <summary>The properties of a subject or of the rows of a detail. Made once per schema. Safe on several threads.</summary>
internal sealed class JsonTable
{
    /// <summary>What stands in the place of a subject's key where facts leave it out: no word for anything.</summary>
    private const string AnyOwner = "0";

    private static readonly ConditionalWeakTable<IrSubject, JsonTable> OfSubjects = [];
    private static readonly ConditionalWeakTable<IrDetail, JsonTable> OfDetails = [];

    private readonly FrozenDictionary<string, IrField> _fields;
    private readonly ILookup<string, int> _scanned;
    private readonly OddRows _odd;

    private JsonTable(string name, ImmutableArray<IrField> fields, ImmutableArray<string> owners, ImmutableArray<WantedColumn> columns)
    {
        (Name, Columns, Owner) = (name, columns, owners.IsEmpty ? "" : AnyOwner);
        (FieldCount, Names) = (fields.Length, new([.. fields.Select(static field => field.Name), .. owners]));
        _fields = fields.ToFrozenDictionary(static field => field.Name, StringComparer.Ordinal);
        Scanned =
        [
            .. columns.Select(static (column, index) => new ScannedColumn(index, index, column.Name, column, null))
                .OrderBy(static column => column.IsKey ? 0 : 1),
        ];
        _odd = new(Scanned);
        // A detail may have a field that is called as the key of its subject is: two columns then.
        _scanned = Scanned.Index().ToLookup(static column => column.Item.Header, static column => column.Index, StringComparer.Ordinal);
    }

    /// <summary>The name of the subject or the detail.</summary>
    public string Name { get; }

    /// <summary>The names of all properties.</summary>
    public PropertyNames Names { get; }

    /// <summary>How many of them are fields.</summary>
    public int FieldCount { get; }

    /// <summary>The properties as columns of a table.</summary>
    public ImmutableArray<WantedColumn> Columns { get; }

    /// <summary>The same as they are looked at, keys first.</summary>
    public ImmutableArray<ScannedColumn> Scanned { get; }

    /// <summary>What the first column says where a row leaves it out.</summary>
    public string Owner { get; }

    /// <summary>The properties of a subject.</summary>
    public static JsonTable Of(IrSubject subject) => OfSubjects.GetValue(subject,
        static subject => new(subject.Name, subject.Fields, [], WantedColumn.OfSubject(subject, static _ => true)));

    /// <summary>The properties of the rows of a detail.</summary>
    public static JsonTable Of(IrSubject subject, IrDetail detail) => OfDetails.GetValue(detail,
        detail => new(detail.Name, detail.Fields, [subject.Key.Name, BuiltInTables.KeyAlias],
            WantedColumn.OfDetail(subject.Key.Name, [BuiltInTables.KeyAlias], detail, static _ => true)));

    /// <summary>The field of a property; null where it is none.</summary>
    public IrField? Field(string name) => _fields.GetValueOrDefault(name);

    /// <summary>Whether a row may be no data, so that it must be read as tables are. Nearly every row is data.</summary>
    public bool IsOdd(JsonItem row)
    {
        if (string.IsNullOrWhiteSpace(row.Find(Columns[0].Name)?.Cell ?? Owner))
            return true;
        foreach (var (name, value) in row.Properties)
        {
            if (value.Cell is not { Length: > 0 } cell)
                continue;
            foreach (var column in _scanned[name])
            {
                if (_odd.IsOdd(column, cell))
                    return true;
            }
        }
        return false;
    }
}
