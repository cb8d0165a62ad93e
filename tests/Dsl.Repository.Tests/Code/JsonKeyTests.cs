// Keys of JSON shapes: Chinese for what officers read, English for what tools read; one type does not mix them.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public class JsonKeyTests
{
    /// <summary>Names that are the same in every language.</summary>
    private static readonly string[] OfEveryLanguage = ["SHA-256"];

    // The documents of tools; a shape that these hold is found by its file.
    private static readonly string[] EnglishFiles =
    [
        "DiagnosticReportJson.cs", "DiagnosticSarif.cs", "SnapshotDocument.cs", "StoredTable.cs", "KeptFinding.cs", "ProblemAnswer.cs",
        "HealthEndpoints.cs", "PolicyArchive.cs", "SignInShapes.cs", "AccountShapes.cs",
        "BackupDocument.cs",
    ];

    private static readonly List<(string File, string Type, string[] Keys)> Shapes = [.. RepositoryFiles.Sources
        .Where(static file => file.IsProduct && file.Text.Contains("JsonPropertyName", StringComparison.Ordinal))
        .SelectMany(static file => ShapesOf(file.Path, file.Text))];

    [Fact]
    public void 一个类型的键只用一种语言()
    {
        Assert.NotEmpty(Shapes);
        Assert.Empty(Shapes.Where(static shape => shape.Keys.Any(IsChinese) && !shape.Keys.All(IsChinese))
            .Select(static shape => shape.Type));
    }

    [Fact]
    public void 给工具的用英文_其余用中文()
    {
        var written = Shapes.Where(static shape => !shape.File.Contains("/Dsl.LanguageServer/", StringComparison.Ordinal));
        Assert.Empty(written.Where(static shape => shape.Keys.Any(IsChinese) == EnglishFiles.Contains(Path.GetFileName(shape.File)))
            .Select(static shape => $"{shape.File} {shape.Type}"));
    }

    /// <summary>Of a public constructor the generator describes the parameters and all types that can be reached from them.</summary>
    [Fact]
    public void 只写不读的类没有公开的构造函数() => Assert.Empty(RepositoryFiles.Sources
        .Where(static file => file.IsProduct && file.Text.Contains("JsonPropertyName", StringComparison.Ordinal))
        .SelectMany(static file => CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot()
            .DescendantNodes().OfType<ClassDeclarationSyntax>()
            .Where(static type => type.Members.SelectMany(static member => member.AttributeLists).SelectMany(static list => list.Attributes)
                .Any(static attribute => attribute.Name.ToString() == "JsonPropertyName"))
            .Where(static type => type.ParameterList is not null || type.Members.OfType<ConstructorDeclarationSyntax>()
                .Any(static constructor => constructor.Modifiers.Any(SyntaxKind.PublicKeyword)))
            .Select(type => $"{file.Path} {type.Identifier.Text}")));

    [Fact]
    public void 键从类和记录里找_算法的名称不算() => Assert.Equal(
        ["甲 金额 amount", "乙 文件"],
        ShapesOf("a.cs", """
            class 甲 { [JsonPropertyName("金额")] int A => 1; [JsonPropertyName("amount")] int B => 1; }
            record 乙([property: JsonPropertyName("SHA-256")] int A, [property: JsonPropertyName("文件")] int B);
            """).Select(static shape => $"{shape.Type} {string.Join(' ', shape.Keys)}"));

    private static bool IsChinese(string key) => key.Any(static character => character is >= '\u4E00' and <= '\u9FFF');

    private static IEnumerable<(string File, string Type, string[] Keys)> ShapesOf(string path, string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().DescendantNodes()
            .OfType<AttributeSyntax>()
            .Where(static attribute => attribute.Name.ToString() == "JsonPropertyName")
            .Select(static attribute => (
                Type: attribute.Ancestors().OfType<TypeDeclarationSyntax>().First(),
                Key: (attribute.ArgumentList?.Arguments[0].Expression as LiteralExpressionSyntax)?.Token.ValueText ?? ""))
            .Where(static pair => !OfEveryLanguage.Contains(pair.Key))
            .GroupBy(static pair => pair.Type)
            .Select(group => (path, group.Key.Identifier.Text, group.Select(static pair => pair.Key).ToArray()));
}
