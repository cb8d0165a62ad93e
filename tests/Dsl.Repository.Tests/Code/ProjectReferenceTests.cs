// The direction of the pipeline: which project may see which, as ARCHITECTURE.md draws it.
using System.Xml.Linq;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public class ProjectReferenceTests
{
    // Dsl.Values below Dsl.Syntax: units and function names are the vocabulary that the lexer shares with the rest.
    // compiler/ never sees runtime/.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Dsl.Values"] = [],
        ["Dsl.Syntax"] = ["Dsl.Values"],
        ["Dsl.Semantics"] = ["Dsl.Syntax", "Dsl.Values"],
        ["Dsl.Ir"] = ["Dsl.Values"],
        ["Dsl.Evaluation"] = ["Dsl.Ir"],
        ["Dsl.Compiler"] = ["Dsl.Semantics", "Dsl.Evaluation"],
        ["Dsl.Diff"] = ["Dsl.Evaluation"],
        ["Dsl.Columns"] = ["Dsl.Evaluation"],
        ["Dsl.Sql"] = ["Dsl.Evaluation"],
        ["Dsl.Drafting"] = ["Dsl.Compiler"],
        ["Dsl.Loading"] = ["Dsl.Compiler"],
        ["Dsl.Facts"] = ["Dsl.Loading"],
        ["Dsl.Verification"] = ["Dsl.Facts"],
        ["Dsl.LanguageServer"] = ["Dsl.Verification", "Dsl.Drafting"],
        ["Dsl.Data"] = ["Dsl.Facts"],
        ["Dsl.Batch"] = ["Dsl.Data", "Dsl.Columns", "Dsl.Sql", "Dsl.Diff", "Dsl.Drafting", "Dsl.Verification"],
        ["Dsl.Host"] = ["Dsl.Batch"],
        ["Dsl.Cli"] = ["Dsl.Batch", "Dsl.Host", "Dsl.LanguageServer"],
    };

    public static TheoryData<string> ProductProjects =>
        [.. RepositoryFiles.Projects.Where(static file => file.IsProduct).Select(static file => file.Path)];

    [Theory]
    [MemberData(nameof(ProductProjects))]
    public void 项目只引用图上允许的项目(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        Assert.True(Allowed.ContainsKey(name), $"{name} is not on the map of ARCHITECTURE.md and not in this test");
        var references = References(path);
        var forbidden = references.Except(Allowed[name]).ToList();
        Assert.True(forbidden.Count == 0, $"{name} must not refer to {string.Join(", ", forbidden)}");
    }

    /// <summary>What another project uses is public and documented; friends are tests and benchmarks.</summary>
    [Theory]
    [MemberData(nameof(ProductProjects))]
    public void 项目的内部不对别的产品项目开放(string path) =>
        Assert.DoesNotContain(Load(path).Descendants("InternalsVisibleTo").Select(static friend => (string?)friend.Attribute("Include")),
            static friend => friend is null || Allowed.ContainsKey(friend));

    [Fact]
    public void 内部只在项目文件里开放() =>
        Assert.DoesNotContain(RepositoryFiles.Sources.Where(static file => file.IsProduct),
            static file => file.Text.Contains("assembly: InternalsVisibleTo", StringComparison.Ordinal)
                || file.Text.Contains("assembly: System.Runtime.CompilerServices.InternalsVisibleTo", StringComparison.Ordinal));

    [Fact]
    public void 架构图写明了每个项目的引用()
    {
        var page = RepositoryFiles.All.Single(static file => file.Path == "ARCHITECTURE.md").Text;
        foreach (var (name, references) in Allowed)
        {
            var row = page.Split('\n').FirstOrDefault(line => line.StartsWith($"| `{name}` |", StringComparison.Ordinal));
            Assert.True(row is not null, $"ARCHITECTURE.md has no row for {name}");
            var cells = row.Split('|');
            var told = cells[^2].Split('`').Where(static part => part.StartsWith("Dsl.", StringComparison.Ordinal));
            Assert.Equal(references.Order(), told.Order());
        }
    }

    [Fact]
    public void 每个项目都在解决方案里()
    {
        var solution = RepositoryFiles.All.Single(static file => file.Path == "Dsl.sln").Text.Replace('\\', '/');
        Assert.All(RepositoryFiles.Projects, project => Assert.Contains(project.Path, solution, StringComparison.Ordinal));
    }

    private static XDocument Load(string path) => XDocument.Load(Dsl.Testing.RepositoryRoot.Combine(path.Split('/')));

    private static List<string> References(string path) =>
        [.. Load(path).Descendants("ProjectReference")
            .Select(static reference => Path.GetFileNameWithoutExtension((string?)reference.Attribute("Include") ?? ""))];
}
