// What every engine computes alike, whatever figures stand in the formula; what is said of clauses and runs that the interpreter computes.
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Columns.Compiling;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class EngineNoteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("-2520元 + 费用 * 比例")]
    [InlineData("费用 * 比例 * 0%")]
    [InlineData("费用 * 零")]
    [InlineData("大额 * 10%")]
    [InlineData("更大额 * 10%")]
    [InlineData("max(费用, -四舍五入(-500元, 0))")]
    [InlineData("若 登记日期 满 99999999999999999999天 则 费用 否则 1元")]
    [InlineData("4611686018427387904元 + 费用 - 4611686018427387904元")]
    [InlineData("向下取整(费用, 99999999999999999999元) + 向上取整(费用, 9223372036854775807元)")]
    [InlineData("min(费用, 9223372036854775807元) * 100%")]
    [InlineData("费用 * 文本 + 缺费用 * 1%")]
    [InlineData("费用 / 人数 * 1人")]
    [InlineData("若 类别 = 文本 则 费用 否则 -费用 + 5元")]
    [InlineData("费用 * (比例 + 123.456789%) * (比例 + 1) * (比例 + 2) * (比例 + 3) * (比例 + 4) * (比例 + 5) * (比例 + 6) / 大额 * 1元")]
    public void 各引擎结果相同(string formula)
    {
        var findings = Run(formula, "结果.csv", out var same);
        Assert.True(same);
        Assert.DoesNotContain(findings, static finding => finding.Code is "DSL5906" or "DSL5908");
    }

    [Fact]
    public void 没有代码的条款说明由解释器计算()
    {
        Assert.Contains(Run("向下取整(费用 / 人数 * 1人, 100元)", "结果.csv", out _),
            static finding => finding.Code == "DSL5904"
                && $"{finding}"
                    .Contains("甲府〔2024〕1号 条款 1（「向下取整」的是相除的结果：「向下取整(费用 / 人数 * 1人, 100元)」（",
                        StringComparison.Ordinal));
        Assert.DoesNotContain(Run("费用 * 1%", "结果.csv", out _), static finding => finding.Code == "DSL5904");
    }

    [Fact]
    public void 要比较高低的条款没有代码_说明整类主体由解释器计算()
    {
        const string Rival = "\n  事项 平台\n\n条款 2 补助\n  频次 每年\n  事项 平台\n  奖补 = 费用 * 1%";
        Assert.Contains(Run("向下取整(费用 / 人数 * 1人, 100元)" + Rival, "结果.csv", out var same, list: "名录 事项 = [平台]\n\n"),
            static finding =>
                finding.Code == "DSL5909"
                && $"{finding}".Contains("「企业」的各项条款全部由解释器计算：甲府〔2024〕1号 条款 1 没有", StringComparison.Ordinal));
        Assert.True(same);
        Assert.DoesNotContain(Run("费用 * 2%" + Rival, "结果.csv", out _, list: "名录 事项 = [平台]\n\n"),
            static finding => finding.Code == "DSL5909");
    }

    [Theory]
    [InlineData("结果.csv", typeof(InvalidOperationException))]
    [InlineData("结果.csv", typeof(IndexOutOfRangeException))]
    [InlineData("结果.csv", typeof(NullReferenceException))]
    [InlineData("结果.csv", typeof(OverflowException))]
    public void 编译的代码出错_改由解释器计算_并且说明(string output, Type error)
    {
        IEvaluationEngine Broken(IrProgram program, EvaluationContext context)
        {
            var compiled = CompiledProgram.Create(program, null);
            return ColumnsEngine.Create(program, context,
                compiled with { Kernel = new BrokenKernel(compiled.Kernel.Clauses.Length, error) });
        }
        var findings = Run("费用 * 1%", output, out var same, substitute: Broken);
        Assert.True(same);
        Assert.Contains(error.Name, Assert.Single(findings, static finding => finding.Code == "DSL5906") is { } found ? $"{found}" : "",
            StringComparison.Ordinal);
    }

    [Fact]
    public void 代码太长的条款由解释器计算()
    {
        var findings = Run("费用 * 1%" + string.Concat(Enumerable.Repeat(" + 费用 * 比例", 20_000)), "结果.csv", out var same);
        Assert.True(same);
        Assert.Contains(findings, static finding => finding.Code == "DSL5904");
    }

    [Fact]
    public void 写成JSON的说明由解释器计算()
    {
        Assert.Contains(Run("费用 * 1%", "结果.json", out var same), static finding => finding.Code == "DSL5905");
        Assert.True(same);
    }

    [Fact]
    public void 超出限度的数说明原因_不会没完没了()
    {
        var factors = string.Join(" * ", Enumerable.Repeat("(比例 + 99999999%)", 60));
        var findings = Run($"费用 * {factors}", "结果.csv", out var same);
        Assert.True(same);
        Assert.Contains("数值超出限度", File.ReadAllText(_folder["结果.csv.interpreter"]), StringComparison.Ordinal);
        Assert.DoesNotContain(findings, static finding => finding.Code is "DSL5906" or "DSL5908");
    }

    [Fact]
    public void 许多不认识的列合起来说()
    {
        var extra = string.Concat(Enumerable.Range(1, 3000).Select(static i => $",列{i}"));
        var findings = Run("费用 * 1%", "结果.csv", out _, extra);
        Assert.Equal(20, findings.Count(static finding => finding.Code == "DSL5103"));
        Assert.Contains("2980", Assert.Single(findings, static finding => finding.Code == "DSL5907") is { } found ? $"{found}" : "",
            StringComparison.Ordinal);
    }

    private sealed class BrokenKernel(int clauses, Type error) : ProgramKernel
    {
        public override ClauseKernel[] Clauses { get; } = [.. Enumerable.Range(0, clauses).Select(_ => new BrokenClause(error))];
    }

    private sealed class BrokenClause(Type error) : ClauseKernel
    {
        public override void Conditions(in SubjectView subject, in RowView row, ref UnitConditions unit) =>
            throw (Exception?)Activator.CreateInstance(error) ?? new InvalidOperationException();
    }

    private List<DataFinding> Run(string formula, string output, out bool same, string extraColumns = "", string list = "",
        Func<IrProgram, EvaluationContext, IEvaluationEngine>? substitute = null)
    {
        _folder.Write("政策/数据.policy", list + """
            数据 企业
              主键 代码 : 文本
              费用 : 金额
              大额 : 金额 范围 0元..10000000000000000000000000000000元
              更大额 : 金额 范围 0元..100000000000000000000000000000000000000000元
              比例 : 比率
              人数 : 人
              登记日期 : 日期
              文本 : 比率
              缺费用 : 金额
              类别 : [文本, 缺费用, 甲2, 甲]
            """);
        _folder.Write("政策/办法.policy", $"政策 补贴\n  文号 甲府〔2024〕1号\n  施行日期 2024-01-01\n  竞合 本政策内 从高不重复\n\n"
            + $"参数 零 : 比率 = 0%\n\n条款 1 补贴\n  频次 每年\n  奖补 = {formula}\n");
        string[] rows =
        [
            "代码,费用,大额,更大额,比例,人数,登记日期,文本,缺费用,类别" + extraColumns, "A,10000,5,5,50%,3,2020-01-01,1%,7,文本",
            "B,0,0,0,0,0,,0,0,甲", "C,,,,,,,,,",
            "D,999999999999.99,9007199254740993,9007199254740993,100%,100000,9999-12-31,100%,1,甲2",
            "E,0.015,1,1,0.1234567,1,2000-02-29,3%,0.01,",
        ];
        _folder.Write("数据/企业.csv",
            string.Join('\n', rows.Select((row, i) => i == 0 ? row : row + new string(',', extraColumns.Count(static c => c == ','))))
                + "\n");
        var policies = PolicyLoader.Load([_folder["政策"]]);
        Assert.DoesNotContain(policies.Compilation.Diagnostics,
            static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
        var found = new List<DataFinding>();
        foreach (var engine in EvaluationEngines.Names)
        {
            var options =
                new BatchOptions(new RegistrySource(_folder["数据"]), _folder[output], new EvaluationContext(new(2024, 6, 30), 2024))
                    { Engine = engine, Substitute = engine == EvaluationEngines.Reference ? null : substitute };
            var outcome = BatchRunner.Run(policies, options, null, CancellationToken.None);
            Assert.True(outcome.Result is not null, string.Join('\n', outcome.Findings));
            File.Copy(_folder[output], _folder[$"{output}.{engine}"], overwrite: true);
            if (engine != EvaluationEngines.Reference)
                found.AddRange(outcome.Findings);
        }
        same = EvaluationEngines.Names.Select(name => File.ReadAllText(_folder[$"{output}.{name}"])).Distinct().Count() == 1;
        return found;
    }
}
