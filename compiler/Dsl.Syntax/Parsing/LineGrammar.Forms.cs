// Lines with words of their own: 奖补, 频次, 分担, fields, 已知, records.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Superpower;
using Superpower.Model;
using LineParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.LineSyntax>;
using TokenParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.SyntaxToken>;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

internal sealed partial class LineGrammar
{
    private const string CaseByCase = "一事一议";

    // 奖补 = 一事一议 [最低 value] | 核定 [最低 value] [最高 value] | 核定 value..value | value.
    private LineParser Award(TokenParser equals)
    {
        // 奖补 最高 100万元, 奖补 = 最高 100万元: 核定 is missing, or it is a formula.
        var bareCeiling = Sequence(Any, OrMissing(SyntaxKind.Equals),
            AllWrong(static place =>
                SyntaxDiagnostics.BareCeiling(place.Source, place.Current, place.End, hasEquals: place.Previous.Kind == SyntaxKind.Equals)),
            static (keyword, equals, value) => (LineSyntax)new AwardLine(equals, null, null, null, null, value) { Keyword = keyword });
        var formula = _expressionOrTable.Select(static value => new Decision { Value = value });
        var decision = When(static place => place.IsWord(CaseByCase) || place.IsWord(SyntaxFacts.Approval), Decided(), formula);
        var award = Line(equals, decision,
            static (keyword, equals, decision, rest) =>
                new AwardLine(equals, decision.Mode, decision.AtLeast, decision.Floor, decision.AtMost, decision.Value)
                    { Keyword = keyword, Skipped = rest });
        return When(
            static place => Mistakes.IsCeiling(place, 1) || (place.Peek(1).Kind == SyntaxKind.Equals && Mistakes.IsCeiling(place, 2)),
            bareCeiling, award);
    }


    // 频次 (一次性 | 每次 | 每年) [自 expression (次年起 连续 expression | 第6年起 [连续 expression])
    //     | [累计] 最多 expression [计 expression]].
    private LineParser Frequency()
    {
        var expression = _expressions.Expression;
        var known = ReportAfter(Any, AfterFrequency);
        var mode =
            When(static place => place.Current.Kind == SyntaxKind.Name && SyntaxFacts.FrequencyModes.Contains(place.Current.Value), known,
                Report(
                    static place => SyntaxDiagnostics.UnknownFrequency(place.Source, place.Here, place.Previous.Value,
                        place.AtEnd ? place.PreviousEnd : place.End),
                    Missing(SyntaxKind.Name)));
        // 第6年起 alone goes on as long as the policy is in force.
        var lasting = When(static place => place.AtEnd && place.Previous.Value.EndsWith("年起", StringComparison.Ordinal)
                && !SyntaxFacts.FirstYears.Contains(place.Previous.Value),
            Parse.Return<SyntaxToken, (SyntaxToken? Word, ExpressionSyntax? Limit)>(default),
            Sequence(ExpectedWord("连续"), expression,
                static (word, limit) => (Word: (SyntaxToken?)word, Limit: (ExpressionSyntax?)limit)));
        var from = Sequence(Any, expression, FirstYear(), lasting,
            static (from, anchor, first, years) => new Years(from, anchor, first.Word, first.Number, years.Word, years.Limit));
        var atMost = Sequence(Any, expression, static (limitWord, limit) => new Years(null, null, null, null, limitWord, limit));
        // 每年 累计 最多 36个月 counts something; 每次 累计 最多 3次 counts the rows.
        var counted = When(place => place.IsWord("计") || place.Context.At(1).Value == "每年",
            Sequence(ExpectedWord("计"), expression,
                static (word, value) => ((SyntaxToken Keyword, ExpressionSyntax Value)?)(word, value)),
            Parse.Return<SyntaxToken, (SyntaxToken Keyword, ExpressionSyntax Value)?>(null));
        var inTotal = Sequence(Any, ExpectedWord("最多"), expression, counted,
            static (total, limitWord, limit, counted) =>
                new Years(null, null, null, null, limitWord, limit) { InTotal = total, Counted = counted });
        var years = When(static place => place.IsWord("自"), from,
            When(static place => place.IsWord("最多"), atMost,
                When(static place => place.IsWord("累计"), inTotal, Parse.Return<SyntaxToken, Years>(default))));
        return Line(mode, years,
            static (keyword, mode, years, rest) =>
                new FrequencyLine(mode, years.LimitWord, years.Limit, years.From, years.Anchor, years.FirstYear, years.Number)
                    { Keyword = keyword, InTotal = years.InTotal, Counted = years.Counted, Skipped = rest });
    }

    private static Diagnostic? AfterFrequency(SyntaxToken mode, Place place) =>
        place.AtEnd || place.IsWord("自") || place.IsWord("最多") || (place.IsWord("累计") && mode.Value is "每次" or "每年") ? null
            : mode.Value == "每年" ? SyntaxDiagnostics.UnknownMode(place.Source, place.Here, mode.Text,
                "最多 几年，或 自 某日 次年起（当年起、次月起） 连续 几年，或什么也不写", "每年 最多 3年")
            : SyntaxDiagnostics.ExtraText(place.Source, place.Current, place.End);

    // 自 评定日期 起 连续 3年: any word in the place of 次年起 is taken for it, and reported once.
    private TokenListParser<SyntaxToken, (SyntaxToken? Word, SyntaxToken? Number)> FirstYear()
    {
        static (SyntaxToken? Word, SyntaxToken? Number) Alone(SyntaxToken word) => (word, null);
        var other = Report(
            static place => SyntaxDiagnostics.UnknownMode(place.Source, place.Current.Span, place.Previous.Text,
                string.Join(" 或 ", SyntaxFacts.FirstYears.Append("第6年起")), $"每年 自 {place.Previous.Text} 次年起 连续 3年"),
            Any);
        var spaced = Sequence(Any, Any, static (word, number) => (Word: (SyntaxToken?)word, Number: (SyntaxToken?)number));
        return When(
            static place => place.Current.Kind == SyntaxKind.Name
                && (SyntaxFacts.FirstYears.Contains(place.Current.Value) || FrequencyLine.IsNumberedYear(place.Current.Value)),
            Any.Select(Alone),
            When(static place => place.IsWord("第") && FrequencyLine.IsNumberedYear("第" + place.Peek(1).Value), spaced,
                When(static place => place.Current.Kind == SyntaxKind.Name && place.Peek(1).Value == "连续", other, ExpectedWord("次年起"))
                    .Select(Alone)));
    }

    private TokenParser ExpectedWord(string word) => When(place => place.IsWord(word), Any,
        Report(place => SyntaxDiagnostics.MissingSign(place.Source, place.Here, word, place.PreviousEnd, place.Current),
            Missing(SyntaxKind.Name)));

    // 分担 市级:区级 = 6:4. One mistake of a line of three words: the whole line is said anew.
    private TokenListParserResult<SyntaxToken, LineSyntax> Share(Tokens input)
    {
        var keyword = Take(input);
        var levels = ImmutableArray.CreateBuilder<SyntaxToken>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        var rest = keyword.Remainder;
        do
        {
            var level = OrMissing(SyntaxKind.Name)(rest);
            levels.Add(level.Value);
            elements.Add(level.Value);
            rest = level.Remainder;
            if (Context.At(rest.Position).Kind != SyntaxKind.Colon)
                continue;
            var colon = Take(rest);
            elements.Add(colon.Value);
            rest = colon.Remainder;
        }
        while (elements[^1] is SyntaxToken { Kind: SyntaxKind.Colon });
        var equals = Maybe(SyntaxKind.Equals)(rest);
        var ratio = Maybe(SyntaxKind.RatioLiteral)(equals.Remainder);
        CheckShare(keyword.Value, levels, equals.Value, ratio.Value, ratio.Remainder);
        var all = TakeAll(ratio.Remainder);
        var line = new ShareLine(
            new(levels.ToImmutable(), elements.ToImmutable()), equals.Value ?? Missing(SyntaxKind.Equals)(ratio.Remainder).Value,
            ratio.Value ?? Missing(SyntaxKind.RatioLiteral)(ratio.Remainder).Value)
                { Keyword = keyword.Value, Skipped = all.Value };
        return Result<LineSyntax>(line, input, all.Remainder);
    }

    private void CheckShare(SyntaxToken keyword, IEnumerable<SyntaxToken> levels, SyntaxToken? equals, SyntaxToken? ratio, Tokens rest)
    {
        var found = Context.Found;
        // 市:区 = 6:4.
        var isWrong = found.Count > 0
            || levels.Any(static level =>
                level.IsMissing || (!SyntaxFacts.GovernmentLevels.Contains(level.Value) && ShareWords.Level(level.Value) is not null));
        if (!isWrong && equals is not null && ratio is not null && rest.IsAtEnd)
            return;
        if (found.All(static each => !each.Fixes.Any(static fix => !fix.IsGuess)) || equals is null)
            found.Clear();
        if (found.Count == 0)
            found.Add(SyntaxDiagnostics.ShareForm(Context.Source, keyword, Context.PlaceOf(rest).End));
        Context.IsSilent = true;
    }

    // [主键] name : type [范围 range] [缺省 expression] [认定].
    private LineParser Field(TokenListParser<SyntaxToken, SyntaxToken?> keyword)
    {
        var bracket = Report(
            static place => place.Previous.Kind == SyntaxKind.Name && place.Current.Kind == SyntaxKind.OpenParenthesis
                ? SyntaxDiagnostics.BracketInName(place.Source, place.Previous, place.Current)
                : null,
            _expressions.Sign(SyntaxKind.Colon, ":"));
        var rest = Report(Mistakes.AfterField, (TokenListParser<SyntaxToken, ImmutableArray<SyntaxToken>>)Rest);
        var whole = Sequence(_expressions.Name, bracket, Type, Modifiers(), rest,
            static (name, colon, type, modifiers, rest) => new FieldParts(name, colon, type, modifiers, rest));
        // 研发 费用 : 金额: a name with a space in it.
        var split = Sequence(Any, AllWrong(static place => SyntaxDiagnostics.SpaceInName(place.Source, place.Previous, place.Current)),
            Missing(SyntaxKind.Name), Missing(SyntaxKind.Colon), MissingType(),
            static (first, others, name, colon, type) => new FieldParts(name, colon, type, [], [first, .. others.Tokens]));
        var field = Report(
            static place => place.Current.Kind == SyntaxKind.Name && SyntaxFacts.FindLineKeyword(place.Current.Value) is { } keyword
                && !SyntaxFacts.MayBeName(keyword)
                ? SyntaxDiagnostics.KeywordAsField(place.Source, place.Current)
                : null,
            When(static place => place.IsNameBefore(SyntaxKind.Name) && place.Peek(2).Kind == SyntaxKind.Colon, split, whole));
        return Sequence(keyword, field, static (keyword, field) =>
            (LineSyntax)new FieldLine(field.Name, field.Colon, field.Type, field.Modifiers) { Keyword = keyword, Skipped = field.Rest });
    }

    private TokenListParser<SyntaxToken, ImmutableArray<FieldModifierSyntax>> Modifiers()
    {
        var values = new Dictionary<string, TokenListParser<SyntaxToken, FieldModifierSyntax>>(StringComparer.Ordinal)
        {
            ["范围"] = Sequence(Any, _expressions.Range, static (word, value) => new FieldModifierSyntax(word, value)),
            ["缺省"] = Sequence(Any, _expressions.Expression, static (word, value) => new FieldModifierSyntax(word, value)),
        };
        var alone = Any.Select(static word => new FieldModifierSyntax(word, null));
        return input =>
        {
            var modifiers = ImmutableArray.CreateBuilder<FieldModifierSyntax>();
            var rest = input;
            while (Context.At(rest.Position) is { Kind: SyntaxKind.Name, Value: var word } && SyntaxFacts.FieldModifiers.Contains(word))
            {
                var modifier = values.GetValueOrDefault(word, alone)(rest);
                modifiers.Add(modifier.Value);
                rest = modifier.Remainder;
            }
            return Result(modifiers.ToImmutable(), input, rest);
        };
    }

    // 已知 [table [count] :] (无 | name = value {; name = value}).
    private LineParser Given()
    {
        var counted = Sequence(Any, Any, Any, static (table, count, colon) => new Subject(table, new LiteralExpression(count), colon));
        var plain = Sequence(Any, Any, static (table, colon) => new Subject(table, null, colon));
        var subject = When(static place => place.IsNameBefore(SyntaxKind.NumberLiteral) && place.Peek(2).Kind == SyntaxKind.Colon, counted,
            When(static place => place.IsNameBefore(SyntaxKind.Colon), plain, Parse.Return<SyntaxToken, Subject>(default)));
        var none = Any.Select(static none => new Facts(SeparatedList<AssignmentSyntax>.Empty, none));
        var assignment = Sequence(_expressions.Name, _expressions.Sign(SyntaxKind.Equals, "="), _expressions.Expression,
            static (name, equals, value) => new AssignmentSyntax(name, equals, value));
        var facts =
            When(static place => place.Previous.Kind == SyntaxKind.Colon && place.IsWord("无") && place.Peek(1).Kind != SyntaxKind.Equals,
                none, Assignments(assignment));
        return Line(subject, facts,
            static (keyword, subject, facts, rest) =>
                new GivenLine(subject.Table, subject.Count, subject.Colon, facts.Assignments, facts.None)
                    { Keyword = keyword, Skipped = rest });
    }

    private TokenListParser<SyntaxToken, Facts> Assignments(TokenListParser<SyntaxToken, AssignmentSyntax> assignment) => input =>
    {
        var items = ImmutableArray.CreateBuilder<AssignmentSyntax>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        var rest = input;
        do
        {
            if (items.Count > 0 && Context.PlaceOf(rest).IsNameBefore(SyntaxKind.Colon))
            {
                Context.Report(Context.PlaceOf(rest), static place => SyntaxDiagnostics.SecondTable(place.Source, place.Current));
                Context.IsSilent = true;
                break;
            }
            var item = assignment(rest);
            items.Add(item.Value);
            elements.Add(item.Value);
            rest = item.Remainder;
            if (Context.At(rest.Position).Kind is not (SyntaxKind.Semicolon or SyntaxKind.Comma))
                break;
            Context.Report(Context.PlaceOf(rest),
                static place => place.Peek(1).Kind is SyntaxKind.Semicolon or SyntaxKind.Comma or SyntaxKind.EndOfFile
                    ? SyntaxDiagnostics.LooseSeparator(place.Source, place.Current)
                    : null);
            var separator = Take(rest);
            elements.Add(separator.Value);
            rest = separator.Remainder;
        }
        while (!rest.IsAtEnd);
        return Result(new Facts(new(items.ToImmutable(), elements.ToImmutable()), null), input, rest);
    };

    // [文号] [条款 number] [year] amount [数量 quantity] [期次 2023年度 1期] [行 key].
    private LineParser Record()
    {
        var number = Sequence(Any, Expect(SyntaxKind.Word, static place => SyntaxDiagnostics.MissingNumber(place.Source, place.Previous)),
            static (word, number) => (Word: (SyntaxToken?)word, Number: (SyntaxToken?)number));
        var clause = Choose(Parse.Return<SyntaxToken, (SyntaxToken? Word, SyntaxToken? Number)>(default), On(number, SyntaxKind.Word));
        var policy = Optional(static place => place.Current is { Kind: SyntaxKind.Word, Value: not SyntaxFacts.ClauseKind }, Any);
        var year = Optional(static place => place.Current.Kind == SyntaxKind.YearLiteral,
            Any.Select(static token => (ExpressionSyntax)new LiteralExpression(token)));
        var row = When(static place => place.IsWord("行"),
            Sequence(Any, _expressions.Expression, static (word, key) => (Word: (SyntaxToken?)word, Key: (ExpressionSyntax?)key)),
            Parse.Return<SyntaxToken, (SyntaxToken? Word, ExpressionSyntax? Key)>(default));
        var quantity = When(static place => place.IsWord("数量"),
            Sequence(Any, _expressions.Expression, static (word, value) => ((SyntaxToken Keyword, ExpressionSyntax Value)?)(word, value)),
            Parse.Return<SyntaxToken, (SyntaxToken Keyword, ExpressionSyntax Value)?>(null));
        var part = When(static place => place.IsWord("期次"),
            Sequence(Any, _expressions.Expression, _expressions.Expression, static (word, year, number) =>
                ((SyntaxToken Keyword, ExpressionSyntax Year, ExpressionSyntax Number)?)(word, year, number)),
            Parse.Return<SyntaxToken, (SyntaxToken Keyword, ExpressionSyntax Year, ExpressionSyntax Number)?>(null));
        var more = Sequence(quantity, part, static (quantity, part) => (Quantity: quantity, Part: part));
        var record = Sequence(policy, clause, year, _expressions.Expression, more, row,
            static (policy, clause, year, amount, more, row) =>
                (Policy: policy, Clause: clause, Year: year, Amount: amount, more.Quantity, more.Part, Row: row));
        return Line(record, static (keyword, record, rest) =>
            new RecordLine(record.Policy, record.Clause.Word, record.Clause.Number, record.Year, record.Amount, record.Row.Word,
                record.Row.Key)
                { Keyword = keyword, Quantity = record.Quantity, Part = record.Part, Skipped = rest });
    }

    private readonly record struct Years(SyntaxToken? From, ExpressionSyntax? Anchor, SyntaxToken? FirstYear, SyntaxToken? Number,
        SyntaxToken? LimitWord, ExpressionSyntax? Limit)
    {
        public SyntaxToken? InTotal { get; init; }

        public (SyntaxToken Keyword, ExpressionSyntax Value)? Counted { get; init; }
    }

    private readonly record struct FieldParts(SyntaxToken Name, SyntaxToken Colon, TypeSyntax Type,
        ImmutableArray<FieldModifierSyntax> Modifiers, ImmutableArray<SyntaxToken> Rest);

    private readonly record struct Subject(SyntaxToken? Table, LiteralExpression? Count, SyntaxToken? Colon);

    private readonly record struct Facts(SeparatedList<AssignmentSyntax> Assignments, SyntaxToken? None);
}
