// A package of Office (.xlsx, .docx): parts of XML in a zip archive, read under bounds whatever they claim to be.
using System.IO.Compression;
using System.Xml;

namespace Dsl.Loading.Documents;

/// <summary>Opens the parts of a package by their paths.</summary>
public sealed class OfficePackage : IDisposable
{
    // Parts that are kept in memory; who reads one piece by piece allows more.
    private const long MostBytes = 64 << 20;
    private const int MostParts = 10_000, MostDepth = 100;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the directory of a package.</summary>
    /// <exception cref="InvalidDataException">No zip archive.</exception>
    /// <exception cref="BrokenSheetException">Too many parts, or one twice.</exception>
    public OfficePackage(Stream file)
    {
        if (ZipCount(file) > MostParts)
            throw new BrokenSheetException(DocumentPhrases.TooManyParts.With(MostParts));
        _zip = new(file, ZipArchiveMode.Read);
        foreach (var entry in _zip.Entries)
        {
            if (!_parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry) && entry.Length > 0)
                throw new BrokenSheetException(DocumentPhrases.PartTwice.With(entry.FullName));
        }
    }

    /// <summary>The paths of all parts.</summary>
    public IEnumerable<string> Names => _parts.Keys;

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string path) => _parts.ContainsKey(path);

    /// <summary>Begins to read a part.</summary>
    /// <param name="mostBytes">How long it may be.</param>
    /// <exception cref="BrokenSheetException">It is missing; or while it is read, it is longer, or damaged.</exception>
    public XmlReader Open(string path, long mostBytes = MostBytes)
    {
        if (!_parts.TryGetValue(path, out var entry))
            throw new BrokenSheetException(DocumentPhrases.PartMissing.With(path));
        return XmlReader.Create(new CheckedPart(entry, mostBytes),
            new XmlReaderSettings
                { IgnoreComments = true, IgnoreProcessingInstructions = true, DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
    }

    /// <summary>Reads on; what lies in more elements than any program writes is refused.</summary>
    public static bool Next(XmlReader xml)
    {
        var more = xml.Read();
        return xml.Depth <= MostDepth ? more : throw new BrokenSheetException(DocumentPhrases.TooDeep.With(MostDepth));
    }

    /// <summary>What a part refers to: the last word of the type (which transitional and strict files share), the path.</summary>
    public IEnumerable<(string Id, string Type, string Target)> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        var path = $"{folder}_rels/{part[slash..]}.rels";
        if (!Has(path))
            yield break;
        using var xml = Open(path);
        while (Next(xml))
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Target") is { } target && xml.GetAttribute("Type") is { } type)
                yield return (xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..],
                    Resolve(folder, Uri.UnescapeDataString(target)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

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

    /// <summary>How many parts the directory of the archive counts; it stands before the last 22 bytes and a note.</summary>
    private static int ZipCount(Stream file)
    {
        const int Directory = 22, LongestNote = ushort.MaxValue;
        var end = new byte[(int)Math.Min(file.Length, Directory + LongestNote)];
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);
        file.Position = 0;
        var at = end.AsSpan().LastIndexOf("PK\x05\x06"u8);
        return at < 0 || at + Directory > end.Length
            ? 0
            : System.Buffers.Binary.BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(at + 10));
    }
}
