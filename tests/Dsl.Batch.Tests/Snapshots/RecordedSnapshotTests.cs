// Snapshots with other records: the same as if the registry had brought these, mark for mark, whatever keys they have.
using System.Collections.Immutable;
using Dsl.Batch.Registries;
using Dsl.Batch.Snapshots;
using Dsl.Loading.Policies;
using Dsl.Testing;
using Xunit;

namespace Dsl.Batch.Tests.Snapshots;

public sealed class RecordedSnapshotTests : IDisposable
{
    private const string Header = "主键,文号,条款,事项行,年度,金额\n";

    private const string Policy = """
        数据 企业
          主键 代码 : 文本
          额 : 金额
        明细 项目 属于 企业
          主键 编号 : 文本
          费 : 金额

        政策 甲办法
          文号 渝中府〔2021〕19号
          施行日期 2021-01-01
          级次 区级
        条款 1 一次性
          频次 一次性
          奖补 = 5万元
        条款 2 核定的
          频次 每年
          奖补 = 核定 最高 额
        条款 3 每个项目
          频次 一次性
          每个 项目
          奖补 = 费
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "")]
    [InlineData("A,,2,,2024,7\nB,,2,,2024,8\n", "A,,1,,2023,5\n")]
    // Orphans, another writing, keys that look like those of subjects, keys of which a part is lost.
    [InlineData("Z9,,2,,2024,7\nａ,,2,,2024,7\nА,,2,,2024,8\n",
        "Б,,1,,2023,5\nВ,,1,,2022,1\nBB,,1,,2023,2\nC\uFFFD,,1,,2023,1\n9.15E+17,,1,,2023,1\n")]
    [InlineData("A,,2,,2024,7\nA,,2,,2024,9\nB,,2,,2024,很多\n", "A,,3,P1,2023,5\nB,,3,p1,2023,5\nO0,,1,,2023,1\nOO,,1,,2023,1\n")]
    public void 与登记数据自带这些记录的快照相同(string approvals, string payments)
    {
        _folder.Write("in/企业.csv", "代码,额\n" + string.Join('\n', ((string[])["A", "B", "C", "00", "915000000000000001", "B8", "BВ"])
            .Select((key, index) => $"{key},{index}00")) + "\n");
        _folder.Write("in/项目.csv", "代码,编号,费\nA,P1,10\nB,P1,20\nЅ,P1,1\nАA,P2,5\n");
        _folder.Write("in/核定.csv", Header + "A,,2,,2024,1\nC,,2,,2024,1\n");
        _folder.Write("policy/办法.policy", Policy);
        _folder.Write("records/核定.csv", Header + approvals);
        _folder.Write("records/兑现记录.csv", Header + payments);
        Check(PolicyLoader.Load([_folder["policy"]]), _folder["in"]);
    }

    [Fact]
    public void 自带的样例()
    {
        var policies = PolicyLoader.Load([RepositoryRoot.Combine("policies")]);
        foreach (var name in (string[])["核定.csv", "兑现记录.csv"])
            _folder.Write("records/" + name, File.ReadAllText(Path.Combine(SampleRegistry.Folder, name)));
        Check(policies, SampleRegistry.Folder);
        // What the snapshot brings, kept and handed back, is what it brought.
        var (records, finding) = SourceRecords.Read(policies, Directory.GetDirectories(_folder["base-3"]).Single(), 2023, default);
        Assert.Null(finding);
        Assert.Equal((720, 107, 0L), (records?.Approvals.Length, records?.Payments.Length, records?.Skipped));
        _folder.Write("kept/核定.csv", Table(records?.Approvals ?? []));
        _folder.Write("kept/兑现记录.csv", Table(records?.Payments ?? []));
        var derived = RecordedSnapshot.Derive(policies, Directory.GetDirectories(_folder["base-3"]).Single(), _folder["kept"],
            _folder["again"], default);
        Assert.Equal(records?.Print, SourceRecords.Read(policies, derived.Folder, 2023, default).Records?.Print);
    }

    private static string Table(ImmutableArray<KeptRecord> records) =>
        KeptRecords.Line(KeptRecords.Columns) + string.Concat(records.Select(static record => KeptRecords.Line(record.Cells)));

    private void Check(LoadedPolicies policies, string source)
    {
        var context = policies.Context(new DateOnly(2024, 6, 30), null, default);
        foreach (var parts in (int[])[1, 3, 7])
        {
            var made = SnapshotImport.Run(policies.Compilation.Program, policies.Documents([]),
                new(new RegistrySource(source), _folder[$"base-{parts}"], context) { Parts = parts }, default);
            Assert.NotNull(made.Snapshot);
            var derived = RecordedSnapshot.Derive(policies, made.Folder, _folder["records"], _folder[$"derived-{parts}"], default);
            var expected = SnapshotImport.Run(policies.Compilation.Program, policies.Documents([]),
                new(new RegistrySource(source)
                {
                    Tables = ImmutableDictionary<string, string>.Empty.Add("核定", _folder["records/核定.csv"])
                        .Add("兑现记录", _folder["records/兑现记录.csv"]),
                }, _folder[$"expected-{parts}"], context) { Parts = parts }, default);
            Assert.Equal(File.ReadAllText(Path.Combine(expected.Folder, "snapshot.json")),
                File.ReadAllText(Path.Combine(derived.Folder, "snapshot.json")));
            Assert.Null(derived.Snapshot?.Problem());
            Assert.True(RecordedSnapshot.Derive(policies, made.Folder, _folder["records"], _folder[$"derived-{parts}"], default).IsKnown);
            Assert.Null(RegistrySnapshot.Open(made.Folder).Snapshot?.Problem());
        }
    }
}
