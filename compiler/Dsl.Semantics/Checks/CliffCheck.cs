// 悬崖: a little more of something, and much less award.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Proofs;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks;

/// <summary>
/// Compares, around each number that decides, what the clauses of an article give together: one fact moves by its smallest step,
/// the others are such that the clause applies, and what only its neighbours ask for is not there.
/// </summary>
public sealed class CliffCheck : ICheck
{
    private static readonly DiagnosticRule Cliff = new("DSL3029", Severity.Warning,
        "悬崖：「{0}」从 {1} 到 {2}，奖补从 {3} 降到 {4}{5}。",
        "对照原文：是不是漏写了后一段；原文就是这样的，写明理由（// 忽略 DSL3029 …）。");

    /// <summary>The facts of the case in brackets.</summary>
    private static class CliffPhrases
    {
        public static readonly DiagnosticPhrase Facts = new("（{0}）");

        public static readonly DiagnosticPhrase SomeFacts = new("（{0}，等）");
    }

    private const int MostFacts = 6;

    private static readonly string[] OrderWords = ["名次", "排名", "位次", "排位", "名列", "第几", "年龄", "周岁", "序号", "次数", "年数"];

    /// <summary>How many thresholds of a clause are looked at; a table of thousands of steps is reported by its first.</summary>
    private const int MostThresholds = 50;

    /// <summary>How many nodes are evaluated for one clause, all thresholds together.</summary>
    private const int MostWork = 1_000_000;

    /// <summary>How many clauses of an article are added up.</summary>
    private const int MostNeighbours = 50;

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Cliff];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies.Where(context.IsSound))
        {
            var articles = AdjacentClauseCheck.Articles(policy).SelectMany(static article => article.Select(clause => (clause, article)))
                .ToDictionary(static pair => pair.clause, static pair => pair.article);
            foreach (var clause in policy.Clauses.Where(static clause => clause.Award?.Amount is not null))
            {
                if (context.IsFull(policy.Source))
                    break;
                var article = articles.GetValueOrDefault(clause) is { Count: <= MostNeighbours } known ? known : [clause];
                Check(context, policy, clause, article);
            }
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, BoundClause clause, List<BoundClause> article)
    {
        var done = new HashSet<(FieldSymbol, Rational)>();
        var nodes = article.SelectMany(BoundParts.Of).SelectMany(static root => root.DescendantsAndSelf()).Take(MostWork).Count();
        var most = Math.Clamp(MostWork / 4 / Math.Max(1, nodes), 1, MostThresholds);
        foreach (var (place, field, limit) in Thresholds(clause))
        {
            if (done.Count >= most || !done.Add((field, limit)))
                continue;
            var step = field.Type is QuantityType { IsMoney: true } ? new Rational(1, 100)
                : field.Type is QuantityType { IsRatio: true } ? new Rational(1, 1_000_000)
                : Rational.One;
            var example = new Example(policy, clause, article, field);
            foreach (var from in (Rational[])[limit - step, limit])
            {
                if (from.Sign < 0 || example.Total(from) is not { Sign: > 0 } before || example.Total(from + step) is not { } after
                    || after * 2 >= before)
                    continue;
                context.Report(Cliff.At(policy.Source, place, field.Name,
                    QuantityFormat.Display(from, field.Type), QuantityFormat.Display(from + step, field.Type),
                    QuantityFormat.Display(before, DslType.Money), QuantityFormat.Display(after, DslType.Money), example.Others()));
                break;
            }
        }
    }

    /// <summary>
    /// A place in an order, how many times before, or a length of time (排名, 次数, 第几年, 年龄): the later place gets less by its
    /// nature, and time passes by itself.
    /// </summary>
    private static bool IsOrder(FieldSymbol field) =>
        field.Type is QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Duration, Power: 1 }] }
        || OrderWords.Any(word => field.Name.Contains(word, StringComparison.Ordinal));

    /// <summary>The numbers that facts of the clause are compared with, in the order of the text.</summary>
    private static IEnumerable<(TextSpan Place, FieldSymbol Field, Rational Limit)> Thresholds(BoundClause clause)
    {
        foreach (var comparison in BoundParts.Of(clause).SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundComparison>())
        {
            foreach (var (one, other) in ((BoundExpression, BoundExpression)[])[(comparison.Left, comparison.Right),
                (comparison.Right, comparison.Left)])
            {
                if (one is BoundFact { Field: { Type: QuantityType } field } && !IsOrder(field)
                    && ConstantFolder.Number(other) is { } limit)
                    yield return (comparison.Span, field, limit);
            }
        }
    }

    /// <summary>
    /// A case in which a clause applies: each fact that its conditions speak of meets them, others are as little as can be.
    /// </summary>
    private sealed class Example(BoundPolicy policy, BoundClause clause, List<BoundClause> article, FieldSymbol moved)
    {
        private readonly ClauseDomain _domain = ClauseDomain.Of(policy, clause);
        private readonly SortedDictionary<string, (FieldSymbol Field, Value Value)> _used = new(StringComparer.Ordinal);

        /// <summary>
        /// What the clauses of the article give together; null where the case does not determine it or there is no ceiling.
        /// </summary>
        public Rational? Total(Rational number)
        {
            var evaluator = new CaseEvaluator(node => node switch
            {
                BoundFact fact => fact.Field == moved ? NumberValue.Of(number) : ValueOf(fact.Field),
                BoundParameter parameter => ValueOf(parameter.Parameter),
                _ => null,
            });
            var total = Rational.Zero;
            foreach (var next in article)
            {
                var applies = ClauseDomain.Conditions(next)
                    .Select(condition => evaluator.TruthOf(condition.Truth) is { } truth ? truth == condition.MustHold : (bool?)null)
                    .ToList();
                if (applies.Contains(false))
                    continue;
                if (applies.Contains(null) || next.Award?.Amount is not { } amount || evaluator.NumberOf(amount) is not { } award)
                    return null;
                total += Rational.Max(award, Rational.Zero);
            }
            return total;
        }

        /// <summary>The other facts of the case, for the message.</summary>
        public string Others() => _used.Count == 0 ? ""
            : (_used.Count > MostFacts ? CliffPhrases.SomeFacts : CliffPhrases.Facts)
                .With(string.Join('，', _used.Values.Take(MostFacts).Select(static used => $"{used.Field.Name} = {Word(used)}")));

        private static string Word((FieldSymbol Field, Value Value) used) => used.Value switch
        {
            NumberValue { Bounds.Low: { } number } => QuantityFormat.Display(number, used.Field.Type),
            TextValue text => text.Text ?? "",
            TruthValue truth => truth.Truth == Truth.Yes ? "是" : "否",
            _ => "",
        };

        private Value? ValueOf(FieldSymbol field)
        {
            if (!_used.TryGetValue(field.Name, out var known) && Choose(field) is { } chosen)
            {
                // What the 范围 asks of everybody is no news.
                known = (field, chosen);
                if (clause.Scope?.Conditions.Any(condition =>
                    condition.Expression.DescendantsAndSelf().Any(node => node is BoundFact fact && fact.Field == field)) != true)
                    _used.Add(field.Name, known);
            }
            return known.Value;
        }

        private Value? Choose(FieldSymbol field)
        {
            var isAsked = _domain.Sets.TryGetValue(field, out var asked);
            switch (field.Type)
            {
                case TruthType:
                    return TruthValue.Of(isAsked && asked.Set.Only?.Contains("是") == true && !asked.Set.Without.Contains("是"));
                case EnumType list:
                    return (isAsked
                        ? list.Members
                            .FirstOrDefault(member => (asked.Set.Only?.Contains(member) ?? true) && !asked.Set.Without.Contains(member))
                        : list.Members.LastOrDefault())
                        is { } word
                        ? TextValue.Of(word) : null;
                case QuantityType quantity:
                    var usual = quantity.IsMoney ? 10_000_000 : quantity.IsRatio ? new Rational(1, 2) : (Rational)100;
                    var range = isAsked ? asked.Set : new ValueSet { Low = field.InputRange.Low, High = field.InputRange.High };
                    if (!new ValueSet { Low = usual, High = usual }.IsWithin(range))
                        usual = range.Low is { } low && !range.LowIsOpen ? low
                            : range.High is { } high && !range.HighIsOpen ? high
                            : range is { Low: { } least, High: { } most } ? (least + most) / 2
                            : range.Low is { } open ? open + 1
                            : usual;
                    return NumberValue.Of(usual);
                default:
                    return null;
            }
        }

        /// <summary>The latest value; an external one is some share or amount, the same on both sides.</summary>
        private static Value? ValueOf(ParameterSymbol parameter) =>
            parameter.History is [.., var latest] ? latest.Value
            : parameter.Type is QuantityType quantity ? NumberValue.Of(quantity.IsRatio ? new Rational(1, 10) : 1_000_000) : null;
    }
}
