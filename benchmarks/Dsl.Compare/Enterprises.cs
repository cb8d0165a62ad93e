// The drawn enterprises of the twelve clauses, column by column: what hand-written code computes from, and what the registry is written of.
using System.Globalization;
using System.Text;

namespace Dsl.Compare;

/// <summary>Enterprises in columns of their narrowest types. Money is in fen.</summary>
internal sealed class Enterprises
{
    /// <summary>The columns of money, in the order of <see cref="Money"/>.</summary>
    public static readonly string[] MoneyNames =
        [
            "实际费用", "基金投资额", "获奖金额", "研发费用", "固定资产投资", "设备投资额", "再融资额", "上级奖励额", "经营收入",
        ];

    /// <summary>Places in <see cref="Money"/>.</summary>
    public const int Cost = 0, Fund = 1, Award = 2, Research = 3, Investment = 4, Equipment = 5, Refinancing = 6, Matched = 7,
        Income = 8;

    /// <summary>The members of 等级, by their number.</summary>
    public static readonly string[] Grades = ["无", "三级", "二级", "一级"];

    // So much of each amount in yuan is drawn at most: beyond and below every cap and threshold.
    private static readonly long[] MostYuan =
        [6_000_000, 60_000_000, 5_000_000, 20_000_000, 12_000_000, 3_000_000, 2_000_000_000, 3_000_000, 500_000_000];

    // Pages of equal offset fall on each other in the cache: each column begins some lines later.
    private const int Stagger = 24;

    private Enterprises(int count)
    {
        Count = count;
        Money = [.. MoneyNames.Select((_, i) => GC.AllocateUninitializedArray<long>(count + (i + 1) * Stagger, pinned: true))];
        (Staff, Researchers) = (New<int>(count), New<int>(count));
        (Years, Patents, Partners, Grade, IsCertified, IsNew) =
            (New<byte>(count), New<byte>(count), New<byte>(count), New<byte>(count), New<byte>(count), New<byte>(count));
    }

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>Amounts, by column.</summary>
    public long[][] Money { get; }

    public int[] Staff { get; }

    public int[] Researchers { get; }

    public byte[] Years { get; }

    public byte[] Patents { get; }

    public byte[] Partners { get; }

    public byte[] Grade { get; }

    public byte[] IsCertified { get; }

    public byte[] IsNew { get; }

    /// <summary>How many bytes of facts an enterprise has.</summary>
    public static int BytesPerRow => MoneyNames.Length * sizeof(long) + 2 * sizeof(int) + 6;

    /// <summary>Draws enterprises; the same seed gives the same ones.</summary>
    public static Enterprises Draw(int count, ulong seed)
    {
        var drawn = new Enterprises(count);
        var random = new Draws(seed);
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < MostYuan.Length; column++)
                drawn.Money[column][row] = (long)random.Below((ulong)MostYuan[column] * 100);
            drawn.Staff[row] = 1 + (int)random.Below(1000);
            drawn.Researchers[row] = (int)random.Below(200);
            drawn.Years[row] = (byte)random.Below(20);
            drawn.Patents[row] = (byte)random.Below(30);
            drawn.Partners[row] = (byte)random.Below(10);
            drawn.Grade[row] = (byte)random.Below(4);
            drawn.IsCertified[row] = (byte)random.Below(2);
            drawn.IsNew[row] = (byte)random.Below(2);
        }
        return drawn;
    }

    /// <summary>Writes 企业.csv.</summary>
    public void WriteCsv(string path)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        file.Write("统一社会信用代码,");
        file.Write(string.Join(',', MoneyNames));
        file.Write(",成立年限,研发人员数,职工总数,专利数,配套企业数,等级,已认证,新认定\n");
        var line = new StringBuilder();
        for (var row = 0; row < Count; row++)
        {
            line.Clear().Append(CultureInfo.InvariantCulture, $"A{row:D9}");
            foreach (var column in Money)
                line.Append(CultureInfo.InvariantCulture, $",{column[row] / 100}.{column[row] % 100:D2}");
            line.Append(CultureInfo.InvariantCulture,
                $",{Years[row]},{Researchers[row]},{Staff[row]},{Patents[row]},{Partners[row]},{Grades[Grade[row]]}");
            line.Append(IsCertified[row] == 1 ? ",是" : ",否").Append(IsNew[row] == 1 ? ",是\n" : ",否\n");
            foreach (var part in line.GetChunks())
                file.Write(part.Span);
        }
    }

    private static T[] New<T>(int count)
        where T : unmanaged => GC.AllocateUninitializedArray<T>(count, pinned: true);

    /// <summary>SplitMix64: small, and the same everywhere.</summary>
    private struct Draws(ulong state)
    {
        private ulong _state = state;

        public ulong Below(ulong limit)
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (ulong)((UInt128)(mixed ^ (mixed >> 31)) * limit >> 64);
        }
    }
}
