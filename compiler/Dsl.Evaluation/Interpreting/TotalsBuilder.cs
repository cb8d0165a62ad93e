// Sums of amounts: bounded parts, the number of 不封顶, by level and by 形式.
using System.Collections.Immutable;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Adds amounts up to <see cref="Totals"/>.</summary>
public sealed class TotalsBuilder
{
    private readonly List<LevelAmount> _levels = [];
    private readonly List<LevelAmount> _forms = [];
    private Bounds _amount = Bounds.Exactly(0);
    private int _unbounded;

    /// <summary>Adds an amount.</summary>
    /// <param name="amount">Its bounds.</param>
    /// <param name="form">形式; empty for a grant. Other forms have a sum of their own and no levels.</param>
    /// <param name="levels">Who pays which part.</param>
    public void Add(Bounds amount, string form, ImmutableArray<LevelAmount> levels)
    {
        if (form.Length > 0)
        {
            AddTo(_forms, form, amount);
            return;
        }
        _unbounded += amount.High is null ? 1 : 0;
        _amount += BoundedPart(amount);
        foreach (var level in levels)
            AddTo(_levels, level.Level, BoundedPart(level.Amount));
    }

    /// <summary>Adds totals, such as those of another policy or subject.</summary>
    public void Add(Totals totals)
    {
        _unbounded += totals.Unbounded;
        _amount += totals.Amount;
        foreach (var level in totals.Levels)
            AddTo(_levels, level.Level, level.Amount);
        foreach (var form in totals.Forms)
            AddTo(_forms, form.Level, form.Amount);
    }

    /// <summary>The sums so far.</summary>
    public Totals Build() => new(_amount, _unbounded, [.. _levels], [.. _forms]);

    // What is 不封顶 is left out of the upper sum and counted instead.
    private static Bounds BoundedPart(Bounds amount) => amount.High is null ? amount with { High = 0 } : amount;

    private static void AddTo(List<LevelAmount> list, string name, Bounds amount)
    {
        var index = list.FindIndex(entry => entry.Level == name);
        if (index < 0)
            list.Add(new(name, amount));
        else
            list[index] = new(name, list[index].Amount + amount);
    }
}
