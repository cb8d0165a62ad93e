// An xlsx workbook: which part of the package is which sheet, shared texts, number formats, how days are counted.
using System.Globalization;
using System.Xml;
using Dsl.Loading.Documents;

namespace Dsl.Data.Excel;

/// <summary>
/// Reads the parts of a package. Files of many programs come here: nothing is taken for granted but what the standard demands.
/// </summary>
internal sealed class XlsxBook : ExcelBook
{
    // Sheets are read row by row and may be large; other parts are kept in memory.
    private const long MostSheetBytes = 16L << 30, MostTextBytes = 256 << 20;

    private readonly OfficePackage _package;
    private readonly List<(SheetInfo Info, string Part)> _sheets = [];
    private readonly string? _textPart;
    private readonly NumberFormat[] _formats;
    private readonly Dictionary<int, SheetSurvey> _surveys = [];
    private string[]? _texts;

    /// <summary>Takes a file apart.</summary>
    /// <exception cref="InvalidDataException">No workbook, or damaged.</exception>
    public XlsxBook(Stream file)
    {
        _package = new(file);
        var roots = _package.Relations("").ToList();
        var workbook = roots.Find(static root => root.Type == "officeDocument").Target ?? throw new NoWorkbookException(OtherKind());
        if (workbook.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            throw new NoWorkbookException(WorkbookPhrases.Binary.With());
        var relations = _package.Relations(workbook).ToList();
        (DatesFrom1904, IsToBeCalculated) = ReadWorkbook(workbook, relations);
        if (_sheets.Count == 0)
            throw new NoWorkbookException(OtherKind());
        IsToBeCalculated |= roots.Find(static root => root.Type == "extended-properties").Target is { } properties && IsByPoi(properties);
        _textPart = relations.Find(static relation => relation.Type == "sharedStrings").Target;
        _formats = relations.Find(static relation => relation.Type == "styles").Target is { } styles ? [.. ReadFormats(styles)] : [];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<SheetInfo> Sheets => [.. _sheets.Select(static sheet => sheet.Info)];

    /// <inheritdoc/>
    public override bool DatesFrom1904 { get; }

    /// <inheritdoc/>
    public override bool IsToBeCalculated { get; }

    /// <summary>The format of a style; the general one where the file has no such style.</summary>
    public NumberFormat FormatOf(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _formats.Length
            ? _formats[index]
            : NumberFormat.General;

    /// <summary>A shared text.</summary>
    /// <param name="number">Which one, from 0.</param>
    /// <param name="cell">The cell that holds it, for messages.</param>
    /// <exception cref="BrokenSheetException">There is none of that number.</exception>
    public string TextOf(string number, string cell)
    {
        _texts ??= _textPart is null ? [] : ReadTexts(_textPart);
        return int.TryParse(number, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture,
            out var index)
            && index >= 0 && index < _texts.Length
            ? _texts[index]
            : throw new BrokenSheetException(WorkbookPhrases.NoSuchText.With(cell, number, _texts.Length));
    }

    /// <inheritdoc/>
    public override SheetCells Read(int index)
    {
        // The survey reads the part to its end, so that no row is taken from one that is damaged further on.
        Survey(index);
        return new XlsxCells(this, _package.Open(_sheets[index].Part, MostSheetBytes));
    }

    /// <inheritdoc/>
    public override SheetSurvey Survey(int index)
    {
        if (_surveys.TryGetValue(index, out var known))
            return known;
        using var xml = _package.Open(_sheets[index].Part, MostSheetBytes);
        var survey = XlsxSurvey.Read(xml);
        _surveys.Add(index, survey);
        return survey;
    }

    /// <inheritdoc/>
    public override void Dispose() => _package.Dispose();

    /// <summary>What else a zip archive may be.</summary>
    private string OtherKind() =>
        _package.Has("content.xml") || _package.Has("META-INF/manifest.xml") || _package.Has("mimetype")
            ? WorkbookPhrases.OpenDocument.With()
        : _package.Names.Any(static name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? WorkbookPhrases.Word.With()
        : _package.Names.Any(static name => name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) ? WorkbookPhrases.Slides.With()
        : WorkbookPhrases.OtherArchive.With();

    private (bool From1904, bool IsToBeCalculated) ReadWorkbook(string part, List<(string Id, string Type, string Target)> relations)
    {
        var (from1904, calculates) = (false, false);
        using var xml = _package.Open(part);
        while (OfficePackage.Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                from1904 = IsTrue(xml.GetAttribute("date1904"));
            else if (xml.LocalName == "calcPr")
                calculates = IsTrue(xml.GetAttribute("fullCalcOnLoad"));
            else if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name)
            {
                var id = RelationId(xml);
                var (_, type, target) = relations.Find(relation => relation.Id == id);
                if (target is null)
                    throw new BrokenSheetException(WorkbookPhrases.SheetMissing.With(name));
                _sheets.Add((new(name, xml.GetAttribute("state") is "hidden" or "veryHidden", type == "worksheet"), target));
            }
        }
        return (from1904, calculates);
    }

    // r:id; the namespace of r differs between transitional and strict files.
    private static string? RelationId(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }
        xml.MoveToElement();
        return null;
    }

    private bool IsByPoi(string properties)
    {
        if (!_package.Has(properties))
            return false;
        using var xml = _package.Open(properties);
        while (OfficePackage.Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Application" })
                return xml.ReadElementContentAsString().Contains("Apache POI", StringComparison.OrdinalIgnoreCase);
        }
        return false;
    }

    private List<NumberFormat> ReadFormats(string part)
    {
        var (codes, formats, known) = (new Dictionary<int, string>(), new List<NumberFormat>(), new Dictionary<int, NumberFormat>());
        using var xml = _package.Open(part);
        var inCells = false;
        while (OfficePackage.Next(xml))
        {
            if (xml.LocalName == "cellXfs")
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && Number(xml, "numFmtId") is { } own && xml.GetAttribute("formatCode") is { } code)
                codes.TryAdd(own, code);
            if (xml.LocalName != "xf" || !inCells)
                continue;
            var index = Number(xml, "numFmtId") ?? 0;
            if (!known.TryGetValue(index, out var format))
                known.Add(index, format = NumberFormat.Of(index, codes.GetValueOrDefault(index)));
            formats.Add(format);
        }
        return formats;
    }

    private string[] ReadTexts(string part)
    {
        var texts = new List<string>();
        using var xml = _package.Open(part, MostTextBytes);
        while (OfficePackage.Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                texts.Add(XlsxText.Read(xml));
        }
        return [.. texts];
    }

    private static int? Number(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>xsd:boolean.</summary>
    internal static bool IsTrue(string? text) => text?.Trim() is "1" or "true" or "on";
}
