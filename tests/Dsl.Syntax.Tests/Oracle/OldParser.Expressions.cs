// Expressions: one method per level, from 若 (lowest) to literals. Chains of one operator are loops; only nesting recurses.
using System.Collections.Immutable;
using Dsl.Syntax.Text;
using Dsl.Syntax.Parsing;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Tests.Oracle;

internal sealed partial class OldParser
{
    /// <summary>How deep brackets, 若, 非 and signs may stand within one another.</summary>
    public const int NestingLimit = 200;

    private int _nesting;
    private int _openParentheses;
    private int _openBrackets;

    // The left side of the last comparison of the statement: what 且 低于 500万元 leaves out.
    private TextSpan? _compared;

    private ExpressionSyntax ParseExpression()
    {
        // The outermost expression is no nesting.
        if (_nesting > NestingLimit)
            return TooDeep();
        _nesting++;
        var expression = Current.Kind == SyntaxKind.IfKeyword ? ParseConditional() : ParseOr();
        _nesting--;
        return expression;
    }

    private ExpressionSyntax ParseExpressionOrTable() => Current.Kind == SyntaxKind.Pipe ? ParseTable() : ParseExpression();

    private ErrorExpression TooDeep()
    {
        Report(SyntaxDiagnostics.TooDeep(source, Here, NestingLimit));
        _silent = true;
        return AtEnd ? new([Missing(SyntaxKind.Name)]) : new(TakeRest());
    }

    private ConditionalExpression ParseConditional()
    {
        var ifKeyword = Take();
        var condition = SkipCommaBefore(SyntaxKind.ThenKeyword, ParseExpression());
        var thenKeyword = TakeSign(SyntaxKind.ThenKeyword, "则");
        var whenTrue = SkipCommaBefore(SyntaxKind.ElseKeyword, ParseExpression());
        var elseKeyword = TakeSign(SyntaxKind.ElseKeyword, "否则");
        return new(ifKeyword, condition, thenKeyword, whenTrue, elseKeyword, ParseExpression());
    }

    private ExpressionSyntax ParseOr()
    {
        var left = ParseAnd();
        while (TakeIf(SyntaxKind.OrKeyword) is { } or)
            left = new BinaryExpression(left, or, ParseAnd());
        return left;
    }

    private ExpressionSyntax ParseAnd()
    {
        var left = ParseNot();
        while (TakeIf(SyntaxKind.AndKeyword) is { } and)
            left = new BinaryExpression(left, and, ParseNot());
        return left;
    }

    private ExpressionSyntax ParseNot() => ParsePrefixed(SyntaxKind.NotKeyword, static parser => parser.ParseComparison());

    private ExpressionSyntax ParseUnary() => ParsePrefixed(SyntaxKind.Minus, static parser => parser.ParsePrimary());

    /// <summary>Prefix operators, collected in a loop and counted as nesting.</summary>
    private ExpressionSyntax ParsePrefixed(SyntaxKind prefix, Func<OldParser, ExpressionSyntax> parseOperand)
    {
        if (Current.Kind != prefix)
            return parseOperand(this);
        var prefixes = new Stack<SyntaxToken>();
        while (TakeIf(prefix) is { } token)
            prefixes.Push(token);
        if (_nesting - 1 + prefixes.Count > NestingLimit)
        {
            _index -= prefixes.Count;
            return TooDeep();
        }
        _nesting += prefixes.Count;
        var operand = parseOperand(this);
        _nesting -= prefixes.Count;
        while (prefixes.TryPop(out var token))
            operand = new UnaryExpression(token, operand);
        return operand;
    }

    private ExpressionSyntax ParseComparison()
    {
        var left = ParseAdditive();
        var kind = Current.Kind;
        if (IsComparison(kind) && left is not ErrorExpression)
            _compared = left.Span;
        if (IsComparison(kind))
            return ParseComparisonWith(left, Take());
        if (kind is SyntaxKind.InKeyword or SyntaxKind.NotInKeyword)
        {
            var operatorToken = Take();
            return new MembershipExpression(left, operatorToken, ParseMembers(operatorToken.Text));
        }
        if (TakeIf(SyntaxKind.ReachedKeyword) is { } reached)
            return new BinaryExpression(left, reached, ParseAdditive());
        if (IsLiteral(kind) && IsSuffix(PeekToken(1).Kind))
            return new SuffixComparisonExpression(left, null, new LiteralExpression(Take()), Take());
        return left;
    }

    private ExpressionSyntax ParseComparisonWith(ExpressionSyntax left, SyntaxToken operatorToken)
    {
        var right = ParseAdditive();
        if (right is LiteralExpression && IsSuffix(Current.Kind))
        {
            var suffix = Take();
            ReportContradiction(operatorToken, right, suffix);
            return new SuffixComparisonExpression(left, operatorToken, right, suffix);
        }
        var comparison = new BinaryExpression(left, operatorToken, right);
        return IsComparison(Current.Kind) ? SkipChain(comparison, right) : comparison;
    }

    /// <summary>a &lt; b &lt; c …: reported, and kept as tokens only.</summary>
    private ErrorExpression SkipChain(BinaryExpression first, ExpressionSyntax middle)
    {
        Report(SyntaxDiagnostics.ChainedComparison(source, Current, middle.Span));
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        tokens.AddRange(first.Tokens);
        while (IsComparison(Current.Kind))
        {
            tokens.Add(Take());
            tokens.AddRange(ParseAdditive().Tokens);
        }
        return new(tokens.ToImmutable());
    }

    private void ReportContradiction(SyntaxToken operatorToken, ExpressionSyntax bound, SyntaxToken suffix)
    {
        var agrees = suffix.Kind == SyntaxKind.OrMoreSuffix ? SyntaxKind.GreaterOrEqual : SyntaxKind.LessOrEqual;
        if (operatorToken.Kind != agrees)
            Report(SyntaxDiagnostics.Contradiction(source, operatorToken, suffix, bound.Span));
    }

    private ExpressionSyntax ParseAdditive()
    {
        var left = ParseMultiplicative();
        while (Current.Kind is SyntaxKind.Plus or SyntaxKind.Minus)
            left = new BinaryExpression(left, Take(), ParseMultiplicative());
        return left;
    }

    private ExpressionSyntax ParseMultiplicative()
    {
        var left = ParseUnary();
        while (Current.Kind is SyntaxKind.Times or SyntaxKind.Over)
            left = new BinaryExpression(left, Take(), ParseUnary());
        return left;
    }

    private ExpressionSyntax ParsePrimary()
    {
        switch (Current.Kind)
        {
            case SyntaxKind.NumberLiteral when IsSpacedUnit(0):
                Report(SyntaxDiagnostics.SpacedUnit(source, Current, PeekToken(1)));
                return new ErrorExpression([Take(), Take()]);
            case var kind when IsLiteral(kind):
                return new LiteralExpression(Take());
            case SyntaxKind.Name when IsPriceInWords():
                Report(SyntaxDiagnostics.PriceInWords(source, Current, PeekToken(1)));
                return new ErrorExpression([Take(), Take()]);
            case SyntaxKind.Name:
                return ParseNameOrCall();
            case SyntaxKind.OpenParenthesis:
                return ParseParenthesized();
            case SyntaxKind.OpenBracket:
                return ParseSet();
            case SyntaxKind.IfKeyword or SyntaxKind.NotKeyword:
                return ParseExpression();
            case SyntaxKind.Bad:
                return new ErrorExpression([Take()]);
            case SyntaxKind.Quote:
                Report(SyntaxDiagnostics.QuoteInExpression(source, Current));
                return new ErrorExpression([Take()]);
            default:
                Report(IsComparison(Current.Kind) && _compared is { } compared ? SyntaxDiagnostics.NothingCompared(source, Current, source[compared])
                    : Previous.Kind == SyntaxKind.LineKeyword && Current.Kind is SyntaxKind.AndKeyword or SyntaxKind.OrKeyword ? SyntaxDiagnostics.NeedlessWord(source, Previous, Current, PeekToken(1).Kind == SyntaxKind.EndOfFile ? Current.Span.End : PeekToken(1).Span.Start)
                    : _inCell && Current.Kind == SyntaxKind.ElseKeyword ? SyntaxDiagnostics.OtherwiseInCell(source, Current)
                    : SyntaxDiagnostics.MissingExpression(source, Here, Previous));
                return new ErrorExpression([Missing(SyntaxKind.Name)]);
        }
    }

    private ExpressionSyntax ParseNameOrCall()
    {
        var name = Take();
        if (TakeIf(SyntaxKind.Dot) is { } dot)
            return new QualifiedNameExpression(name, dot, TakeName());
        return Current.Kind == SyntaxKind.OpenParenthesis ? ParseCall(name) : new NameExpression(name);
    }

    private CallExpression ParseCall(SyntaxToken name)
    {
        var open = Take();
        _openParentheses++;
        var arguments = ParseItems(static parser => parser.ParseExpression());
        _openParentheses--;
        return new(name, open, arguments, TakeClose(open, SyntaxKind.CloseParenthesis, ")"));
    }

    private ParenthesizedExpression ParseParenthesized()
    {
        var open = Take();
        _openParentheses++;
        var inner = ParseExpression();
        _openParentheses--;
        return new(open, inner, TakeClose(open, SyntaxKind.CloseParenthesis, ")"));
    }

    /// <summary>[a, b, 等].</summary>
    private SetExpression ParseSet()
    {
        var open = Take();
        _openBrackets++;
        var items = ParseItems(static parser => parser.ParseRange());
        var etc = TakeIf(SyntaxKind.EtcKeyword);
        _openBrackets--;
        return new(open, items, etc, TakeClose(open, SyntaxKind.CloseBracket, "]"));
    }

    /// <summary>What 属于 and 名录 want: a list, or the name of one.</summary>
    private ExpressionSyntax ParseMembers(string before)
    {
        if (Current.Kind == SyntaxKind.OpenParenthesis)
            return ParseRoundSet(before);
        if (Current.Kind is not (SyntaxKind.OpenBracket or SyntaxKind.Name or SyntaxKind.Bad))
            Report(SyntaxDiagnostics.MissingSet(source, Here, before));
        return ParseAdditive();
    }

    // 属于 （甲，乙）: the other kind of bracket.
    private ErrorExpression ParseRoundSet(string before)
    {
        var close = _index;
        while (close < _statement.Tokens.Count && _statement.Tokens[close].Kind != SyntaxKind.CloseParenthesis)
            close++;
        Report(SyntaxDiagnostics.RoundSet(source, before, Current, close < _statement.Tokens.Count ? _statement.Tokens[close] : null));
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        while (!AtEnd && _index <= close)
            tokens.Add(Take());
        return new(tokens.ToImmutable());
    }

    /// <summary>a, a..b, a..&lt;b, a.., ..b.</summary>
    private ExpressionSyntax ParseRange()
    {
        var low = Current.Kind is SyntaxKind.Range or SyntaxKind.RangeExclusive ? null : ParseExpression();
        if ((TakeIf(SyntaxKind.Range) ?? TakeIf(SyntaxKind.RangeExclusive)) is not { } range)
            return low ?? new ErrorExpression([Missing(SyntaxKind.Name)]);
        return new RangeExpression(low, range, StartsOperand(Current.Kind) && !IsFieldModifier || Current.Kind == SyntaxKind.Minus ? ParseAdditive() : null);
    }

    // 范围 0元.. 认定: the word behind an open range is the next modifier.
    private bool IsFieldModifier => _block is BlockKinds.Data or BlockKinds.Detail && SyntaxFacts.FieldModifiers.Contains(Current.Value);

    /// <summary>Items between commas up to a closing bracket, 等 or the end.</summary>
    private SeparatedList<ExpressionSyntax> ParseItems(Func<OldParser, ExpressionSyntax> parseItem)
    {
        var items = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        while (!EndsItems)
        {
            var before = _index;
            var item = parseItem(this);
            items.Add(item);
            elements.Add(item);
            if (TakeIf(SyntaxKind.Comma) is { } comma)
            {
                elements.Add(comma);
                if (Current.Kind is SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis || AtEnd)
                    Report(SyntaxDiagnostics.MissingExpression(source, Here, comma));
            }
            else if (!EndsItems && StartsOperand(Current.Kind) && _index > before)
            {
                Report(SyntaxDiagnostics.MissingComma(source, Previous, Current));
            }
            else if (!EndsItems)
            {
                elements.Add(SkipToComma());
            }
        }
        return new(items.ToImmutable(), elements.ToImmutable());
    }

    private bool EndsItems => AtEnd || Current.Kind is SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis or SyntaxKind.EtcKeyword or SyntaxKind.Pipe;

    private ErrorExpression SkipToComma()
    {
        ReportRest();
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        do
            tokens.Add(Take());
        while (!EndsItems && Current.Kind != SyntaxKind.Comma);
        if (Current.Kind == SyntaxKind.Comma)
            tokens.Add(Take());
        return new(tokens.ToImmutable());
    }

    /// <summary>The closing bracket; a wrong one is taken unless it closes a bracket further out.</summary>
    private SyntaxToken TakeClose(SyntaxToken open, SyntaxKind wanted, string close)
    {
        if (TakeIf(wanted) is { } right)
            return right;
        var closesOuter = Current.Kind == SyntaxKind.CloseBracket ? _openBrackets > 0 : _openParentheses > 0;
        if (Current.Kind is SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis && !closesOuter)
        {
            Report(SyntaxDiagnostics.WrongBracket(source, open, Current, close));
            return Take();
        }
        Report(SyntaxDiagnostics.UnclosedBracket(source, open, close, PreviousEnd));
        return Missing(wanted);
    }

    private static bool IsComparison(SyntaxKind kind) => kind is >= SyntaxKind.Equals and <= SyntaxKind.LessOrEqual;

    private static bool IsSuffix(SyntaxKind kind) => kind is SyntaxKind.OrMoreSuffix or SyntaxKind.OrLessSuffix;
}
