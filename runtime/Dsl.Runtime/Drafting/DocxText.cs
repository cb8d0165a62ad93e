// The text of a Word document, a paragraph per line, with the numbers that Word itself counts (一、 1.) written out.
using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Dsl.Runtime.Drafting;

/// <summary>Reads Word documents.</summary>
internal static class DocxText
{
    /// <summary>The text; null where the bytes are no Word document.</summary>
    public static string? Read(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            if (document.MainDocumentPart is not { Document.Body: { } body } main)
                return null;
            var numbering = new DocxNumbering(main.NumberingDefinitionsPart?.Numbering);
            var text = new StringBuilder();
            foreach (var paragraph in body.Descendants<Paragraph>())
            {
                text.Append(numbering.NumberOf(paragraph));
                Append(paragraph, text);
                text.Append('\n');
            }
            return text.ToString();
        }
        catch (Exception error) when (error is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or InvalidOperationException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The words of a paragraph; deleted words and the names of fields are not among them.</summary>
    private static void Append(Paragraph paragraph, StringBuilder text)
    {
        foreach (var element in paragraph.Descendants())
        {
            // A text box lies inside a paragraph: its paragraphs come on their own.
            if (element.Ancestors<Paragraph>().FirstOrDefault() != paragraph)
                continue;
            switch (element)
            {
                case Text words when words.Ancestors<DeletedRun>().FirstOrDefault() is null: text.Append(words.Text); break;
                case TabChar: text.Append(' '); break;
                case Break or CarriageReturn: text.Append('\n'); break;
                case NoBreakHyphen: text.Append('-'); break;
                default: break;
            }
        }
    }
}

/// <summary>Counts the paragraphs that Word numbers.</summary>
internal sealed class DocxNumbering(Numbering? numbering)
{
    private const string Digits = "零一二三四五六七八九";

    private readonly Dictionary<(int List, int Level), int> _counts = [];

    /// <summary>The number in front of a paragraph, such as （一）; empty for none.</summary>
    public string NumberOf(Paragraph paragraph)
    {
        if (numbering is null || paragraph.ParagraphProperties?.NumberingProperties is not { NumberingId.Val.Value: var id and > 0 } properties)
            return "";
        var depth = properties.NumberingLevelReference?.Val?.Value ?? 0;
        var instance = numbering.Elements<NumberingInstance>().FirstOrDefault(candidate => candidate.NumberID?.Value == id);
        var list = instance?.AbstractNumId?.Val?.Value;
        var levels = numbering.Elements<AbstractNum>().FirstOrDefault(candidate => candidate.AbstractNumberId?.Value == list)?.Elements<Level>().ToList() ?? [];
        if (list is null || levels.Find(level => level.LevelIndex?.Value == depth) is not { LevelText.Val.Value: { } pattern } own)
            return "";
        var start = own.StartNumberingValue?.Val?.Value ?? 1;
        _counts[(id, depth)] = _counts.TryGetValue((id, depth), out var count) ? count + 1 : start;
        foreach (var deeper in _counts.Keys.Where(key => key.List == id && key.Level > depth).ToList())
            _counts.Remove(deeper);
        foreach (var level in levels)
        {
            var place = level.LevelIndex?.Value ?? 0;
            var number = _counts.GetValueOrDefault((id, place), level.StartNumberingValue?.Val?.Value ?? 1);
            pattern = pattern.Replace("%" + (place + 1).ToString(CultureInfo.InvariantCulture), Written(number, level.NumberingFormat?.Val), StringComparison.Ordinal);
        }
        return pattern;
    }

    private static string Written(int number, EnumValue<NumberFormatValues>? format)
    {
        var isChinese = format?.InnerText is { } name && (name.StartsWith("chinese", StringComparison.Ordinal) || name.StartsWith("ideograph", StringComparison.Ordinal) || name.StartsWith("taiwanese", StringComparison.Ordinal) || name.StartsWith("japanese", StringComparison.Ordinal));
        if (!isChinese || number is < 1 or > 99)
            return format?.InnerText == "bullet" ? "" : number.ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Digits[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Digits[ones].ToString() : "");
    }
}
