// 晋级补差, 合计上限, 单位上限 按比例 and 累计上限 每行 over five years with publishing in between, on every engine, against a plain count.
using System.Globalization;
using System.Text;
using Dsl.Batch.Engines;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class SteppedYearsTests : PublishedYears
{
    private const int FirstYear = 2020, Years = 5, Subjects = 40, RowCap = 60_00, SubjectCap = 100_00;

    private const string Policy = """
        政策 晋级办法
          文号 晋府〔2020〕1号
          施行日期 2020-01-01
          级次 区级
          竞合 条款 1、2 晋级补差
          合计上限 条款 1、2、3 不超过 限额

        数据 企业
          主键 代码 : 文本
          额1 : 金额
          额2 : 金额
          限额 : 金额

        明细 项目 属于 企业
          主键 编号 : 文本
          经费 : 金额

        条款 1 市级
          频次 一次性
          条件 额1 超过 0元
          奖补 = 额1

        条款 2 国家级
          频次 每年
          条件 额2 超过 0元
          奖补 = 额2

        条款 3 项目
          频次 每年
          每个 项目
          奖补 = 经费
          单位上限 100元 按比例
          累计上限 60元 每行
        """;

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
    public void 五年的兑现与逐分计算的一样(int seed, string engine)
    {
        Folder.Write("p/办法.policy", Policy);
        var random = new Random(seed);
        var subjects = Enumerable.Range(0, Subjects).Select(static _ => new Subject()).ToList();
        for (var year = FirstYear; year < FirstYear + Years; year++)
        {
            var (facts, rows) = (new StringBuilder("代码,额1,额2,限额\n"), new StringBuilder("主键,编号,经费\n"));
            foreach (var (index, subject) in subjects.Index())
            {
                int[] own = [random.Next(3) * random.Next(200), random.Next(3) * random.Next(200), 40 + random.Next(300)];
                List<(string Key, int Amount)> some = [.. "abcd".Where(_ => random.Next(3) > 0).Select(key => ($"{key}", random.Next(90)))];
                facts.Append(CultureInfo.InvariantCulture, $"S{index},{string.Join(',', own)}\n");
                some.ForEach(row => rows.Append(CultureInfo.InvariantCulture, $"S{index},{row.Key},{row.Amount}\n"));
                subject.Pay(own, some);
            }
            Folder.Write("in/企业.csv", facts.ToString());
            Folder.Write("in/项目.csv", rows.ToString());
            var result = Batch(year, engine);
            Publish();
            Assert.Equal(result, Batch(year, engine));
            Assert.Empty(Publish().Appended);
            var paid = Folder.Read("in/兑现记录.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
                .Select(static line => line.Split(',')).GroupBy(static cells => cells[0])
                .ToDictionary(static all => all.Key,
                    static all => all.Sum(static cells => decimal.Parse(cells[5], CultureInfo.InvariantCulture)));
            foreach (var (index, subject) in subjects.Index())
                Assert.True(subject.Total == 100 * paid.GetValueOrDefault($"S{index}"),
                    $"{year} S{index}：应为 {subject.Total} 分\n{Lines("in/企业.csv", index)}\n{Lines("in/项目.csv", index)}\n"
                    + $"{Lines("in/兑现记录.csv", index)}\n{Lines("out.csv", index)}");
        }
    }

    /// <summary>What one subject got so far, in fen.</summary>
    private sealed class Subject
    {
        private readonly Dictionary<string, long> _rows = [];
        private long _received;

        public long Total { get; private set; }

        public void Pay(int[] own, List<(string Key, int Amount)> rows)
        {
            var step = Math.Max(100L * Math.Max(own[0], own[1]) - _received, 0);
            var isFirst = own[0] >= own[1];
            var each = rows.ConvertAll(row => Math.Min(100L * row.Amount, Math.Max(RowCap - _rows.GetValueOrDefault(row.Key), 0)));
            each = Shared(each, SubjectCap);
            foreach (var (row, share) in rows.Zip(each))
                _rows[row.Key] = _rows.GetValueOrDefault(row.Key) + share;
            var paid = Shared(isFirst ? [step, 0, each.Sum()] : [0, step, each.Sum()], 100L * own[2]);
            _received += paid[0] + paid[1];
            Total += paid.Sum();
        }

        private static List<long> Shared(List<long> amounts, long limit)
        {
            var sum = amounts.Sum();
            if (sum <= limit)
                return amounts;
            var parts = amounts.ConvertAll(amount => amount * limit / sum);
            var order = Enumerable.Range(0, parts.Count).OrderByDescending(index => amounts[index] * limit % sum).ToList();
            var left = (int)(limit - parts.Sum());
            foreach (var index in order.Take(left))
                parts[index]++;
            return parts;
        }
    }
}
