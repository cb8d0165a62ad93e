// Competing clauses of mixed frequencies, with and without rows, and of two policies of which one names the other,
// over years with publishing in between.
using System.Globalization;
using System.Text;
using Dsl.Batch.Engines;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class MixedYearsTests : PublishedYears
{
    private const int FirstYear = 2023, Years = 4, Subjects = 60, Rows = 3;

    // 1 to 3 without rows (the third every year), 4 to 6 by row (the sixth every year).
    private static readonly int[] Whole = [1, 2, 3], ByRow = [4, 5, 6], Yearly = [3, 6];

    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            for (var seed = 1; seed <= 4; seed++)
            {
                foreach (var engine in EvaluationEngines.Names)
                    cases.Add(seed, engine);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void 一次性的与每年的混在一起_每年给最高的(int seed, string engine)
    {
        Write(policies: 1);
        var (random, models) = (new Random(seed), Enumerable.Range(0, Subjects).Select(static _ => new MixedModel()).ToList());
        for (var year = FirstYear; year < FirstYear + Years; year++)
        {
            var facts = models.ConvertAll(_ => Facts(random));
            Write(facts);
            var result = Batch(year, engine);
            Publish();
            Assert.Equal(result, Batch(year, engine));
            Assert.Empty(Publish().Appended);
            Check(year, facts, index => models[index].Pay(facts[index]));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void 只有一方写明竞合_几年的总数等于高的一方(int seed, string engine)
    {
        Write(policies: 2);
        var (random, models) = (new Random(seed), Enumerable.Range(0, Subjects).Select(static _ => new OneSidedModel()).ToList());
        // Each clause is due in one year at most: nothing is used up.
        var due = models.ConvertAll(_ => Whole.ToDictionary(static number => number, _ => random.Next(Years)));
        for (var year = FirstYear; year < FirstYear + Years; year++)
        {
            var facts = models.Select((_, index) =>
                Facts(random).Where(item => item.Key.Row == 0 && due[index][item.Key.Clause] == year - FirstYear).ToDictionary()).ToList();
            Write(facts);
            Batch(year, engine);
            Publish();
            Check(year, facts, index => models[index].Pay(facts[index]));
        }
    }

    private void Write(int policies)
    {
        var fields = string.Concat(Whole.Select(static number => $"  额{number} : 金额\n"));
        var columns = string.Concat(ByRow.Select(static number => $"  额{number} : 金额\n"));
        Folder.Write("p/s.policy",
            $"名录 事项 = [平台]\n\n数据 企业\n  主键 代码 : 文本\n{fields}\n明细 项目 属于 企业\n  主键 编号 : 文本\n{columns}\n");
        for (var policy = 0; policy < policies; policy++)
        {
            var text = new StringBuilder($"政策 {"甲乙"[policy]}办法\n  文号 竞{"甲乙"[policy]}〔2023〕1号\n  地区 示\n  施行日期 "
                + $"2023-01-0{policy + 1}\n  级次 区级\n  使用 s.policy\n"
                + $"{(policies == 1 ? "  竞合 本政策内 从高不重复\n" : policy == 1 ? "  竞合 本区其他政策 从高不重复\n" : "")}\n");
            foreach (var number in policies == 1 ? [.. Whole, .. ByRow] : policy == 0 ? Whole[..2] : Whole[2..])
            {
                var frequency = policies == 1 && Yearly.Contains(number) ? "每年" : "一次性";
                text.Append(CultureInfo.InvariantCulture, $"条款 {number} 项\n  频次 {frequency}\n"
                    + $"{(ByRow.Contains(number) ? "  每个 项目\n" : "")}  事项 平台\n  条件 额{number} 超过 0元\n  奖补 = 额{number}\n\n");
            }
            Folder.Write($"p/{policy}.policy", text.ToString());
        }
        Folder.Write("in/其他政策支持.csv", "主键,文号,事项,事项行,年度,金额\n");
    }

    // Large figures: with equal ones it would matter who was paid.
    private static Dictionary<(int Clause, int Row), int> Facts(Random random)
    {
        var facts = Whole.ToDictionary(static number => (number, 0), _ => random.Next(100) < 50 ? 0 : random.Next(1, 200_000));
        for (var row = 1; row <= Rows; row++)
        {
            if (random.Next(100) < 60)
                ByRow.ToList().ForEach(number => facts[(number, row)] = random.Next(100) < 30 ? 0 : random.Next(1, 90_000));
        }
        return facts;
    }

    private void Write(List<Dictionary<(int Clause, int Row), int>> facts)
    {
        var (subjects, rows) = (new StringBuilder($"代码,{string.Join(',', Whole.Select(static number => $"额{number}"))}\n"),
            new StringBuilder($"主键,编号,{string.Join(',', ByRow.Select(static number => $"额{number}"))}\n"));
        foreach (var (index, fact) in facts.Index())
        {
            subjects.Append(CultureInfo.InvariantCulture,
                $"S{index},{string.Join(',', Whole.Select(number => fact.GetValueOrDefault((number, 0))))}\n");
            foreach (var row in fact.Keys.Select(static item => item.Row).Where(static row => row > 0).Distinct().Order())
                rows.Append(CultureInfo.InvariantCulture,
                    $"S{index},P{row},{string.Join(',', ByRow.Select(number => fact[(number, row)]))}\n");
        }
        Folder.Write("in/企业.csv", subjects.ToString());
        Folder.Write("in/项目.csv", rows.ToString());
    }

    private void Check(int year, List<Dictionary<(int Clause, int Row), int>> facts, Func<int, decimal> pay)
    {
        var paid =
            Folder.Read("in/兑现记录.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static line => line.Split(','))
                .GroupBy(static cells => cells[0])
                .ToDictionary(static group => group.Key,
                    static group => group.Sum(static cells => decimal.Parse(cells[5], CultureInfo.InvariantCulture)));
        for (var i = 0; i < facts.Count; i++)
        {
            var expected = pay(i);
            if (expected != paid.GetValueOrDefault($"S{i}"))
                Assert.Fail($"{year} S{i}：应为 {expected}，得 {paid.GetValueOrDefault($"S{i}")}\n{Lines("in/企业.csv", i)}\n"
                + $"{Lines("in/项目.csv", i)}\n{Lines("in/兑现记录.csv", i)}\n{Lines("out.csv", i)}");
        }
    }

    /// <summary>In each year the highest of: a clause once (less all that was received once), a clause of the year, the rows.</summary>
    private sealed class MixedModel
    {
        private readonly HashSet<(int Clause, int Row)> _usedUp = [];
        private readonly Dictionary<int, decimal> _received = [];
        private decimal _once, _ofYears, _notYetTakenOffRows;

        public decimal Pay(Dictionary<(int Clause, int Row), int> facts)
        {
            decimal Open(int number, int row) => _usedUp.Contains((number, row)) ? 0 : facts.GetValueOrDefault((number, row));
            var whole = Open(1, 0) >= Open(2, 0) ? 1 : 2;
            var (ofWhole, ofYear) = (Open(whole, 0) - _once, (decimal)facts[(3, 0)]);
            var rows = facts.Keys.Select(static item => item.Row).Where(static row => row > 0).Distinct().Select(row =>
            {
                var clause = Open(4, row) >= Open(5, row) ? 4 : 5;
                return (Row: row, Clause: clause, Once: Math.Max(0, Open(clause, row) - _received.GetValueOrDefault(row)),
                    Yearly: (decimal)facts[(6, row)]);
            }).ToList();
            // Rows that were looked back on win their row, or leave the field to those of the year.
            var once = rows.FindAll(static row => row.Once > row.Yearly);
            var ofOnce = once.Sum(static row => row.Once) - _notYetTakenOffRows;
            var (ofRows, ofYearlyRows) = (ofOnce + rows.Except(once).Sum(static row => row.Yearly), rows.Sum(static row => row.Yearly));
            var most = new[] { 0, ofWhole, ofYear, ofOnce > 0 ? ofRows : 0, ofYearlyRows }.Max();
            if (most > 0 && most == ofWhole)
            {
                _usedUp.Add((whole, 0));
                (_once, _notYetTakenOffRows) = (_once + ofWhole, _notYetTakenOffRows + ofWhole);
            }
            else if (most > 0 && ofOnce > 0 && most == ofRows)
            {
                once.ForEach(row =>
                {
                    _usedUp.Add((row.Clause, row.Row));
                    _received[row.Row] = _received.GetValueOrDefault(row.Row) + row.Once;
                });
                (_once, _notYetTakenOffRows, _ofYears) = (_once + ofOnce, 0, _ofYears + ofRows - ofOnce);
            }
            else
            {
                _ofYears += most;
            }
            return _once + _ofYears;
        }
    }

    /// <summary>
    /// Two sides that exclude one another: the total of a side is its amount when it was last paid, plus what is due now.
    /// </summary>
    private sealed class OneSidedModel
    {
        private readonly decimal[] _base = [0, 0];
        private decimal _total;

        public decimal Pay(Dictionary<(int Clause, int Row), int> facts)
        {
            decimal[] most =
                [_base[0] + facts.GetValueOrDefault((1, 0)) + facts.GetValueOrDefault((2, 0)), _base[1] + facts.GetValueOrDefault((3, 0))];
            var side = most[0] >= most[1] ? 0 : 1;
            if (most[side] > _total)
                _total = _base[side] = most[side];
            return _total;
        }
    }
}
