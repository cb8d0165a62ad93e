// CSV files that end early, wherever that is: what is there is read, what is broken is told, and every engine says the same.
using System.Text;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class CutFileTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n";
    private const string Whole = "A1,甲,渝中区,2020-01-01,是,50,200万元,35%\n";
    private const string Last = "A2,\"乙\n\"\"乙\"\"公司\",渝中区,2020-01-01,是,50,\"1,000\",35%\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 在任何一个字节处截断_各引擎相同_不缺少说明()
    {
        _folder.Write("in/科技项目.csv", "统一社会信用代码,项目编号,国拨经费\nA1,P1,100\n");
        var start = Encoding.UTF8.GetByteCount(Header + Whole);
        var bytes = Encoding.UTF8.GetBytes(Header + Whole + Last);
        for (var length = start; length <= bytes.Length; length++)
        {
            _folder.WriteBytes("in/企业.csv", bytes[..length]);
            var texts = EvaluationEngines.Names.Select(Run).Distinct().ToList();
            Assert.True(texts.Count == 1, $"{length} bytes: {string.Join("\n=====\n", texts)}");
            if (texts[0].StartsWith("DSL", StringComparison.Ordinal))
            {
                // The cut went through a character: then it is no text at all, and nothing is guessed.
                Assert.Equal("DSL5106", texts[0]);
                Assert.NotEqual(0, bytes[length] & 0x80);
                continue;
            }
            Assert.Contains("A1,测府〔2021〕1号,1,,符合,200000.00,", texts[0], StringComparison.Ordinal);
            // A row whose cells are not all there is never taken for a whole one.
            var isWhole = length >= bytes.Length - "35%\n".Length;
            Assert.Equal(length == start || isWhole, !texts[0].Contains("DSL52", StringComparison.Ordinal));
        }
    }

    private string Run(string engine)
    {
        var options =
            new BatchOptions(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context) { Engine = engine, Threads = 1 };
        var outcome = BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None);
        if (outcome.Result is null)
            return outcome.Findings.Single(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error).Code;
        return _folder.Read("out.csv") + (outcome.Result.RejectedRows > 0 ? _folder.Read("out.csv.rejected.csv") : "");
    }
}
