// Where a reader is in a part of a Word document: the elements around it, those of Word's own vocabulary by name.
using System.Globalization;
using System.Xml;

namespace Dsl.Loading.Documents;

/// <summary>Follows a reader through a part.</summary>
internal sealed class DocxPath
{
    // Transitional and strict files name the same things in two ways.
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private readonly List<string> _names = [];

    /// <summary>The name of the element that the reader stands in; empty where it is none of Word's.</summary>
    public string Current => _names.Count == 0 ? "" : _names[^1];

    /// <summary>
    /// Takes note of where the reader stands; false where it is at no element of Word's. Its texts belong to <see cref="Current"/>.
    /// </summary>
    public bool Follow(XmlReader xml)
    {
        var isElement = xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement;
        if (_names.Count > xml.Depth)
            _names.RemoveRange(xml.Depth, _names.Count - xml.Depth);
        if (!isElement)
            return false;
        _names.Add(xml.NamespaceURI is Transitional or Strict ? xml.LocalName : "");
        return Current.Length > 0;
    }

    /// <summary>Whether the innermost elements bear these names.</summary>
    public bool EndsWith(params ReadOnlySpan<string> names) =>
        names.Length <= _names.Count
        && System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_names)[^names.Length..].SequenceEqual(names);

    /// <summary>Whether an enclosing element has this name.</summary>
    public bool IsWithin(string name) => _names.Contains(name);

    /// <summary>An attribute of Word's.</summary>
    public static string? Text(XmlReader xml, string attribute) => xml.GetAttribute(attribute, xml.NamespaceURI);

    /// <summary>An attribute that is a number; null where it is none.</summary>
    public static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(Text(xml, attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
