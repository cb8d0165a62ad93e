// What every source file keeps to: a purpose line, a size that fits the head, no ways around the compiler.
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public partial class SourceStyleTests
{
    private const int MostLines = 400;

    // Files that may be longer, each with its reason.
    private static readonly Dictionary<string, string> LongFiles = [];

    private static readonly Lazy<IReadOnlyList<(RepositoryFile File, SyntaxNode Root)>> Parsed =
        new(static () => [.. RepositoryFiles.Sources.AsParallel().AsOrdered().Select(static file => (file, CodeRules.Parse(file.Text)))]);

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
        Assert.All(LongFiles.Keys,
            static path => Assert.Contains(RepositoryFiles.Sources, file => file.Path == path && file.Lines.Length > MostLines));

    // One who looks for a name finds one place.
    [Fact]
    public void 产品代码的类型不同名() => Assert.Equal([], Parsed.Value.Where(static source => source.File.IsProduct)
        .SelectMany(static source => CodeRules.TypeNames(source.Root).Select(name => (Name: name, Folder: FolderOf(source.File))))
        .Distinct().GroupBy(static type => type.Name).Where(static places => places.Count() > 1)
        .Select(static places => $"{places.Key}: {string.Join(", ", places.Select(static place => place.Folder))}"));

    [Fact]
    public void 产品代码的文件不同名() => Assert.Equal([], RepositoryFiles.Sources.Where(static file => file.IsProduct)
        .GroupBy(static file => Path.GetFileName(file.Path)).Where(static files => files.Count() > 1)
        .Select(static files => string.Join(", ", files)));

    [Fact]
    public void 方法不超过六十行() => Keeps(CodeRules.LongMethods);

    [Fact]
    public void 参数不超过七个() => Keeps(CodeRules.LongParameterLists);

    [Fact]
    public void 产品代码不用感叹号压制空值检查() => Keeps(CodeRules.NullForgiving, static file => file.IsProduct);

    [Fact]
    public void 没有未完成的代码() => Keeps(CodeRules.Unfinished);

    [Fact]
    public void 没有跳过的测试() => Keeps(CodeRules.Skipped);

    [Fact]
    public void 诊断的参数是事实而不是句子()
    {
        var product = Parsed.Value.Where(static parsed => parsed.File.IsProduct)
            .ToDictionary(static parsed => parsed.Root.SyntaxTree, static parsed => parsed.File.Path);
        var found = new DiagnosticProse(DiagnosticProse.Compile(product.Keys))
            .Find(tree => WithDiagnostics().IsMatch(product[tree]), tree => OfData().IsMatch(product[tree]));
        Assert.Equal([], found.Select(found => $"{product[found.Tree]}:{found.Breach.Line} {found.Breach.What}"));
    }

    private static string FolderOf(RepositoryFile file) => file.Path[..file.Path.LastIndexOf('/')];

    private static void Keeps(Func<SyntaxNode, IEnumerable<Breach>> rule, Func<RepositoryFile, bool>? isMeant = null)
    {
        var breaches =
            from parsed in Parsed.Value
            where isMeant?.Invoke(parsed.File) != false
            from breach in rule(parsed.Root)
            select $"{parsed.File.Path}:{breach.Line} {breach.What}";
        if (string.Join('\n', breaches) is { Length: > 0 } found)
            Assert.Fail(found);
    }

    [GeneratedRegex("^compiler/Dsl[.](Syntax|Semantics|Compiler|Facts|Loading|Verification)/|^runtime/Dsl[.](Data|Batch|Cli)/")]
    private static partial Regex WithDiagnostics();

    [GeneratedRegex("^compiler/Dsl[.](Facts|Loading)/|^runtime/Dsl[.](Data|Batch)/")]
    private static partial Regex OfData();

    [GeneratedRegex(@"^\uFEFF?// \S.{10,}")]
    private static partial Regex PurposeLine();
}
