// What every source file keeps to: a purpose line, a size that fits the head, no ways around the compiler.
using System.Text.RegularExpressions;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public partial class SourceStyleTests
{
    private const int MostLines = 400;
    private const int MostLinesOfMethod = 60;

    // Files that may be longer, each with its reason.
    private static readonly Dictionary<string, string> LongFiles = [];

    [Fact]
    public void 每个源文件第一行说明用途()
    {
        var without = RepositoryFiles.Sources.Where(static file => !PurposeLine().IsMatch(file.Lines[0])).Select(static file => file.Path);
        Assert.Empty(without);
    }

    [Fact]
    public void 源文件不超过四百行()
    {
        var tooLong = RepositoryFiles.Sources
            .Where(static file => file.Lines.Length - 1 > MostLines && !LongFiles.ContainsKey(file.Path))
            .Select(static file => $"{file.Path}: {file.Lines.Length - 1}");
        Assert.Empty(tooLong);
    }

    [Fact]
    public void 例外名单没有多余的文件() =>
        Assert.All(LongFiles.Keys, static path => Assert.Contains(RepositoryFiles.Sources, file => file.Path == path && file.Lines.Length > MostLines));

    [Fact]
    public void 方法不超过六十行()
    {
        var tooLong = RepositoryFiles.Sources.SelectMany(static file => MethodLengths.Of(file.Text)
            .Where(static method => method.Lines > MostLinesOfMethod)
            .Select(method => $"{file.Path}:{method.Line} has {method.Lines} lines"));
        Assert.Empty(tooLong);
    }

    [Fact]
    public void 产品代码不用感叹号压制空值检查()
    {
        var suppressed = Find(RepositoryFiles.Sources.Where(static file => file.IsProduct), NullForgiving());
        Assert.Empty(suppressed);
    }

    [Fact]
    public void 没有未完成的代码() =>
        Assert.Empty(Find(RepositoryFiles.Sources.Where(static file => !file.Path.EndsWith("SourceStyleTests.cs", StringComparison.Ordinal)), Unfinished()));

    [Fact]
    public void 没有跳过的测试() =>
        Assert.Empty(Find(RepositoryFiles.Sources.Where(static file => !file.Path.EndsWith("SourceStyleTests.cs", StringComparison.Ordinal)), SkippedTest()));

    private static IEnumerable<string> Find(IEnumerable<RepositoryFile> files, Regex pattern) =>
        from file in files
        let code = CodeText.WithoutStringsAndComments(file.Text)
        from Match match in pattern.Matches(code)
        select $"{file.Path}:{code.AsSpan(0, match.Index).Count('\n') + 1} {match.Value}";

    [GeneratedRegex(@"^\uFEFF?// \S.{10,}")]
    private static partial Regex PurposeLine();

    // x! . ; , ) ] and x![…]: a word or a closing bracket, then ! that is no != and no negation.
    [GeneratedRegex(@"(?<=[\p{L}\p{Nd}_)\]>])!(?=[.;,)\]\[(}]|\s*$)", RegexOptions.Multiline)]
    private static partial Regex NullForgiving();

    [GeneratedRegex(@"\bNotImplementedException\b|\bNotSupportedException\s*\(\s*\)")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\bSkip\s*=|#if\s+false")]
    private static partial Regex SkippedTest();
}
