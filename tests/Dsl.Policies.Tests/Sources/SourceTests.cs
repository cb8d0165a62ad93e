// The official texts under policies/sources: cleaned text = raw text minus white space, with the removals, moves and remarks of the record.
using System.Security.Cryptography;
using Dsl.Testing;
using Xunit;

namespace Dsl.Policies.Tests.Sources;

public sealed class SourceTests
{
    private static readonly string Folder = RepositoryRoot.Combine("policies", "sources");

    public static TheoryData<string> Records() => new(RecordFiles());

    [Theory]
    [MemberData(nameof(Records))]
    public void 清理后的原文等于原始文本减去空白并照记录删去移动补注(string record)
    {
        var cleaning = CleaningRecord.Read(Path.Combine(Folder, record));
        var raw = File.ReadAllText(Path.Combine(Folder, cleaning.RawFile));
        var cleaned = File.ReadAllText(Path.Combine(Folder, cleaning.CleanedFile));
        Assert.Equal(CleaningRecord.WithoutWhiteSpace(cleaned), cleaning.Replay(raw));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void 两份文本的散列与记录一致(string record)
    {
        var cleaning = CleaningRecord.Read(Path.Combine(Folder, record));
        Assert.Equal(cleaning.RawHash, Hash(cleaning.RawFile));
        Assert.Equal(cleaning.CleanedHash, Hash(cleaning.CleanedFile));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void 清理后的原文每段一行没有空行和行首行尾空白(string record)
    {
        var cleaning = CleaningRecord.Read(Path.Combine(Folder, record));
        var cleaned = File.ReadAllText(Path.Combine(Folder, cleaning.CleanedFile));
        Assert.EndsWith("\n", cleaned, StringComparison.Ordinal);
        Assert.All(cleaned.TrimEnd('\n').Split('\n'), line => Assert.True(line.Length > 0 && line.Trim() == line, $"「{line}」"));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void 作为重复删去的文字仍在清理后的原文里(string record)
    {
        var cleaning = CleaningRecord.Read(Path.Combine(Folder, record));
        var cleaned = CleaningRecord.WithoutWhiteSpace(File.ReadAllText(Path.Combine(Folder, cleaning.CleanedFile)));
        foreach (var removal in cleaning.Removals.Where(removal => removal.Reason.StartsWith("重复", StringComparison.Ordinal)))
        {
            // The page repeats its own heading and date together with the text.
            var repeated = cleaning.Removals
                .Where(other => other.Offset < removal.Offset && !other.Reason.StartsWith("重复", StringComparison.Ordinal))
                .Aggregate(removal.Text, (text, furniture) => text.Replace(furniture.Text, "", StringComparison.Ordinal));
            Assert.Contains(repeated, cleaned, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void 补注自成一行且没有条款引用(string record)
    {
        const string Mark = "〔此处原文缺失：";
        var cleaning = CleaningRecord.Read(Path.Combine(Folder, record));
        var lines =
            File.ReadAllLines(Path.Combine(Folder, cleaning.CleanedFile)).Where(line => line.Contains(Mark, StringComparison.Ordinal));
        Assert.Equal(cleaning.Remarks.Select(remark => remark.Text), lines);
        Assert.All(cleaning.Remarks, remark => Assert.Matches($"^{Mark}[^〔〕]+〕$", remark.Text));
        Assert.DoesNotContain(PolicyFolder.Repository.Policies.Values, text => text.Contains(Mark, StringComparison.Ordinal));
    }

    [Fact]
    public void 每份清理后的原文都有记录()
    {
        var recorded = RecordFiles().Select(file => CleaningRecord.Read(Path.Combine(Folder, file)).CleanedFile);
        var texts = Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileName(path));
        Assert.Equal(texts.Order(StringComparer.Ordinal), recorded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void 记录与原始文本不符时报出位置()
    {
        var wrong = Any() with { Moves = [], Remarks = [], Removals = [new Removal(0, "不在此处的文字", "页码")] };
        var error = Assert.Throws<InvalidDataException>(() => wrong.Replay("别的文字别的文字"));
        Assert.Contains("不在此处的文字", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void 删去的页码不进入清理后的文本()
    {
        var paged = Any() with { Moves = [], Remarks = [], Removals = [new Removal(2, "-3-", "页码"), new Removal(7, "-4-", "页码")] };
        Assert.Equal("甲乙丙丁戊", paged.Replay("甲乙\n- 3 -\n丙丁\n- 4 -\n戊"));
    }

    [Fact]
    public void 移动的文字插在所记位置之前补注插在缺失之处()
    {
        var record = Any() with
        {
            Removals = [new Removal(0, "丁", "重复")], Moves = [new Move(1, "乙", 3, "错位")],
            Remarks = [new Remark(4, "〔缺〕", "缺一段")]
        };
        Assert.Equal("甲乙丙〔缺〕丁", record.Replay("丁 乙 甲\n丙 丁"));
    }

    [Fact]
    public void 一处文字只能删去或移动一次()
    {
        var record = Any() with { Removals = [new Removal(0, "甲乙", "重复")], Moves = [new Move(1, "乙", 0, "错位")], Remarks = [] };
        Assert.Throws<InvalidDataException>(() => record.Replay("甲乙丙"));
        Assert.Throws<InvalidDataException>(() => (record with { Removals = [], Moves = [new Move(1, "乙", 9, "错位")] }).Replay("甲乙丙"));
    }

    private static CleaningRecord Any() => CleaningRecord.Read(Path.Combine(Folder, RecordFiles().First()));

    private static IEnumerable<string> RecordFiles() =>
        Directory.EnumerateFiles(Folder, "*.cleaning.json").Select(path => Path.GetRelativePath(Folder, path))
            .Order(StringComparer.Ordinal);

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, file))));
}
