// Whole numbers of many millions of rows: each block of rows takes only as many bits per row as its own range needs.
using System.Buffers.Binary;
using System.Numerics;

namespace Dsl.Columns.Blocks;

/// <summary>A list of whole numbers, of which some may be missing. Filled by one thread; afterwards safe to read on several.</summary>
/// <remarks>There is no reserve and nothing is copied when the list grows: full blocks are packed and stay as they are.</remarks>
public sealed class PackedNumbers
{
    /// <summary>What stands for a missing number. Others have a magnitude of at most 2^62.</summary>
    public const long Missing = long.MinValue;

    private const int BlockShift = 11;
    private const int BlockSize = 1 << BlockShift;

    private readonly List<Block> _blocks = [];

    // The numbers that do not fill a block yet.
    private long[] _open = [];
    private int _openCount;

    /// <summary>How many numbers.</summary>
    public int Count { get; private set; }

    /// <summary>A number by its index; <see cref="Missing"/> where missing.</summary>
    public long this[int index] =>
        index >> BlockShift < _blocks.Count ? _blocks[index >> BlockShift].At(index & (BlockSize - 1)) : _open[index & (BlockSize - 1)];

    /// <summary>Adds a number, or <see cref="Missing"/>.</summary>
    public void Add(long number)
    {
        if (_open.Length == 0)
            _open = new long[BlockSize];
        _open[_openCount++] = number;
        Count++;
        if (_openCount == BlockSize)
            Close();
    }

    /// <summary>Packs what is left, once all numbers are there: nothing may be added any more.</summary>
    public void Finish()
    {
        if (_openCount > 0)
            Close();
        _open = [];
        _blocks.TrimExcess();
    }

    private void Close()
    {
        _blocks.Add(Block.Of(_open.AsSpan(0, _openCount)));
        _openCount = 0;
    }

    /// <summary>Numbers as what they exceed <see cref="Low"/> by; where some are missing, 0 is missing.</summary>
    private readonly record struct Block(byte[] Bits, long Low, byte Width, bool HasMissing)
    {
        // Shifted by up to 7 bits, a wider number would leave the 64 bits that are read at once.
        private const int WidestUnaligned = 56;

        public long At(int index)
        {
            if (Width == 0)
                return Low;
            var bit = index * Width;
            var word = BinaryPrimitives.ReadUInt64LittleEndian(Bits.AsSpan(bit >> 3)) >> (bit & 7);
            var excess = word & ulong.MaxValue >> (64 - Width);
            return HasMissing && excess == 0 ? Missing : unchecked(Low + (long)excess);
        }

        public static Block Of(ReadOnlySpan<long> numbers)
        {
            var (low, high, missing) = (long.MaxValue, long.MinValue, 0);
            foreach (var number in numbers)
            {
                if (number == Missing)
                    missing++;
                else
                    (low, high) = (Math.Min(low, number), Math.Max(high, number));
            }
            if (missing == numbers.Length)
                return new([], Missing, 0, HasMissing: true);
            if (missing > 0)
                low--;
            var width = 64 - BitOperations.LeadingZeroCount(unchecked((ulong)(high - low)));
            if (width > WidestUnaligned)
                width = 64;
            if (width == 0)
                return new([], low, 0, HasMissing: false);
            // The last number, too, is read as 64 bits.
            var bits = new byte[(numbers.Length * width + 7) / 8 + sizeof(ulong) - 1];
            for (var i = 0; i < numbers.Length; i++)
            {
                if (numbers[i] == Missing)
                    continue;
                var at = bits.AsSpan(i * width >> 3);
                var excess = unchecked((ulong)(numbers[i] - low)) << (i * width & 7);
                BinaryPrimitives.WriteUInt64LittleEndian(at, BinaryPrimitives.ReadUInt64LittleEndian(at) | excess);
            }
            return new(bits, low, (byte)width, missing > 0);
        }
    }
}
