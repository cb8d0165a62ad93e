// Lines inside blocks: one method per form.
using System.Collections.Immutable;
using Dsl.Library.Text;
using Dsl.Syntax.Parsing;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Tests.Oracle;

internal sealed partial class OldParser
{
    private bool _misplacedBefore;

    private LineSyntax ParseLine()
    {
        if (_statement.Keyword is not { } keyword)
        {
            // What was meant as a header misplaces the lines below it.
            _misplacedBefore = (_block & (BlockKinds.Scope | BlockKinds.Data | BlockKinds.Detail)) == 0;
            return ParseBareLine();
        }
        ReportIfMisplaced(keyword);
        return keyword.Shape switch
        {
            LineShape.Text => ParseText(Take()),
            LineShape.Words => ParseWords(Take(), keyword),
            LineShape.Quotes => ParseQuotes(Take()),
            LineShape.Expression => ParseExpressionLine(Take()),
            LineShape.Let => ParseLet(Take()),
            LineShape.Award => ParseAward(Take()),
            LineShape.Frequency => ParseFrequency(Take()),
            LineShape.Share => ParseShare(Take()),
            LineShape.Field => ParseField(Take()),
            LineShape.Indicator => ParseIndicator(Take()),
            LineShape.TargetValue => ParseTargetValue(Take()),
            LineShape.TargetPart when _block == BlockKinds.Example => ParseExpectPart(Take()),
            LineShape.TargetPart => ParseTargetPart(Take()),
            LineShape.Given => ParseGiven(Take()),
            LineShape.Record => ParseRecord(Take()),
            LineShape.Expect => ParseExpect(Take()),
            _ => new ErrorLine { Keyword = Take(), Skipped = SkipRest() },
        };
    }

    // A forgotten header misplaces every line below it: one report for a run of such lines.
    private void ReportIfMisplaced(LineKeyword keyword)
    {
        var misplaced = (keyword.Within & _block) == 0;
        if (misplaced)
            _found.Clear();
        if (misplaced && !_misplacedBefore)
            _found.Add(SyntaxDiagnostics.MisplacedKeyword(source, Current.Span, keyword, _block));
        _misplacedBefore = misplaced;
        _silent = misplaced;
    }

    private LineSyntax ParseBareLine()
    {
        if ((_block & (BlockKinds.Scope | BlockKinds.Data | BlockKinds.Detail)) == 0)
            return new ErrorLine { Skipped = TakeRest() };
        var (first, second, lexical) = (Current, PeekToken(1), _found.Count);
        LineSyntax line = _block == BlockKinds.Scope ? new ExpressionLine(ParseExpression()) { Skipped = SkipRest() } : ParseField(null);
        var likeKeywordAndContent = first.Kind == SyntaxKind.Name && (second.Kind is SyntaxKind.Name or SyntaxKind.NumberLiteral) ;
        if (_found.Count > lexical && likeKeywordAndContent)
            ReportMisspeltKeyword(first, lexical);
        return line;
    }

    // 明西 项目 属于 企业 among fields: the line makes no sense as one, and its first word is nearly a keyword.
    private void ReportMisspeltKeyword(SyntaxToken first, int lexical)
    {
        var words = SyntaxFacts.LineKeywords.Where(keyword => keyword.Opens != BlockKinds.None || (keyword.Within & _block) != 0).Select(static keyword => keyword.Word);
        var nearest = EditDistance.Nearest(first.Value, words).Where(word => NameLikeness.Of(first.Value, word) != Likeness.Contrary).ToList();
        if (nearest.Count == 0)
            return;
        _found.RemoveRange(lexical, _found.Count - lexical);
        _found.Add(SyntaxDiagnostics.UnknownKeyword(source, first.Span, nearest));
    }

    private TextLine ParseText(SyntaxToken keyword)
    {
        var text = TakeIf(SyntaxKind.FreeText);
        if (text is null)
            Report(SyntaxDiagnostics.MissingContent(source, keyword));
        return new(text ?? Missing(SyntaxKind.FreeText)) { Keyword = keyword, Skipped = SkipRest() };
    }

    private QuoteLine ParseQuotes(SyntaxToken keyword)
    {
        var quotes = ImmutableArray.CreateBuilder<SyntaxToken>();
        while (TakeIf(SyntaxKind.Quote) is { } quote)
            quotes.Add(quote);
        if (Current.Kind == SyntaxKind.FreeText)
            Report(SyntaxDiagnostics.TextOutsideQuote(source, Current));
        else if (quotes.Count == 0)
            Report(SyntaxDiagnostics.MissingQuote(source, keyword));
        return new(quotes.ToImmutable()) { Keyword = keyword, Skipped = TakeRest() };
    }

    private ExpressionLine ParseExpressionLine(SyntaxToken keyword)
    {
        // 累计上限 = 300万元, 单位上限 不超过 300万元: what is said by the keyword already. Alone it may be the name of a fact.
        if (Current.Kind == SyntaxKind.Name && _index + 1 == _statement.Tokens.Count && keyword.Value is "单位上限" or "累计上限" or "规模" && SyntaxDiagnostics.GluedNeedlessWord(source, keyword, Current) is { } glued)
        {
            Report(glued);
            return new(new ErrorExpression(TakeRest())) { Keyword = keyword };
        }
        if (_index + 1 < _statement.Tokens.Count && (Current.Kind is SyntaxKind.Equals or SyntaxKind.Colon or SyntaxKind.LessOrEqual || (Current is { Kind: SyntaxKind.Name, Value: "最高" } && PeekToken(1).Kind == SyntaxKind.NumberLiteral)))
        {
            // 单位上限 不超过100万元: one word too many, not one space too few.
            _found.RemoveAll(found => found.Span == Current.Span);
            Report(SyntaxDiagnostics.NeedlessWord(source, keyword, Current, PeekToken(1).Span.Start));
            _silent = true;
            return new(new ErrorExpression(TakeRest())) { Keyword = keyword };
        }
        return new(ParseExpression()) { Keyword = keyword, Skipped = SkipRest() };
    }

    private LetLine ParseLet(SyntaxToken keyword) =>
        new(TakeName(), TakeSign(SyntaxKind.Equals, "="), ParseExpressionOrTable()) { Keyword = keyword, Skipped = SkipRest() };

    private AwardLine ParseAward(SyntaxToken keyword)
    {
        if (IsCeiling(0) || (Current.Kind == SyntaxKind.Equals && IsCeiling(1)))
            return ParseBareCeiling(keyword);
        var equals = TakeSign(SyntaxKind.Equals, "=");
        var mode = TakeWord("一事一议") ?? TakeWord(SyntaxFacts.Approval);
        var atMost = mode?.Value == SyntaxFacts.Approval ? TakeWord("最高") : null;
        if (mode is not null && atMost is null && !AtEnd)
            Report(IsCeiling(0) && mode.Value == SyntaxFacts.Approval
                ? SyntaxDiagnostics.GluedCeiling(source, Current, _statement.Tokens[^1].Span.End)
                : mode.Value == SyntaxFacts.Approval ? SyntaxDiagnostics.UnknownMode(source, Current.Span, mode.Value, "最高 和数额，或什么也不写", "核定 最高 100万元")
                : SyntaxDiagnostics.ExtraText(source, Current, _statement.Tokens[^1].Span.End));
        var value = mode is null || atMost is not null ? ParseExpressionOrTable() : null;
        return new(equals, mode, atMost, value) { Keyword = keyword, Skipped = SkipRest() };
    }

    // 奖补 最高 100万元, 奖补 = 最高 100万元: 核定 is missing, or it is a formula.
    private AwardLine ParseBareCeiling(SyntaxToken keyword)
    {
        var equals = TakeIf(SyntaxKind.Equals) ?? Missing(SyntaxKind.Equals);
        Report(SyntaxDiagnostics.BareCeiling(source, Current, _statement.Tokens[^1].Span.End, hasEquals: !equals.IsMissing));
        _silent = true;
        return new(equals, null, null, new ErrorExpression(TakeRest())) { Keyword = keyword };
    }

    private FrequencyLine ParseFrequency(SyntaxToken keyword)
    {
        var mode = SyntaxFacts.FrequencyModes.Contains(Current.Value) ? TakeIf(SyntaxKind.Name) : null;
        if (mode is null)
            Report(SyntaxDiagnostics.UnknownFrequency(source, Here, keyword.Value, AtEnd ? PreviousEnd : _statement.Tokens[^1].Span.End));
        else if (!AtEnd && !IsWord("自") && !IsWord("最多"))
            Report(mode.Value == "每年" ? SyntaxDiagnostics.UnknownMode(source, Here, mode.Text, "最多 几年，或 自 某日 次年起（当年起） 连续 几年，或什么也不写", "每年 最多 3年")
                : SyntaxDiagnostics.ExtraText(source, Current, _statement.Tokens[^1].Span.End));
        mode ??= Missing(SyntaxKind.Name);
        var from = TakeWord("自");
        var anchor = from is null ? null : ParseExpression();
        var firstYear = from is null ? null : TakeFirstYear();
        var limitWord = from is null ? TakeWord("最多") : TakeExpectedWord("连续");
        var limit = limitWord is null ? null : ParseExpression();
        return new(mode, limitWord, limit, from, anchor, firstYear) { Keyword = keyword, Skipped = SkipRest() };
    }

    // 自 评定日期 起 连续 3年: whatever stands in the place of 次年起 is taken for it, and reported once.
    private SyntaxToken TakeFirstYear()
    {
        if (Current.Kind == SyntaxKind.Name && SyntaxFacts.FirstYears.Contains(Current.Value))
            return Take();
        if (Current.Kind != SyntaxKind.Name || PeekToken(1).Value != "连续")
            return TakeExpectedWord("次年起");
        Report(SyntaxDiagnostics.UnknownMode(source, Current.Span, Previous.Text, string.Join(" 或 ", SyntaxFacts.FirstYears), $"每年 自 {Previous.Text} 次年起 连续 3年"));
        return Take();
    }

    private SyntaxToken TakeExpectedWord(string word)
    {
        if (TakeWord(word) is { } token)
            return token;
        Report(SyntaxDiagnostics.MissingSign(source, Here, word, PreviousEnd, Current));
        return Missing(SyntaxKind.Name);
    }

    private ShareLine ParseShare(SyntaxToken keyword)
    {
        // One mistake of a line of three words: the whole line is said anew.
        var end = _statement.Tokens[^1].Span.End;
        var levels = ImmutableArray.CreateBuilder<SyntaxToken>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        var wrong = _found.Count > 0;
        do
        {
            wrong |= Current.Kind != SyntaxKind.Name;
            var level = TakeIf(SyntaxKind.Name) ?? Missing(SyntaxKind.Name);
            levels.Add(level);
            elements.Add(level);
            if (Current.Kind == SyntaxKind.Colon)
                elements.Add(Take());
        }
        while (elements[^1] is SyntaxToken { Kind: SyntaxKind.Colon });
        var equals = TakeIf(SyntaxKind.Equals);
        var ratio = TakeIf(SyntaxKind.RatioLiteral);
        // 市:区 = 6:4.
        wrong |= levels.Any(static level => !SyntaxFacts.GovernmentLevels.Contains(level.Value) && ShareWords.Level(level.Value) is not null);
        if (wrong || equals is null || ratio is null || !AtEnd)
        {
            if (_found.All(found => !found.Fixes.Any(static fix => !fix.IsGuess)) || equals is null)
                _found.Clear();
            if (_found.Count == 0)
                _found.Add(SyntaxDiagnostics.ShareForm(source, keyword, end));
            _silent = true;
        }
        return new(new(levels.ToImmutable(), elements.ToImmutable()), equals ?? Missing(SyntaxKind.Equals), ratio ?? Missing(SyntaxKind.RatioLiteral)) { Keyword = keyword, Skipped = TakeRest() };
    }

    private FieldLine ParseField(SyntaxToken? keyword)
    {
        if (Current.Kind == SyntaxKind.Name && SyntaxFacts.FindLineKeyword(Current.Value) is not null)
            Report(SyntaxDiagnostics.KeywordAsField(source, Current));
        var name = TakeName();
        if (!name.IsMissing && Current.Kind == SyntaxKind.OpenParenthesis)
            Report(SyntaxDiagnostics.BracketInName(source, name, Current));
        else if (!name.IsMissing && Current.Kind == SyntaxKind.Name && PeekToken(1).Kind == SyntaxKind.Colon)
            return ParseSplitField(keyword, name);
        var colon = TakeSign(SyntaxKind.Colon, ":");
        var type = ParseType();
        var modifiers = ImmutableArray.CreateBuilder<FieldModifierSyntax>();
        while (Current.Kind == SyntaxKind.Name && SyntaxFacts.FieldModifiers.Contains(Current.Value))
        {
            var word = Take();
            modifiers.Add(new(word, word.Value switch { "范围" => ParseRange(), "缺省" => ParseExpression(), _ => null }));
        }
        if (!AtEnd && !HasReported)
            Report(FieldRest(name));
        return new(name, colon, type, modifiers.ToImmutable()) { Keyword = keyword, Skipped = SkipRest() };
    }

    // What stands behind a field: another field, more values, a word that is no modifier.
    private Dsl.Syntax.Diagnostics.Diagnostic FieldRest(SyntaxToken name)
    {
        var last = _statement.Tokens[^1].Span.End;
        var isNextField = Current.Kind is SyntaxKind.Comma or SyntaxKind.Semicolon && PeekToken(1).Kind == SyntaxKind.Name && PeekToken(2).Kind == SyntaxKind.Colon;
        return isNextField ? SyntaxDiagnostics.SecondField(source, Current, PeekToken(1), last)
            : Current.Kind == SyntaxKind.Comma && Previous.Kind == SyntaxKind.Name && PeekToken(1).Kind == SyntaxKind.Name ? SyntaxDiagnostics.BareList(source, Previous, last, ":")
            : Current.Kind == SyntaxKind.Name ? SyntaxDiagnostics.UnknownModifier(source, name, Previous, Current)
            : SyntaxDiagnostics.ExtraText(source, Current, last);
    }

    // 研发 费用 : 金额: a name with a space in it.
    private FieldLine ParseSplitField(SyntaxToken? keyword, SyntaxToken name)
    {
        Report(SyntaxDiagnostics.SpaceInName(source, name, Current));
        _silent = true;
        var rest = TakeRest();
        return new(Missing(SyntaxKind.Name), Missing(SyntaxKind.Colon), new(Missing(SyntaxKind.Name), null, null, null), []) { Keyword = keyword, Skipped = [name, .. rest] };
    }

    private TypeSyntax ParseType()
    {
        if (Current.Kind == SyntaxKind.OpenBracket)
            return new(null, null, null, ParseSet());
        if (TakeIf(SyntaxKind.Name) is not { } name)
        {
            Report(SyntaxDiagnostics.MissingType(source, Here, Current));
            return new(Missing(SyntaxKind.Name), null, null, null);
        }
        var over = TakeIf(SyntaxKind.Over);
        return new(name, over, over is null ? null : TakeName(), null);
    }

    private IndicatorLine ParseIndicator(SyntaxToken keyword)
    {
        if (TakeWord("外部") is { } external)
            return new(null, null, external, TakeSign(SyntaxKind.Colon, ":"), ParseType()) { Keyword = keyword, Skipped = SkipRest() };
        return new(TakeSign(SyntaxKind.Equals, "="), ParseExpression(), null, null, null) { Keyword = keyword, Skipped = SkipRest() };
    }

    private TargetValueLine ParseTargetValue(SyntaxToken keyword)
    {
        var (comparison, value, suffix) = ParseBound();
        return new(null, null, comparison, value, suffix) { Keyword = keyword, Skipped = SkipRest() };
    }

    private TargetValueLine ParseTargetPart(SyntaxToken keyword)
    {
        var part = ParseExpression();
        var colon = TakeSign(SyntaxKind.Colon, ":");
        var (comparison, value, suffix) = ParseBound();
        return new(part, colon, comparison, value, suffix) { Keyword = keyword, Skipped = SkipRest() };
    }

    /// <summary>超过 1.28万家, 100所以上, 100所.</summary>
    private (SyntaxToken? Comparison, ExpressionSyntax Value, SyntaxToken? Suffix) ParseBound()
    {
        var comparison = IsComparison(Current.Kind) ? Take() : null;
        var value = ParseAdditive();
        var suffix = IsSuffix(Current.Kind) ? Take() : null;
        if (comparison is not null && suffix is not null)
            ReportContradiction(comparison, value, suffix);
        return (comparison, value, suffix);
    }

    private GivenLine ParseGiven(SyntaxToken keyword)
    {
        var counted = PeekToken(1).Kind == SyntaxKind.NumberLiteral && PeekToken(2).Kind == SyntaxKind.Colon;
        var table = Current.Kind == SyntaxKind.Name && (counted || PeekToken(1).Kind == SyntaxKind.Colon) ? Take() : null;
        var count = table is not null && counted ? new LiteralExpression(Take()) : null;
        var colon = table is null ? null : Take();
        if (table is not null && IsWord("无") && PeekToken(1).Kind != SyntaxKind.Equals)
            return new(table, count, colon, SeparatedList<AssignmentSyntax>.Empty, Take()) { Keyword = keyword, Skipped = SkipRest() };
        var items = ImmutableArray.CreateBuilder<AssignmentSyntax>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        do
        {
            if (items.Count > 0 && Current.Kind == SyntaxKind.Name && PeekToken(1).Kind == SyntaxKind.Colon)
            {
                Report(SyntaxDiagnostics.SecondTable(source, Current));
                _silent = true;
                break;
            }
            var item = new AssignmentSyntax(TakeName(), TakeSign(SyntaxKind.Equals, "="), ParseExpression());
            items.Add(item);
            elements.Add(item);
            if (Current.Kind is SyntaxKind.Semicolon or SyntaxKind.Comma)
            {
                if (PeekToken(1).Kind is SyntaxKind.Semicolon or SyntaxKind.Comma or SyntaxKind.EndOfFile)
                    Report(SyntaxDiagnostics.LooseSeparator(source, Current));
                elements.Add(Take());
            }
        }
        while (!AtEnd && elements[^1] is SyntaxToken);
        return new(table, count, colon, new(items.ToImmutable(), elements.ToImmutable()), null) { Keyword = keyword, Skipped = SkipRest() };
    }

    private RecordLine ParseRecord(SyntaxToken keyword)
    {
        var policy = Current is { Kind: SyntaxKind.Word, Value: not SyntaxFacts.ClauseKind } ? Take() : null;
        var clauseWord = TakeIf(SyntaxKind.Word);
        var clause = clauseWord is null ? null : TakeIf(SyntaxKind.Word) ?? Missing(SyntaxKind.Word);
        if (clauseWord is not null && clause is { IsMissing: true })
            Report(SyntaxDiagnostics.MissingNumber(source, clauseWord));
        var year = Current.Kind == SyntaxKind.YearLiteral ? new LiteralExpression(Take()) : null;
        var amount = ParseExpression();
        var rowWord = TakeWord("行");
        var row = rowWord is null ? null : ParseExpression();
        return new(policy, clauseWord, clause, year, amount, rowWord, row) { Keyword = keyword, Skipped = SkipRest() };
    }

    private ExpectLine ParseExpect(SyntaxToken keyword)
    {
        if (Current.Kind is SyntaxKind.Equals or SyntaxKind.Colon && PeekToken(1).Kind != SyntaxKind.EndOfFile)
        {
            Report(SyntaxDiagnostics.NeedlessWord(source, keyword, Current, PeekToken(1).Span.Start));
            return new(null, null, null, new ErrorExpression(TakeRest())) { Keyword = keyword };
        }
        var (status, value) = ParseOutcome();
        return new(null, null, status, value) { Keyword = keyword, Skipped = SkipRest() };
    }

    private ExpectLine ParseExpectPart(SyntaxToken keyword)
    {
        var part = ParseExpression();
        var colon = TakeSign(SyntaxKind.Colon, ":");
        var (status, value) = ParseOutcome();
        return new(part, colon, status, value) { Keyword = keyword, Skipped = SkipRest() };
    }

    private (SyntaxToken? Status, ExpressionSyntax? Value) ParseOutcome()
    {
        var status = Current.Kind == SyntaxKind.Name && !StartsTerm(PeekToken(1).Kind) ? Take() : null;
        return (status, status is not null && AtEnd ? null : ParseRange());
    }

    // 应得 待核定 0元: a status. 应得 甲 + 1元, 应得 min(…): an expression.
    private static bool StartsTerm(SyntaxKind next) => next is SyntaxKind.OpenParenthesis or SyntaxKind.Dot or SyntaxKind.Range or SyntaxKind.RangeExclusive
        or (>= SyntaxKind.Equals and <= SyntaxKind.Over);
}
