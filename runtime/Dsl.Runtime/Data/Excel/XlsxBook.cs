// An xlsx workbook: which part of the package is which sheet, shared texts, number formats, how days are counted.
using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Dsl.Runtime.Data.Excel;

/// <summary>Reads the parts of a package. Files of many programs come here: nothing is taken for granted but what the standard demands.</summary>
internal sealed class XlsxBook : ExcelBook
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(SheetInfo Info, string Part)> _sheets = [];
    private readonly string? _textPart;
    private readonly NumberFormat[] _formats;
    private string[]? _texts;

    /// <summary>Takes a file apart.</summary>
    /// <exception cref="InvalidDataException">No workbook, or damaged.</exception>
    public XlsxBook(Stream file)
    {
        _zip = new(file, ZipArchiveMode.Read);
        foreach (var entry in _zip.Entries)
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        var roots = Relations("").ToList();
        var workbook = roots.Find(static root => root.Type == "officeDocument").Target ?? throw new InvalidDataException("no workbook inside");
        var relations = Relations(workbook).ToList();
        (DatesFrom1904, IsToBeCalculated) = ReadWorkbook(workbook, relations);
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
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _formats.Length ? _formats[index] : NumberFormat.General;

    /// <summary>A shared text.</summary>
    /// <exception cref="BrokenSheetException">There is none of that number.</exception>
    public string TextOf(string number)
    {
        _texts ??= _textPart is null ? [] : ReadTexts(_textPart);
        return int.TryParse(number, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < _texts.Length
            ? _texts[index]
            : throw new BrokenSheetException($"缺少第 {number} 个共用文字");
    }

    /// <inheritdoc/>
    public override SheetCells Read(int index) => new XlsxCells(this, OpenPart(_sheets[index].Part));

    /// <inheritdoc/>
    public override SheetSurvey Survey(int index)
    {
        using var xml = OpenPart(_sheets[index].Part);
        return XlsxSurvey.Read(xml);
    }

    /// <inheritdoc/>
    public override void Dispose() => _zip.Dispose();

    private XmlReader OpenPart(string path)
    {
        if (!_parts.TryGetValue(path, out var entry))
            throw new BrokenSheetException($"缺少部分 {path}");
        return XmlReader.Create(entry.Open(), new XmlReaderSettings { IgnoreComments = true, IgnoreProcessingInstructions = true, DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
    }

    /// <summary>What a part refers to: the last word of the type (which transitional and strict files share), the path.</summary>
    private IEnumerable<(string Id, string Type, string Target)> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        var path = $"{folder}_rels/{part[slash..]}.rels";
        if (!_parts.ContainsKey(path))
            yield break;
        using var xml = OpenPart(path);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Target") is { } target && xml.GetAttribute("Type") is { } type)
                yield return (xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Resolve(folder, Uri.UnescapeDataString(target)));
        }
    }

    private static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".."))
                steps.Add(step);
        }
        return string.Join('/', steps);
    }

    private (bool From1904, bool IsToBeCalculated) ReadWorkbook(string part, List<(string Id, string Type, string Target)> relations)
    {
        var (from1904, calculates) = (false, false);
        using var xml = OpenPart(part);
        while (xml.Read())
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
                    throw new BrokenSheetException($"缺少工作表“{name}”的内容");
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
        if (!_parts.ContainsKey(properties))
            return false;
        using var xml = OpenPart(properties);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Application" })
                return xml.ReadElementContentAsString().Contains("Apache POI", StringComparison.OrdinalIgnoreCase);
        }
        return false;
    }

    private List<NumberFormat> ReadFormats(string part)
    {
        var (codes, formats, known) = (new Dictionary<int, string>(), new List<NumberFormat>(), new Dictionary<int, NumberFormat>());
        using var xml = OpenPart(part);
        var inCells = false;
        while (xml.Read())
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
        using var xml = OpenPart(part);
        while (xml.Read())
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
