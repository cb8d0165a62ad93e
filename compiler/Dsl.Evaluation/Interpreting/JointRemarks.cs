// Where caps leave less than another choice of rows would have paid, a remark says so: the order of the language keeps the choice.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Finds the greatest sum under another choice of rows. Nothing of the clauses is open.</summary>
internal static class JointRemarks
{
    // Each row is tried with all rows: of hundreds of rows not every choice is, or a subject would take minutes for a remark.
    private const long Enough = 60_000, Most = 400_000;

    /// <summary>
    /// Whether it can be told; what is paid, and the most that another choice of rows would have paid, where that is more.
    /// </summary>
    /// <param name="options">What can be paid together.</param>
    /// <param name="trial">Tries it out.</param>
    /// <param name="shortfall">Null where no choice would have paid more.</param>
    public static bool IsKnown(List<List<CompetingAward>> options, JointTrial trial, out RowShortfall? shortfall)
    {
        shortfall = null;
        var (most, other) = (Rational.Zero, Rational.Zero);
        foreach (var option in options)
        {
            if (trial.Total(option) is not { } total)
            {
                trial.Reset();
                return false;
            }
            if (Improve(option, total, trial) is not { } improved)
            {
                trial.Reset();
                return false;
            }
            (most, other) = (Rational.Max(most, total), Rational.Max(other, improved));
        }
        trial.Reset();
        shortfall = other > most ? new(null, other, most) : null;
        return true;
    }

    /// <summary>
    /// Leaves out one row after the other of those that fill a cap, as long as that gains.
    /// Where leaving out several gains, so does leaving out one: what wins a row is no less than what it displaces.
    /// So the first round finds whether there is something to say; later ones are left off after enough effort.
    /// Null where not even the first can be tried.
    /// </summary>
    private static Rational? Improve(List<CompetingAward> option, Rational total, JointTrial trial)
    {
        for (var isBetter = true; isBetter;)
        {
            isBetter = false;
            trial.Total(option);
            UnitEvaluation? best = null;
            foreach (var unit in Filling(option))
            {
                if (trial.Effort > Most)
                {
                    trial.Without.Clear();
                    return null;
                }
                trial.Without.Add(unit);
                if (trial.Total(option) is { } changed && changed > total)
                    (best, total, isBetter) = (unit, changed, true);
                trial.Without.Remove(unit);
            }
            if (best is not null)
                trial.Without.Add(best);
            isBetter &= trial.Effort < Enough;
        }
        trial.Without.Clear();
        return total;
    }

    private static List<UnitEvaluation> Filling(List<CompetingAward> option) =>
        [.. option.Select(static side => side.Work).OfType<ClauseEvaluation>()
            .Where(static work => work.Clause.PerRow is not null && work.Caps.Any(static cap => cap.Bites))
            .SelectMany(static work => work.Units).Where(static unit => unit.IsPossible)];
}
