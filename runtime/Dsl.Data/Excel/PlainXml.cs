// Writes elements without a prefix: x:row and row are the same to XML, but not to every program that reads workbooks (exceljs).
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Dsl.Data.Excel;

/// <summary>An XML file of a workbook, written from the first byte to the last.</summary>
internal sealed class PlainXml : XmlTextWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where it goes; closed with the writer.</param>
    public PlainXml(Stream stream) : base(stream, new UTF8Encoding(false)) =>
        WriteRaw("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>");

    /// <inheritdoc/>
    public override void WriteStartElement(string? prefix, string localName, string? ns) => base.WriteStartElement("", localName, ns);

    /// <summary>Opens an element of a workbook.</summary>
    public void Begin(string name) => WriteStartElement("", name, Main);

    /// <summary>Opens a row of a sheet.</summary>
    public void BeginRow(uint number)
    {
        Begin("row");
        WriteAttributeString("r", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Writes an element with everything in it.</summary>
    public void Write(OpenXmlElement element) => element.WriteTo(this);
}
