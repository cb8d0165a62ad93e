// Where caps leave less than another choice of rows would have paid, somebody has to look: the order of the language keeps the choice.
using Dsl.Library.Values;

namespace Dsl.Ir.Interpreting;

/// <summary>Finds what another choice of rows would have come to. Nothing of the clauses is open.</summary>
internal static class JointRemarks
{
    /// <summary>What is paid, and the most that another choice of rows would have paid; null where that is no more.</summary>
    /// <param name="options">What can be paid together.</param>
    /// <param name="trial">Tries it out.</param>
    public static RowShortfall? Of(List<List<Contender>> options, JointTrial trial)
    {
        var (most, other) = (Rational.Zero, Rational.Zero);
        foreach (var option in options)
        {
            if (trial.Total(option) is not { } total)
            {
                trial.Reset();
                return null;
            }
            (most, other) = (Rational.Max(most, total), Rational.Max(other, Improve(option, total, trial)));
        }
        trial.Without.Clear();
        trial.Reset();
        return other > most ? new(null, other, most) : null;
    }

    /// <summary>
    /// Leaves out one row after the other of those that fill a cap, as long as that gains. Where leaving out several gains, so does leaving out
    /// one: what wins a row is no less than what it displaces.
    /// </summary>
    private static Rational Improve(List<Contender> option, Rational total, JointTrial trial)
    {
        trial.Without.Clear();
        for (var isBetter = true; isBetter;)
        {
            isBetter = false;
            trial.Total(option);
            UnitWork? best = null;
            foreach (var unit in Filling(option))
            {
                trial.Without.Add(unit);
                if (trial.Total(option) is { } changed && changed > total)
                    (best, total, isBetter) = (unit, changed, true);
                trial.Without.Remove(unit);
            }
            if (best is not null)
                trial.Without.Add(best);
        }
        return total;
    }

    private static List<UnitWork> Filling(List<Contender> option) =>
        [.. option.Select(static side => side.Work).OfType<ClauseWork>().Where(static work => work.Clause.Each is not null && work.Caps.Any(static cap => cap.Bites)).SelectMany(static work => work.Units).Where(static unit => unit.IsPossible)];
}
