// The cursor over the tokens of one statement, and how mistakes are reported.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Text;
using Dsl.Syntax.Parsing;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Tests.Oracle;

internal sealed partial class OldParser
{
    private static readonly SyntaxToken StatementEnd = new(SyntaxKind.EndOfFile, 0, "", "");

    private int _index;
    private long _taken;

    // The token at which the last mistake of the statement was reported, or -1; and whether all further ones are hushed.
    private int _reportedAt;
    private bool _silent;

    private SyntaxToken Current => PeekToken(0);

    private bool AtEnd => _index >= _statement.Tokens.Count;

    private bool HasReported => _found.Count > 0;

    /// <summary>The end of the token before, where something missing would stand.</summary>
    private int PreviousEnd => _index > 0 ? _statement.Tokens[_index - 1].Span.End : _statement.Tokens.Count > 0 ? Current.Span.Start : 0;

    private SyntaxToken Previous => _index > 0 ? _statement.Tokens[_index - 1] : StatementEnd;

    /// <summary>The present token, or an empty place at the end of the statement.</summary>
    private TextSpan Here => AtEnd ? new(PreviousEnd, 0) : Current.Span;

    private SyntaxToken PeekToken(int ahead) =>
        _index + ahead >= 0 && _index + ahead < _statement.Tokens.Count ? _statement.Tokens[_index + ahead] : StatementEnd;

    private SyntaxToken Take()
    {
        _taken++;
        return _statement.Tokens[_index++];
    }

    private SyntaxToken? TakeIf(SyntaxKind kind) => Current.Kind == kind && !AtEnd ? Take() : null;

    private bool IsWord(string word) => Current.Kind == SyntaxKind.Name && Current.Value == word;

    private SyntaxToken? TakeWord(string word) => IsWord(word) ? Take() : null;

    private SyntaxToken Missing(SyntaxKind kind) => new(kind, PreviousEnd, "", "") { IsMissing = true };

    /// <summary>Reports unless something was reported at this very token, or a bad token lies here or before.</summary>
    private void Report(Diagnostic diagnostic)
    {
        if (_silent || _reportedAt == _index || Current.Kind == SyntaxKind.Bad || Previous.Kind == SyntaxKind.Bad)
            return;
        _reportedAt = _index;
        _found.Add(diagnostic);
    }

    private SyntaxToken TakeSign(SyntaxKind kind, string sign)
    {
        if (TakeIf(kind) is { } token)
            return token;
        // 补助 10万元: the other word for the keyword was reported with the sign.
        if (kind != SyntaxKind.Equals || !_statement.ImpliesEquals)
            Report(SyntaxDiagnostics.MissingSign(source, Here, sign, PreviousEnd, Current));
        // 令 额度：…, 研发费用 = 金额: the other sign stands in its place.
        return kind is SyntaxKind.Equals or SyntaxKind.Colon && Current.Kind is SyntaxKind.Equals or SyntaxKind.Colon ? Take() : Missing(kind);
    }

    private SyntaxToken TakeName()
    {
        if (TakeIf(SyntaxKind.Name) is { } name)
            return name;
        if (!AtEnd && SyntaxFacts.ExpressionWords.ContainsKey(Current.Text) && PeekToken(1).Kind is SyntaxKind.Colon or SyntaxKind.Equals or SyntaxKind.InKeyword)
        {
            Report(SyntaxDiagnostics.WordAsName(source, Current));
            return Take();
        }
        Report(SyntaxDiagnostics.MissingName(source, Here));
        return Missing(SyntaxKind.Name);
    }

    /// <summary>What is left of the statement, reported unless a mistake before it explains it.</summary>
    private ImmutableArray<SyntaxToken> SkipRest()
    {
        if (AtEnd)
            return [];
        if (!HasReported)
            ReportRest();
        return TakeRest();
    }

    private ImmutableArray<SyntaxToken> TakeRest()
    {
        var rest = _statement.Tokens.GetRange(_index, _statement.Tokens.Count - _index);
        _taken += rest.Count;
        _index = _statement.Tokens.Count;
        return [.. rest];
    }

    private void ReportRest()
    {
        var last = _statement.Tokens[^1].Span.End;
        var finding = Current.Kind switch
        {
            SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis => SyntaxDiagnostics.ExtraBracket(source, Current),
            SyntaxKind.Comma when PeekToken(-2).Kind is SyntaxKind.InKeyword or SyntaxKind.NotInKeyword => SyntaxDiagnostics.UnbracketedSet(source, PeekToken(-2), Previous, last),
            SyntaxKind.Name when IsCeiling(0) => SyntaxDiagnostics.StrayCeiling(source, Current, last, FormulaBefore()),
            SyntaxKind.Comma or SyntaxKind.OpenParenthesis when IsCeiling(1) => SyntaxDiagnostics.StrayCeiling(source, PeekToken(1), last, FormulaBefore()),
            SyntaxKind.NumberLiteral when IsSpacedUnit(0) => SyntaxDiagnostics.SpacedUnit(source, Current, PeekToken(1)),
            SyntaxKind.OrMoreSuffix or SyntaxKind.OrLessSuffix => SyntaxDiagnostics.LooseSuffix(source, Current, PeekToken(-2).Kind == SyntaxKind.ReachedKeyword),
            SyntaxKind.Range or SyntaxKind.RangeExclusive => SyntaxDiagnostics.StrayRange(source, Current),
            SyntaxKind.Name when EndsOperand(Previous.Kind) && GluedInfix(Current) is { } word => LexicalDiagnostics.GluedWord(source, word, word.End),
            var kind when IsLiteral(kind) && IsLiteral(Previous.Kind) => SyntaxDiagnostics.TwoValues(source, Current),
            var kind when StartsOperand(kind) && EndsOperand(Previous.Kind) => SyntaxDiagnostics.MissingOperator(source, Previous, Current, PeekToken(1).Kind),
            SyntaxKind.Pipe => SyntaxDiagnostics.ExtraText(source, Current, last, "是表的，每一行都以「|」开头，以「|」结尾。"),
            SyntaxKind.Comma when EqualsOneOf() is { } equals => SyntaxDiagnostics.SeveralValues(source, equals, Previous, last),
            SyntaxKind.Comma when _inCell && PeekToken(1).Kind is SyntaxKind.Name => SyntaxDiagnostics.ListInCell(source, Previous, Current, CellEnd()),
            SyntaxKind.Comma or SyntaxKind.Semicolon when _statement.Keyword?.Word is "条件" or "排除" => SyntaxDiagnostics.CommaForAnd(source, Current, last, _compared, PeekToken(1)),
            SyntaxKind.Comma when IsLiteral(Previous.Kind) && IsLiteral(PeekToken(1).Kind) && _statement.Keyword is not null => SyntaxDiagnostics.TwoValues(source, PeekToken(1)),
            _ => SyntaxDiagnostics.ExtraText(source, Current, last),
        };
        Report(finding);
    }

    /// <summary>The formula of 奖补 = … before the current token; null on other lines.</summary>
    private TextSpan? FormulaBefore() =>
        _index > 2 && _statement.Tokens is [{ Value: "奖补" }, { Kind: SyntaxKind.Equals }, var first, ..] ? TextSpan.FromBounds(first.Span.Start, PreviousEnd) : null;

    /// <summary>注册区县 = 渝中区、江津区: the sign before the first of several values; null elsewhere.</summary>
    private SyntaxToken? EqualsOneOf() =>
        Previous.Kind == SyntaxKind.Name && PeekToken(-2).Kind is SyntaxKind.Equals && _statement.Keyword?.Shape == LineShape.Expression
        && _statement.Tokens.Skip(_index).Select(static (token, index) => token.Kind == (index % 2 == 0 ? SyntaxKind.Comma : SyntaxKind.Name)).All(static fits => fits) && _statement.Tokens[^1].Kind == SyntaxKind.Name
            ? PeekToken(-2) : null;

    /// <summary>The end of the last token of the present cell.</summary>
    private int CellEnd()
    {
        var ahead = 0;
        while (_index + ahead + 1 < _statement.Tokens.Count && PeekToken(ahead + 1) is { Kind: not SyntaxKind.Pipe, StartsLine: false })
            ahead++;
        return PeekToken(ahead).Span.End;
    }

    /// <summary>10 万元: a figure without a unit, then a word that is nothing but a scale and unit.</summary>
    private bool IsSpacedUnit(int ahead) =>
        PeekToken(ahead) is { Kind: SyntaxKind.NumberLiteral, Number: { Unit.Length: 0, PerUnit.Length: 0 } }
        && PeekToken(ahead + 1) is { Kind: SyntaxKind.Name } unit && Measure.TryRead(unit.Value, out var measure) && measure.HasUnit;

    /// <summary>The operator that a name behind an operand begins with: 且 in (甲) 且乙; null where there is none.</summary>
    private static TextSpan? GluedInfix(SyntaxToken name)
    {
        for (var length = Math.Min(4, name.Text.Length - 1); length > 0; length--)
        {
            if (SyntaxFacts.ExpressionWords.TryGetValue(name.Text[..length], out var kind) && SyntaxFacts.IsInfix(kind))
                return new(name.Span.Start, length);
        }
        return null;
    }

    private static bool IsLiteral(SyntaxKind kind) => kind is SyntaxKind.NumberLiteral or SyntaxKind.RatioLiteral or SyntaxKind.DateLiteral
        or SyntaxKind.YearLiteral or SyntaxKind.TextLiteral or SyntaxKind.YesKeyword or SyntaxKind.NoKeyword;

    private static bool StartsOperand(SyntaxKind kind) =>
        IsLiteral(kind) || kind is SyntaxKind.Name or SyntaxKind.OpenBracket or SyntaxKind.OpenParenthesis or SyntaxKind.NotKeyword or SyntaxKind.IfKeyword or SyntaxKind.Bad or SyntaxKind.Quote;

    private static bool EndsOperand(SyntaxKind kind) =>
        IsLiteral(kind) || kind is SyntaxKind.Name or SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis or SyntaxKind.OrMoreSuffix or SyntaxKind.OrLessSuffix;
}
