// The types of DuckDB's columns and how their values lie in memory.
using System.Collections.Immutable;
using System.Globalization;

namespace Dsl.Data.DuckDb;

/// <summary>duckdb_type.</summary>
internal enum DuckDbType
{
    Invalid = 0,
    Boolean = 1,
    TinyInt = 2,
    SmallInt = 3,
    Integer = 4,
    BigInt = 5,
    UTinyInt = 6,
    USmallInt = 7,
    UInteger = 8,
    UBigInt = 9,
    Float = 10,
    Double = 11,
    Timestamp = 12,
    Date = 13,
    Time = 14,
    Interval = 15,
    HugeInt = 16,
    Varchar = 17,
    Blob = 18,
    Decimal = 19,
    TimestampSeconds = 20,
    TimestampMilliseconds = 21,
    TimestampNanoseconds = 22,
    Enum = 23,
    List = 24,
    Struct = 25,
    Map = 26,
    Uuid = 27,
    Union = 28,
    Bit = 29,
    TimeWithZone = 30,
    TimestampWithZone = 31,
    UHugeInt = 32,
    Array = 33,
    SqlNull = 36,
}

/// <summary>A column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
internal sealed record DuckDbColumn(string Name, DuckDbType Type)
{
    /// <summary>DECIMAL: how many digits, 1 to 38; else 0.</summary>
    public byte Width { get; init; }

    /// <summary>DECIMAL: how many of the digits stand behind the point; else 0.</summary>
    public byte Scale { get; init; }

    /// <summary>ENUM: the members by their number; else empty.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>The type whose values lie in memory: DECIMAL is an integer of its width, ENUM a number of a member, times are integers.</summary>
    public DuckDbType Storage { get; init; } = Type switch
    {
        DuckDbType.Date => DuckDbType.Integer,
        DuckDbType.Time or DuckDbType.Timestamp or DuckDbType.TimestampSeconds or DuckDbType.TimestampMilliseconds
            or DuckDbType.TimestampNanoseconds or DuckDbType.TimestampWithZone => DuckDbType.BigInt,
        _ => Type,
    };

    /// <summary>A DECIMAL column.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="width">1 to 38 digits.</param>
    /// <param name="scale">0 to <paramref name="width"/> of them behind the point.</param>
    public static DuckDbColumn Decimal(string name, byte width, byte scale) => new(name, DuckDbType.Decimal)
    {
        Width = width,
        Scale = scale,
        Storage = width switch { <= 4 => DuckDbType.SmallInt, <= 9 => DuckDbType.Integer, <= 18 => DuckDbType.BigInt, _ => DuckDbType.HugeInt },
    };

    /// <summary>The type as SQL writes it.</summary>
    public string SqlType => Type switch
    {
        DuckDbType.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Width},{Scale})"),
        DuckDbType.TimestampSeconds => "TIMESTAMP_S",
        DuckDbType.TimestampMilliseconds => "TIMESTAMP_MS",
        DuckDbType.TimestampNanoseconds => "TIMESTAMP_NS",
        DuckDbType.TimestampWithZone => "TIMESTAMPTZ",
        DuckDbType.TimeWithZone => "TIMETZ",
        _ => Type.ToString().ToUpperInvariant(),
    };

    /// <summary>Bytes per value; 0 where values do not lie side by side.</summary>
    public int ValueSize => Storage switch
    {
        DuckDbType.Boolean or DuckDbType.TinyInt or DuckDbType.UTinyInt => 1,
        DuckDbType.SmallInt or DuckDbType.USmallInt => 2,
        DuckDbType.Integer or DuckDbType.UInteger or DuckDbType.Float => 4,
        DuckDbType.BigInt or DuckDbType.UBigInt or DuckDbType.Double => 8,
        DuckDbType.HugeInt or DuckDbType.UHugeInt or DuckDbType.Varchar or DuckDbType.Blob => 16,
        _ => 0,
    };

    /// <summary>A column as DuckDB describes it.</summary>
    internal static DuckDbColumn Read(string name, DuckDbLogicalTypeHandle type)
    {
        switch (DuckDbNative.TypeOf(type))
        {
            case DuckDbType.Decimal:
                return Decimal(name, DuckDbNative.DecimalWidth(type), DuckDbNative.DecimalScale(type));
            case DuckDbType.Enum:
                var members = ImmutableArray.CreateBuilder<string>();
                for (var i = 0U; i < DuckDbNative.EnumSize(type); i++)
                    members.Add(DuckDbNative.TakeText(DuckDbNative.EnumMember(type, i)));
                return new(name, DuckDbType.Enum) { Members = members.ToImmutable(), Storage = DuckDbNative.EnumStorage(type) };
            case var other:
                return new(name, other);
        }
    }
}
