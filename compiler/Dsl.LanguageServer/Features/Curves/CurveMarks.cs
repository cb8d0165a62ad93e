// The marks at the places where a curve changes.
using System.Collections.Immutable;
using Dsl.Facts.Cells;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;
using Dsl.Verification.Boundaries;

namespace Dsl.LanguageServer.Features.Curves;

/// <param name="samples">The samples, ascending.</param>
/// <param name="tolerance">How much amounts may depart from a straight line by their rounding, in yuan.</param>
internal sealed class CurveMarks(TriedClause clause, CurveAxis axis, ImmutableArray<CurveSample> samples, Rational tolerance)
{
    private const string Threshold = "门槛", Cap = "上限", Jump = "跳变", Turn = "转折";
    private const int Most = 200;

    private readonly ImmutableArray<Rational> _places = [.. samples.Select(static sample => sample.X)];

    /// <summary>The marks of a search, ascending.</summary>
    public ImmutableArray<CurveMark> Of(CurveSearch search)
    {
        var marks = new List<CurveMark>();
        foreach (var crossing in search.Crossings.Where(BenefitItems))
            marks.Add(Of(crossing));
        for (var i = 0; i + 1 < samples.Length; i++)
        {
            if (IsJump(i))
                marks.Add(new(samples[i + 1].X, Jump, $"跳变 {Change(samples[i], samples[i + 1])}", SourceLocation.None));
        }
        // Where a threshold, cap or jump is marked, a turn is not.
        foreach (var place in search.Turns.Where(place => marks.TrueForAll(mark => Distance(mark.X, place) > axis.Step)))
        {
            if (RatesAt(place) is var (before, after) && IsTurn(place))
                marks.Add(new(place, Turn, $"转折 每{RateUnit} {Rate(before)} → {Rate(after)}", SourceLocation.None));
        }
        return [.. marks.DistinctBy(static mark => (mark.X, mark.Kind, mark.Text)).OrderBy(static mark => mark.X)
            .ThenBy(static mark => mark.Kind == Jump ? 1 : 0).Take(Most)];
    }

    private CurveMark Of(Crossing crossing)
    {
        var (before, after) = (crossing.Before.Numbers[crossing.Meeting], crossing.After.Numbers.GetValueOrDefault(crossing.Meeting));
        if (crossing.Meeting.Pair is not { } pair)
        {
            var cap = crossing.Meeting.Cap switch
            {
                Meeting.SubjectCap => clause.Clause.SubjectCap,
                Meeting.Ceiling => (clause.Clause.Award as IrApproval)?.Ceiling,
                _ => clause.Clause.CumulativeCap
            };
            // A cap that moves with the fact is shown as it is there.
            var limit = samples[IndexAt(crossing.X)].Numbers.TryGetValue(crossing.Meeting, out var there) ? there.Right : before.Right;
            return new(crossing.X, Cap, $"{crossing.Meeting.Cap} {QuantityFormat.Display(limit, DslType.Money)}",
                cap?.Origin ?? SourceLocation.None);
        }
        if (pair.Kind == ComparedKind.Comparison)
            return new(crossing.X, Threshold, $"{Threshold} {Words(pair)}", pair.Origin);
        // The part that does not move with the fact limits the other.
        var (constant, type) = before.Right == after.Right ? (before.Right, pair.Right.Type)
            : before.Left == after.Left ? (before.Left, pair.Left.Type)
            : ((Rational?)null, pair.Left.Type);
        return constant is not { } figure ? new(crossing.X, Turn, $"{Turn} {pair.Left.Origin.Text} = {pair.Right.Origin.Text}", pair.Origin)
            : pair.Kind == ComparedKind.Least ? new(crossing.X, Cap, $"{Cap} {QuantityFormat.Display(figure, type)}", pair.Origin)
            : new(crossing.X, Turn, $"下限 {QuantityFormat.Display(figure, type)}", pair.Origin);
    }

    /// <summary>A comparison as it is written; a cell of a table with its column before it.</summary>
    private static string Words(ComparedPair pair)
    {
        var (whole, left) = (pair.Origin.Text, pair.Left.Origin.Text);
        return whole.Contains(left, StringComparison.Ordinal)
            || whole.Contains(pair.Right.Origin.Text, StringComparison.Ordinal)
                && whole.Length > pair.Right.Origin.Text.Length + left.Length
            ? whole
            : $"{left} {whole}";
    }

    /// <summary>Whether the curve changes where two numbers meet: another status, a jump, or a turn.</summary>
    private bool BenefitItems(Crossing crossing)
    {
        for (var i = Math.Max(0, IndexAt(crossing.X) - 2); i + 1 < samples.Length && samples[i].X <= crossing.X + axis.Step; i++)
        {
            if (samples[i + 1].X >= crossing.X - axis.Step && (samples[i].Status != samples[i + 1].Status || IsJump(i)))
                return true;
        }
        return IsTurn(crossing.X);
    }

    /// <summary>Whether the curve jumps from a sample to the next, which is a smallest step away.</summary>
    private bool IsJump(int index)
    {
        var (one, other) = (samples[index], samples[index + 1]);
        if (other.X - one.X > axis.Step)
            return false;
        return one.Status != other.Status || IsFar(static bounds => bounds.Low) || IsFar(static bounds => bounds.High);

        bool IsFar(Func<Bounds, Rational?> end)
        {
            if (end(one.Amount) is not { } from || end(other.Amount) is not { } to)
                return end(one.Amount) is null != end(other.Amount) is null;
            var change = to - from;
            var beside = new[] { RateBeside(index, -1, end), RateBeside(index, 1, end) }.OfType<Rational>()
                .Select(rate => rate * (other.X - one.X)).Append(0).ToList();
            return change > beside.Max() + tolerance || change < beside.Min() - tolerance;
        }
    }

    /// <summary>How fast the amount moves beside a step: over the nearest longer interval, where there is one near.</summary>
    private Rational? RateBeside(int index, int direction, Func<Bounds, Rational?> end)
    {
        Rational? nearest = null;
        for (var (i, looked) = (index + direction, 0); i >= 0 && i + 1 < samples.Length && looked < 4; i += direction, looked++)
        {
            var (from, to, width) = (end(samples[i].Amount), end(samples[i + 1].Amount), samples[i + 1].X - samples[i].X);
            if (samples[i].Status != samples[i + 1].Status || from is not { } low || to is not { } high)
                break;
            nearest ??= (high - low) / width;
            if (width > axis.Step)
                return (high - low) / width;
        }
        return nearest;
    }

    private bool IsTurn(Rational place)
    {
        var index = IndexAt(place);
        return IsOther(static bounds => bounds.Low) || IsOther(static bounds => bounds.High);

        bool IsOther(Func<Bounds, Rational?> end)
        {
            var (left, right) = (LongerInterval(index, -1), LongerInterval(index, 1));
            if (left is not var (a, b) || right is not var (c, d) || end(a.Amount) is not { } low || end(b.Amount) is not { } middle
                || end(c.Amount) is not { } other || end(d.Amount) is not { } high)
                return false;
            var length = Rational.Min(b.X - a.X, d.X - c.X);
            var difference = ((middle - low) / (b.X - a.X) - (high - other) / (d.X - c.X)) * length;
            return (difference.Sign < 0 ? -difference : difference) > tolerance;
        }
    }

    private (Rational Before, Rational After)? RatesAt(Rational place) =>
        LongerInterval(IndexAt(place), -1) is var (a, b) && LongerInterval(IndexAt(place), 1) is var (c, d)
        && (a.Amount.Low, b.Amount.Low, c.Amount.Low, d.Amount.Low) is ({ } one, { } two, { } three, { } four)
            ? ((two - one) / (b.X - a.X), (four - three) / (d.X - c.X)) : null;

    /// <summary>The nearest longer interval on one side of a sample; the next one where all are a step long.</summary>
    private (CurveSample From, CurveSample To)? LongerInterval(int index, int direction)
    {
        (CurveSample, CurveSample)? nearest = null;
        for (var (i, looked) = (direction < 0 ? index - 1 : index, 0);
            i >= 0 && i + 1 < samples.Length && looked < 4;
            i += direction, looked++)
        {
            nearest ??= (samples[i], samples[i + 1]);
            if (samples[i + 1].X - samples[i].X > axis.Step)
                return (samples[i], samples[i + 1]);
        }
        return nearest;
    }

    private int IndexAt(Rational place)
    {
        var index = _places.BinarySearch(place);
        return index >= 0 ? index : Math.Clamp(~index, 0, Math.Max(0, samples.Length - 1));
    }

    private static string Change(CurveSample before, CurveSample after)
    {
        var (from, to) = (Curve.AmountText(before), Curve.AmountText(after));
        return before.Status == after.Status ? $"{from} → {to}" : $"{before.Status.Word()} {from} → {after.Status.Word()} {to}";
    }

    private string RateUnit => axis.Type switch
    {
        QuantityType { IsMoney: true } => "万元",
        QuantityType { IsRatio: true } => "1个百分点",
        DateType => "天",
        YearType => "年",
        _ => ValueText.Written(NumberValue.Of(1), axis.Type),
    };

    private string Rate(Rational perUnit)
    {
        var rate = perUnit * (axis.Type is QuantityType { IsMoney: true } ? 10_000
            : axis.Type is QuantityType { IsRatio: true } ? new Rational(1, 100)
            : Rational.One);
        return QuantityFormat.Display(new Rational((rate * 100).RoundHalfAwayFromZero(), 100), DslType.Money);
    }

    private static Rational Distance(Rational left, Rational right) => left < right ? right - left : left - right;
}
