// What is known of a value that is not there: its bounds by type and declared range, and what is waited for.
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Unknown values of each type.</summary>
public static class MissingValue
{
    /// <summary>
    /// An unknown value: a number within the range, [0, ∞) where none is declared, any day or year; an unknown truth or text.
    /// </summary>
    public static Value Of(DslType type, Bounds? declared, Unknowns unknowns) => type switch
    {
        TruthType => new TruthValue(Truth.Unknown, unknowns),
        TextType or EnumType => new TextValue(null, unknowns),
        DateType or YearType => new NumberValue(declared ?? Bounds.Everything, unknowns),
        _ => new NumberValue(declared ?? Bounds.NonNegative, unknowns),
    };

    /// <summary>A fact that is missing in a frame, named as the policy writes it: 研发人员数, 科技项目[P-01].上年度国拨经费.</summary>
    public static Value OfField(IrField field, Frame? row, bool tableIsMissing)
    {
        var kind = field.IsDecision ? UnknownKind.Recognition : UnknownKind.Fact;
        var unknown = field.Detail is not { } detail ? Unknowns.Of(kind, field.Name)
            : tableIsMissing ? Unknowns.Of(UnknownKind.Table, detail)
            : row is { Row: { } facts, OfRegistry: false } ? Unknowns.Of(kind, $"{detail}[{facts.Key}].{field.Name}")
            : Unknowns.Of(kind, $"{detail}.{field.Name}");
        return Of(field.Type, field.DeclaredRange, unknown);
    }
}
