// The values that a fact is tried with: each of a list, numbers where clauses begin to differ and either side of them.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Questions;

/// <summary>The values of fields. For one thread.</summary>
internal sealed class AdmissibleValues(IrProgram program, Thresholds thresholds, FieldUses uses, EvaluationContext context)
{
    private const int MostValues = 40;
    private const string OtherText = "（其他）";

    private static readonly Rational Huge = 1_000_000_000;

    private readonly Dictionary<IrField, ImmutableArray<Value>> _known = [];

    /// <summary>Values of a field, those that refuse most first.</summary>
    public ImmutableArray<Value> Of(IrField field)
    {
        if (!_known.TryGetValue(field, out var values))
            _known.Add(field, values = Make(field));
        return values;
    }

    /// <summary>Whether the values stand for all that the field can hold.</summary>
    public bool AreAll(IrField field) => uses.IsDiscrete(field) && Of(field).Length < MostValues;

    private ImmutableArray<Value> Make(IrField field) => field.Type switch
    {
        TruthType => [TruthValue.No, TruthValue.Yes],
        EnumType list => Words(list.IsOpen || list.Members.IsEmpty ? list.Members.Add(OtherText) : list.Members, field),
        TextType => Words([OtherText, .. thresholds.Words(field)], field),
        _ => Numbers(field),
    };

    // What no clause names comes first: it mostly refuses.
    private ImmutableArray<Value> Words(IEnumerable<string> words, IrField field)
    {
        var named = thresholds.Words(field);
        return [.. words.OrderBy(word => named.Contains(word) ? 1 : 0).Select(TextValue.Of)];
    }

    private ImmutableArray<Value> Numbers(IrField field)
    {
        var cuts = new SortedSet<Rational>(thresholds.Numbers(field));
        if (field.Type is DateType)
            cuts.UnionWith(Days());
        else if (field.Type is YearType)
            cuts.UnionWith(Enumerable.Range(context.Year - 6, 8).Select(static year => (Rational)year));
        var range = field.InputRange;
        var isCalendar = field.Type is DateType or YearType;
        Rational[] ends =
        [
            Clamp(isCalendar ? cuts.Min - 1 : 0, range), Clamp((cuts.Count > 0 ? cuts.Max : 0) + 1, range),
            Clamp(isCalendar ? cuts.Max + 1 : Huge, range), range.Low ?? cuts.Min, range.High ?? cuts.Max,
        ];
        var isWhole = isCalendar || field.Type is QuantityType { IsCount: true };
        var between = isWhole ? cuts.SelectMany(static cut => new[] { cut.Floor() - 1, (Rational)cut.Floor(), cut.Floor() + 1 })
            : cuts.Zip(cuts.Skip(1), static (low, high) => (low + high) / 2).Concat(cuts)
                .Concat(cuts.Count > 0 ? [cuts.Min / 2] : []);
        return [.. ends.Concat(between.Where(number => IsWithin(number, range))).Distinct().Take(MostValues)
            .Select(NumberValue.Of)];
    }

    private IEnumerable<Rational> Days()
    {
        var days = Enumerable.Range(-6, 8)
            .SelectMany(years => new[] { InYear(context.AsOf, context.AsOf.Year + years), InYear(new(1, 1, 1), context.Year + years) })
            .Concat(program.Policies.Select(static policy => policy.EffectiveDate))
            .Concat(program.Policies.Select(static policy => policy.ExpiryDate).OfType<DateOnly>());
        return days.Select(static day => CivilDate.ToNumber(day));
    }

    private static DateOnly InYear(DateOnly day, int year) => day.AddYears(Math.Clamp(year, 1, 9999) - day.Year);

    private static bool IsWithin(Rational number, Bounds range) =>
        (range.Low is not { } low || number >= low) && (range.High is not { } high || number <= high);

    private static Rational Clamp(Rational value, Bounds range)
    {
        var raised = range.Low is { } low && value < low ? low : value;
        return range.High is { } high && raised > high ? high : raised;
    }
}
