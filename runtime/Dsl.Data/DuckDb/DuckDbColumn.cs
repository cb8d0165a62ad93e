// The columns of DuckDB's tables and how their values lie in memory.
using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

/// <summary>A column.</summary>
internal sealed record DuckDbColumn(string Name, DuckDBType Type)
{
    /// <summary>DECIMAL: how many digits, 1 to 38; else 0.</summary>
    public byte Width { get; init; }

    /// <summary>DECIMAL: how many of the digits follow the point; else 0.</summary>
    public byte Scale { get; init; }

    /// <summary>ENUM: the members by their number; else empty.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>
    /// The type whose values lie in memory: DECIMAL is an integer of its width, ENUM a number of a member, times are integers.
    /// </summary>
    public DuckDBType Storage { get; init; } = Type switch
    {
        DuckDBType.Date => DuckDBType.Integer,
        DuckDBType.Time or DuckDBType.Timestamp or DuckDBType.TimestampS or DuckDBType.TimestampMs
            or DuckDBType.TimestampNs or DuckDBType.TimestampTz => DuckDBType.BigInt,
        _ => Type,
    };

    /// <summary>A DECIMAL column.</summary>
    /// <param name="width">1 to 38 digits.</param>
    /// <param name="scale">0 to <paramref name="width"/> of them after the point.</param>
    public static DuckDbColumn Decimal(string name, byte width, byte scale) => new(name, DuckDBType.Decimal)
    {
        Width = width,
        Scale = scale,
        Storage =
            width switch { <= 4 => DuckDBType.SmallInt, <= 9 => DuckDBType.Integer, <= 18 => DuckDBType.BigInt, _ => DuckDBType.HugeInt },
    };

    /// <summary>The type as SQL writes it.</summary>
    public string SqlType => Type switch
    {
        DuckDBType.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Width},{Scale})"),
        DuckDBType.TimestampS => "TIMESTAMP_S",
        DuckDBType.TimestampMs => "TIMESTAMP_MS",
        DuckDBType.TimestampNs => "TIMESTAMP_NS",
        _ => Type.ToString().Replace("Unsigned", "U", StringComparison.Ordinal).ToUpperInvariant(),
    };

    /// <summary>Bytes per value; 0 where values do not lie side by side.</summary>
    public int ValueSize => Storage switch
    {
        DuckDBType.Boolean or DuckDBType.TinyInt or DuckDBType.UnsignedTinyInt => 1,
        DuckDBType.SmallInt or DuckDBType.UnsignedSmallInt => 2,
        DuckDBType.Integer or DuckDBType.UnsignedInteger or DuckDBType.Float => 4,
        DuckDBType.BigInt or DuckDBType.UnsignedBigInt or DuckDBType.Double => 8,
        DuckDBType.HugeInt or DuckDBType.UnsignedHugeInt or DuckDBType.Varchar or DuckDBType.Blob => 16,
        _ => 0,
    };

    /// <summary>A column as DuckDB describes it.</summary>
    internal static DuckDbColumn Read(string name, DuckDBLogicalType type)
    {
        switch (NativeMethods.LogicalType.DuckDBGetTypeId(type))
        {
            case DuckDBType.Decimal:
                return Decimal(name, NativeMethods.LogicalType.DuckDBDecimalWidth(type),
                    NativeMethods.LogicalType.DuckDBDecimalScale(type));
            case DuckDBType.Enum:
                var members = ImmutableArray.CreateBuilder<string>();
                for (var i = 0; i < NativeMethods.LogicalType.DuckDBEnumDictionarySize(type); i++)
                    members.Add(NativeMethods.LogicalType.DuckDBEnumDictionaryValue(type, i));
                return new(name, DuckDBType.Enum)
                {
                    Members = members.ToImmutable(), Storage = NativeMethods.LogicalType.DuckDBEnumInternalType(type)
                };
            case var other:
                return new(name, other);
        }
    }
}
