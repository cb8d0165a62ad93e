// Rows that wait for the end of a run in a file of their own, packed: memory does not grow with them.
using System.IO.Compression;

namespace Dsl.Data.Outputs;

/// <summary>
/// Takes rows of cells, and gives them back in the same order. Nobody else sees the file, and it never outlives the program.
/// </summary>
internal sealed class RowSpool : IDisposable
{
    private const int BufferLength = 1 << 16;

    private readonly FileStream _file;
    private readonly DeflateStream _packed;
    private readonly int _columns;
    private readonly SpoolWriter _own;

    /// <summary>Begins an empty file.</summary>
    /// <param name="path">Where; an earlier file of that name goes.</param>
    /// <param name="columns">How many cells a row has.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public RowSpool(string path, int columns)
    {
        (_columns, _own) = (columns, new(columns));
        _file = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, BufferLength, FileOptions.DeleteOnClose);
        // Where an open file can lose its name it does so now: not even a killed run leaves the file on the disk.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        _packed = new(_file, CompressionLevel.Fastest, leaveOpen: true);
    }

    public long RowCount => _own.RowCount;

    /// <summary>How many bytes of UTF-8 the cells have.</summary>
    public long TextBytes => _own.TextBytes;

    /// <summary>Adds a row.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Write(string[] row)
    {
        _own.Add(row);
        if (_own.Written.Length < BufferLength)
            return;
        Send();
    }

    /// <summary>Ends writing and begins reading, once.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public Reader Read()
    {
        Send();
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
        return new(new DeflateStream(_file, CompressionMode.Decompress, leaveOpen: true), _columns, RowCount);
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

    private void Send()
    {
        try
        {
            _packed.Write(_own.Written);
            _own.Sent();
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
        private readonly int[] _codes;
        private long _left;

        internal Reader(Stream bytes, int columns, long rows)
        {
            (_bytes, _left) = (new(bytes, BufferLength), rows);
            (_cells, _codes) = (new (byte[], int)[columns], new int[columns]);
            Array.Fill(_cells, ([], 0));
        }

        /// <summary>The bytes of a cell of the row that was read, UTF-8.</summary>
        public ReadOnlySpan<byte> this[int column] =>
            _codes[column] == SpoolWriter.Empty ? [] : _cells[column].Bytes.AsSpan(0, _cells[column].Length);

        /// <summary>Reads the next row; false at the end.</summary>
        /// <exception cref="IOException">The disk fails.</exception>
        public bool TryRead()
        {
            if (_left == 0)
                return false;
            _left--;
            for (var i = 0; i < _cells.Length; i++)
            {
                var code = _codes[i] = Number();
                if (code >= SpoolWriter.FirstLength)
                    Fill(i, code - SpoolWriter.FirstLength);
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
