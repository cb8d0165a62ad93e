// The fact that a curve varies: where it stands in a case, and in which steps it moves.
using Dsl.Facts.Json;
using Dsl.Facts.Records;
using Dsl.Ir.Nodes;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.Values.Exact;
using Dsl.Values.Types;
using Dsl.Verification.Boundaries;

namespace Dsl.LanguageServer.Features.Curves;

/// <param name="Label">What is shown.</param>
/// <param name="Type">The type of the fact.</param>
/// <param name="Range">What it may be.</param>
/// <param name="Get">Its value in a case; null where it is not known.</param>
/// <param name="Set">The case with another value.</param>
internal sealed record CurveAxis(string Label, DslType Type, Bounds Range, Func<IrExample, Rational?> Get,
    Func<IrExample, Rational, IrExample> Set)
{
    public Rational Step => FactStep.Of(Type) ?? Rational.One;

    /// <summary>Whether it counts days or years: then there is no zero to begin with.</summary>
    public bool IsCalendar => Type is DateType or YearType;

    /// <summary>Finds the axis of a path; null with the reason where there is none.</summary>
    /// <param name="example">The case.</param>
    /// <param name="path">table.field, or the name of a setting.</param>
    /// <param name="row">The row of the table, from 0.</param>
    public static (CurveAxis? Axis, string Problem) Of(TriedClause clause, IrExample example, string path, int? row)
    {
        var (table, name) = path.Split('.', 2) is [var first, var second] ? (first, second) : ("", path);
        var found = table.Length == 0 ? OfSetting(clause.Policy, name)
            : table == clause.Clause.Subject.Name ? OfSubject(example, name)
            : table == BuiltInTables.Parameters ? OfParameter(clause, name)
            : table is BuiltInTables.Approvals or BuiltInTables.Payments ? OfRecord(example, table, name, row ?? 0)
            : OfDetail(example, table, name, row ?? 0);
        return found is { } axis && FactStep.Of(axis.Type) is not null ? (axis, "")
            : (null, HasRow(example, table, row ?? 0)
                ? $"「{path}」不能作横轴。"
                : $"「{table}」没有第 {(row ?? 0) + 1} 行：先在表单里填一行。");
    }

    private static bool HasRow(IrExample example, string table, int row) => table switch
    {
        BuiltInTables.Approvals => row < example.Facts.Approvals.Length,
        BuiltInTables.Payments => row < example.Facts.Payments.Length,
        _ => example.Facts.Subject.Details.FirstOrDefault(detail => detail.Name == table) is not { } known
            || row < (example.Facts.Details[known.Ordinal]?.Length ?? 0),
    };

    private static CurveAxis? OfSetting(IrPolicy policy, string name) => name switch
    {
        FactsJson.AsOf => new(name, DslType.Date, Bounds.NonNegative, example => CivilDate.ToNumber(example.AsOf ?? policy.EffectiveDate),
            static (example, value) => example with { AsOf = CivilDate.FromNumber(value) }),
        FactsJson.Year => new(name, DslType.Year, new(1, 9999), example => example.Year ?? (example.AsOf ?? policy.EffectiveDate).Year,
            static (example, value) => example with { Year = (int)value.Floor() }),
        _ => null,
    };

    private static CurveAxis? OfSubject(IrExample example, string name) =>
        example.Facts.Subject.Fields.FirstOrDefault(field => field.Name == name) is not { } field ? null
            : new(name, field.Type, field.InputRange, moved => Number(moved.Facts.Values[field.Ordinal]),
                (moved, value) =>
                    moved with { Facts = moved.Facts with { Values = moved.Facts.Values.SetItem(field.Ordinal, NumberValue.Of(value)) } });

    private static CurveAxis? OfDetail(IrExample example, string table, string name, int row)
    {
        if (example.Facts.Subject.Details.FirstOrDefault(known => known.Name == table) is not { } detail
            || detail.Fields.FirstOrDefault(known => known.Name == name) is not { } field
            || example.Facts.Details[detail.Ordinal] is not { } rows || row < 0 || row >= rows.Length)
            return null;
        return new(rows.Length == 1 ? name : $"{table} 第 {row + 1} 行 {name}", field.Type, field.InputRange,
            moved => moved.Facts.Details[detail.Ordinal] is { } now ? Number(now[row].Values[field.Ordinal]) : null,
            (moved, value) => moved with
            {
                Facts = moved.Facts with { Details = moved.Facts.Details.SetItem(detail.Ordinal,
                    rows.SetItem(row, rows[row] with { Values = rows[row].Values.SetItem(field.Ordinal, NumberValue.Of(value)) })) },
            });
    }

    private static CurveAxis? OfParameter(TriedClause clause, string name) =>
        clause.Program.Parameters.FirstOrDefault(known => known.IsExternal && known.Name == name) is not { } parameter ? null
            : new(name, parameter.Type, Bounds.Everything,
                moved => moved.Parameters.TryGetValue(name, out var value) ? Number(value) : null,
                (moved, value) => moved with { Parameters = moved.Parameters.SetItem(name, NumberValue.Of(value)) });

    private static CurveAxis? OfRecord(IrExample example, string table, string name, int row)
    {
        if (name != RecordFields.Amount || row < 0 || !HasRow(example, table, row))
            return null;
        return table == BuiltInTables.Approvals
            ? new("核定金额", DslType.Money, Bounds.NonNegative, moved => moved.Facts.Approvals[row].Amount,
                (moved, value) =>
                    moved with { Facts = moved.Facts with
                    {
                        Approvals = moved.Facts.Approvals.SetItem(row, moved.Facts.Approvals[row] with { Amount = value })
                    } })
            : new($"{example.Facts.Payments[row].Year}年度兑现", DslType.Money, Bounds.Everything,
                moved => moved.Facts.Payments[row].Amount,
                (moved, value) => moved with { Facts =
                    moved.Facts with { Payments = moved.Facts.Payments.SetItem(row, moved.Facts.Payments[row] with { Amount = value }) } });
    }

    private static Rational? Number(Value? value) => value is null ? null : ComparedPair.Number(value);
}
