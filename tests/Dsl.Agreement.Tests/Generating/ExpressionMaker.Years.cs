// Facts by year: 本年, 上年, and any other year.

namespace Dsl.Agreement.Tests.Generating;

internal sealed partial class ExpressionMaker
{
    /// <summary>The facts by year of a kind that may be named at a place.</summary>
    public static List<(DetailModel Rows, FieldModel Field)> YearFacts(Kind kind, Scope scope) =>
        scope.OverRegistry && !scope.InAggregate || kind is Kind.Truth or Kind.List or Kind.Text ? []
        : [.. scope.Subject.Details.Where(static detail => detail.IsByYear)
            .SelectMany(static detail => detail.Fields.Select(field => (detail, field))).Where(pair => pair.field.Kind == kind)];

    private string OfYear((DetailModel Rows, FieldModel Field) fact, Scope scope)
    {
        var (table, name) = (fact.Rows.Name, fact.Field.Name);
        var years = scope.Subject.Fields.Where(static field => field.Kind == Kind.Year)
            .Select(field => $"{scope.Subject.Name}.{field.Name}").ToList();
        return draw.Make(
            () => $"本年.{name}", () => $"上年.{name}", () => $"{name}(年度 - {draw.Between(1, 3)}年)", () => $"{table}.{name}(年度)",
            () => $"{table}.{name}({draw.Between(2019, 2025)}年度)",
            () => years.Count > 0 ? $"{name}({draw.Pick(years)})" : $"{name}(年度)");
    }
}
