// What each word of a file is, for colours.
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;

namespace Dsl.LanguageServer.Features.SemanticTokens;

/// <summary>What a word is.</summary>
internal enum TokenKind
{
    Keyword,
    Field,
    Member,
    Parameter,
    Local,
    Function,
    Number,
    Text,
    Comment,
    Table,
    List,
    Label,
    Operator,
}

/// <summary>What else is true of a word.</summary>
[Flags]
internal enum TokenModifiers
{
    None = 0,
    Declaration = 1,

    /// <summary>A fact of a row under 每个 or in an aggregate.</summary>
    OfRow = 2,
    BuiltIn = 4,
}

/// <summary>A coloured span within one line.</summary>
internal readonly record struct ColouredToken(TextSpan Span, TokenKind Kind, TokenModifiers Modifiers);

internal static class TokenKinds
{
    /// <summary>The coloured words that touch a span of a file, in the order of the text; none spans lines.</summary>
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
            FieldSymbol field => (TokenKind.Field, (field.Table is DetailSymbol ? TokenModifiers.OfRow : TokenModifiers.None)
                | (field.Syntax is null ? TokenModifiers.BuiltIn : TokenModifiers.None)),
            MemberSymbol => (TokenKind.Member, TokenModifiers.None),
            ParameterSymbol => (TokenKind.Parameter, TokenModifiers.None),
            LocalSymbol => (TokenKind.Local, TokenModifiers.None),
            DetailSymbol { IsBuiltIn: true } => (TokenKind.Table, TokenModifiers.BuiltIn),
            TableSymbol => (TokenKind.Table, TokenModifiers.None),
            ListSymbol => (TokenKind.List, TokenModifiers.None),
            NumberedSymbol => (TokenKind.Label, TokenModifiers.None),
            _ => (TokenKind.Text, TokenModifiers.None),
        };
        return new(token.Span, kind, modifiers | (name.IsDeclaration ? TokenModifiers.Declaration : TokenModifiers.None));
    }

    private static ColouredToken? OfToken(SyntaxToken token, SyntaxToken? before)
    {
        TokenKind? kind = token.Kind switch
        {
            SyntaxKind.LineKeyword => TokenKind.Keyword,
            SyntaxKind.NumberLiteral or SyntaxKind.RatioLiteral or SyntaxKind.DateLiteral or SyntaxKind.YearLiteral => TokenKind.Number,
            SyntaxKind.Quote or SyntaxKind.TextLiteral => TokenKind.Text,
            SyntaxKind.YesKeyword or SyntaxKind.NoKeyword => TokenKind.Number,
            >= SyntaxKind.AndKeyword and <= SyntaxKind.OrLessSuffix => TokenKind.Keyword,
            >= SyntaxKind.NotEquals and <= SyntaxKind.LessOrEqual =>
                token.Text.Length > 0 && char.IsLetter(token.Text[0]) ? TokenKind.Keyword : TokenKind.Operator,
            SyntaxKind.Name => OfWord(token.Value, before),
            _ => null,
        };
        return kind is { } known
            ? new(token.Span, known, known == TokenKind.Function ? TokenModifiers.BuiltIn : TokenModifiers.None)
            : null;
    }

    private static TokenKind? OfWord(string word, SyntaxToken? before) =>
        AggregateFunctions.Find(word) is not null || BuiltinFunctions.Find(word) is not null || word == SyntaxFacts.Progressive
            || SyntaxFacts.HistoryFunctions.Contains(word)
            ? TokenKind.Function
        : Semantics.Binding.Context.IntrinsicNames.Find(word) is not null
            || word is Semantics.Bound.BoundWindow.NumberOfYear or Semantics.Bound.BoundWindow.MonthsOfYear
                or Completion.YearFacts.ThisYear or Completion.YearFacts.LastYear
            || Semantics.Bound.BoundHistory.IsLeft(word) ? TokenKind.Local
        // Words that only the parser of one line knows: 频次 每年, 奖补 = 核定 最高, 条款 after 算例.
        : before is { Kind: SyntaxKind.LineKeyword or SyntaxKind.Equals } || word is "最高" or "最低" or "最多" or "累计" or "连续" or "自"
            or "计" or "数量" or "期次" or "余款" or "次年起" or "当年起" or "次月起" or "当月起" or "起" or "外部" or "行"
            or "认定" or "缺省" or "范围" or "计量"
            or SyntaxFacts.ByYear or SyntaxFacts.ForTheFirstTime or SyntaxFacts.PerIncrease
            or SyntaxFacts.ClauseKind or ReferenceWords.Amount or ReferenceWords.Like
            || Syntax.Tree.FrequencyLine.IsNumberedYear(word) || PlaceWords.All.Contains(word)
            ? TokenKind.Keyword
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
            yield return new(TextSpan.FromBounds(start + at, start + end), TokenKind.Comment, TokenModifiers.None);
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
