// Rows that wait for the end of a run in a file of their own, packed: memory does not grow with them.
using System.IO.Compression;
using System.Text;

namespace Dsl.Data.Outputs;

/// <summary>
/// Takes rows of cells, and gives them back in the same order. Nobody else sees the file, and it never outlives the program.
/// </summary>
/// <remarks>A cell is 0 where it is empty, 1 where it is that of the row above, else its length in UTF-8 plus 2, and the bytes.</remarks>
internal sealed class RowSpool : IDisposable
{
    private const int Empty = 0, Same = 1, FirstLength = 2;
    private const int BufferLength = 1 << 16, LongestNumber = 5;

    private readonly FileStream _file;
    private readonly DeflateStream _packed;
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly string[] _above;
    private readonly int[] _lengths;
    private int _used;

    /// <summary>Begins an empty file.</summary>
    /// <param name="path">Where; an earlier file of that name goes.</param>
    /// <param name="columns">How many cells a row has.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public RowSpool(string path, int columns)
    {
        (_above, _lengths) = (new string[columns], new int[columns]);
        Array.Fill(_above, "");
        _file = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, BufferLength, FileOptions.DeleteOnClose);
        // Where an open file can lose its name it does so now: not even a killed run leaves the file on the disk.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        _packed = new(_file, CompressionLevel.Fastest, leaveOpen: true);
    }

    public long RowCount { get; private set; }

    /// <summary>How many bytes of UTF-8 the cells have.</summary>
    public long TextBytes { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Write(string[] row)
    {
        for (var i = 0; i < _above.Length; i++)
        {
            var cell = row[i];
            if (cell.Length == 0)
                Number(Empty);
            else if (cell == _above[i])
                Number(Same);
            else
                _lengths[i] = Text(cell);
            if (cell.Length > 0)
                TextBytes += _lengths[i];
            _above[i] = cell;
        }
        RowCount++;
    }

    /// <summary>Ends writing and begins reading, once.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public Reader Read()
    {
        Flush();
        try
        {
            _packed.Dispose();
            _file.Flush();
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw TooLarge(error);
        }
        _file.Position = 0;
        return new(new DeflateStream(_file, CompressionMode.Decompress, leaveOpen: true), _above.Length, RowCount);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _packed.Dispose();
        }
        catch (Exception error) when (error is IOException or ArgumentOutOfRangeException)
        {
            // A full disk refuses the last bytes, which are not needed any more.
        }
        // Closing what could not be written fails for the same reason; the handle goes all the same.
        try
        {
            _file.Dispose();
        }
        catch (Exception error) when (error is IOException or ArgumentOutOfRangeException)
        {
        }
    }

    private int Text(string cell)
    {
        var length = Encoding.UTF8.GetByteCount(cell);
        Number(length + FirstLength);
        if (length > BufferLength - _used)
            Flush();
        if (length <= BufferLength)
            _used += Encoding.UTF8.GetBytes(cell, _buffer.AsSpan(_used));
        else
            Send(Encoding.UTF8.GetBytes(cell));
        return length;
    }

    private void Number(int number)
    {
        if (BufferLength - _used < LongestNumber)
            Flush();
        for (; number >= 0x80; number >>= 7)
            _buffer[_used++] = (byte)(number | 0x80);
        _buffer[_used++] = (byte)number;
    }

    private void Flush()
    {
        Send(_buffer.AsSpan(0, _used));
        _used = 0;
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _packed.Write(bytes);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw TooLarge(error);
        }
    }

    /// <summary>Where a file may not grow further the runtime throws something else than what everybody expects.</summary>
    private static IOException TooLarge(ArgumentOutOfRangeException error) => new(error.Message, error);

    /// <summary>Reads the rows once.</summary>
    internal sealed class Reader : IDisposable
    {
        private readonly BufferedStream _bytes;
        private readonly (byte[] Bytes, int Length)[] _cells;
        private readonly bool[] _isEmpty;
        private long _left;

        internal Reader(Stream bytes, int columns, long rows)
        {
            (_bytes, _left) = (new(bytes, BufferLength), rows);
            (_cells, _isEmpty) = (new (byte[], int)[columns], new bool[columns]);
            Array.Fill(_cells, ([], 0));
        }

        /// <summary>The bytes of a cell of the row that was read, UTF-8.</summary>
        public ReadOnlySpan<byte> this[int column] => _isEmpty[column] ? [] : _cells[column].Bytes.AsSpan(0, _cells[column].Length);

        /// <summary>Reads the next row; false at the end.</summary>
        /// <exception cref="IOException">The disk fails.</exception>
        public bool TryRead()
        {
            if (_left == 0)
                return false;
            _left--;
            for (var i = 0; i < _cells.Length; i++)
            {
                var code = Number();
                _isEmpty[i] = code == Empty;
                if (code >= FirstLength)
                    Fill(i, code - FirstLength);
            }
            return true;
        }

        /// <inheritdoc/>
        public void Dispose() => _bytes.Dispose();

        private void Fill(int column, int length)
        {
            ref var cell = ref _cells[column];
            if (cell.Bytes.Length < length)
                cell.Bytes = new byte[Math.Max(length, 2 * cell.Bytes.Length)];
            _bytes.ReadExactly(cell.Bytes, 0, length);
            cell.Length = length;
        }

        private int Number()
        {
            for (var (number, shift) = (0, 0); ; shift += 7)
            {
                var next = _bytes.ReadByte();
                if (next < 0)
                    throw new EndOfStreamException();
                number |= (next & 0x7F) << shift;
                if (next < 0x80)
                    return number;
            }
        }
    }
}
