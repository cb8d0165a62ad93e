// The pages of the codes of drafting: what the wrong section shows yields the code, what the right one shows does not.
using System.Text.RegularExpressions;
using Dsl.Batch.Drafting;
using Dsl.Testing;
using Xunit;

namespace Dsl.Batch.Tests.Drafting;

public sealed partial class DraftPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("DSL5901")]
    [InlineData("DSL5902")]
    [InlineData("DSL5903")]
    public void 错误的写法报出这个码而正确的不报(string code)
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("compiler", "docs", "diagnostics", code + ".md")).ReplaceLineEndings("\n");
        Assert.Equal(code, Run(page, "错误的写法"));
        Assert.Null(Run(page, "正确的写法"));
    }

    /// <summary>The code that the command of a section yields; null for none.</summary>
    private string? Run(string page, string section)
    {
        var text = Section().Matches(page).Single(match => match.Groups["name"].Value == section).Groups["text"].Value;
        foreach (Match file in Files().Matches(text))
            File.WriteAllText(_folder.Write($"{section}/{file.Groups["name"].Value}", ""), file.Groups["text"].Value);
        var words = Command().Match(text).Groups["line"].Value.Split(' ');
        string PathOf(string word) => Path.Combine(_folder.Path, word.Replace("数据/", section + "/", StringComparison.Ordinal));
        var (draft, finding) = PolicyDraft.Make(new(PathOf(words[2]), words.Length > 4 ? PathOf(words[4]) : null, null));
        return (finding ?? draft?.Write())?.Code;
    }

    [GeneratedRegex("^## (?<name>.+)\n(?<text>(?:(?!## ).*\n?)*)", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("^```text (?<name>.+)\n(?<text>(?:(?!```).*\n)*)```", RegexOptions.Multiline)]
    private static partial Regex Files();

    [GeneratedRegex("```console\n(?<line>.+)\n```")]
    private static partial Regex Command();
}
