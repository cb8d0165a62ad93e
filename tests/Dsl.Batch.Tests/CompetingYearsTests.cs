// Competing clauses over several years with publishing in between, on every engine, against a model that only knows the rule.
using System.Globalization;
using System.Text;
using Dsl.Batch.Engines;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class CompetingYearsTests : PublishedYears
{
    private const int FirstYear = 2023, Years = 4, Subjects = 60;

    private const string Head = """
        政策 竞合办法
          文号 竞府〔2023〕1号
          施行日期 2023-01-01
          级次 区级
          竞合 本政策内 从高不重复

        名录 事项 = [平台建设, 职工培训]

        数据 企业
          主键 代码 : 文本
          额1 : 金额
          额2 : 金额
          额3 : 金额

        明细 项目 属于 企业
          主键 编号 : 文本
          经费1 : 金额
          经费2 : 金额

        """;

    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            for (var seed = 1; seed <= 6; seed++)
            {
                foreach (var engine in EvaluationEngines.Names)
                    cases.Add(seed, engine);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void 几年的总数等于最高的一项(int seed, string engine)
    {
        var policy = new StringBuilder(Head);
        for (var number = 1; number <= 3; number++)
            policy.Append(CultureInfo.InvariantCulture,
                $"条款 {number} 甲\n  频次 一次性\n  事项 平台建设\n  条件 额{number} 超过 0元\n  奖补 = 额{number}\n\n");
        for (var number = 4; number <= 5; number++)
            policy.Append(CultureInfo.InvariantCulture, $"条款 {number} 乙\n  频次 每次\n  每个 项目\n  事项 平台建设\n  条件 "
                + $"经费{number - 3} 超过 0元\n  奖补 = 经费{number - 3}\n\n");
        for (var number = 6; number <= 7; number++)
            policy.Append(CultureInfo.InvariantCulture, $"条款 {number} 丙\n  频次 每年\n  事项 职工培训\n  奖补 = 额{number - 5}\n\n");
        Folder.Write("p/办法.policy", policy.ToString());
        var random = new Random(seed);
        var models = Enumerable.Range(0, Subjects).Select(_ => new BenefitItemModel()).ToList();
        for (var year = FirstYear; year < FirstYear + Years; year++)
        {
            var facts = models.ConvertAll(_ => new YearFacts(random, hasRows: seed % 3 != 0));
            Write(facts);
            var result = Batch(year, engine);
            Publish();
            Assert.Equal(result, Batch(year, engine));
            Assert.Empty(Publish().Appended);
            var paid = Paid();
            for (var i = 0; i < Subjects; i++)
            {
                models[i].Pay(facts[i]);
                if (models[i].Total != paid.GetValueOrDefault(($"S{i}", true)))
                    Assert.Fail($"{year} S{i}：应为 {models[i].Total}\n{string.Join(",", facts[i].Whole)}\n{Lines("in/项目.csv", i)}\n"
                    + $"{Lines("in/兑现记录.csv", i)}\n{Lines("out.csv", i)}");
                Assert.Equal(models[i].Yearly, paid.GetValueOrDefault(($"S{i}", false)));
            }
        }
    }

    private void Write(List<YearFacts> facts)
    {
        var (subjects, rows) = (new StringBuilder("代码,额1,额2,额3\n"), new StringBuilder("主键,编号,经费1,经费2\n"));
        foreach (var (index, fact) in facts.Index())
        {
            subjects.Append(CultureInfo.InvariantCulture, $"S{index},{string.Join(',', fact.Whole)}\n");
            foreach (var (key, amounts) in fact.Rows)
                rows.Append(CultureInfo.InvariantCulture, $"S{index},{key},{amounts[0]},{amounts[1]}\n");
        }
        Folder.Write("in/企业.csv", subjects.ToString());
        Folder.Write("in/项目.csv", rows.ToString());
    }

    /// <summary>What is recorded of all years, by subject; whether for 平台建设.</summary>
    private Dictionary<(string Key, bool IsBenefitItem), decimal> Paid()
    {
        var paid = new Dictionary<(string, bool), decimal>();
        foreach (var cells in Folder.Read("in/兑现记录.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(static line => line.Split(',')))
        {
            var place = (cells[0], cells[2] is not ("6" or "7"));
            paid[place] = paid.GetValueOrDefault(place) + decimal.Parse(cells[5], CultureInfo.InvariantCulture);
        }
        return paid;
    }

    /// <summary>What a subject states in a year.</summary>
    private sealed class YearFacts
    {
        public YearFacts(Random random, bool hasRows)
        {
            int Amount() => random.Next(100) < 45 ? 0 : random.Next(1, 12);
            Whole = [Amount(), Amount(), Amount()];
            for (var row = 1; hasRows && row <= 4; row++)
            {
                if (random.Next(100) < 40)
                    Rows[$"P{row}"] = [random.Next(6), random.Next(6)];
            }
        }

        public int[] Whole { get; }

        public SortedDictionary<string, int[]> Rows { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>
    /// The rule by itself: the highest of the clauses without rows and of the sum of the rows, less what was received,
    /// each clause and row once.
    /// </summary>
    private sealed class BenefitItemModel
    {
        private readonly HashSet<string> _usedUp = [];
        private readonly Dictionary<string, int> _received = [];
        private int _notYetTakenOffRows;

        public int Total { get; private set; }

        public int Yearly { get; private set; }

        public void Pay(YearFacts facts)
        {
            Yearly += Math.Max(facts.Whole[0], facts.Whole[1]);
            var open = Enumerable.Range(0, 3).Where(index => !_usedUp.Contains($"{index}")).ToList();
            var whole = open.Count == 0 ? 0 : open.MaxBy(index => facts.Whole[index]);
            var ofWhole = open.Count == 0 ? 0 : Math.Max(0, facts.Whole[whole] - Total);
            var rows = facts.Rows.ToDictionary(static row => row.Key, row =>
            {
                var due = Enumerable.Range(0, 2).Where(index => !_usedUp.Contains($"{index}{row.Key}")).ToList();
                return due.Count == 0 ? (Clause: 0, Left: 0) : (Clause: due.MaxBy(index => row.Value[index]),
                    Left: Math.Max(0, due.Max(index => row.Value[index]) - _received.GetValueOrDefault(row.Key)));
            });
            var ofRows = Math.Max(0, rows.Values.Sum(static row => row.Left) - _notYetTakenOffRows);
            if (ofWhole >= ofRows && ofWhole > 0)
            {
                _usedUp.Add($"{whole}");
                (Total, _notYetTakenOffRows) = (Total + ofWhole, _notYetTakenOffRows + ofWhole);
            }
            else if (ofRows > 0)
            {
                foreach (var (key, row) in rows.Where(static row => row.Value.Left > 0))
                {
                    _usedUp.Add($"{row.Clause}{key}");
                    _received[key] = _received.GetValueOrDefault(key) + row.Left;
                }
                (Total, _notYetTakenOffRows) = (Total + ofRows, 0);
            }
        }
    }
}
