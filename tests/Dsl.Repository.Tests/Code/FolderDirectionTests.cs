// Inside a project, folders see each other in one direction only; the core reads no files; the features of the language server know no
// JSON and no protocol, and it refers to no connector.
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public partial class FolderDirectionTests
{
    // Projects whose inputs are values: whoever calls them reads the files.
    private static readonly string[] Core =
        ["Values", "Syntax", "Semantics", "Ir", "Evaluation", "Compiler", "Diff", "Drafting", "Columns", "Sql"];

    // The one place in the core that may touch a folder: the cache of compiled code.
    private const string Cache = "compiler/Dsl.Columns/Compiling/KernelCache.cs";

    private static readonly string[] Connectors =
        ["Npgsql", "DocumentFormat.OpenXml", "ExcelDataReader", "DuckDB.NET.Data.Full", "Microsoft.CodeAnalysis.CSharp"];

    [Fact]
    public void 一个项目里的文件夹只朝一个方向引用()
    {
        var edges = Product()
            .SelectMany(static file =>
                Usings().Matches(file.Text).Select(match => (From: NamespaceOf(file.Text), To: match.Groups[1].Value)))
            .Where(static edge => edge.From != edge.To && ProjectOf(edge.From) == ProjectOf(edge.To)).Distinct()
            .ToLookup(static edge => edge.From, static edge => edge.To);
        var mutual = (
            from source in edges
            from target in source
            where Reach(target, edges).Contains(source.Key)
            select $"{source.Key} -> {target}").ToList();
        Assert.Empty(mutual);
    }

    [Fact]
    public void 编译器的核心不读写文件()
    {
        var readers = Product()
            .Where(static file =>
                Core.Any(name => file.Path.StartsWith($"compiler/Dsl.{name}/", StringComparison.Ordinal)) && file.Path != Cache)
            .Where(static file => FileAccess().IsMatch(file.Text)).Select(static file => file.Path).ToList();
        Assert.Empty(readers);
    }

    [Fact]
    public void 语言服务器的功能不知道JSON和协议() =>
        Assert.Empty(KnowingTheProtocol(Product().Select(static file => (file.Path, file.Text))));

    [Theory]
    [InlineData("Features/Hover", "using System.Text.Json.Nodes;\n", true)]
    [InlineData("Workspaces", "internal sealed record A(System.Text.Json.JsonElement Facts);\n", true)]
    [InlineData("Workspaces", "using Dsl.LanguageServer.Features.Hover;\n", true)]
    [InlineData("Features/Hover", "internal sealed record A(Protocol.Session.ServerState Server);\n", true)]
    [InlineData("Features/Hover", "using Dsl.LanguageServer.Workspaces;\n", false)]
    [InlineData("Protocol/Methods", "using System.Text.Json.Nodes;\nusing Dsl.LanguageServer.Features.Hover;\n", false)]
    public void 知道JSON或协议的功能会被发现(string folder, string text, bool isFound)
    {
        var path = $"compiler/Dsl.LanguageServer/{folder}/A.cs";
        Assert.Equal(isFound ? [path] : [], KnowingTheProtocol([(path, text)]));
    }

    [Fact]
    public void 语言服务器不引用任何数据连接器()
    {
        var (seen, packages) = (new HashSet<string>(), new List<string>());
        Collect("compiler/Dsl.LanguageServer/Dsl.LanguageServer.csproj", seen, packages);
        Assert.Contains(seen, static path => path.EndsWith("Dsl.Facts.csproj", StringComparison.Ordinal));
        Assert.Empty(packages.Intersect(Connectors));
        Assert.DoesNotContain(seen, static path => path.StartsWith("runtime/", StringComparison.Ordinal));
    }

    private static void Collect(string project, HashSet<string> seen, List<string> packages)
    {
        if (!seen.Add(project))
            return;
        var root = XDocument.Load(Dsl.Testing.RepositoryRoot.Combine(project.Split('/')));
        packages.AddRange(root.Descendants("PackageReference").Select(static package => (string?)package.Attribute("Include") ?? ""));
        foreach (var name in root.Descendants("ProjectReference")
            .Select(static reference => Path.GetFileName((string?)reference.Attribute("Include") ?? "")))
            Collect(RepositoryFiles.Projects.Single(file => Path.GetFileName(file.Path) == name).Path, seen, packages);
    }

    private static IEnumerable<RepositoryFile> Product() =>
        RepositoryFiles.All.Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal)
            && (file.Path.StartsWith("compiler/", StringComparison.Ordinal) || file.Path.StartsWith("runtime/", StringComparison.Ordinal))
            && NamespaceOf(file.Text).Length > 0);

    /// <summary>Files of features that use JSON or the protocol, files of workspaces that use those or features.</summary>
    private static List<string> KnowingTheProtocol(IEnumerable<(string Path, string Text)> files) =>
    [
        .. files.Where(static file => file.Path.StartsWith("compiler/Dsl.LanguageServer/Features/", StringComparison.Ordinal)
                && Protocol().IsMatch(file.Text)
            || file.Path.StartsWith("compiler/Dsl.LanguageServer/Workspaces/", StringComparison.Ordinal)
                && (Protocol().IsMatch(file.Text) || Features().IsMatch(file.Text))).Select(static file => file.Path),
    ];

    private static string NamespaceOf(string text) => Namespaces().Match(text) is { Success: true } match ? match.Groups[1].Value : "";

    private static string ProjectOf(string name) => string.Join('.', name.Split('.').Take(2));

    private static HashSet<string> Reach(string start, ILookup<string, string> edges)
    {
        var (found, open) = (new HashSet<string>(), new Stack<string>([start]));
        while (open.TryPop(out var at))
        {
            foreach (var next in edges[at].Where(found.Add))
                open.Push(next);
        }
        return found;
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"^using (?:static |\w+ = )?(Dsl\.[\w.]+?);", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"\bSystem\.Text\.Json\b|\bProtocol\.\w|\.Protocol;")]
    private static partial Regex Protocol();

    [GeneratedRegex(@"\bFeatures\.\w|\.Features;")]
    private static partial Regex Features();

    [GeneratedRegex(@"(?<!\.)\b(?:File|Directory)\.(?:Read|Write|Open|Create|Exists|Enumerate|Get|Move|Delete|Copy|Append)|new (?:FileStream|FileInfo|DirectoryInfo)\b|\bDateTime\.Now\b")]
    private static partial Regex FileAccess();
}
