// A new name for a thing in all files of a folder. Whether every name still means what it meant is not reasoned about but tried:
// the changed texts are bound again, and the renaming is refused where a name would mean something else or a finding would be new.
using System.Collections.Immutable;
using Dsl.Compiler;
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Symbols;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Features.Rename;

/// <summary>The result of a renaming.</summary>
/// <param name="Problem">Why it is refused, in Chinese; null where it is not.</param>
/// <param name="Edits">The replacements by file.</param>
/// <param name="Note">What else must be changed by hand (registries); null for nothing.</param>
internal sealed record RenameResult(string? Problem, ImmutableArray<(SourceText Source, ImmutableArray<TextEdit> Edits)> Edits,
    string? Note)
{
    public static RenameResult Refused(string problem) => new(problem, [], null);
}

internal static class SymbolRenaming
{
    /// <summary>The name at an offset, if it can be renamed; else why not.</summary>
    public static (Occurrence? Name, string? Problem) Prepare(Snapshot snapshot, string path, int offset)
    {
        if (snapshot.Names.At(path, offset) is not { } name)
            return (null, "这里没有可以改名的名称。可以改名的有：事实、明细、数据、名录及其取值、参数、令、条款等的编号、文号。");
        var declared = snapshot.Names.Of(name.Symbol).Any(static other => other.IsDeclaration);
        return NewName.Obstacle(name.Symbol, declared) is { } obstacle ? (null, obstacle) : (name, null);
    }

    /// <summary>Renames what stands at an offset.</summary>
    public static RenameResult Rename(Snapshot snapshot, string path, int offset, string word)
    {
        var (name, obstacle) = Prepare(snapshot, path, offset);
        if (name is null)
            return RenameResult.Refused(obstacle ?? "");
        if (name.Source[name.Span] == word)
            return new(null, [], null);
        if (NewName.Problem(snapshot, name.Symbol, word) is { } problem)
            return RenameResult.Refused(problem);
        var edits = snapshot.Names.Of(name.Symbol).GroupBy(static place => place.Source)
            .Select(places => (places.Key, places.Select(place => new TextEdit(place.Span, word)).ToImmutableArray())).ToImmutableArray();
        return Consequence(snapshot, edits) is { } consequence
            ? RenameResult.Refused(consequence)
            : new(null, edits, RegistryNote(name.Symbol, word));
    }

    /// <summary>What would be different afterwards besides the name; null where nothing is.</summary>
    private static string? Consequence(Snapshot snapshot, ImmutableArray<(SourceText Source, ImmutableArray<TextEdit> Edits)> edits)
    {
        var byPath = edits.ToDictionary(static file => file.Source.Path, static file => file.Edits, StringComparer.Ordinal);
        var before = snapshot.Compilation;
        var after = Compilation.Create(
            before.Trees.Select(tree => byPath.TryGetValue(tree.Source.Path, out var changes)
                ? SyntaxTree.Parse(new SourceText(tree.Source.Path, TextEdit.Apply(tree.Source, changes)))
                : tree),
            before.OfficialTexts.Values).ApplyConfiguration(before.Configuration);
        if (ChangedMeaning(snapshot, new Occurrences(after.Model), byPath) is { } changed)
            return $"改名以后，「{changed.Source[changed.Span]}」（{Place(changed.Source, changed.Span)}）的含义会变，请换一个名称。";
        var known = before.Diagnostics.CountBy(static finding => (finding.Source.Path, finding.Code)).ToDictionary();
        var excess = after.Diagnostics.GroupBy(static finding => (finding.Source.Path, finding.Code))
            .FirstOrDefault(group => group.Count() > known.GetValueOrDefault(group.Key));
        return excess is null
            ? null
            : $"改名以后会出现新的问题：{excess.Last().Message}（{Place(excess.Last().Source, excess.Last().Span)}）";
    }

    /// <summary>A name that would stand for something else; null where there is none.</summary>
    private static Occurrence? ChangedMeaning(Snapshot snapshot, Occurrences after, Dictionary<string, ImmutableArray<TextEdit>> byPath)
    {
        var pairs = new Dictionary<Symbol, Symbol>(ReferenceEqualityComparer.Instance);
        foreach (var tree in snapshot.Compilation.Trees)
        {
            var path = tree.Source.Path;
            var there = after.In(path).ToDictionary(static name => name.Source.OffsetOf(name.Span.Start));
            var edits = byPath.GetValueOrDefault(path, []);
            var (next, shift) = (0, 0);
            foreach (var name in snapshot.Names.In(path))
            {
                for (; next < edits.Length && edits[next].Span.End <= name.Span.Start; next++)
                    shift += edits[next].NewText.Length - edits[next].Span.Length;
                if (!there.TryGetValue(tree.Source.OffsetOf(name.Span.Start) + shift, out var now)
                    || now.IsDeclaration != name.IsDeclaration || !IsSame(name.Symbol, now.Symbol))
                    return name;
            }
        }
        return null;

        bool IsSame(Symbol before, Symbol now)
        {
            // A file that 使用 names is a symbol of its own at each place.
            if (before is FileSymbol || now is FileSymbol)
                return before is FileSymbol && now is FileSymbol && before.Source.Path == now.Source.Path;
            if (!pairs.TryAdd(before, now))
                return ReferenceEquals(pairs[before], now);
            return true;
        }
    }

    /// <summary>What of registries and records carries the old name.</summary>
    private static string? RegistryNote(Symbol symbol, string word) => symbol switch
    {
        FieldSymbol field => $"登记数据也要改：「{field.Table.Name}」表（如 {field.Table.Name}.csv）的列名「{field.Name}」改为「{word}」；"
            + $"用映射文件的，改映射。",
        TableSymbol => $"登记数据也要改：表「{symbol.Name}」（如 {symbol.Name}.csv）改名为「{word}」。",
        MemberSymbol => $"登记数据也要改：其中填写的「{symbol.Name}」改为「{word}」。",
        ParameterSymbol { IsExternal: true } => $"参数数据（如 参数.csv）也要改：名称「{symbol.Name}」改为「{word}」。",
        NumberedSymbol => $"核定、兑现记录和参数数据里写了编号 {symbol.Name} 的，也要改为 {word}。",
        PolicySymbol => $"核定、兑现记录和参数数据里写了文号「{symbol.Name}」的，也要改为「{word}」。",
        _ => null,
    };

    private static string Place(SourceText source, TextSpan span) =>
        $"{PathText.NameOf(source.Path)} 第 {source.PositionOf(span.Start).Line + 1} 行";
}
