// The policies of the repository under edits: characters, lines, blocks, names everywhere, types, declarations, settings, the texts of
// the documents.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Testing;

namespace Dsl.Compiler.Tests.Incremental;

/// <summary>A folder in an editor: its files are edited one after the other, and compiled with what was kept or from nothing.</summary>
internal sealed partial class EditedFolder
{
    private static readonly string[] Pieces =
        [" ", "\n", "1", "0", "万元", "元", "%", "且", "或", "非", "(", ")", "[", "]", ",", "、", "「", "」", "//", "// 忽略 DSL3005 试\n",
            "实际费用", "条件 ", "  奖补 = 1元\n", "  令 甲 = 1元\n", "  事项 研发投入\n", "", "", ""];

    private readonly KeptStages _kept = new();
    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyntaxTree> _parsed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);
    private CompilationConfiguration _configuration = CompilationConfiguration.Default;

    public static EditedFolder OfRepository()
    {
        var (folder, root) = (new EditedFolder(), RepositoryRoot.Combine("policies"));
        foreach (var file in Directory.EnumerateFiles(root, "*.policy", SearchOption.AllDirectories))
            folder.Open(Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "sources"), "*.txt"))
            folder.Open($"sources/{Path.GetFileName(file)}", File.ReadAllText(file));
        return folder;
    }

    /// <summary>The compilation that uses what was kept of the versions before.</summary>
    public Compilation Compile() => Compilation.Create(_trees.Values, _texts.Values, _kept).ApplyConfiguration(_configuration);

    /// <summary>The compilation of the same texts by itself.</summary>
    public Compilation CompileFromNothing() =>
        Compilation.Create(_trees.Values.Select(Parsed), _texts.Values).ApplyConfiguration(_configuration);

    /// <summary>Types at the end of an award, now in this clause, now in that one.</summary>
    public void Type(int round)
    {
        var tree = _trees.Values.MaxBy(static tree => tree.Source.Content.Length) ?? throw new InvalidOperationException("no file");
        var text = tree.Source.Content;
        var places = Awards().Matches(text);
        var place = places[round / 2 % places.Count].Groups["end"].Index;
        _trees[tree.Source.Path] =
            tree.WithText(round % 2 == 0 ? text.Insert(place, " + 1") : text.Replace(" + 1", "", StringComparison.Ordinal));
    }

    /// <summary>One edit; what it was.</summary>
    public string Edit(Random random)
    {
        if (random.Next(25) == 0)
        {
            _configuration = new(random.Next(2) == 0
                ? ImmutableDictionary<string, Severity>.Empty
                : ImmutableDictionary<string, Severity>.Empty.Add("DSL3005", Severity.Error).Add("DSL3020", Severity.Remark));
            return "configuration";
        }
        var paths =
            (random.Next(10) == 0
                ? _texts.Keys
                : _trees.Keys.Where(path => random.Next(6) == 0 || !path.Contains("schema", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal).ToList();
        var path = paths[random.Next(paths.Count)];
        return random.Next(40) == 0 ? Toggle(path) : Edit(path, random, Changed);
    }

    /// <summary>One edit of a declaration; what it was.</summary>
    public string EditDeclaration(Random random)
    {
        var paths = _trees.Keys.Where(static path => !path.Contains("schema", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ToList();
        return Edit(paths[random.Next(paths.Count)], random, DeclarationEdits.Changed);
    }

    private string Edit(string path, Random random, Func<string, Random, string> change)
    {
        var before = TextOf(path);
        // Broken files are restored now and then, so that checks of valid files run as well.
        var after = random.Next(4) == 0 ? _first[path] : change(before, random);
        Open(path, after);
        var same = before.AsSpan().CommonPrefixLength(after);
        return $"{path} at {same}: {after[same..Math.Min(after.Length, same + 40)]}";
    }

    // A tree knows nothing of a compilation: a file is parsed once per version, whatever happens to the others.
    private SyntaxTree Parsed(SyntaxTree tree)
    {
        var (path, content) = (tree.Source.Path, tree.Source.Content);
        if (!_parsed.TryGetValue(path, out var known) || known.Source.Content != content)
            _parsed[path] = known = SyntaxTree.Parse(new SourceText(path, content));
        return known;
    }

    private string Toggle(string path)
    {
        if (!_trees.Remove(path) && !_texts.Remove(path))
            Open(path, _first[path]);
        foreach (var gone in _first.Keys.Where(known => known != path && !_trees.ContainsKey(known) && !_texts.ContainsKey(known)).ToList())
            Open(gone, _first[gone]);
        return $"{path} removed";
    }

    private string TextOf(string path) =>
        _trees.TryGetValue(path, out var tree) ? tree.Source.Content : _texts.TryGetValue(path, out var text) ? text.Content : _first[path];

    private void Open(string path, string text)
    {
        _first.TryAdd(path, text);
        if (path.EndsWith(".txt", StringComparison.Ordinal))
            _texts[path] = _texts.TryGetValue(path, out var known) && known.Content == text ? known : new(path, text);
        else
            _trees[path] = _trees.TryGetValue(path, out var tree) ? tree.WithText(text) : SyntaxTree.Open(path, text);
    }

    private static string Changed(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var line = random.Next(lines.Count);
        switch (random.Next(16))
        {
            case 0:
                lines.RemoveAt(line);
                return string.Join('\n', lines);
            case 1:
                lines.Insert(line, lines[random.Next(lines.Count)]);
                return string.Join('\n', lines);
            case 2:
                (lines[line], lines[^1]) = (lines[^1], lines[line]);
                return string.Join('\n', lines);
            case 3 or 4:
                return MoveBlock(text, random);
            case 5:
                return Rename(text, random);
            case 6:
                return OneOf(Figures(), text, random, static (match, random) => random.Next(2) == 0 ? match + "0" : match[..^1] + "7");
            case 7:
                return OneOf(Types(), text, random, static (_, random) => random.Next(2) == 0 ? ": 比率" : ": 文本");
            case 8:
                return OneOf(Numbers(), text, random, static (match, random) => match + random.Next(9));
            case 9 or 10 or 11 or 12:
                return DeclarationEdits.Changed(text, random);
            default:
                var start = random.Next(text.Length + 1);
                var end = Math.Min(text.Length, start + random.Next(4));
                return string.Concat(text.AsSpan(0, start), Pieces[random.Next(Pieces.Length)], text.AsSpan(end));
        }
    }

    private static string MoveBlock(string text, Random random)
    {
        var blocks = text.Split("\n\n").ToList();
        var from = random.Next(blocks.Count);
        var block = blocks[from];
        if (random.Next(3) > 0)
            blocks.RemoveAt(from);
        if (random.Next(3) > 0)
            blocks.Insert(random.Next(blocks.Count + 1), block);
        return string.Join("\n\n", blocks);
    }

    /// <summary>A word becomes another one, everywhere or at one place.</summary>
    private static string Rename(string text, Random random)
    {
        var words = Words().Matches(text);
        if (words.Count == 0)
            return text;
        var word = words[random.Next(words.Count)];
        return random.Next(2) == 0
            ? text.Replace(word.Value, word.Value + "新", StringComparison.Ordinal)
            : text.Insert(word.Index + word.Length, "新");
    }

    private static string OneOf(Regex pattern, string text, Random random, Func<string, Random, string> change)
    {
        var matches = pattern.Matches(text);
        if (matches.Count == 0)
            return text;
        var match = matches[random.Next(matches.Count)];
        return string.Concat(text.AsSpan(0, match.Index), change(match.Value, random), text.AsSpan(match.Index + match.Length));
    }

    [GeneratedRegex(@"奖补 = [^\r\n/]*?(?<end>)[^\S\n]*(?://[^\n]*)?(?=\r?\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Awards();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(": (金额|比率|是否|文本|日期|年度|行业)", RegexOptions.CultureInvariant)]
    private static partial Regex Types();

    [GeneratedRegex(@"(?<=^(条款|目标|算例 条款|恒有 条款) )[\d.]+", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<=[ =(\[])[\u4E00-\u9FFF]{2,8}(?=[ =,;)\]\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
