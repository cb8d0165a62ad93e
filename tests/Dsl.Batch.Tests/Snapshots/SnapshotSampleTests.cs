// Snapshots of the checked-in registry and of made-up ones, under the checked-in policies, in several formats.
using Dsl.Batch.Registries;
using Dsl.Batch.Sampling;
using Dsl.Data.DuckDb;
using Dsl.Loading.Policies;
using Dsl.Testing;
using Xunit;

namespace Dsl.Batch.Tests.Snapshots;

public sealed class SnapshotSampleTests : IDisposable
{
    private static readonly Lazy<LoadedPolicies> Policies = new(static () => PolicyLoader.Load([RepositoryRoot.Combine("policies")]));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 自带的样例() => Check(SampleRegistry.Folder);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 100_000)]
    public void 虚构的数据(long seed, long unknowns)
    {
        SampleWriter.Write(Policies.Value.Compilation.Program, new(60, seed) { UnknownPartsPerMillion = unknowns }, _folder["in"],
            progress: null, CancellationToken.None);
        Check(_folder["in"]);
    }

    /// <summary>Typed columns of Parquet, decimals, dates, truths and doubles among them.</summary>
    [Fact]
    public void 有类型的列()
    {
        Directory.CreateDirectory(_folder["in"]);
        using (var connection = DuckDbConnection.Open(new()))
        {
            foreach (var path in Directory.EnumerateFiles(SampleRegistry.Folder, "*.csv"))
                connection.Execute($"COPY (FROM read_csv({DuckDbSql.File(path)}, sample_size = -1)) TO "
                    + $"{DuckDbSql.Text(_folder[$"in/{Path.GetFileNameWithoutExtension(path)}.parquet"])} (FORMAT parquet)");
        }
        Check(_folder["in"]);
    }

    [Theory]
    [InlineData("研发投入 FLOAT", true)]
    [InlineData("多余 FLOAT", false)]
    [InlineData("多余 INTEGER[]", false)]
    public void 读不了的列_用到的不能导入_用不到的不保存(string column, bool isRefused)
    {
        Directory.CreateDirectory(_folder["in"]);
        using (var connection = DuckDbConnection.Open(new()))
        {
            var wanted = isRefused ? "" : ", 5 AS 研发投入";
            connection.Execute("COPY (SELECT 'A' || i AS 统一社会信用代码, '甲' AS 名称, '渝中区' AS 注册区县, DATE '2020-01-01' AS 登记日期, "
                + $"true AS 依法纳税, 50 AS 职工总数, 0.35 AS 研发占比{wanted}, NULL::{column.Split(' ')[1]} AS {column.Split(' ')[0]} "
                + $"FROM range(20) AS rows(i)) TO {DuckDbSql.Text(_folder["in/企业.parquet"])} (FORMAT parquet)");
        }
        var outcome = Cut.Check(TestProgram.Program, new(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context),
            _folder.Path, 1, 3);
        Assert.Equal(isRefused, outcome.Result is null);
    }

    private void Check(string registry) => Cut.Check(Policies.Value.Compilation.Program,
        new(new RegistrySource(registry).For(Policies.Value), _folder["out.csv"],
            Policies.Value.Context(new DateOnly(2023, 12, 31), 2023, new DateOnly(2023, 12, 31))) { Engine = "columns" }, _folder.Path, 1, 2, 7);
}
