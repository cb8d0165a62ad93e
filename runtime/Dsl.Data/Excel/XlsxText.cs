// Texts of cells as the file format wants them: control characters that XML cannot hold are spelled _x0001_.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Dsl.Loading.Documents;

namespace Dsl.Data.Excel;

internal static partial class XlsxText
{
    /// <summary>What a cell holds at most, in UTF-16 units.</summary>
    public const int LongestCell = 32_767;

    /// <summary>The text in the file that Excel shows as the given one.</summary>
    public static string Escape(string text)
    {
        // A text that happens to look like an escape is escaped itself.
        if (text.Contains("_x", StringComparison.Ordinal))
            text = LooksEscaped().Replace(text, "_x005F_$1");
        return IsXml(text) ? text : EscapeControls(text);
    }

    /// <summary>The text that an escaped one stands for.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text,
            static match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>
    /// The text of an element si or is, whose end is read: plain or in pieces. How a text is spoken (rPh) is no part of it.
    /// </summary>
    public static string Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, end) = (new StringBuilder(), xml.Depth);
        xml.Read();
        while (xml.NodeType != XmlNodeType.EndElement || xml.Depth > end)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "rPh" or "extLst")
                Pass(xml);
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
                text.Append(Unescape(xml.ReadElementContentAsString()));
            else if (!OfficePackage.Next(xml))
                break;
        }
        return text.ToString();
    }

    /// <summary>Skips an element.</summary>
    private static void Pass(XmlReader xml)
    {
        for (var depth = xml.Depth;
            !xml.IsEmptyElement && OfficePackage.Next(xml) && (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth);)
        {
        }
        xml.Read();
    }

    /// <summary>How wide a text shows, in digits: Chinese characters take two.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var letter in text)
            width += letter < 0x1100 ? 1 : 2;
        return width;
    }

    private static bool IsXml(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]) && text[i] != '\r')
                continue;
            if (i + 1 >= text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                return false;
            i++;
        }
        return true;
    }

    private static string EscapeControls(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && (!XmlConvert.IsXmlChar((char)rune.Value) || rune.Value == '\r'))
                escaped.Append($"_x{rune.Value:X4}_");
            else
                escaped.Append(rune);
        }
        return escaped.ToString();
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
