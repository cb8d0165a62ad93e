// The rows of a table from the server's binary copy format: exact values, and a hash of the very bytes that came.
using System.Buffers.Binary;
using System.Security.Cryptography;
using Dsl.Data.Tables;
using Dsl.Loading.Findings;
using Npgsql;

namespace Dsl.Data.Postgres;

/// <summary>Reads a table once, from the first row to the last.</summary>
internal sealed class PostgresRows : IDisposable
{
    private const int HeaderLength = 19;
    private static readonly byte[] Signature = [.. "PGCOPY\n"u8, 0xFF, 0x0D, 0x0A, 0x00];

    private readonly PostgresAddress _address;
    private readonly PostgresColumn[] _columns;
    private readonly PostgresType[] _types;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Stream? _stream;
    private byte[] _buffer = new byte[1 << 16];
    private int _at;
    private int _end;
    private bool _isOver;

    internal PostgresRows(NpgsqlConnection connection, PostgresAddress address, IReadOnlyList<PostgresColumn> columns)
    {
        (_address, _columns) = (address, [.. columns]);
        _types = [.. _columns.Select(static column => column.Type).OfType<PostgresType>()];
        try
        {
            _stream = connection.BeginRawBinaryCopy(Sql);
            SkipHeader();
        }
        catch (Exception error) when (PostgresFailure.IsExpected(error))
        {
            Stop(error);
        }
    }

    /// <summary>The statement that the server is asked; the hash is that of its output.</summary>
    public string Sql => $"COPY (SELECT {string.Join(", ", _columns.Select(static column => PostgresAddress.Quote(column.Name)))} FROM "
        + $"{_address.Sql}) TO STDOUT (FORMAT BINARY)";

    /// <summary>Why reading had to stop; null while all is well.</summary>
    public DataFinding? Fatal { get; private set; }

    /// <summary>How many rows were read.</summary>
    public long Position { get; private set; }

    /// <summary>
    /// SHA-256 of what the server sent, in lower-case hexadecimal; of the whole table once <see cref="TryRead"/> gave false.
    /// </summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Reads the next row; false at the end, and where <see cref="Fatal"/> is set.</summary>
    public bool TryRead(out SourceRow row)
    {
        row = default;
        if (_isOver)
            return false;
        try
        {
            if (ReadInt16() is not (>= 0 and var count))
            {
                // What follows the last row ends the copy on the wire; it must be taken off the connection.
                while (Fill(1))
                    _at = _end;
                _isOver = true;
                return false;
            }
            row = ReadRow(count);
            return true;
        }
        catch (Exception error) when (PostgresFailure.IsExpected(error))
        {
            Stop(error);
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (!_isOver)
                (_stream as NpgsqlRawCopyStream)?.Cancel();
            _stream?.Dispose();
        }
        catch (Exception error)
            when (PostgresFailure.IsExpected(error)
                || error is InvalidOperationException or ObjectDisposedException or OperationCanceledException)
        {
            // The copy was over, or the server is gone: nothing is left to stop.
        }
        _hash.Dispose();
    }

    private SourceRow ReadRow(int count)
    {
        if (count != _types.Length)
            throw new IOException(PostgresPhrases.WrongColumnCount.With());
        var cells = new string[count];
        List<(int, DataProblem)>? problems = null;
        for (var i = 0; i < count; i++)
        {
            var length = ReadInt32();
            var (text, problem) = length < 0 ? "" : _types[i](Take(length));
            cells[i] = text;
            if (problem is not null)
                (problems ??= []).Add((i, problem));
        }
        return new(++Position, cells, [], problems ?? (IReadOnlyList<(int, DataProblem)>)[]);
    }

    private void SkipHeader()
    {
        if (!Take(HeaderLength)[..Signature.Length].SequenceEqual(Signature))
            throw new IOException(PostgresPhrases.NotBinary.With());
    }

    private short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(Take(2));

    private int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    /// <summary>The next bytes; valid until the next call.</summary>
    private ReadOnlySpan<byte> Take(int length)
    {
        if (!Fill(length))
            throw new EndOfStreamException(PostgresPhrases.Interrupted.With());
        _at += length;
        return _buffer.AsSpan(_at - length, length);
    }

    /// <summary>Has so many bytes in the buffer; false where the stream ends before.</summary>
    private bool Fill(int length)
    {
        if (_end - _at >= length)
            return true;
        if (length > _buffer.Length)
            Array.Resize(ref _buffer, Math.Max(length, _buffer.Length * 2));
        _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
        (_at, _end) = (0, _end - _at);
        while (_end < length)
        {
            var count = _stream?.Read(_buffer.AsSpan(_end)) ?? 0;
            if (count == 0)
                return false;
            _hash.AppendData(_buffer, _end, count);
            _end += count;
        }
        return true;
    }

    private void Stop(Exception error)
    {
        _isOver = true;
        Fatal = PostgresDiagnostics.ReadFailed.With(PostgresFailure.Message(error)).At(new(_address.Shown));
    }
}
