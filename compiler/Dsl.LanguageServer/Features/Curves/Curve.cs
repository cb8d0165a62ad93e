// The award of a clause against one fact, with the places at which something changes.
using System.Collections.Immutable;
using Dsl.Facts.Cells;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.Values.Exact;

namespace Dsl.LanguageServer.Features.Curves;

/// <summary>What to draw.</summary>
/// <param name="Axis">The path of the fact.</param>
/// <param name="Row">The row of its table, from 0.</param>
/// <param name="From">Where the interval begins, as it is typed; null for one that is chosen.</param>
/// <param name="To">Where it ends.</param>
internal sealed record CurveWish(string Axis, int? Row, string? From, string? To);

/// <summary>A place at which something changes.</summary>
/// <param name="X">Where, in the type's own unit.</param>
/// <param name="Kind">门槛, 上限, 跳变 or 转折.</param>
/// <param name="Text">What, with the values.</param>
/// <param name="Origin">Where it is written; none where nothing says it.</param>
internal sealed record CurveMark(Rational X, string Kind, string Text, SourceLocation Origin);

/// <param name="Axis">The fact.</param>
/// <param name="Samples">The results of the clause, ascending; a jump is two samples a smallest step apart.</param>
/// <param name="Marks">Where something changes, ascending.</param>
/// <param name="Now">Where the form stands; null where the fact is not known.</param>
internal sealed record Curve(CurveAxis Axis, ImmutableArray<CurveSample> Samples, ImmutableArray<CurveMark> Marks, CurveSample? Now)
{
    /// <summary>Where the interval begins, as it was typed or chosen.</summary>
    public required Rational From { get; init; }

    public required Rational To { get; init; }

    /// <summary>How many evaluations a curve may take.</summary>
    public const int MostEvaluations = 2000;

    /// <summary>Computes a curve; null with the reason, for people, where there is none.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (Curve? Curve, string Problem) Of(TriedClause clause, FormReading reading, CurveWish wish, CancellationToken cancellation)
    {
        if (reading.Case is not { } example)
            return (null, $"先改正表单：{reading.Findings[0].Path} {reading.Findings[0].Message}");
        var (axis, problem) = CurveAxis.Of(clause, example, wish.Axis, wish.Row);
        if (axis is null)
            return (null, problem);
        var samples = new CurveSamples(clause, example, axis, MostEvaluations, cancellation);
        var now = axis.Get(example);
        var (from, to) = CurveInterval.Of(clause, samples, axis, now);
        foreach (var (text, isFrom) in ((string?, bool)[])[(wish.From, true), (wish.To, false)])
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            var typed = ValueReader.Read(text, axis.Type, Bounds.Everything);
            if (typed.Value is not NumberValue { Bounds.Low: { } end })
                return (null, typed.Problem is { } wrong ? wrong.Message + wrong.Remedy : $"「{text}」读不懂。");
            (from, to) = isFrom ? (CurveInterval.OnStep(axis, end, up: true), to) : (from, CurveInterval.OnStep(axis, end, up: false));
        }
        if (from >= to)
            return (null, $"起点 {ValueText.Written(NumberValue.Of(from), axis.Type)} 要小于终点 "
                + $"{ValueText.Written(NumberValue.Of(to), axis.Type)}。");
        // Amounts are rounded once: a straight line may be a step off on either side.
        var tolerance = clause.Clause.Rounding.Step * 2;
        var search = new CurveSearch(samples, axis, tolerance);
        search.Run(from, to);
        var present = now is { } place ? place >= from && place <= to ? samples.At(place) : samples.Aside(place) : null;
        var all = samples.All;
        return (new(axis, all, new CurveMarks(clause, axis, all, tolerance).Of(search), present) { From = from, To = to }, "");
    }

    /// <summary>An amount in the usual scale.</summary>
    public static string AmountText(CurveSample sample) => Wording.Money(sample.Amount);
}
