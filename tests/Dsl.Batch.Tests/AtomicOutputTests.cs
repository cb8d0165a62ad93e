// Files that appear together: one that cannot appear keeps the others back, and what runs left that were killed goes away.
using Dsl.Data.Outputs;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class AtomicOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 一个改不了名_其余都恢复原样()
    {
        _folder.Write("a.csv", "旧甲");
        _folder.Write("stale.csv", "旧的");
        var output = new AtomicOutput();
        Exception? error;
        using (output)
        {
            output.Create(_folder["a.csv"]).Write("新甲"u8);
            output.Create(_folder["new.csv"]).Write("新的"u8);
            output.Create(_folder["b.csv"]).Write("新乙"u8);
            output.Replace(_folder["stale.csv"]);
            // Meanwhile somebody makes a folder of that name.
            _folder.Write("b.csv/x", "");
            error = Record.Exception(output.Commit);
        }
        var failure = Assert.IsAssignableFrom<IOException>(error);
        Assert.Equal(["a.csv", "b.csv/x", "stale.csv"], _folder.Names);
        Assert.Equal("旧甲", _folder.Read("a.csv"));
        Assert.Equal("旧的", _folder.Read("stale.csv"));
        var finding = output.Failure(failure, _folder["a.csv"]);
        Assert.Equal("DSL5006", finding.Code);
        Assert.EndsWith("b.csv", finding.Place.File, StringComparison.Ordinal);
    }

    [Fact]
    public void 几个文件一起换_不留旧名()
    {
        _folder.Write("a.csv", "旧甲");
        _folder.Write("b.csv", "旧乙");
        using (var output = new AtomicOutput())
        {
            output.Create(_folder["a.csv"]).Write("新甲"u8);
            output.Create(_folder["b.csv"]).Write("新乙"u8);
            output.Commit();
        }
        Assert.Equal(["a.csv", "b.csv"], _folder.Names);
        Assert.Equal(("新甲", "新乙"), (_folder.Read("a.csv"), _folder.Read("b.csv")));
    }

    [Fact]
    public void 被强行结束的运行留下的文件_下次清理_别人的不动()
    {
        // No process has such a number: Linux counts to four million.
        string[] left =
        [
            "a.csv.7ffffffe-0.tmp", "a.csv.7ffffffe-0.tmp.old.tmp", "a.csv.7ffffffe-1.tmp.spill/x", "a.csv.7ffffffe-2.tmp.rows",
            "a.csv.7ffffffe-2.tmp.part1", "a.csv.7ffffffe-2.tmp.wal", "a.csv.bak.tmp",
            "b.csv.7ffffffe-0.tmp", "c.csv.7ffffffe-0.policy.tmp", "a.csv.note.txt",
        ];
        foreach (var name in left)
            _folder.Write(name, "x");
        using (var output = new AtomicOutput())
        {
            output.Create(_folder["a.csv"]).Write("新"u8);
            output.Commit();
        }
        Assert.Equal(["a.csv", "a.csv.bak.tmp", "a.csv.note.txt", "b.csv.7ffffffe-0.tmp"], _folder.Names);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void 换名途中被强行结束的_下一次接着换完(int done)
    {
        string[] names = ["r.csv", "r.csv.manifest.json", "汇总.txt"];
        foreach (var name in names)
            _folder.Write(name, "旧");
        _folder.Write("r.csv.rejected.csv", "旧");
        var temporaries = names.Select((name, i) => $"{name}.7ffffffe-{i}.policy.tmp").ToArray();
        foreach (var (name, temporary) in names.Zip(temporaries))
            _folder.Write(temporary, "新" + name);
        CommitJournal.Write([.. temporaries.Select(name => _folder[name])], [_folder["r.csv.rejected.csv"]]);
        for (var i = 0; i < done; i++)
            File.Move(_folder[temporaries[i]], _folder[names[i]], overwrite: true);
        Remainders.Clean(_folder["r.csv"]);
        Assert.Equal(names.Order(StringComparer.Ordinal), _folder.Names.Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.Equal("新" + name, _folder.Read(name)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"改名\": [")]
    public void 还没有开始换名的_旧的都在(string journal)
    {
        _folder.Write("r.csv", "旧");
        _folder.Write("r.csv.7ffffffe-0.policy.tmp", "新");
        _folder.Write("r.csv.7ffffffe-0.policy.tmp.set.tmp", journal);
        Remainders.Clean(_folder["另一个.csv"]);
        Assert.Equal(["r.csv"], _folder.Names);
        Assert.Equal("旧", _folder.Read("r.csv"));
    }

    [Fact]
    public void 两次运行写同一个数据库_后写的拒绝()
    {
        _folder.Write("x.duckdb", "旧");
        using var first = new AtomicOutput();
        using var second = new AtomicOutput();
        File.WriteAllText(first.Reserve(_folder["x.duckdb"], keepsContent: true), "旧+甲");
        File.WriteAllText(second.Reserve(_folder["x.duckdb"], keepsContent: true), "旧+乙");
        first.Commit();
        Assert.IsAssignableFrom<IOException>(Record.Exception(second.Commit));
        second.Dispose();
        Assert.Equal("旧+甲", _folder.Read("x.duckdb"));
        Assert.Equal(["x.duckdb"], _folder.Names);
    }

    [Fact]
    public void 新建的文件_中途出现了同名的_不覆盖()
    {
        using var output = new AtomicOutput();
        output.CreateNew(_folder["a.policy"]).Write("新"u8);
        _folder.Write("a.policy", "别人的");
        Assert.IsAssignableFrom<IOException>(Record.Exception(output.Commit));
        Assert.Equal("别人的", _folder.Read("a.policy"));
    }

    [Fact]
    public void 链接写到它指向的文件_权限不变()
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.Write("real/a.csv", "旧");
        File.SetUnixFileMode(_folder["real/a.csv"], UnixFileMode.UserRead);
        File.CreateSymbolicLink(_folder["l.csv"], "real/a.csv");
        File.CreateSymbolicLink(_folder["new.csv"], "real/还没有.csv");
        using (var output = new AtomicOutput())
        {
            output.Create(_folder["l.csv"]).Write("新"u8);
            output.Create(_folder["new.csv"]).Write("新"u8);
            output.Commit();
        }
        Assert.Equal("real/a.csv", new FileInfo(_folder["l.csv"]).LinkTarget);
        Assert.Equal("新", _folder.Read("real/a.csv"));
        Assert.Equal("新", _folder.Read("real/还没有.csv"));
        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(_folder["real/a.csv"]));
    }
}
