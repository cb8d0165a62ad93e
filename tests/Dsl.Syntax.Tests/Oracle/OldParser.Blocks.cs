// Blocks: the header line by its keyword, then the lines up to the next header.
using System.Collections.Immutable;
using Dsl.Syntax.Parsing;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Tests.Oracle;

internal sealed partial class OldParser
{
    private bool AtHeader => _statement.Keyword is { Opens: not BlockKinds.None };

    private BlockSyntax ParseBlock()
    {
        if (_statement.Keyword is not { Opens: not BlockKinds.None and var opens })
            return ParseLinesBeforeBlock();
        _block = opens;
        var keyword = Take();
        return opens switch
        {
            BlockKinds.Policy => ParsePolicy(keyword),
            BlockKinds.List => ParseList(keyword),
            BlockKinds.Data => ParseData(keyword),
            BlockKinds.Detail => ParseDetail(keyword),
            BlockKinds.Parameter => ParseParameter(keyword),
            BlockKinds.Scope => ParseScope(keyword),
            BlockKinds.Example => ParseExample(keyword),
            BlockKinds.Invariant => ParseInvariant(keyword),
            _ => ParseNumbered(keyword),
        };
    }

    private ErrorBlock ParseLinesBeforeBlock()
    {
        _found.Clear();
        _found.Add(SyntaxDiagnostics.LineBeforeBlock(source, Current.Span));
        var lines = ImmutableArray.CreateBuilder<LineSyntax>();
        while (_statement.Tokens.Count > 0 && !AtHeader)
        {
            lines.Add(new ErrorLine { Skipped = TakeRest() });
            Advance();
            if (!AtHeader)
                _found.Clear();
        }
        return new ErrorBlock { Lines = lines.ToImmutable() };
    }

    /// <summary>The rest of the header line, reported, and the lines of the block.</summary>
    private (ImmutableArray<SyntaxToken> Skipped, ImmutableArray<LineSyntax> Lines) ParseBody()
    {
        var skipped = SkipRest();
        Advance();
        var lines = ImmutableArray.CreateBuilder<LineSyntax>();
        while (_statement.Tokens.Count > 0 && !AtHeader)
        {
            lines.Add(ParseLine());
            Advance();
        }
        return (skipped, lines.ToImmutable());
    }

    private PolicyBlock ParsePolicy(SyntaxToken keyword)
    {
        var title = TakeIf(SyntaxKind.FreeText);
        if (title is null)
            Report(SyntaxDiagnostics.MissingTitle(source, keyword.Span));
        title ??= Missing(SyntaxKind.FreeText);
        var (skipped, lines) = ParseBody();
        return new(title) { Keyword = keyword, Skipped = skipped, Lines = lines };
    }

    private ListBlock ParseList(SyntaxToken keyword)
    {
        var name = TakeName();
        var isBare = Current.Kind == SyntaxKind.Name && PeekToken(1).Kind == SyntaxKind.Comma;
        var equals = isBare ? Missing(SyntaxKind.Equals) : TakeSign(SyntaxKind.Equals, "=");
        var members = Current.Kind == SyntaxKind.Name && PeekToken(1).Kind is SyntaxKind.Comma or SyntaxKind.Name ? ParseBareList() : ParseMembers("名录");
        var (skipped, lines) = ParseBody();
        return new(name, equals, members) { Keyword = keyword, Skipped = skipped, Lines = lines };
    }

    // 名录 区县 = 渝中区、江津区.
    private ErrorExpression ParseBareList()
    {
        Report(SyntaxDiagnostics.BareList(source, Current, _statement.Tokens[^1].Span.End, Previous.Kind == SyntaxKind.Equals ? "=" : null));
        _silent = true;
        return new(TakeRest());
    }

    private DataBlock ParseData(SyntaxToken keyword)
    {
        var name = TakeName();
        var (skipped, lines) = ParseBody();
        return new(name) { Keyword = keyword, Skipped = skipped, Lines = lines };
    }

    private DetailBlock ParseDetail(SyntaxToken keyword)
    {
        var name = TakeName();
        var of = TakeSign(SyntaxKind.InKeyword, "属于");
        var owner = TakeName();
        var measure = TakeWord("计量");
        var unit = measure is null ? null : TakeName();
        var (skipped, lines) = ParseBody();
        return new(name, of, owner, measure, unit) { Keyword = keyword, Skipped = skipped, Lines = lines };
    }

    private ParameterBlock ParseParameter(SyntaxToken keyword)
    {
        var name = TakeName();
        if (Current.Kind is SyntaxKind.Equals or SyntaxKind.NumberLiteral or SyntaxKind.DateLiteral && !name.IsMissing)
            return ParseUntypedParameter(keyword, name);
        var colon = TakeSign(SyntaxKind.Colon, ":");
        var type = ParseType();
        var external = TakeWord("外部");
        var equals = external is null ? TakeSign(SyntaxKind.Equals, "=") : null;
        var values = external is null ? ParseParameterValues() : SeparatedList<ParameterValueSyntax>.Empty;
        var (skipped, lines) = ParseBody();
        return new(name, colon, type, external, equals, values) { Keyword = keyword, Skipped = skipped, Lines = lines };
    }

    // 参数 上限额 = 100万元: the type is left out.
    private ParameterBlock ParseUntypedParameter(SyntaxToken keyword, SyntaxToken name)
    {
        Report(SyntaxDiagnostics.UntypedParameter(source, name, Current, PeekToken(1), _statement.Tokens[^1]));
        _silent = true;
        // Missing parts stand behind the name (the old parser put them where the next statement begins).
        var (colon, type) = (Missing(SyntaxKind.Colon), new TypeSyntax(Missing(SyntaxKind.Name), null, null, null));
        var tokens = TakeRest();
        var (_, lines) = ParseBody();
        return new(name, colon, type, null, null, SeparatedList<ParameterValueSyntax>.Empty) { Keyword = keyword, Skipped = tokens, Lines = lines };
    }

    private SeparatedList<ParameterValueSyntax> ParseParameterValues()
    {
        var items = ImmutableArray.CreateBuilder<ParameterValueSyntax>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        if (TakeIf(SyntaxKind.Pipe) is { } leading)
            elements.Add(leading);
        while (true)
        {
            var value = ParseParameterValue();
            items.Add(value);
            elements.Add(value);
            if (TakeIf(SyntaxKind.Pipe) is not { } pipe)
                return new(items.ToImmutable(), elements.ToImmutable());
            elements.Add(pipe);
        }
    }

    private ParameterValueSyntax ParseParameterValue()
    {
        var first = ParseExpression();
        return TakeWord("起") is { } from ? new(first, from, ParseExpression()) : new(null, null, first);
    }

    private ScopeBlock ParseScope(SyntaxToken keyword)
    {
        var subject = TakeIf(SyntaxKind.Name);
        if (!AtEnd)
            Report(SyntaxDiagnostics.ConditionBesideScope(source, subject?.Span.Start ?? Current.Span.Start, _statement.Tokens[^1].Span.End));
        var (skipped, lines) = ParseBody();
        return new(subject) { Keyword = keyword, Skipped = skipped, Lines = lines };
    }

    private NumberedBlock ParseNumbered(SyntaxToken keyword)
    {
        var number = TakeIf(SyntaxKind.Word);
        if (number is null)
            Report(SyntaxDiagnostics.MissingNumber(source, keyword));
        number ??= Missing(SyntaxKind.Word);
        var title = TakeIf(SyntaxKind.FreeText) ?? Missing(SyntaxKind.FreeText);
        var (skipped, lines) = ParseBody();
        return new(number, title) { Keyword = keyword, Skipped = skipped, Lines = lines };
    }

    private ExampleBlock ParseExample(SyntaxToken keyword)
    {
        var (kind, number) = ParseTarget(keyword);
        var title = TakeIf(SyntaxKind.FreeText) ?? Missing(SyntaxKind.FreeText);
        var (skipped, lines) = ParseBody();
        return new(kind, number, title) { Keyword = keyword, Skipped = skipped, Lines = lines };
    }

    private InvariantBlock ParseInvariant(SyntaxToken keyword)
    {
        var (kind, number) = ParseTarget(keyword);
        var condition = ParseExpression();
        var (skipped, lines) = ParseBody();
        return new(kind, number, condition) { Keyword = keyword, Skipped = skipped, Lines = lines };
    }

    /// <summary>条款 20 behind 算例 and 恒有.</summary>
    private (SyntaxToken Kind, SyntaxToken Number) ParseTarget(SyntaxToken keyword)
    {
        var kind = TakeIf(SyntaxKind.Word);
        var number = TakeIf(SyntaxKind.Word);
        if (kind is null || number is null || !SyntaxFacts.TargetKinds.Contains(kind.Value))
        {
            Report(SyntaxDiagnostics.MissingTarget(source, keyword));
            _silent = true;
        }
        return (kind ?? Missing(SyntaxKind.Word), number ?? Missing(SyntaxKind.Word));
    }
}
