// Typing one character in the middle of a file: incremental parsing against parsing the whole file.
using BenchmarkDotNet.Attributes;
using Dsl.Syntax;
using Dsl.Syntax.Text;

namespace Dsl.Benchmarks;

/// <summary>A short file and a very long one, made of a policy of the checkout.</summary>
[MemoryDiagnoser]
public class KeystrokeBenchmarks
{
    private const string Policy = "渝中府办〔2021〕13号.policy";

    private readonly string[] _versions = new string[2];
    private SyntaxTree _tree = SyntaxTree.Open("", "");
    private int _keystrokes;

    /// <summary>Length of the file.</summary>
    [Params(300, 11_000)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Read()
    {
        var policy = File.ReadAllLines(Path.Combine(BenchmarkPolicies.Folder, Policy));
        var lines = Enumerable.Range(0, Lines).Select(line => policy[line % policy.Length]).ToList();
        var edited = lines.FindIndex(Lines / 2, static line => line.TrimStart().StartsWith("奖补 =", StringComparison.Ordinal));
        _versions[0] = string.Join('\n', lines);
        lines[edited] = lines[edited].Replace("奖补 =", "奖补 = 1 *", StringComparison.Ordinal);
        _versions[1] = string.Join('\n', lines);
        _tree = SyntaxTree.Open(Policy, _versions[0]);
    }

    [Benchmark(Baseline = true)]
    public SyntaxTree Whole() => SyntaxTree.Parse(new SourceText(Policy, _versions[0]));

    [Benchmark]
    public SyntaxTree Keystroke() => _tree = _tree.WithText(_versions[++_keystrokes % 2]);
}
