// A table of a snapshot: what its source said of it, so that whoever reads it later finds what stood in the source.
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;

namespace Dsl.Data.DuckDb;

/// <summary>A table as a whole; its rows stand in the files of the parts.</summary>
public sealed record StoredTable
{
    /// <summary>Forms of columns: texts, or values of which the texts are kept.</summary>
    internal const string Texts = "text", Numbers = "number", Dates = "date", Truths = "truth", Unreadable = "unreadable";

    /// <summary>Its name in the schema.</summary>
    [JsonPropertyName("name")] public required string Name { get; init; }

    /// <summary>The SRC that it was read from.</summary>
    [JsonPropertyName("source")] public required string Source { get; init; }

    /// <summary>How it is shown in messages.</summary>
    [JsonPropertyName("shown")] public required string Shown { get; init; }

    /// <summary>The hash of the source, as a manifest says it.</summary>
    [JsonPropertyName("sha256")] public required string Sha256 { get; init; }

    /// <summary>The column names.</summary>
    [JsonPropertyName("header")] public required ImmutableArray<string> Header { get; init; }

    /// <summary>The row of the header; null where there is none.</summary>
    [JsonPropertyName("headerRow")] public required long? HeaderRow { get; init; }

    /// <summary>By column, what it holds: text, number, date, truth; unreadable where its values could not be kept.</summary>
    [JsonPropertyName("forms")] public required ImmutableArray<string> Forms { get; init; }

    /// <summary>The columns in which words can stand.</summary>
    [JsonPropertyName("wordColumns")] public required ImmutableArray<int> WordColumns { get; init; }

    /// <summary>Whether it has no rows and need not name its columns.</summary>
    [JsonPropertyName("isEmpty")] public required bool IsEmpty { get; init; }

    /// <summary>Where the key of the subject stands, by which it was cut; null where it was not cut.</summary>
    [JsonPropertyName("keyColumn")] public required int? KeyColumn { get; init; }

    /// <summary>How many rows it has, each counted once.</summary>
    [JsonPropertyName("rows")] public required long Rows { get; init; }

    /// <summary>What to know of it as a whole.</summary>
    [JsonPropertyName("remarks")] public required ImmutableArray<KeptFinding> Remarks { get; init; }

    /// <summary>Why columns could not be kept, by column; null for those that were.</summary>
    [JsonPropertyName("unreadable")] public required ImmutableArray<KeptFinding?> Problems { get; init; }

    /// <summary>A table that is about to be stored.</summary>
    /// <param name="name">Its name in the schema.</param>
    /// <param name="path">The SRC that it is read from.</param>
    /// <param name="source">The table.</param>
    /// <param name="keyColumn">Where the key of the subject stands; null where it is not cut.</param>
    public static StoredTable Of(string name, string path, ITableSource source, int? keyColumn)
    {
        KeptFinding?[] problems = [.. Enumerable.Range(0, source.Header.Length)
            .Select(column => source.Unreadable(column) is { } problem ? KeptFinding.Of(problem) : null)];
        return new()
        {
            Name = name,
            Source = path,
            Shown = source.Shown,
            Sha256 = "",
            Header = source.Header,
            HeaderRow = source.HeaderRow,
            Forms = [.. problems.Select(static problem => problem is null ? Texts : Unreadable)],
            WordColumns = source.WordColumns,
            IsEmpty = source.IsEmpty,
            KeyColumn = keyColumn,
            Rows = 0,
            Remarks = [.. source.Remarks.Select(KeptFinding.Of)],
            Problems = [.. problems],
        };
    }

    /// <summary>The columns whose values are kept, as indexes of <see cref="Header"/>.</summary>
    [JsonIgnore]
    public ImmutableArray<int> KeptColumns => [.. Enumerable.Range(0, Header.Length).Where(column => Problems[column] is null)];

    /// <summary>The same with the forms of its columns as cells show them.</summary>
    /// <param name="cells">Cells of <see cref="KeptColumns"/>.</param>
    public StoredTable WithForms(IReadOnlyList<CellColumn> cells)
    {
        var forms = Forms.ToBuilder();
        foreach (var (index, column) in KeptColumns.Index())
            forms[column] = FormOf(cells[index]);
        return this with { Forms = forms.ToImmutable() };
    }

    private static string FormOf(CellColumn cells) => cells is TextCells ? Texts
        : cells.KindOf(0) switch { CellKind.Number => Numbers, CellKind.Date => Dates, _ => Truths };

    /// <summary>What cells of a form are.</summary>
    internal static CellKind KindOf(string form) =>
        form switch { Numbers => CellKind.Number, Dates => CellKind.Date, _ => CellKind.Text };
}

/// <summary>A cell that has no value that could be used.</summary>
/// <param name="Column">Its column, as an index of the header.</param>
/// <param name="Problem">Why.</param>
internal sealed record StoredCellProblem(
    [property: JsonPropertyName("column")] int Column, [property: JsonPropertyName("problem")] KeptProblem Problem);
