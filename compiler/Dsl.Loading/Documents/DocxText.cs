// The text of a Word document, a paragraph per line, with the numbers that Word itself counts (一、 1.) written out.
using System.Text;
using System.Xml;

namespace Dsl.Loading.Documents;

/// <summary>Reads Word documents from their first paragraph to the last: memory holds their text only.</summary>
internal sealed class DocxText
{
    // What a text file may hold as well.
    private const int MostLetters = 32 << 20;

    private readonly DocxNumbering _numbering;
    private readonly DocxPath _path = new();
    private readonly StringBuilder _text = new();

    // A text box lies inside a paragraph: its paragraphs are written separately, after that one.
    private readonly List<StringBuilder> _paragraphs = [];
    private readonly Stack<StringBuilder> _open = new(), _spare = new();
    private int _list, _level;

    private DocxText(DocxNumbering numbering) => _numbering = numbering;

    /// <summary>The text; or why there is none, for users.</summary>
    public static (string? Text, string Problem) Read(byte[] bytes)
    {
        try
        {
            using var package = new OfficePackage(new MemoryStream(bytes, writable: false));
            var main = package.Relations("").ToList().Find(static root => root.Type == "officeDocument").Target;
            if (main is null || !package.Has(main))
                return (null, DocumentPhrases.NoWord.With());
            var lists = package.Relations(main).ToList().Find(static part => part.Type == "numbering").Target;
            using var document = package.Open(main);
            return new DocxText(Numbering(package, lists)).Read(document) is { } text ? (text, "") : (null, DocumentPhrases.NoWord.With());
        }
        catch (BrokenSheetException error)
        {
            return (null, DocumentPhrases.Damaged.With(error.Message));
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // Libraries fail on damage in every way there is.
            return (null, DocumentPhrases.NoWord.With());
        }
    }

    private static DocxNumbering Numbering(OfficePackage package, string? part)
    {
        if (part is null)
            return package.Names.All(static name => !name.EndsWith("/numbering.xml", StringComparison.OrdinalIgnoreCase))
                ? new()
                : throw new BrokenSheetException(DocumentPhrases.NumberingLost.With());
        using var xml = package.Open(part);
        return DocxNumbering.Read(xml);
    }

    private string? Read(XmlReader xml)
    {
        var isDocument = false;
        while (OfficePackage.Next(xml))
        {
            if (!_path.Follow(xml))
                AddText(xml);
            else if (xml.NodeType == XmlNodeType.EndElement)
                End();
            else
            {
                isDocument |= _path.EndsWith("document", "body");
                Start(xml);
                if (xml.IsEmptyElement)
                    End();
            }
        }
        return isDocument ? _text.ToString() : null;
    }

    private void Start(XmlReader xml)
    {
        if (_path.Current == "p" && _path.IsWithin("body"))
        {
            var paragraph = _spare.TryPop(out var used) ? used.Clear() : new();
            _paragraphs.Add(paragraph);
            _open.Push(paragraph);
        }
        else if (_path.EndsWith("p", "pPr"))
            (_list, _level) = (0, 0);
        else if (_path.EndsWith("p", "pPr", "numPr", "numId"))
            _list = DocxPath.Number(xml, "val") ?? 0;
        else if (_path.EndsWith("p", "pPr", "numPr", "ilvl"))
            _level = DocxPath.Number(xml, "val") ?? 0;
        else if (_open.TryPeek(out var text))
            text.Append(_path.Current switch
            {
                "tab" when _path.EndsWith("r", "tab") => " ",
                "br" or "cr" => "\n",
                "noBreakHyphen" => "-",
                _ => "",
            });
    }

    private void End()
    {
        if (!_open.TryPeek(out var paragraph))
            return;
        if (_path.EndsWith("p", "pPr"))
            paragraph.Insert(0, _numbering.NumberOf(_list, _level));
        if (_path.Current != "p")
            return;
        _open.Pop();
        if (_open.Count > 0)
            return;
        foreach (var done in _paragraphs)
        {
            _text.Append(done).Append('\n');
            _spare.Push(done);
        }
        _paragraphs.Clear();
        if (_text.Length > MostLetters)
            throw new BrokenSheetException(DocumentPhrases.TooManyLetters.With(MostLetters));
    }

    /// <summary>The words of a paragraph; deleted words and the names of fields are not among them.</summary>
    private void AddText(XmlReader xml)
    {
        if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && _path.Current == "t"
            && !_path.IsWithin("del") && _open.TryPeek(out var text))
            text.Append(xml.Value);
    }
}
