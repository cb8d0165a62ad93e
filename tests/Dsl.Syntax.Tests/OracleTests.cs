// The grammar on Superpower against the parser that was written by hand before it: the same tree and the same findings, whatever the text.
using System.Collections.Concurrent;
using System.Reflection;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Parsing;
using Dsl.Syntax.Tests.Oracle;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Testing;
using Xunit;

namespace Dsl.Syntax.Tests;

public class OracleTests
{
    private const int Seed = 20210621;

    // How often the random tests try; raised for a long run.
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("ORACLE_ROUNDS") ?? "1000", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    private static readonly string[] Texts = [.. Examples.All.Values, .. Files()];

    [Fact]
    public void 全部文件与文档的代码块相同()
    {
        foreach (var text in Texts)
            Same(text);
    }

    [Fact]
    public void 每个前缀相同()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 5 * Rounds; round++)
        {
            // Whole files are long: the lines just before the end of the prefix.
            var text = Texts[random.Next(Texts.Length)];
            var end = random.Next(text.Length);
            Same(text[Math.Max(0, text.LastIndexOf('\n', Math.Max(0, end - 1500)))..end]);
        }
    }

    [Fact]
    public void 随机改动后相同()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 3 * Rounds; round++)
        {
            Same(RandomText.Edited(random));
            Same(RandomText.Pieces(random));
        }
    }

    [Fact]
    public void 随机去掉和调换记号后相同()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 3 * Rounds; round++)
        {
            var text = Texts[random.Next(Texts.Length)];
            var start = text.LastIndexOf('\n', random.Next(text.Length));
            var tokens = SyntaxTree.Parse(new SourceText("t", text.Substring(start + 1, Math.Min(800, text.Length - start - 1)))).Root.Tokens.Select(static token => token.LeadingTrivia + token.Text).Where(static piece => piece.Length > 0).ToList();
            for (var edits = random.Next(1, 4); edits > 0 && tokens.Count > 1; edits--)
            {
                var (at, from) = (random.Next(tokens.Count), random.Next(tokens.Count));
                switch (random.Next(3))
                {
                    case 0: tokens.RemoveAt(at); break;
                    case 1: tokens.Insert(at, tokens[from]); break;
                    default: (tokens[at], tokens[from]) = (tokens[from], tokens[at]); break;
                }
            }
            Same((random.Next(2) == 0 ? "条款 1 甲\n" : "") + string.Concat(tokens));
        }
    }

    [Fact]
    public void 每种行后面跟任意记号相同()
    {
        string[] pieces =
        [
            "甲", "乙", "100万元", "3", "万元", "30%", "6:4", "2021-06-21", "2021年度", "\"甲\"", "「甲」", "50人以上", "以上", "..", "..<", "[", "]", "(", ")", "[甲, 乙]", ",", ";", ":", ".", "|", "\n  |", "=", ">", "<=", "超过", "不超过", "低于", "+", "-", "*", "/",
            "是", "否", "且", "或", "非", "若", "则", "否则", "属于", "不属于", "满", "等", "最高", "最多", "核定", "一事一议", "每年", "一次性", "自", "次年起", "当年起", "连续", "外部", "无", "行", "起", "计量", "范围", "缺省", "认定", "条款", "目标", "每人", "封顶", "大于", "的", "和", "介于", "&",
        ];
        var random = new Random(Seed);
        for (var round = 0; round < 10 * Rounds; round++)
        {
            var keyword = SyntaxFacts.LineKeywords[random.Next(SyntaxFacts.LineKeywords.Length)];
            var block = SyntaxFacts.LineKeywords.Where(header => header.Opens != BlockKinds.None && (random.Next(20) == 0 || (header.Opens & keyword.Within) != 0)).Select(static header => header.Word).DefaultIfEmpty("条款").ToList();
            var line = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(6) == 0 ? "" : " ")));
            Same($"{block[random.Next(block.Count)]} 甲 {(random.Next(3) == 0 ? "属于 乙" : "")}\n  {(random.Next(6) == 0 ? "" : keyword.Word)} {line}\n  条件 甲\n");
        }
    }

    private static IEnumerable<string> Files()
    {
        var folders = new[] { "policies", "tests", "compiler", "runtime", "benchmarks" };
        foreach (var path in folders.SelectMany(static folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            if (path.EndsWith(".policy", StringComparison.Ordinal))
                yield return File.ReadAllText(path);
            else if (path.EndsWith(".md", StringComparison.Ordinal) || (path.EndsWith(".cs", StringComparison.Ordinal) && path.Contains("/tests/", StringComparison.Ordinal)))
                yield return File.ReadAllText(path);
        }
    }

    /// <summary>Both parsers on one text.</summary>
    private static void Same(string text)
    {
        var source = new SourceText("t.policy", text);
        var (old, now) = (new OldParser(source).ParseFile(), new Parser(source).ParseFile());
        Assert.True(Describe(old.Diagnostics).SequenceEqual(Describe(now.Diagnostics)), $"{text}\n--- old\n{string.Join('\n', Describe(old.Diagnostics))}\n--- new\n{string.Join('\n', Describe(now.Diagnostics))}");
        var (left, right) = (old.Root.DescendantsAndSelf().ToList(), now.Root.DescendantsAndSelf().ToList());
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
            Assert.True(i < left.Count && i < right.Count && Describe(left[i]) == Describe(right[i]), $"{text}\n--- old\n{(i < left.Count ? Describe(left[i]) : "")}\n--- new\n{(i < right.Count ? Describe(right[i]) : "")}");
    }

    private static IEnumerable<string> Describe(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(static found =>
        $"{found.Code} {found.Span} {found.Message} {found.Remedy} {string.Join(" ; ", found.Fixes.Select(static fix => $"{fix.Title} {fix.IsGuess} {fix.Needs} {string.Join(',', fix.Edits.Select(static edit => $"{edit.Span}→{edit.NewText}"))}"))}");

    private static string Describe(SyntaxNode node)
    {
        var properties = Parts.GetOrAdd(node.GetType(), static type => [.. type.GetProperties().Where(static property => property.Name is not ("Children" or "Tokens" or "Span"))]);
        var children = node.Children.Select(static child => child is SyntaxToken token ? $"{token.Kind} {token.Span} {token.Value} {token.IsMissing}" : child.GetType().Name);
        return $"{node.GetType().Name} {node.Span} [{string.Join(" | ", children)}] {string.Join(' ', properties.Select(property => $"{property.Name}={Name(property.GetValue(node))}"))}";
    }

    private static string Name(object? value) => value switch
    {
        null => "null",
        SyntaxElement element => $"{element.GetType().Name}{element.Span}",
        System.Collections.IEnumerable many => $"({string.Join(',', many.Cast<object>().Select(Name))})",
        _ when value.GetType().Name.StartsWith("SeparatedList", StringComparison.Ordinal) => $"{Name(value.GetType().GetProperty("Items")?.GetValue(value))}{Name(value.GetType().GetProperty("Elements")?.GetValue(value))}",
        _ => value.ToString() ?? "",
    };
}
