// Columns of unexpected types: every row is read or rejected with its reason, and every engine says the same.
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Xunit;

namespace Dsl.Batch.Tests.DuckDb;

public sealed class DuckDbWrongTypeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("研发投入", "DATE '2021-01-01'", "DSL5301")]
    [InlineData("研发投入", "TIME '08:00'", "DSL5136")]
    [InlineData("研发投入", "true", "DSL5301")]
    [InlineData("研发投入", "1e30::DOUBLE", "DSL5137")]
    [InlineData("登记日期", "20210101", "")]
    [InlineData("登记日期", "true", "DSL5305")]
    [InlineData("依法纳税", "2", "DSL5307")]
    [InlineData("依法纳税", "DATE '2021-01-01'", "DSL5307")]
    [InlineData("职工总数", "0.5", "DSL5315")]
    [InlineData("注册区县", "500103", "DSL5304")]
    [InlineData("统一社会信用代码", "12345678901234567890::HUGEINT", "DSL5137")]
    [InlineData("研发投入", "UUID '00000000-0000-0000-0000-000000000001'", "DSL5136")]
    public void 意外的类型(string column, string value, string code)
    {
        (string Name, string Value)[] usual =
        [
            ("统一社会信用代码", "'A1'"), ("名称", "'甲'"), ("注册区县", "'渝中区'"), ("登记日期", "DATE '2020-01-01'"),
            ("依法纳税", "true"), ("职工总数", "50"), ("研发投入", "1000::DECIMAL(18,2)"), ("研发占比", "0.35"),
        ];
        var cells = usual.Select(cell => $"{(cell.Name == column ? value : cell.Value)} AS {cell.Name}");
        DuckDbFiles.Make($"COPY (SELECT {string.Join(", ", cells)}) TO '{_folder["企业.parquet"]}' (FORMAT parquet)");
        var written = EvaluationEngines.Names.Select(Run).Distinct().ToList();
        Assert.True(written.Count == 1, string.Join("\n=====\n", written));
        Assert.Equal(code, Code(written[0]));
    }

    private static string Code(string written) => System.Text.RegularExpressions.Regex.Match(written, "DSL\\d+").Value;

    private string Run(string engine)
    {
        var options =
            new BatchOptions(new RegistrySource(_folder["企业.parquet"]), _folder["out.csv"], TestProgram.Context) { Engine = engine };
        var outcome = BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None);
        return outcome.Result is null
            ? string.Join(' ',
                outcome.Findings.Where(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error)
                    .Select(static finding => finding.Code))
            : _folder.Read("out.csv") + (outcome.Result.RejectedRows > 0 ? _folder.Read("out.csv.rejected.csv") : "");
    }
}
