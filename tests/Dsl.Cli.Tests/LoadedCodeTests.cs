// What a process loads: no C# compiler while policies are unchanged, no connector that the input does not need.
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class LoadedCodeTests : IDisposable
{
    // Part of a name of an assembly or a mapped file.
    private static readonly string[] Connectors = ["Npgsql", "duckdb", "ExcelDataReader", "DocumentFormat", "System.IO.Packaging"];

    private readonly StarterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 政策没有变化_批量不载入编译器()
    {
        var expected = _folder.ExpectedResult();
        var (first, atFirst) = _folder.RunAndList(_folder.Batch("out/r.csv"));
        Assert.Equal(0, first.Code);
        // That this test can see a compiler.
        Assert.Contains("Microsoft.CodeAnalysis", atFirst);
        var (second, loaded) = _folder.RunAndList(_folder.Batch("out/r.csv"));
        Assert.Equal(0, second.Code);
        AssertNone(loaded, ["CodeAnalysis", .. Connectors]);
        Assert.Equal(expected, _folder.Read("out/r.csv"));

        var kernel =
            _folder[$"cache/{Assert.Single(_folder.Names("cache"), static name => name.EndsWith(".kernel", StringComparison.Ordinal))}"];
        var whole = File.ReadAllBytes(kernel);
        File.WriteAllBytes(kernel, whole[..(whole.Length / 2)]);
        (var third, loaded) = _folder.RunAndList(_folder.Batch("out/r.csv"));
        Assert.Equal(0, third.Code);
        Assert.Contains("Microsoft.CodeAnalysis", loaded);
        Assert.Equal(expected, _folder.Read("out/r.csv"));
        Assert.Equal(whole, File.ReadAllBytes(kernel));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    [InlineData("eval", "--facts", "facts.json")]
    [InlineData("batch", "--input", "sample", "--output", "r.csv", "--engine", "interpreter")]
    public void 其他命令从不载入编译器和连接器(string command, params string[] options)
    {
        var words = options.Select(word =>
            File.Exists(_folder[$"p/{word}"]) || Directory.Exists(_folder[$"p/{word}"]) || word == "r.csv" ? _folder[$"p/{word}"] : word);
        var (run, loaded) = _folder.RunAndList([command, _folder["p"], .. words]);
        Assert.Equal((0, ""), (run.Code, command == "batch" ? "" : run.Error));
        AssertNone(loaded, ["CodeAnalysis", .. Connectors]);
    }

    private static void AssertNone(HashSet<string> loaded, string[] parts)
    {
        Assert.Contains("Dsl.Loading", loaded);
        Assert.DoesNotContain(loaded, name => Array.Exists(parts, part => name.Contains(part, StringComparison.OrdinalIgnoreCase)));
    }
}
