// The official texts under policies/sources: cleaned text = raw text minus white space minus what the record names.
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
    public void 清理后的原文等于原始文本减去空白和所记删除(string record)
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
        var record = CleaningRecord.Read(Path.Combine(Folder, Directory.EnumerateFiles(Folder, "*.cleaning.json").First()));
        var wrong = record with { Removals = [new Removal(0, "不在此处的文字", "页码")] };
        var error = Assert.Throws<InvalidDataException>(() => wrong.Replay("别的文字别的文字"));
        Assert.Contains("不在此处的文字", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void 删去的页码不进入清理后的文本()
    {
        var record = CleaningRecord.Read(Path.Combine(Folder, Directory.EnumerateFiles(Folder, "*.cleaning.json").First()));
        var paged = record with { Removals = [new Removal(2, "-3-", "页码"), new Removal(7, "-4-", "页码")] };
        Assert.Equal("甲乙丙丁戊", paged.Replay("甲乙\n- 3 -\n丙丁\n- 4 -\n戊"));
    }

    private static IEnumerable<string> RecordFiles() =>
        Directory.EnumerateFiles(Folder, "*.cleaning.json").Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal);

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, file))));
}
