// Random groups of competing clauses in one year, with records of earlier years: the total is the highest that can be paid together,
// and never falls where something rises.
using System.Globalization;
using System.Text;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Ir.Nodes;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class CompetingGroupsTests : IDisposable
{
    private static readonly int Groups =
        int.TryParse(Environment.GetEnvironmentVariable("COMPETING_GROUPS"), NumberStyles.None, CultureInfo.InvariantCulture,
            out var groups)
            ? groups
            : 12;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void 总数是可以一并给的里最高的_任何一项提高都不减少(int seed)
    {
        var (checkedCount, wrong, falls) = (0, new List<string>(), new List<string>());
        for (var g = 0; g < Groups; g++)
        {
            var random = new Random(seed * 100_000 + g);
            var group = new Group(random);
            var program = Load(group);
            for (var i = 0; i < 25; i++)
            {
                var state = new State(group, random);
                var (total, expected) = (Total(program, state), state.Best());
                checkedCount++;
                if (total != expected)
                    wrong.Add($"{group}\n{state}：应为 {expected}，算得 {total}");
                foreach (var (what, higher, received) in state.Raised(random))
                {
                    if (Total(program, higher) + received < total)
                        falls.Add($"{group}\n{state}：{what}，由 {total} 减为 {Total(program, higher)}");
                }
            }
        }
        Assert.True(wrong.Count == 0 && falls.Count == 0, $"{checkedCount} 组中 {wrong.Count} 组不对，{falls.Count} 次减少：\n"
            + $"{string.Join("\n", wrong.Take(3))}\n----\n{string.Join("\n", falls.Take(3))}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void 有单位上限的_少给时都有备注(int seed)
    {
        var (lower, wrong) = (0, new List<string>());
        for (var g = 0; g < Groups; g++)
        {
            var random = new Random(seed * 100_000 + g);
            var group = new Group(random, hasCaps: true);
            var program = Load(group);
            for (var i = 0; i < 25; i++)
            {
                var state = new State(group, random, hasRecords: i % 3 == 0);
                var (total, hasNote) = Evaluate(program, state);
                var isLower = !state.HasRecords && total < state.Best();
                lower += isLower ? 1 : 0;
                if (!state.HasRecords && (hasNote != isLower || total > state.Best()))
                    wrong.Add($"{group}\n{state}：给 {total}，最高 {state.Best()}，{(hasNote ? "有" : "没有")}备注");
                foreach (var (what, higher, received) in state.Raised(random))
                {
                    var (raised, isNoted) = Evaluate(program, higher);
                    if (raised + received < total && !isNoted)
                        wrong.Add($"{group}\n{state}：{what}，由 {total} 减为 {raised}，没有备注");
                }
            }
        }
        Assert.True(lower > 0 && wrong.Count == 0, $"{lower} 次少给，{wrong.Count} 次不对：\n{string.Join("\n", wrong.Take(4))}");
    }

    private IrProgram Load(Group group)
    {
        foreach (var (file, text) in group.Files())
            _folder.Write("p/" + file, text);
        var policies = PolicyLoader.Load([_folder["p"]]);
        Assert.DoesNotContain(policies.Diagnostics, static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
        return policies.Compilation.Program;
    }

    private static int Total(IrProgram program, State state) => Evaluate(program, state).Total;

    private static (int Total, bool HasNote) Evaluate(IrProgram program, State state)
    {
        var reading = FactsJson.Read(program, "facts.json", state.Json());
        Assert.True(reading.Facts is not null, string.Join('\n', reading.Findings));
        var result = new Interpreter(program, new EvaluationContext(new DateOnly(2023, 6, 30), 2023)).Evaluate(reading.Facts);
        Assert.True(result.Totals.Amount.IsPoint, state.ToString());
        return ((int)(result.Totals.Amount.Low ?? -1).Floor(), result.Policies.SelectMany(static policy => policy.Clauses)
            .Any(static clause => clause.ReceivedNotes.Any(static note => note.Text.Contains("请核对", StringComparison.Ordinal))));
    }

    /// <summary>A clause of one of two policies.</summary>
    private sealed record Clause(int Index, int Policy, bool HasRows, bool IsOnce, int? Cap)
    {
        public string Number => $"{Index + 1}";

        public override string ToString() =>
            $"{"甲乙"[Policy]}{Number}{(HasRows ? "行" : "")}{(IsOnce ? "一次" : "每年")}{(Cap is { } cap ? $"上限{cap}" : "")}";
    }

    /// <summary>Clauses of one 事项, and who stands against whom.</summary>
    private sealed class Group
    {
        private readonly bool[] _within;

        public Group(Random random, bool hasCaps = false)
        {
            var count = random.Next(2, 6);
            Clauses = [.. Enumerable.Range(0, count)
                .Select(index => new Clause(index, random.Next(2), random.Next(100) < 60, random.Next(100) < 60, null))];
            if (hasCaps)
                Clauses = Clauses
                    .ConvertAll(clause => clause.HasRows && random.Next(100) < 60 ? clause with { Cap = random.Next(5, 50) } : clause);
            _within = [random.Next(2) == 0, random.Next(2) == 0];
        }

        public List<Clause> Clauses { get; }

        public bool AreRivals(Clause one, Clause other) => one.Policy != other.Policy || _within[one.Policy];

        public IEnumerable<(string File, string Text)> Files()
        {
            var fields =
                string.Concat(Clauses.Where(static clause => !clause.HasRows).Select(static clause => $"  额{clause.Number} : 金额\n"));
            var columns =
                string.Concat(Clauses.Where(static clause => clause.HasRows).Select(static clause => $"  费{clause.Number} : 金额\n"));
            yield return ("s.policy",
                $"名录 事项 = [平台]\n\n数据 企业\n  主键 代码 : 文本\n{fields}\n明细 项目 属于 企业\n  主键 编号 : 文本\n{columns}\n");
            for (var policy = 0; policy < 2; policy++)
            {
                var text = new StringBuilder($"政策 {"甲乙"[policy]}办法\n  文号 {"甲乙"[policy]}\n  地区 示\n  施行日期 "
                    + $"{2021 - policy}-01-01\n  级次 区级\n  使用 s.policy\n");
                // One names the other, which does not name it.
                text.Append(policy == 0 ? "  竞合 本区其他政策 从高不重复\n" : "")
                    .Append(_within[policy] ? "  竞合 本政策内 从高不重复\n" : "").Append('\n');
                foreach (var clause in Clauses.Where(clause => clause.Policy == policy))
                    text.Append(CultureInfo.InvariantCulture, $"条款 {clause.Number} 项\n  频次 {(clause.IsOnce ? "一次性" : "每年")}\n"
                        + $"{(clause.HasRows ? "  每个 项目\n" : "")}  事项 平台\n  条件 {(clause.HasRows ? "费" : "额")}{clause.Number} "
                        + $"超过 0元\n  奖补 = {(clause.HasRows ? "费" : "额")}{clause.Number}\n"
                        + $"{(clause.Cap is { } cap ? $"  单位上限 {cap}元\n" : "")}\n");
                yield return ($"{policy}.policy", text.ToString());
            }
        }

        public override string ToString() => $"{string.Join(' ', Clauses)}，政策内竞合：甲 {_within[0]} 乙 {_within[1]}";
    }

    /// <summary>What a subject states, and what it received.</summary>
    private sealed class State
    {
        private readonly Group _group;
        private readonly Dictionary<(Clause Clause, int Row), int> _amounts = [];
        private readonly Dictionary<(Clause Clause, int Row), int> _records = [];

        private State(State other) =>
            (_group, _amounts, _records) = (other._group, new(other._amounts), new(other._records));

        public State(Group group, Random random, bool hasRecords = true)
        {
            _group = group;
            var rows = random.Next(1, 4);
            foreach (var clause in group.Clauses)
            {
                for (var row = clause.HasRows ? 1 : 0; row <= (clause.HasRows ? rows : 0); row++)
                {
                    _amounts[(clause, row)] = random.Next(100) < 25 ? 0 : random.Next(1, 30);
                    if (hasRecords && random.Next(100) < 15)
                        _records[(clause, row)] = random.Next(1, 30);
                }
            }
        }

        public bool HasRecords => _records.Count > 0;

        public string Json()
        {
            string Members(int row) =>
                string.Concat(_group.Clauses.Where(clause => clause.HasRows == row > 0)
                    .Select(clause => $", \"{(row > 0 ? "费" : "额")}{clause.Number}\": {_amounts[(clause, row)]}"));
            var rows = _amounts.Keys.Select(static place => place.Row).Where(static row => row > 0).Distinct().Order();
            var records =
                _records.Select(static record => $"{{\"文号\": \"{"甲乙"[record.Key.Clause.Policy]}\", \"条款\": "
                    + $"\"{record.Key.Clause.Number}\"{(record.Key.Row > 0 ? $", \"事项行\": \"P{record.Key.Row}\"" : "")}, \"年度\": "
                    + $"2022, \"金额\": {record.Value}}}");
            return $"{{\"企业\": {{\"代码\": \"A\"{Members(0)}}}, \"项目\": "
                + $"[{string.Join(", ", rows.Select(row => $"{{\"编号\": \"P{row}\"{Members(row)}}}"))}], \"其他政策支持\": [], "
                + $"\"兑现记录\": [{string.Join(", ", records)}]}}";
        }

        /// <summary>One figure raised at a time; what was received more.</summary>
        public IEnumerable<(string What, State Higher, int Received)> Raised(Random random)
        {
            foreach (var place in _amounts.Keys)
            {
                var higher = new State(this);
                higher._amounts[place] += random.Next(1, 12);
                yield return ($"{place} 提高到 {higher._amounts[place]}", higher, 0);
            }
            foreach (var place in _records.Keys)
            {
                var (higher, more) = (new State(this), random.Next(1, 12));
                higher._records[place] += more;
                yield return ($"{place} 的记录加 {more}", higher, more);
            }
        }

        /// <summary>
        /// Of everything that can be paid together, the most that is left once what was received is taken off, each figure once.
        /// </summary>
        public int Best()
        {
            var open = _amounts.Where(item => item.Value > 0 && !(item.Key.Clause.IsOnce && _records.ContainsKey(item.Key)))
                .Select(static item => item.Key).ToList();
            return Best(open, 0, []);
        }

        private int Best(List<(Clause Clause, int Row)> open, int next, List<(Clause Clause, int Row)> chosen)
        {
            if (next == open.Count)
                return chosen.GroupBy(static item => item.Clause)
                    .Sum(group => Math.Min(group.Key.Cap ?? int.MaxValue, group.Sum(item => _amounts[item])))
                    - TakenOff(chosen);
            var without = Best(open, next + 1, chosen);
            if (chosen.Exists(other => Excludes(open[next], other)))
                return without;
            return Math.Max(without, Best(open, next + 1, [.. chosen, open[next]]));
        }

        // Rows of one 明细 meet row by row; everything else meets as a whole.
        private bool Excludes((Clause Clause, int Row) one, (Clause Clause, int Row) other) =>
            one.Clause != other.Clause && _group.AreRivals(one.Clause, other.Clause)
            && (one.Row == 0 || other.Row == 0 || one.Row == other.Row);

        /// <summary>The most that can be taken off (the least cut between records and awards).</summary>
        private int TakenOff(List<(Clause Clause, int Row)> chosen)
        {
            var records = _records.Where(static record => record.Key.Clause.IsOnce).ToList();
            var least = int.MaxValue;
            for (var mask = 0; mask < 1 << records.Count; mask++)
            {
                var sum = 0;
                for (var i = 0; i < records.Count; i++)
                    sum += (mask >> i & 1) == 0 ? records[i].Value : 0;
                sum += chosen
                    .Where(item => Enumerable.Range(0, records.Count).Any(i => (mask >> i & 1) == 1 && ComesOff(records[i].Key, item)))
                    .Sum(item => _amounts[item]);
                least = Math.Min(least, sum);
            }
            return least;
        }

        private bool ComesOff((Clause Clause, int Row) record, (Clause Clause, int Row) item) =>
            item.Clause.IsOnce
            && (record.Clause == item.Clause
                ? record.Row == item.Row
                : _group.AreRivals(record.Clause, item.Clause) && (record.Row == 0 || item.Row == 0 || record.Row == item.Row));

        public override string ToString()
        {
            static string Name((Clause Clause, int Row) key) => $"{key.Clause.Number}{(key.Row > 0 ? $"P{key.Row}" : "")}";
            return $"{string.Join(' ', _amounts.Select(static item => $"{Name(item.Key)}={item.Value}"))}；"
                + $"已得 {string.Join(' ', _records.Select(static item => $"{Name(item.Key)}={item.Value}"))}";
        }
    }
}
