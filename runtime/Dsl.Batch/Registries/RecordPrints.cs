// What 核定 and 兑现记录 say, as hashes: whatever they are kept in, in whatever order, and whichever way the same thing is written.
using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Dsl.Columns.Kernels;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Batch.Registries;

/// <summary>Some records.</summary>
/// <param name="Count">How many.</param>
/// <param name="Hash">What they say, in lower-case hexadecimal.</param>
internal sealed record RecordPrint(
    [property: JsonPropertyName("行数")] long Count, [property: JsonPropertyName("指纹")] string Hash)
{
    /// <summary>No records: a table that is not there says the same as one without rows.</summary>
    public static RecordPrint None { get; } = new(0, new string('0', 64));

    /// <summary>With others.</summary>
    public RecordPrint Add(RecordPrint other) => new(Count + other.Count, RecordPrinter.Text(Number(Hash) + Number(other.Hash)));

    private static BigInteger Number(string hash) =>
        BigInteger.Parse("0" + hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

/// <summary>The records of the policies of a run.</summary>
/// <param name="OfYear">Those of its 年度.</param>
/// <param name="OfOtherYears">All others.</param>
internal sealed record RecordPrints(
    [property: JsonPropertyName("本年度")] RecordPrint OfYear, [property: JsonPropertyName("其他年度")] RecordPrint OfOtherYears)
{
    public static RecordPrints None { get; } = new(RecordPrint.None, RecordPrint.None);

    /// <summary>How many there are.</summary>
    [JsonIgnore]
    public long Count => OfYear.Count + OfOtherYears.Count;

    /// <summary>With others.</summary>
    public RecordPrints Add(RecordPrints other) => new(OfYear.Add(other.OfYear), OfOtherYears.Add(other.OfOtherYears));
}

/// <summary>A table of records that a result was computed from.</summary>
/// <param name="Table">核定 or 兑现记录.</param>
/// <param name="File">Where it is kept, as shown in messages.</param>
/// <param name="Prints">What was read from it.</param>
internal sealed record RecordsRead(
    [property: JsonPropertyName("表")] string Table, [property: JsonPropertyName("文件")] string File,
    [property: JsonPropertyName("指纹")] RecordPrints Prints);

/// <summary>Takes the rows of a table bound to <see cref="RecordTable.Columns"/>, one by one.</summary>
/// <param name="policies">文号 of the policies of the run; records of others are no concern of it.</param>
/// <param name="year">年度 of the run.</param>
/// <param name="isPayment">Whether the table is bound to <see cref="RecordRow.PaymentColumns"/>.</param>
internal sealed class RecordPrinter(ImmutableArray<string> policies, int year, bool isPayment)
{
    private const int Policy = 1, Clause = 2, RowKey = 3, Year = 4, Amount = 5, Quantity = 6, Part = 7;
    private const int Fen = 100;

    private static readonly BigInteger Limit = BigInteger.One << (8 * SHA256.HashSizeInBytes);

    private readonly Sum _ofYear = new(), _ofOtherYears = new();

    // 文号 as they are written, and the policy that each names; null for other documents.
    private readonly Dictionary<string, string?> _policies = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<char> _text = new();

    /// <summary>What was taken so far.</summary>
    public RecordPrints Prints => new(_ofYear.Print, _ofOtherYears.Print);

    /// <summary>How many records were taken.</summary>
    public long Count => _ofYear.Count + _ofOtherYears.Count;

    /// <summary>Takes a row; totals and blank rows say nothing.</summary>
    public void Add(TableRow row)
    {
        if (row.Problem is { } problem)
        {
            if (!problem.Rule.Is(RowDiagnostics.NotData))
                Add([], "?" + problem.Rule.Code, [], [], 0, []);
            return;
        }
        if (PolicyOf(row.Trimmed(Policy)) is { } policy)
            Add(row.Trimmed(0), policy, row.Trimmed(Clause), row.Trimmed(RowKey), YearOf(row),
                AmountOf(row) + QuantityOf(row) + PartOf(row));
    }

    private string PartOf(TableRow row) => !isPayment || row.Trimmed(Part) is not { IsEmpty: false } written ? ""
        : $" 期次 {RecordPart.TryParse(written.ToString())?.ToString() ?? Identity.Of(written)}";

    // Tables without the column, and rows without a quantity, say what they always said.
    private string QuantityOf(TableRow row) => !isPayment || row.Trimmed(Quantity) is not { IsEmpty: false } written ? ""
        : PlainNumber.TryParse(written, 2, takesPercent: false, out var hundredths) ? $" 数量 {hundredths}"
        : $" 数量 ?{Identity.Of(written)}";

    private void Add(ReadOnlySpan<char> key, string policy, ReadOnlySpan<char> clause, ReadOnlySpan<char> rowKey, int? stated,
        ReadOnlySpan<char> amount)
    {
        _text.ResetWrittenCount();
        Append(key);
        Append(policy);
        Append(clause);
        Append(rowKey);
        // A blank 年度 of 核定 is that of the run; one that cannot be read is none.
        var meant = stated == 0 ? year : stated;
        Append(meant is { } known ? known.ToString(CultureInfo.InvariantCulture) : "?");
        _text.Write(amount);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(_text.WrittenSpan), hash);
        (meant == year ? _ofYear : _ofOtherYears).Add(hash);
    }

    private void Append(ReadOnlySpan<char> text)
    {
        _text.Write(Identity.IsCanonical(text) ? text : Identity.Of(text));
        _text.Write("\n");
    }

    private string? PolicyOf(ReadOnlySpan<char> written)
    {
        var known = _policies.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(written, out var policy))
        {
            // Of several policies a record must say which one it is of; what does not is refused by all who read it.
            policy = Identity.Of(written).Length == 0 ? (policies is [var only] ? only : "") : Identity.Find(written.ToString(), policies);
            _policies.Add(written.ToString(), policy);
        }
        return policy;
    }

    private static int? YearOf(TableRow row)
    {
        var text = row.Trimmed(Year);
        if (text.IsEmpty
            || (row.Table.UnitOf(Year) is null && text.Length == 4
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            return text.IsEmpty ? 0 : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return ValueReader.ReadPlain(row.Cell(Year), DslType.Year, AmountRecord.Years).Value is NumberValue { Bounds.Low: { } number }
            ? (int)number.Numerator
            : null;
    }

    private static string AmountOf(TableRow row)
    {
        if (row.Table.UnitOf(Amount) is null && PlainNumber.TryParse(row.Trimmed(Amount), 2, takesPercent: false, out var fen))
            return fen.ToString(CultureInfo.InvariantCulture);
        if (ValueReader.ReadPlain(row.Cell(Amount), DslType.Money, Bounds.Everything).Value is not NumberValue { Bounds.Low: { } amount })
            return $"?{row.Trimmed(Amount)}";
        return FixedPoint.TryConvert(amount, Fen, out fen)
            ? fen.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{amount.Numerator}/{amount.Denominator}");
    }

    /// <summary>A sum of hashes as text, without what goes beyond their length.</summary>
    public static string Text(BigInteger sum) => (sum + Limit).ToString("x65", CultureInfo.InvariantCulture)[^64..];

    /// <summary>The sum of hashes as numbers: it knows no order, and counts what is written twice.</summary>
    private sealed class Sum
    {
        private UInt128 _low, _high;
        private long _count;

        public long Count => _count;

        public RecordPrint Print => new(_count, Text(((BigInteger)_high << 128) + _low));

        public void Add(ReadOnlySpan<byte> hash)
        {
            _count++;
            var low = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
            _low = unchecked(_low + low);
            var carry = _low < low ? UInt128.One : UInt128.Zero;
            _high = unchecked(_high + System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]) + carry);
        }
    }
}
