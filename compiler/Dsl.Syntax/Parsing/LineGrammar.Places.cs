// 名额 and 总额: what all who claim a clause get together.
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using LineParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.LineSyntax>;
using OrderParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.OrderSyntax>;
using TokenParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

internal sealed partial class LineGrammar
{
    private const string By = PlaceWords.By;
    private const string Orders = "按 得分 从高（从低），或 先到先得 按 申报时间";
    private const string Sample = "名额 每年 10家 按 得分 从高";

    // 先到先得 按 expression | 按 expression [从高 | 从低].
    private OrderParser Order()
    {
        TokenParser by = When(static place => place.IsWord(By), Any,
            Report(static place => SyntaxDiagnostics.UnknownMode(place.Source, place.Here, place.Previous.Text, Orders, Sample),
                Missing(SyntaxKind.Name)));
        var firstCome = Sequence(Any, by, _expressions.Expression,
            static (first, by, value) => new OrderSyntax(first, by, value, null));
        var direction = Optional(
            static place => place.Current.Kind == SyntaxKind.Name && PlaceWords.OrderDirections.Contains(place.Current.Value), Any);
        var ranked = Sequence(by, _expressions.Expression, direction,
            static (by, value, direction) => new OrderSyntax(null, by, value, direction));
        return When(static place => place.IsWord(PlaceWords.FirstCome), firstCome, ranked);
    }

    // 名额 [每年] expression order.
    private LineParser Quota() => Line(Word("每年"), Report(WithoutCount, _expressions.Expression), Order(),
        static (keyword, yearly, count, order, rest) => new QuotaLine(yearly, count, order) { Keyword = keyword, Skipped = rest });

    private static Diagnostic? WithoutCount(Place place) => place.IsWord(By) || place.IsWord(PlaceWords.FirstCome)
        ? SyntaxDiagnostics.UnknownMode(place.Source, place.Here, place.Previous.Text, "几家，再写谁在先", Sample) : null;

    // 总额 expression 超出的 (按比例压缩 | 延至下年 [order]).
    private LineParser Budget()
    {
        TokenParser mode = When(
            static place => place.Current.Kind == SyntaxKind.Name && PlaceWords.BudgetModes.Contains(place.Current.Value), Any,
            Report(static place => SyntaxDiagnostics.UnknownMode(place.Source, place.Here, "超出的",
                    string.Join(" 或 ", PlaceWords.BudgetModes), "总额 年度预算 超出的 按比例压缩"),
                Missing(SyntaxKind.Name)));
        var order = Optional(
            static place => place.Previous.Value == PlaceWords.Postponed && (place.IsWord(By) || place.IsWord(PlaceWords.FirstCome)),
            Order());
        var excess = Sequence(ExpectedWord(PlaceWords.Excess), mode, order,
            static (excess, mode, order) => (Excess: excess, Mode: mode, Order: order));
        return Line(_expressions.Expression, excess, static (keyword, amount, excess, rest) =>
            new BudgetLine(amount, excess.Excess, excess.Mode, excess.Order) { Keyword = keyword, Skipped = rest });
    }
}
