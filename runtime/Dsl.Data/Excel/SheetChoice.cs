// Which sheet of a workbook is a table: the one of that name, or the only one that can be meant. Nothing is guessed.
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dsl.Data.Tables;
using Dsl.Facts.Cells;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Data.Excel;

internal static class SheetChoice
{
    /// <summary>A name without what users do not see: width, case, blanks and invisible letters.</summary>
    public static string Canonical(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in FigureText.Normalize(name))
        {
            if (!char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                text.Append(char.ToUpperInvariant(letter));
        }
        return text.ToString();
    }

    /// <summary>
    /// The index of a sheet that is asked for by name, of the first visible one where none is asked for; null where there is none.
    /// </summary>
    public static int? Find(ExcelBook book, string? name)
    {
        var sheets = book.Sheets.Index().Where(static sheet => sheet.Item.IsGrid).ToList();
        if (name is null)
            return First(sheets.Where(static sheet => !sheet.Item.IsHidden));
        return First(sheets.Where(sheet => sheet.Item.Name == name))
            ?? First(sheets.Where(sheet => string.Equals(sheet.Item.Name, name, StringComparison.OrdinalIgnoreCase)))
            ?? (sheets.Where(sheet => Canonical(sheet.Item.Name) == Canonical(name)).ToList() is [var only] ? only.Index : null);
    }

    /// <summary>The tables that a workbook holds under their names, and what else is in it.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="names">The names that tables may have.</param>
    /// <param name="given">Tables that are named elsewhere: a hidden sheet of that name is no question.</param>
    public static TableListing Named(string path, IReadOnlyCollection<string> names, Func<string, bool> given)
    {
        var (listing, finding) = ExcelFile.Use<TableListing>(path, new([]), book =>
        {
            var (tables, findings) = (new List<(string, string)>(), new List<DataFinding>());
            foreach (var sheets in book.Sheets.Where(static sheet => sheet.IsGrid).GroupBy(sheet => TableOf(sheet, names)))
            {
                if (sheets.Key is not { } table)
                    continue;
                var (sheet, problem) = Pick(path, table, [.. sheets], given(table));
                if (problem is not null)
                    findings.Add(problem);
                if (sheet is not null)
                    tables.Add((table, Address(path, sheet.Name)));
            }
            var others = book.Sheets.Where(sheet => sheet.IsGrid && !sheet.IsHidden && TableOf(sheet, names) is null).ToList();
            return (new([.. tables]) { Others = [.. others.Select(sheet => (sheet.Name, Address(path, sheet.Name)))],
                Findings = [.. findings, .. LeftOut(path, book, names)] },
                null);
        });
        return listing with { Finding = finding };
    }

    /// <summary>The SRC of a table in a workbook whose sheet is not named: null with a finding where several may be meant.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="table">The name of the table.</param>
    /// <param name="names">The names that tables may have: a sheet of another table's name is not this one.</param>
    public static (string? Source, ImmutableArray<DataFinding> Findings) Resolve(string path, string table,
        IReadOnlyCollection<string> names)
    {
        var (choice, finding) =
            ExcelFile.Use<(string?, ImmutableArray<DataFinding>)>(path, (null, []), book => (Choose(path, table, names, book), null));
        return finding is null ? choice : (null, [finding]);
    }

    private static (string? Source, ImmutableArray<DataFinding> Findings) Choose(string path, string table,
        IReadOnlyCollection<string> names, ExcelBook book)
    {
        var named = book.Sheets.Where(sheet => sheet.IsGrid && TableOf(sheet, names) == table).ToList();
        if (named.Count > 0)
        {
            var (sheet, problem) = Pick(path, table, named, isGiven: false);
            return sheet is null ? (null, problem is null ? [] : [problem]) : (Address(path, sheet.Name), [.. LeftOut(path, book, names)]);
        }
        var candidates = book.Sheets.Index()
            .Where(sheet => sheet.Item is { IsGrid: true, IsHidden: false } && TableOf(sheet.Item, names) is null).ToList();
        var filled = candidates.Where(sheet => !book.IsEmpty(sheet.Index)).Select(static sheet => sheet.Item).ToList();
        if (filled.Count == 0)
        {
            // What has only hidden sheets is asked for; what is empty altogether says so when it is opened.
            var hidden = book.Sheets.Index()
                .Where(sheet =>
                    sheet.Item is { IsGrid: true, IsHidden: true } && TableOf(sheet.Item, names) is null && !book.IsEmpty(sheet.Index))
                .Select(static sheet => sheet.Item).ToList();
            filled = hidden.Count > 0 || candidates.Count == 0 ? hidden : [candidates[0].Item];
            if (hidden.Count > 0 || filled.Count == 0)
                return (null, [hidden.Count > 0
                    ? Several(path, table, hidden)
                    : ExcelDiagnostics.NoSheet.With(table, string.Join('、', book.Sheets.Select(Shown))).At(new(PathText.Shown(path)))]);
        }
        return filled is [var only] ? (Address(path, only.Name), [.. LeftOut(path, book, names)]) : (null, [Several(path, table, filled)]);
    }

    /// <summary>The table that a sheet is named after.</summary>
    public static string? TableOf(SheetInfo sheet, IEnumerable<string> names)
    {
        var canonical = Canonical(sheet.Name);
        return names.FirstOrDefault(name => Canonical(name) == canonical);
    }

    /// <summary>The one of some sheets that bear a table's name.</summary>
    private static (SheetInfo? Sheet, DataFinding? Finding) Pick(string path, string table, List<SheetInfo> sheets, bool isGiven)
    {
        var visible = sheets.Where(static sheet => !sheet.IsHidden).ToList();
        if (visible.Count == 1)
            return (visible[0], null);
        if (isGiven)
            return (null, ExcelDiagnostics.SheetsLeftOut.With(string.Join('、', sheets.Select(Shown))).At(new(PathText.Shown(path))));
        return (null, visible.Count > 1
            ? Several(path, table, visible)
            : ExcelDiagnostics.HiddenSheet.With(sheets[0].Name, Address(PathText.Shown(path), sheets[0].Name))
                .At(new(PathText.Shown(path))));
    }

    private static DataFinding Several(string path, string table, IReadOnlyList<SheetInfo> sheets) => ExcelDiagnostics.ManySheets.With(
        table, string.Join('、', sheets.Select(Shown)), Address(PathText.Shown(path), sheets[0].Name)).At(new(PathText.Shown(path)));

    /// <summary>
    /// Sheets that are neither a table nor visible ones of other names, which others speak of;
    /// hidden ones beside a visible one of the same table.
    /// </summary>
    private static IEnumerable<DataFinding> LeftOut(string path, ExcelBook book, IReadOnlyCollection<string> names)
    {
        var words = new List<string>();
        bool IsRead(SheetInfo sheet) =>
            sheet.IsGrid && TableOf(sheet, names) is { } table
            && !(sheet.IsHidden && book.Sheets.Any(other => other is { IsGrid: true, IsHidden: false } && TableOf(other, names) == table));
        foreach (var (index, sheet) in book.Sheets.Index().Where(sheet => !IsRead(sheet.Item)))
        {
            if (!sheet.IsGrid)
                words.Add($"“{sheet.Name}”（图表）");
            else if (sheet.IsHidden)
                words.Add(Shown(sheet));
            else if (book.IsEmpty(index))
                words.Add($"“{sheet.Name}”（空的）");
        }
        if (words.Count > 0)
            yield return ExcelDiagnostics.SheetsLeftOut.With(string.Join('、', words)).At(new(PathText.Shown(path)));
    }

    private static string Shown(SheetInfo sheet) => $"“{sheet.Name}”{(sheet.IsHidden ? "（隐藏）" : "")}";

    private static string Address(string path, string sheet) => $"{path}#{sheet}";

    private static int? First(IEnumerable<(int Index, SheetInfo Item)> sheets) =>
        sheets.Select(static sheet => (int?)sheet.Index).FirstOrDefault();
}
