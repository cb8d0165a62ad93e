// The folder of a snapshot: named after its content, never changed, refused where it is not what was written.
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Batch.Snapshots;
using Xunit;

namespace Dsl.Batch.Tests.Snapshots;

public sealed class SnapshotFolderTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n";

    private readonly TemporaryFolder _folder = new();

    public SnapshotFolderTests()
    {
        var rows = new StringBuilder(Header);
        for (var i = 0; i < 40; i++)
            rows.Append($"A{i},甲,渝中区,2020-01-01,是,50,{(i == 7 ? "很多" : i)},35%\n");
        _folder.Write("in/企业.csv", rows.ToString());
        _folder.Write("in/科技项目.csv", "统一社会信用代码,项目编号,国拨经费\nA1,P1,1\nA2,P1,2\n");
        _folder.Write("in/参数.csv", "参数,值\n补助比例,10%\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 内容相同的是同一个_不改动它()
    {
        var first = Import();
        Assert.False(first.IsKnown);
        Assert.Equal(first.Snapshot?.Id, Path.GetFileName(first.Folder));
        Assert.Equal(first.Snapshot?.Sha256[..16], first.Snapshot?.Id);
        Assert.Equal(40, first.Snapshot?.Partitions.Sum(static part => part.Subjects));
        Assert.Equal(1, first.RejectedRows);
        Assert.Contains("DSL5301", File.ReadAllText(Path.Combine(first.Folder, "rejected.csv")), StringComparison.Ordinal);
        var files = Content(first.Folder);
        var second = Import();
        Assert.True(second.IsKnown);
        Assert.Equal((first.Folder, 1), (second.Folder, second.RejectedRows));
        Assert.Equal(files, Content(second.Folder));
        _folder.Write("in/科技项目.csv", "统一社会信用代码,项目编号,国拨经费\nA1,P1,1\nA2,P1,3\n");
        Assert.NotEqual(first.Folder, Import().Folder);
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(_folder["快照"]).Count());
    }

    [Fact]
    public void 不用的列也保存_以后的政策可以用()
    {
        var made = Import();
        Assert.Equal(3, made.Snapshot?.Partitions.Length);
        Assert.Contains(Names(made.Folder), static name => name == "0001/企业.parquet");
        Assert.Contains(Names(made.Folder), static name => name == "shared/参数.parquet");
    }

    [Theory]
    [InlineData("0001/企业.parquet")]
    [InlineData("shared/参数.parquet")]
    public void 文件变了或缺了_读的时候停下_再导入换上完好的(string name)
    {
        var made = Import();
        var path = Path.Combine(made.Folder, Path.Combine(name.Split('/')));
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, [.. whole[..^1], (byte)(whole[^1] ^ 1)]);
        Assert.Equal("DSL5601", Read(made.Folder));
        File.Delete(path);
        Assert.Equal("DSL5601", Read(made.Folder));
        var again = Import();
        Assert.False(again.IsKnown);
        Assert.Equal(made.Folder, again.Folder);
        Assert.Equal(whole, File.ReadAllBytes(path));
        Assert.Equal("", Read(made.Folder));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder["快照"]));
    }

    [Theory]
    [InlineData("\"subjects\": 1", "\"subjects\": 9", "DSL5601")]
    [InlineData("\"format\": 1", "\"format\": 2", "DSL5602")]
    [InlineData("{", "[", "DSL5601")]
    [InlineData("{", "", "DSL5601")]
    [InlineData("\"format\"", "\"formats\"", "DSL5601")]
    [InlineData("\"dataFolder\"", "\"more\": 1, \"dataFolder\"", "DSL5601")]
    public void 说明变了_打不开(string old, string text, string code)
    {
        var made = Import();
        var path = Path.Combine(made.Folder, "snapshot.json");
        var whole = File.ReadAllText(path);
        Assert.Contains(old, whole, StringComparison.Ordinal);
        File.WriteAllText(path, old == "{" ? text + whole[1..] : whole.Replace(old, text, StringComparison.Ordinal));
        Assert.Equal(code, Assert.Single(RegistrySnapshot.Open(made.Folder).Findings).Code);
    }

    [Fact]
    public void 不是快照的文件夹() =>
        Assert.Equal("DSL5601", Assert.Single(RegistrySnapshot.Open(_folder["in"]).Findings).Code);

    [Fact]
    public void 主键换了一列_要重新导入()
    {
        var made = Import();
        if (made.Snapshot is not { } snapshot)
            throw new InvalidOperationException();
        var source = snapshot.Source(1);
        Assert.Null(source.Stored?.KeyProblem("企业", 0));
        Assert.Null(source.Stored?.KeyProblem("参数", 0));
        Assert.Equal("DSL5603", source.Stored?.KeyProblem("企业", 1)?.Code);
    }

    [Fact]
    public void 先前被强行结束的导入留下的_清理掉()
    {
        // No process has this number.
        _folder.Write("快照/snapshot.7fffffff-0.policy.tmp/snapshot.json", "{}");
        Import();
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder["快照"]));
    }

    [Fact]
    public void 中断不留下任何文件()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SnapshotImport.Run(TestProgram.Program, [], Options(), stop.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["快照"]));
    }

    [Fact]
    public void 写不进去要说明()
    {
        _folder.Write("快照", "是文件");
        var outcome = Import();
        Assert.Null(outcome.Snapshot);
        Assert.Contains(outcome.Findings, static finding => finding.Code == "DSL5006");
    }

    private SnapshotOutcome Import() => SnapshotImport.Run(TestProgram.Program, [], Options(), CancellationToken.None);

    private SnapshotOptions Options() =>
        new(new RegistrySource(_folder["in"]), _folder["快照"], TestProgram.Context) { SubjectsPerPart = 15 };

    /// <summary>The code of the finding that stops the reading of some part; empty where all can be read.</summary>
    private static string Read(string folder) => RegistrySnapshot.Open(folder) is ({ } snapshot, _)
        ? snapshot.Partitions.SelectMany(part => Registry.Open(TestProgram.Program, snapshot.Source(part.Number)).Findings)
            .FirstOrDefault(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error)?.Code ?? ""
        : "?";

    private static List<string> Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static List<string> Content(string folder) =>
        [.. Names(folder).Select(name => name + " " + Convert.ToHexString(File.ReadAllBytes(Path.Combine(folder, name)))
            + File.GetLastWriteTimeUtc(Path.Combine(folder, name)).Ticks)];
}
