// A block that quotes the document, with the figures of both sides.
using System.Buffers;
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Sources;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Functions;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks.Figures;

/// <summary>A figure of a quotation.</summary>
/// <param name="Piece">The piece of the quotation.</param>
/// <param name="Figure">The figure, with its place in the piece.</param>
/// <param name="Quote">The quotation's token.</param>
public sealed record QuotedFigure(ComparableText Piece, OfficialFigure Figure, SyntaxToken Quote)
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("，,；;。、");

    /// <summary>As it is written, without white space.</summary>
    public string Written => Piece.Text[Figure.Start..Figure.End];

    /// <summary>The words of the piece before it.</summary>
    public ReadOnlySpan<char> Before => Piece.Text.AsSpan(0, Figure.Start);

    /// <summary>The words before it in its part of the sentence.</summary>
    public string WordsBefore => Before[(Before.LastIndexOfAny(Stops) + 1)..].ToString();

    /// <summary>The words of the piece after it.</summary>
    public ReadOnlySpan<char> After => Piece.Text.AsSpan(Figure.End);
}

/// <summary>A block with 依据: 条款, 目标, 资金池, 义务, 程序, 范围, or the head of a policy.</summary>
public sealed class CitedBlock
{
    private readonly ImmutableArray<string> _names;
    private bool? _saysMonths;

    private CitedBlock(BlockSyntax syntax, ImmutableArray<LetLine> shared, ImmutableArray<NumberedBlock> named,
        Func<string, ParameterSymbol?> findParameter)
    {
        Borrowed = [.. named.SelectMany(Quotation.TokensOf).SelectMany(FiguresOf)];
        Syntax = syntax;
        Quoted = [.. Quotation.TokensOf(syntax).SelectMany(FiguresOf)];
        // Of a head what is quoted are 竞合 and 合计上限; its dates are looked up in the whole document.
        var lines = syntax.Lines.Where(line => syntax is PolicyBlock ? line is JointCapLine
            : line is ExpressionLine or LetLine or AwardLine or FrequencyLine or ShareLine or IndicatorLine or TargetValueLine or QuotaLine
                or BudgetLine or PayoutLine).ToList();
        var counters = new YearCounters(syntax);
        Written = [.. lines.SelectMany(line => FiguresOf(line, counters))];
        Shared = [.. shared.SelectMany(line => FiguresOf(line, counters))];
        _names = [.. lines.Concat(shared).SelectMany(static line => line.Tokens).Where(static token => token.Kind == SyntaxKind.Name)
            .Select(static token => token.Value).Distinct(StringComparer.Ordinal)];
        Parameters = [.. Named(findParameter)];
    }

    /// <summary>The block.</summary>
    public BlockSyntax Syntax { get; }

    /// <summary>The figures of its quotations.</summary>
    public ImmutableArray<QuotedFigure> Quoted { get; }

    /// <summary>The figures in the quotations of the clauses that it names: they may be written here.</summary>
    public ImmutableArray<QuotedFigure> Borrowed { get; }

    /// <summary>The figures of its lines.</summary>
    public ImmutableArray<ClauseFigure> Written { get; }

    /// <summary>The figures of the 令 in the head of the policy that it uses.</summary>
    public ImmutableArray<ClauseFigure> Shared { get; }

    /// <summary>The 参数 that its lines name.</summary>
    public ImmutableArray<ParameterSymbol> Parameters { get; }

    /// <summary>The figures of its quotations that its lines say, or that are the value of a 参数 it names.</summary>
    public IEnumerable<QuotedFigure> Used
    {
        get
        {
            var values = Parameters.SelectMany(static parameter => parameter.History.Select(entry => ValueOf(parameter, entry.Value)))
                .OfType<OfficialFigure>();
            var written = Written.Concat(Shared).ToList();
            var said = FigureIndex.Of(written.Select(static written => written.Figure)
                .Concat(written.Select(static written => written.Also).OfType<OfficialFigure>()).Concat(values).Concat(InWords));
            return Quoted.Where(quoted => said.SameAs(quoted.Figure).Any());
        }
    }

    /// <summary>享受 5年租金减免: what is given beside money is said in words.</summary>
    private IEnumerable<OfficialFigure> InWords =>
        Syntax.LinesOf<TextLine>("享受").SelectMany(static line => OfficialFigures.Read(line.Text.Value));

    /// <summary>Whether it computes something: a 条款 with 奖补, a 义务 with 期限, and the other blocks always.</summary>
    public bool IsComputed => Syntax.Keyword?.Value switch
    {
        "条款" => Syntax.LinesOf("奖补").Any(),
        "义务" => Syntax.LinesOf("期限").Any(),
        _ => true,
    };

    /// <summary>The blocks of a policy that quote the document.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="findParameter">The 参数 of a name.</param>
    public static IEnumerable<CitedBlock> Of(BoundPolicy policy, Func<string, ParameterSymbol?> findParameter) =>
        policy.Tree.Root.Blocks
            .Where(static block => block is NumberedBlock or ScopeBlock or PolicyBlock && block.Lines.OfType<QuoteLine>().Any())
            .Select(block => Of(policy.Clauses.FirstOrDefault(clause => clause.LegalBasis.Syntax == block), block, findParameter));

    private static CitedBlock Of(BoundClause? clause, BlockSyntax block, Func<string, ParameterSymbol?> findParameter) =>
        new(block, clause is null ? [] : SharedBy(clause, block), clause?.Named ?? [], findParameter);

    /// <summary>The 令 in the head of the policy that a clause uses.</summary>
    private static ImmutableArray<LetLine> SharedBy(BoundClause clause, BlockSyntax block) =>
        [.. clause.Locals.Select(static let => let.Symbol.Syntax).Where(line => !block.Lines.Contains(line))];

    /// <summary>Whether its lines still name the same 参数.</summary>
    internal bool IsOf(Func<string, ParameterSymbol?> findParameter) => Named(findParameter).SequenceEqual(Parameters);

    private IEnumerable<ParameterSymbol> Named(Func<string, ParameterSymbol?> findParameter) =>
        _names.Select(findParameter).OfType<ParameterSymbol>();

    /// <summary>A value of a 参数 as a figure; null for texts and lists.</summary>
    private static OfficialFigure? ValueOf(ParameterSymbol parameter, Value value)
    {
        if (value is not NumberValue { Bounds: { IsPoint: true, Low: { } number } })
            return null;
        return parameter.Type switch
        {
            DateType => new OfficialFigure(0, 0, FigureKind.Date, number, ""),
            YearType => new OfficialFigure(0, 0, FigureKind.Year, number, ""),
            QuantityType { IsRatio: true } => new OfficialFigure(0, 0, FigureKind.Percent, number, "%"),
            QuantityType { Dimension.Factors: [{ Unit: var unit, Power: 1 }, ..] } =>
                new OfficialFigure(0, 0, FigureKind.Quantity, number, unit.Name),
            _ => new OfficialFigure(0, 0, FigureKind.Quantity, number, ""),
        };
    }

    private static IEnumerable<QuotedFigure> FiguresOf(SyntaxToken quote) =>
        new Quotation(quote).Pieces
            .SelectMany(piece => OfficialFigures.ReadAll(piece.Text).Select(figure => new QuotedFigure(piece, figure, quote)));

    /// <summary>Whether the document speaks of months: a year of 每月500元 is 12 of them.</summary>
    private bool SaysMonths => _saysMonths ??=
        Quoted.Select(static quoted => quoted.Piece).Distinct().Any(static piece => piece.Text.Contains('月', StringComparison.Ordinal));

    private IEnumerable<ClauseFigure> FiguresOf(LineSyntax line, YearCounters counters)
    {
        var places = line.DescendantsAndSelf().OfType<CallExpression>()
            .Where(static call =>
                BuiltinFunctions.Find(call.Name.Value) is { Meaning: RoundingMeaning { Mode: RoundingMode.HalfAwayFromZero } })
            .SelectMany(static call => call.Arguments.Items.Skip(1).SelectMany(static argument => argument.Tokens))
            .ToHashSet();
        return ClauseFigure.Of(line, (token, figure) => places.Contains(token) || FigureMatching.IsTrivial(figure))
            .Select(written =>
                written.Figure is { IsBare: true } && written.Figure.Value == 12 && SaysMonths ? written with { IsExempt = true } : written)
            .Select(written => counters.RoleOf(written.Token) is { } role
                ? written with { Role = role, IsExempt = written.IsExempt || YearCounters.GoesWithoutSaying(written.Figure, role), Also =
                    role == YearRole.LastFromZero ? written.Figure with { Value = written.Figure.Value + Rational.One } : written.Also }
                : written);
    }
}
