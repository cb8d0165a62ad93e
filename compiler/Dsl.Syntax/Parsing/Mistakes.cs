// Diagnostics for the rest of a line that cannot be parsed: shapes of mistakes, each with its test and its message.
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Quantities;
using TextSpan = Dsl.Syntax.Text.TextSpan;

namespace Dsl.Syntax.Parsing;

/// <summary>The shapes of mistakes. Asked only where something is wrong: the first shape that fits is reported.</summary>
internal static class Mistakes
{
    // The rest of the line is not parsed. Tried in this order: more specific shapes come first.
    private static readonly Shape[] Left =
    [
        new(static place => place.Current.Kind is SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis,
            static place => SyntaxDiagnostics.ExtraBracket(place.Source, place.Current)),
        new(static place => IsComma(place) && place.Peek(-2).Kind is SyntaxKind.InKeyword or SyntaxKind.NotInKeyword,
            static place => SyntaxDiagnostics.UnbracketedSet(place.Source, place.Peek(-2), place.Previous, place.End)),
        new(static place => place.Current.Kind == SyntaxKind.Name && IsCeiling(place, 0),
            static place =>
                SyntaxDiagnostics.StrayCeiling(place.Source, place.Current, place.End, FormulaBefore(place), place.Context.Found)),
        new(IsCeilingAfterSign,
            static place =>
                SyntaxDiagnostics.StrayCeiling(place.Source, place.Peek(1), place.End, FormulaBefore(place), place.Context.Found)),
        new(static place => place.Current.Kind == SyntaxKind.Semicolon && IsInParentheses(place),
            static place => LexicalDiagnostics.OtherNotation(place.Source, place.Current.Span, ",")),
        new(static place => BetweenFigures(place) is not null,
            static place => BetweenFigures(place) ?? SyntaxDiagnostics.ExtraText(place.Source, place.Current, place.End)),
        new(IsSpacedUnit, static place => SyntaxDiagnostics.SpacedUnit(place.Source, place.Current, place.Peek(1))),
        new(static place => SyntaxFacts.IsSuffix(place.Current.Kind),
            static place => SyntaxDiagnostics.LooseSuffix(place.Source, place.Current, place.Peek(-2).Kind == SyntaxKind.ReachedKeyword)),
        new(static place => place.Current.Kind is SyntaxKind.Range or SyntaxKind.RangeExclusive,
            static place => SyntaxDiagnostics.StrayRange(place.Source, place.Current)),
        new(static place => SyntaxFacts.EndsOperand(place.Previous.Kind) && GluedInfix(place.Current) is not null,
            static place => GluedInfix(place.Current) is { } word
                ? LexicalDiagnostics.GluedWord(place.Source, word, word.End)
                : SyntaxDiagnostics.ExtraText(place.Source, place.Current, place.End)),
        new(static place => SyntaxFacts.IsLiteral(place.Current.Kind) && SyntaxFacts.IsLiteral(place.Previous.Kind),
            static place => SyntaxDiagnostics.TwoValues(place.Source, place.Current)),
        new(static place => SyntaxFacts.StartsOperand(place.Current.Kind) && SyntaxFacts.EndsOperand(place.Previous.Kind),
            static place => SyntaxDiagnostics.MissingOperator(place.Source, place.Previous, place.Current, place.Peek(1).Kind)),
        new(static place => place.Current.Kind == SyntaxKind.Pipe,
            static place =>
                SyntaxDiagnostics.ExtraText(place.Source, place.Current, place.End, "是表的，每一行都以「|」开头，以「|」结尾。")),
        new(IsOneOf, static place => SyntaxDiagnostics.SeveralValues(place.Source, place.Peek(-2), place.Previous, place.End)),
        new(static place => IsComma(place) && place.Context.IsInCell && place.Peek(1).Kind is SyntaxKind.Name,
            static place => SyntaxDiagnostics.ListInCell(place.Source, place.Previous, place.Current, CellEnd(place))),
        new(
            static place =>
                place.Current.Kind is SyntaxKind.Comma or SyntaxKind.Semicolon && place.Context.Statement.Keyword?.Word is "条件" or "排除",
            static place => SyntaxDiagnostics.CommaForAnd(place.Source, place.Current, place.End, place.Context.Compared, place.Peek(1))),
        new(
            static place => IsComma(place) && SyntaxFacts.IsLiteral(place.Previous.Kind) && SyntaxFacts.IsLiteral(place.Peek(1).Kind)
                && place.Context.Statement.Keyword is not null,
            static place => SyntaxDiagnostics.TwoValues(place.Source, place.Peek(1))),
        // Words after a formula lower the amount or add a condition: never offer to simply delete them.
        new(static place => place.Context.Statement.Keyword?.Shape == LineForm.Award,
            static place => SyntaxDiagnostics.ExtraText(place.Source, place.Current, place.End,
                "封顶的写成 min(算式, 100万元)，几年、几次的写在「频次」一行，要求写在「条件」一行；只是说明的，写成注释 // …。")),
        new(static _ => true, static place => SyntaxDiagnostics.ExtraText(place.Source, place.Current, place.End)),
    ];

    // A missing operand.
    private static readonly Shape[] NoOperand =
    [
        new(static place => SyntaxFacts.IsComparison(place.Current.Kind) && place.Context.Compared is not null,
            static place =>
                SyntaxDiagnostics.NothingCompared(place.Source, place.Current, place.Source[place.Context.Compared.GetValueOrDefault()])),
        new(
            static place =>
                place.Previous.Kind == SyntaxKind.LineKeyword && place.Current.Kind is SyntaxKind.AndKeyword or SyntaxKind.OrKeyword,
            static place => SyntaxDiagnostics.NeedlessWord(place.Source, place.Previous, place.Current,
                place.Peek(1).Kind == SyntaxKind.EndOfFile ? place.Current.Span.End : place.Peek(1).Span.Start)),
        new(static place => place.Context.IsInCell && place.Current.Kind == SyntaxKind.ElseKeyword,
            static place => SyntaxDiagnostics.OtherwiseInCell(place.Source, place.Current)),
        new(static _ => true, static place => SyntaxDiagnostics.MissingExpression(place.Source, place.Here, place.Previous)),
    ];

    // After a field's type and modifiers.
    private static readonly Shape[] AfterFieldShapes =
    [
        new(
            static place => place.Current.Kind is SyntaxKind.Comma or SyntaxKind.Semicolon && place.Peek(1).Kind == SyntaxKind.Name
                && place.Peek(2).Kind == SyntaxKind.Colon,
            static place => SyntaxDiagnostics.SecondField(place.Source, place.Current, place.Peek(1), place.End)),
        new(static place => IsComma(place) && place.Previous.Kind == SyntaxKind.Name && place.Peek(1).Kind == SyntaxKind.Name,
            static place => SyntaxDiagnostics.BareList(place.Source, place.Previous, place.End, ":")),
        new(static place => place.Current.Kind == SyntaxKind.Name,
            static place => SyntaxDiagnostics.UnknownModifier(place.Source, FieldName(place), place.Previous, place.Current)),
        new(static _ => true, static place => SyntaxDiagnostics.ExtraText(place.Source, place.Current, place.End)),
    ];

    /// <summary>What is wrong with what is left of a statement, a list or a cell.</summary>
    public static Diagnostic At(Place place) => Find(Left, place);

    /// <summary>What is wrong where an operand must stand.</summary>
    public static Diagnostic MissingOperand(Place place) => Find(NoOperand, place);

    /// <summary>
    /// Unexpected tokens after a field: another field, more values, a word that is no modifier. Null if an earlier mistake explains them.
    /// </summary>
    public static Diagnostic? AfterField(Place place) =>
        place.AtEnd || place.Context.Found.Count > 0 ? null : Find(AfterFieldShapes, place);

    /// <summary>若 甲，则 乙，否则 丙: all commas of a line with one fix.</summary>
    public static Diagnostic? CommaInConditional(Place place)
    {
        var (tokens, context) = (place.Context.Statement.Tokens, place.Context);
        return context.Found.Count > 0 ? null
            : SyntaxDiagnostics.CommaInConditional(place.Source,
                [.. tokens.Where((token, index) =>
                    token.Kind == SyntaxKind.Comma && context.At(index + 1).Kind is SyntaxKind.ThenKeyword or SyntaxKind.ElseKeyword)],
                place.Peek(1));
    }

    /// <summary>10 万元: a figure without a unit, then a word that is nothing but a scale and unit.</summary>
    public static bool IsSpacedUnit(Place place) =>
        place.Current is { Kind: SyntaxKind.NumberLiteral, Number: { Unit.Length: 0, PerUnit.Length: 0 } }
        && place.Peek(1) is { Kind: SyntaxKind.Name } unit && FigureScanner.Source.TryReadRun(unit.Value, out var measure)
        && measure.HasUnit;

    /// <summary>每人 800元: a price said as in documents, as one thing that cannot be computed.</summary>
    public static bool IsPriceInWords(Place place) =>
        place.Current is { Kind: SyntaxKind.Name, Text: ['每', _, ..] }
        && place.Peek(1) is { Kind: SyntaxKind.NumberLiteral, Number: { Unit: "元" } or { Unit.Length: 0, Scale.Length: > 0 } };

    /// <summary>最高, 最高100万元, 不超过 100万元, 封顶: the words of a ceiling outside of 核定.</summary>
    public static bool IsCeiling(Place place, int ahead)
    {
        var token = place.Peek(ahead);
        if (token.Kind == SyntaxKind.LessOrEqual)
            return place.Context.Statement.Keyword?.Shape == LineForm.Award && token.Text.Length > 1 && char.IsLetter(token.Text[0])
                && place.Peek(ahead + 1).Kind == SyntaxKind.NumberLiteral;
        return (token.Kind == SyntaxKind.Name && token.Value.StartsWith("最高", StringComparison.Ordinal))
            || (token.Kind == SyntaxKind.Name && place.Context.Statement.Keyword?.Shape == LineForm.Award
                && SyntaxDiagnostics.IsCeiling(token.Text))
            || (token is { Kind: SyntaxKind.Name, Value: "封顶" or "上限" or "上限为" or "最多" or "总额不超过" }
                && place.Peek(ahead + 1).Kind == SyntaxKind.NumberLiteral);
    }

    /// <summary>Whether all that was reported are words of habit, and a ceiling stands next.</summary>
    public static bool IsCeilingAfterHabits(Place place) =>
        FormulaBefore(place) is not null && place.Context.Found.TrueForAll(LexicalDiagnostics.IsOtherNotation)
        && (IsCeiling(place, 0) || IsCeilingAfterSign(place));

    private static bool IsCeilingAfterSign(Place place) =>
        place.Current.Kind is SyntaxKind.Comma or SyntaxKind.Semicolon or SyntaxKind.OpenParenthesis && IsCeiling(place, 1);

    /// <summary>Whether a parenthesis before the place is still open.</summary>
    private static bool IsInParentheses(Place place) =>
        place.Context.Statement.Tokens.Take(place.Index)
            .Sum(static token => token.Kind switch { SyntaxKind.OpenParenthesis => 1, SyntaxKind.CloseParenthesis => -1, _ => 0 }) > 0;

    /// <summary>
    /// 介于 1000万元 和 5000万元, 在 2021-01-01 之后: what a comparison says in the words of documents; null for anything else.
    /// </summary>
    private static Diagnostic? BetweenFigures(Place place)
    {
        if (place.Current is not { Kind: SyntaxKind.Name, Value: "介于" or "在" } || place.Previous.Kind != SyntaxKind.Name
            || !IsFigure(place.Peek(1).Kind))
            return null;
        var (second, isLast) = (place.Peek(2), place.Index + 3 >= place.Context.Count);
        if (second.Kind == SyntaxKind.Name && isLast && SyntaxDiagnostics.SideOf(second.Value) is { } side)
            return SyntaxDiagnostics.OnOneSide(place.Source, place.Previous, place.Current, place.Peek(1), second, side);
        return IsFigure(place.Peek(3).Kind)
            && (place.Index + 4 >= place.Context.Count || (place.Index + 5 >= place.Context.Count && place.Peek(4).Value is "之间" or "间"))
            ? SyntaxDiagnostics.Between(place.Source, place.Previous, place.Current, place.Peek(1), place.Peek(3), place.End) : null;
    }

    private static bool IsFigure(SyntaxKind kind) => kind is SyntaxKind.NumberLiteral or SyntaxKind.DateLiteral or SyntaxKind.YearLiteral;

    private static Diagnostic Find(Shape[] shapes, Place place) => Array.Find(shapes, shape => shape.Fits(place)).Finding(place);

    private static bool IsComma(Place place) => place.Current.Kind == SyntaxKind.Comma;

    /// <summary>The formula of 奖补 = … before the place; null on other lines.</summary>
    private static TextSpan? FormulaBefore(Place place) =>
        place.Index > 2 && place.Context.Statement.Tokens is [{ Value: "奖补" }, { Kind: SyntaxKind.Equals }, var first, ..]
            ? TextSpan.FromBounds(first.Span.Start, place.PreviousEnd)
            : null;

    /// <summary>注册区县 = 渝中区、江津区.</summary>
    private static bool IsOneOf(Place place) =>
        IsComma(place) && place.Previous.Kind == SyntaxKind.Name && place.Peek(-2).Kind is SyntaxKind.Equals
        && place.Context.Statement.Keyword?.Shape == LineForm.Expression
        && place.Context.Statement.Tokens.Skip(place.Index)
            .Select(static (token, index) => token.Kind == (index % 2 == 0 ? SyntaxKind.Comma : SyntaxKind.Name)).All(static fits => fits)
        && place.Last.Kind == SyntaxKind.Name;

    /// <summary>The end of the last token of the present cell.</summary>
    private static int CellEnd(Place place)
    {
        var ahead = 0;
        while (place.Index + ahead + 1 < place.Context.Count && place.Peek(ahead + 1) is { Kind: not SyntaxKind.Pipe, StartsLine: false })
            ahead++;
        return place.Peek(ahead).Span.End;
    }

    // The name that the line begins with, after 主键 if present.
    private static SyntaxToken FieldName(Place place) => place.Context.At(place.Context.Statement.Keyword is null ? 0 : 1);

    /// <summary>The operator at the start of a name that follows an operand: 且 in (甲) 且乙; null if none.</summary>
    private static TextSpan? GluedInfix(SyntaxToken name) =>
        name.Kind == SyntaxKind.Name && SyntaxFacts.InfixAt(name.Text, 0) is { } word ? new(name.Span.Start, word.Length) : null;

    /// <summary>A shape of a mistake.</summary>
    /// <param name="Fits">Whether the shape applies.</param>
    /// <param name="Finding">Its diagnostic.</param>
    private readonly record struct Shape(Func<Place, bool> Fits, Func<Place, Diagnostic> Finding);
}
