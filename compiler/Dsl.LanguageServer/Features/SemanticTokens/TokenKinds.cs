// What each word of a file is, for colours.
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;

namespace Dsl.LanguageServer.Features.SemanticTokens;

/// <summary>A coloured stretch within one line.</summary>
/// <param name="Span">The stretch.</param>
/// <param name="Kind">The index of its kind in <see cref="TokenKinds.Kinds"/>.</param>
/// <param name="Modifiers">The modifiers as bits of <see cref="TokenKinds.Modifiers"/>.</param>
internal readonly record struct ColouredToken(TextSpan Span, int Kind, int Modifiers);

/// <summary>Finds the kinds.</summary>
internal static class TokenKinds
{
    private const int Keyword = 0, Property = 1, EnumMember =
        2, Parameter = 3, Variable = 4, Function = 5, Number = 6, Text = 7, Comment = 8, Class = 9, Enum = 10, Label = 11, Operator = 12;
    private const int Declaration = 1, OfRow = 2, BuiltIn = 4;

    /// <summary>The kinds, in the order of their numbers.</summary>
    public static readonly string[] Kinds =
        ["keyword", "property", "enumMember", "parameter", "variable", "function", "number", "string", "comment", "class", "enum", "label",
            "operator"];

    /// <summary>The modifiers, in the order of their bits. row: a fact of a row under 每个 or in an aggregate.</summary>
    public static readonly string[] Modifiers = ["declaration", "row", "defaultLibrary"];

    /// <summary>The coloured stretches that touch a stretch of a file, in the order of the text; none spans lines.</summary>
    public static IEnumerable<ColouredToken> Of(Snapshot snapshot, string path, TextSpan range)
    {
        if (snapshot.TreeOf(path) is not { } tree)
            return [];
        var source = tree.Source;
        return All().Where(token => token.Span.End >= range.Start && token.Span.Start <= range.End)
            .SelectMany(token => ByLine(source, token));

        IEnumerable<ColouredToken> All()
        {
            foreach (var node in tree.Root.Blocks.Where(block => block.Span.End >= range.Start)
                .TakeWhile(block => block.Span.Start <= range.End + 1).Cast<SyntaxElement>().Append(tree.Root.EndOfFile))
            {
                SyntaxToken? before = null;
                foreach (var token in node.Tokens)
                {
                    foreach (var comment in Comments(token))
                        yield return comment;
                    if (token.Span.Length > 0 && (OfName(snapshot, path, token) ?? OfToken(token, before)) is { } coloured)
                        yield return coloured;
                    before = token;
                }
            }
        }
    }

    private static ColouredToken? OfName(Snapshot snapshot, string path, SyntaxToken token)
    {
        if (snapshot.Names.At(path, token.Span.Start) is not { } name
            || !(name.Span.Start == token.Span.Start || token.Kind == SyntaxKind.TextLiteral) || token.Kind == SyntaxKind.FreeText)
            return null;
        var (kind, modifiers) = name.Symbol switch
        {
            FieldSymbol field => (Property, (field.Table is DetailSymbol ? OfRow : 0) | (field.Syntax is null ? BuiltIn : 0)),
            MemberSymbol => (EnumMember, 0),
            ParameterSymbol => (Parameter, 0),
            LocalSymbol => (Variable, 0),
            DetailSymbol { IsBuiltIn: true } => (Class, BuiltIn),
            TableSymbol => (Class, 0),
            ListSymbol => (Enum, 0),
            NumberedSymbol => (Label, 0),
            _ => (Text, 0),
        };
        return new(token.Span, kind, modifiers | (name.IsDeclaration ? Declaration : 0));
    }

    private static ColouredToken? OfToken(SyntaxToken token, SyntaxToken? before)
    {
        int? kind = token.Kind switch
        {
            SyntaxKind.LineKeyword => Keyword,
            SyntaxKind.NumberLiteral or SyntaxKind.RatioLiteral or SyntaxKind.DateLiteral or SyntaxKind.YearLiteral => Number,
            SyntaxKind.Quote or SyntaxKind.TextLiteral => Text,
            SyntaxKind.YesKeyword or SyntaxKind.NoKeyword => Number,
            >= SyntaxKind.AndKeyword and <= SyntaxKind.OrLessSuffix => Keyword,
            >= SyntaxKind.NotEquals and <= SyntaxKind.LessOrEqual =>
                token.Text.Length > 0 && char.IsLetter(token.Text[0]) ? Keyword : Operator,
            SyntaxKind.Name => OfWord(token.Value, before),
            _ => null,
        };
        return kind is { } known ? new(token.Span, known, known == Function ? BuiltIn : 0) : null;
    }

    private static int? OfWord(string word, SyntaxToken? before) =>
        AggregateFunctions.Find(word) is not null || BuiltinFunctions.Find(word) is not null ? Function
        : Semantics.Binding.Context.IntrinsicNames.Find(word) is not null ? Variable
        // Words that only the parser of one line knows: 频次 每年, 奖补 = 核定 最高, 条款 behind 算例.
        : before is { Kind: SyntaxKind.LineKeyword or SyntaxKind.Equals } || word is "最高" or "最多" or "连续" or "自" or "次年起"
            or "当年起" or "起" or "外部" or "行" or "认定" or "缺省" or "范围" or "计量"
            ? Keyword
        : null;

    private static IEnumerable<ColouredToken> Comments(SyntaxToken token)
    {
        var trivia = token.LeadingTrivia;
        var start = token.Span.Start - trivia.Length;
        for (var at = trivia.IndexOf("//", StringComparison.Ordinal);
            at >= 0;
            at = at < trivia.Length ? trivia.IndexOf("//", at, StringComparison.Ordinal) : -1)
        {
            var end = trivia.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var length ? at + length : trivia.Length;
            yield return new(TextSpan.FromBounds(start + at, start + end), Comment, 0);
            at = end;
        }
    }

    private static IEnumerable<ColouredToken> ByLine(SourceText source, ColouredToken token)
    {
        var (first, last) = (source.PositionOf(token.Span.Start).Line, source.PositionOf(token.Span.End).Line);
        for (var line = first; line <= last; line++)
        {
            var span = source.LineSpan(line);
            var part = TextSpan.FromBounds(Math.Max(span.Start, token.Span.Start), Math.Min(span.End, token.Span.End));
            if (part.Length > 0)
                yield return token with { Span = part };
        }
    }
}
