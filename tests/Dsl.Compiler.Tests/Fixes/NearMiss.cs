// The corpus of near-misses: small valid policies, and likely misspellings of parts of them.
using Dsl.Syntax.Text;
using Dsl.Testing;

namespace Dsl.Compiler.Tests.Fixes;

/// <summary>A piece of a right policy and the mistake that stands in its place.</summary>
/// <param name="Policy">The name of the policy.</param>
/// <param name="Right">The right piece.</param>
/// <param name="Wrong">The mistake.</param>
internal sealed record NearMiss(string Policy, string Right, string Wrong)
{
    private const string Heading = "=== ", Mistake = "~ ", Instead = " => ";

    private static readonly Dictionary<string, List<string>> Policies = Read();

    /// <summary>Every near-miss.</summary>
    public static IEnumerable<NearMiss> All =>
        Policies.SelectMany(static policy => policy.Value.Where(static line => line.StartsWith(Mistake, StringComparison.Ordinal))
            .Select(line => line[Mistake.Length..].Split(Instead))
            .Select(pair => new NearMiss(policy.Key, Unescape(pair[0]), Unescape(pair[1]))));

    /// <summary>The right text of a policy, followed by the document that it quotes, if any, after a line of dashes.</summary>
    public static string TextOf(string policy) =>
        string.Join('\n', Policies[policy].Where(static line => !line.StartsWith(Mistake, StringComparison.Ordinal))) + "\n";

    /// <summary>The files of a text: schema, policy, document.</summary>
    public static IReadOnlyList<SourceText> FilesOf(string text)
    {
        var parts = text.Split("----\n");
        var document = parts.Length > 1 ? parts[1] : "";
        var source = document.Length > 0 ? "  原文     原文.txt\n" : "";
        return
        [
            new("schema/数据.policy", Path("数据.policy")),
            new("main.policy", $"政策 测试政策\n  文号     测〔2024〕1号\n  发文机关 测试机关\n  施行日期 2024-01-01\n  级次     区级\n"
                + $"{source}\n{parts[0]}"),
            new("原文.txt", $"测〔2024〕1号\n{document}"),
        ];
    }

    private static string Unescape(string piece) => piece.Replace("\\n", "\n", StringComparison.Ordinal);

    private static string Path(string file) =>
        File.ReadAllText(RepositoryRoot.Combine("tests", "Dsl.Compiler.Tests", "Fixes", file)).ReplaceLineEndings("\n");

    private static Dictionary<string, List<string>> Read()
    {
        var policies = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var current = new List<string>();
        foreach (var line in Path("近似错误.txt").Split('\n'))
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal))
                policies.Add(line[Heading.Length..], current = []);
            else
                current.Add(line);
        }
        return policies;
    }
}
