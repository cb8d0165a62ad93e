// The container of old Office files: streams in chains of sectors. Only what is needed to find the stream of a workbook.
using System.Buffers.Binary;
using System.Text;

namespace Dsl.Loading.Documents;

/// <summary>Reads a stream out of a compound file.</summary>
public sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int MiniSectorLength = 64;

    private readonly byte[] _file;
    private readonly int _sectorLength;
    private readonly uint[] _next;
    private readonly List<(string Name, uint Start, int Length)> _entries = [];

    /// <summary>Takes a file apart.</summary>
    /// <exception cref="InvalidDataException">Not a compound file, or damaged.</exception>
    public CompoundFile(byte[] file)
    {
        _file = file;
        if (file.Length < HeaderLength || !IsOne(file))
            throw new InvalidDataException("not a compound file");
        _sectorLength = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(30)) switch { 9 => 512, 12 => 4096, _ =>
            throw new InvalidDataException("sectors of an unknown length") };
        _next = [.. TableSectors().SelectMany(sector => Numbers(Sector(sector)))];
        var directory = Chain(Number(48));
        for (var at = 0; at < directory.Length; at += EntryLength)
            _entries.Add(Entry(directory.AsSpan(at, EntryLength)));
    }

    /// <summary>Takes a file apart that is read from where it stands to its end.</summary>
    /// <exception cref="InvalidDataException">Not a compound file, or damaged.</exception>
    public static CompoundFile Read(Stream file)
    {
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return new(bytes.ToArray());
    }

    /// <summary>Whether the bytes are those of a compound file.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>What a compound file without a workbook is, for users, judged by its streams.</summary>
    public string Kind =>
        HasPassword ? DocumentPhrases.WithPassword.With()
        : Has("WordDocument") ? DocumentPhrases.OldWord.With()
        : Has("PowerPoint Document") ? DocumentPhrases.OldSlides.With()
        : DocumentPhrases.NoWorkbook.With();

    /// <summary>Whether it is a document that asks for a password: a compound file around an encrypted package.</summary>
    public bool HasPassword => Has("EncryptedPackage");

    /// <summary>Whether there is a stream of that name.</summary>
    public bool Has(string name) => _entries.Exists(entry => entry.Name == name);

    /// <summary>The bytes of the first of some streams that is there; null where none is.</summary>
    public byte[]? Find(params string[] names)
    {
        var found = names.SelectMany(name => _entries.Where(entry => entry.Name == name)).FirstOrDefault();
        if (found.Name is null)
            return null;
        // Short streams share the sectors of the root's stream.
        var bytes = found.Length >= Number(56) ? Chain(found.Start) : MiniChain(Chain(_entries[0].Start), found.Start);
        return found.Length <= bytes.Length ? bytes[..found.Length] : throw new InvalidDataException("a stream is cut off");
    }

    private static (string Name, uint Start, int Length) Entry(ReadOnlySpan<byte> entry)
    {
        var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
        return (Encoding.Unicode.GetString(entry[..length]), BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]),
            BinaryPrimitives.ReadInt32LittleEndian(entry[120..]));
    }

    private uint Number(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(offset));

    /// <summary>The sectors that hold the table of chains: the first 109 stand in the header, more in sectors of their own.</summary>
    private List<uint> TableSectors()
    {
        var count = (int)Math.Min(Number(44), (uint)(_file.Length / _sectorLength));
        var sectors = Enumerable.Range(0, Math.Min(count, 109)).Select(index => Number(76 + 4 * index)).ToList();
        for (var more = Number(68); sectors.Count < count && more < EndOfChain;)
        {
            var numbers = Numbers(Sector(more)).ToArray();
            sectors.AddRange(numbers[..^1].Take(count - sectors.Count));
            more = numbers[^1];
        }
        return sectors;
    }

    private ReadOnlyMemory<byte> Sector(uint number)
    {
        var start = (number + 1L) * _sectorLength;
        return start + _sectorLength <= _file.Length
            ? _file.AsMemory((int)start, _sectorLength)
            : throw new InvalidDataException("a sector is missing");
    }

    private static IEnumerable<uint> Numbers(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at += 4)
            yield return BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]);
    }

    private byte[] Chain(uint first)
    {
        var bytes = new MemoryStream();
        for (var (sector, steps) = (first, 0); sector < EndOfChain; sector = _next[sector])
        {
            if (sector >= _next.Length || ++steps > _next.Length)
                throw new InvalidDataException("a chain does not end");
            bytes.Write(Sector(sector).Span);
        }
        return bytes.ToArray();
    }

    private byte[] MiniChain(byte[] container, uint first)
    {
        var next = Numbers(Chain(Number(60))).ToArray();
        var bytes = new MemoryStream();
        for (var (sector, steps) = (first, 0); sector < EndOfChain; sector = next[sector])
        {
            if (sector >= next.Length || ++steps > next.Length)
                throw new InvalidDataException("a chain does not end");
            bytes.Write(container.AsSpan((int)sector * MiniSectorLength, MiniSectorLength));
        }
        return bytes.ToArray();
    }
}
