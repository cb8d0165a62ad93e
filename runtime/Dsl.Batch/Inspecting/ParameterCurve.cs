// What a snapshot comes to under other values of a 参数: totals, who gains, who loses against the value of now.
using System.Collections.Immutable;
using Dsl.Batch.Results;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Places;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Batch.Inspecting;

/// <summary>The snapshot under one value.</summary>
public sealed class CurvePoint
{
    /// <summary>The value; null for the one of now.</summary>
    public Value? Value { get; init; }

    /// <summary>All subjects together, in yuan.</summary>
    public AmountSum Total { get; } = new();

    /// <summary>Subjects whose certain amount grows against the value of now.</summary>
    public long Gainers { get; private set; }

    /// <summary>Subjects whose certain amount shrinks.</summary>
    public long Losers { get; private set; }

    /// <summary>Subjects whose certain amount stays, and that may become more.</summary>
    public long MayGain { get; private set; }

    /// <summary>Subjects whose certain amount stays, and that may become less.</summary>
    public long MayLose { get; private set; }

    internal void Add(Totals now, Totals then)
    {
        Total.Add(then);
        var certain = (then.Amount.Low ?? 0).CompareTo(now.Amount.Low ?? 0);
        var most = then.Unbounded != now.Unbounded
            ? then.Unbounded.CompareTo(now.Unbounded)
            : (then.Amount.High ?? 0).CompareTo(now.Amount.High ?? 0);
        Gainers += certain > 0 ? 1 : 0;
        Losers += certain < 0 ? 1 : 0;
        MayGain += certain == 0 && most > 0 ? 1 : 0;
        MayLose += certain == 0 && most < 0 ? 1 : 0;
    }
}

/// <summary>A 参数 and what comes of its values.</summary>
/// <param name="Now">The value of now: that of the policies on 测算日, or that of the snapshot; unknown where there is none.</param>
/// <param name="Current">The snapshot under it.</param>
/// <param name="Points">Under the other values, in their order.</param>
/// <param name="Subjects">How many subjects were evaluated.</param>
public sealed record ParameterCurve(Value Now, CurvePoint Current, ImmutableArray<CurvePoint> Points, long Subjects)
{
    /// <summary>Evaluates parts of a snapshot under values.</summary>
    /// <param name="results">The snapshot.</param>
    /// <param name="parameter">The 参数.</param>
    /// <param name="values">The values.</param>
    /// <param name="parts">How many parts, from the first on.</param>
    /// <param name="progress">Hears how far it is, on the calling thread.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="SnapshotUnreadableException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ParameterCurve Run(SnapshotResults results, IrParameter parameter, ImmutableArray<Value> values, int parts,
        IProgress<BatchProgress>? progress, CancellationToken cancellation)
    {
        var now = new ExpressionEvaluator(results.Context()).ValueOf(parameter);
        var (current, subjects) = (new CurvePoint(), 0L);
        ImmutableArray<CurvePoint> points = [.. values.Select(static value => new CurvePoint { Value = value })];
        // Under another value others get the places.
        ImmutableArray<RegistryPlaces?> places =
            [.. values.Select(value => results.Settled(With(results.Context(), parameter, value), cancellation).Places)];
        for (var part = 1; part <= parts; part++)
        {
            var (before, passes) = (new List<Totals>(), (part - 1) * (points.Length + 1));
            foreach (var subject in results.Of(part, null, cancellation))
            {
                before.Add(subject.Result.Totals);
                current.Add(subject.Result.Totals, subject.Result.Totals);
            }
            subjects += before.Count;
            Report(passes + 1);
            foreach (var (index, point) in points.Index())
            {
                foreach (var subject in results.Of(part, context => With(context, parameter, point.Value) with { Places = places[index] },
                    cancellation))
                    point.Add(before[subject.Index], subject.Result.Totals);
                Report(passes + index + 2);
            }
        }
        return new(now, current, points, subjects);

        void Report(int passes) => progress?.Report(new(subjects, 0, (double)passes / (parts * (points.Length + 1))));
    }

    private static EvaluationContext With(EvaluationContext context, IrParameter parameter, Value? value) =>
        value is null ? context : context with { Replaced = context.Replaced.SetItem(parameter, value) };
}
