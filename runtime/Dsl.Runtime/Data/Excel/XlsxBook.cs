// An xlsx workbook: which part of the package is which sheet, shared texts, number formats, how days are counted.
using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Dsl.Runtime.Data.Excel;

/// <summary>Reads the parts of a package. Files of many programs come here: nothing is taken for granted but what the standard demands.</summary>
internal sealed class XlsxBook : ExcelBook
{
    // What a workbook may have at most. Sheets are read row by row and may be large; other parts are kept in memory.
    private const int MostParts = 10_000, MostDepth = 100;
    private const long MostSheetBytes = 16L << 30, MostTextBytes = 256 << 20, MostOtherBytes = 64 << 20;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(SheetInfo Info, string Part)> _sheets = [];
    private readonly string? _textPart;
    private readonly NumberFormat[] _formats;
    private readonly Dictionary<int, SheetSurvey> _surveys = [];
    private string[]? _texts;

    /// <summary>Takes a file apart.</summary>
    /// <exception cref="InvalidDataException">No workbook, or damaged.</exception>
    public XlsxBook(Stream file)
    {
        if (ZipCount(file) > MostParts)
            throw new BrokenSheetException($"压缩包里的文件超过 {MostParts} 个");
        _zip = new(file, ZipArchiveMode.Read);
        foreach (var entry in _zip.Entries)
        {
            if (!_parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry) && entry.Length > 0)
                throw new BrokenSheetException($"部分 {entry.FullName} 有两份");
        }
        var roots = Relations("").ToList();
        var workbook = roots.Find(static root => root.Type == "officeDocument").Target ?? throw new NoWorkbookException(OtherKind());
        if (workbook.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            throw new NoWorkbookException("是二进制工作簿（.xlsb）");
        var relations = Relations(workbook).ToList();
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
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _formats.Length ? _formats[index] : NumberFormat.General;

    /// <summary>A shared text.</summary>
    /// <param name="number">Which one, from 0.</param>
    /// <param name="cell">The cell that holds it, for messages.</param>
    /// <exception cref="BrokenSheetException">There is none of that number.</exception>
    public string TextOf(string number, string cell)
    {
        _texts ??= _textPart is null ? [] : ReadTexts(_textPart);
        return int.TryParse(number, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < _texts.Length
            ? _texts[index]
            : throw new BrokenSheetException($"单元格 {cell} 用的是第 {number} 个共用文字（从 0 数起），而共用文字只有 {_texts.Length} 个");
    }

    /// <inheritdoc/>
    public override SheetCells Read(int index)
    {
        // The survey reads the part to its end, so that no row is taken from one that is damaged further on.
        Survey(index);
        return new XlsxCells(this, OpenPart(_sheets[index].Part, MostSheetBytes));
    }

    /// <inheritdoc/>
    public override SheetSurvey Survey(int index)
    {
        if (_surveys.TryGetValue(index, out var known))
            return known;
        using var xml = OpenPart(_sheets[index].Part, MostSheetBytes);
        var survey = XlsxSurvey.Read(xml);
        _surveys.Add(index, survey);
        return survey;
    }

    /// <inheritdoc/>
    public override void Dispose() => _zip.Dispose();

    /// <summary>Reads on; what lies in more elements than any program writes is refused.</summary>
    internal static bool Next(XmlReader xml)
    {
        var more = xml.Read();
        return xml.Depth <= MostDepth ? more : throw new BrokenSheetException($"有一处套了 {MostDepth} 层以上");
    }

    /// <summary>How many parts the directory of the archive counts; it stands before the last 22 bytes and a note.</summary>
    private static int ZipCount(Stream file)
    {
        const int Directory = 22, LongestNote = ushort.MaxValue;
        var end = new byte[(int)Math.Min(file.Length, Directory + LongestNote)];
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);
        file.Position = 0;
        var at = end.AsSpan().LastIndexOf("PK\x05\x06"u8);
        return at < 0 || at + Directory > end.Length ? 0 : System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(at + 10));
    }

    /// <summary>What else a zip archive may be.</summary>
    private string OtherKind() =>
        _parts.ContainsKey("content.xml") || _parts.ContainsKey("META-INF/manifest.xml") || _parts.ContainsKey("mimetype") ? "是 OpenDocument 表格（.ods）"
        : _parts.Keys.Any(static name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? "是 Word 文档"
        : _parts.Keys.Any(static name => name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) ? "是演示文稿"
        : "压缩包里没有工作簿";

    private XmlReader OpenPart(string path, long mostBytes = MostOtherBytes)
    {
        if (!_parts.TryGetValue(path, out var entry))
            throw new BrokenSheetException($"缺少部分 {path}");
        return XmlReader.Create(new CheckedPart(entry, mostBytes), new XmlReaderSettings { IgnoreComments = true, IgnoreProcessingInstructions = true, DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
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
        while (Next(xml))
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
        while (Next(xml))
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
        while (Next(xml))
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
        while (Next(xml))
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
        using var xml = OpenPart(part, MostTextBytes);
        while (Next(xml))
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
