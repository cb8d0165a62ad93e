// The form of a clause: a table of fields per table of its facts.
using System.Collections.Immutable;
using Dsl.Facts.Cells;
using Dsl.Facts.Json;
using Dsl.Facts.Records;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.LanguageServer.Features.Hover;
using Dsl.LanguageServer.Workspaces;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.TryOut;

/// <summary>A table of the form.</summary>
/// <param name="Name">Its name in the facts; empty for the settings, which stand at the top.</param>
/// <param name="Label">What is shown.</param>
/// <param name="IsRows">Whether it has any number of rows, else it is one object.</param>
/// <param name="IsEach">Whether the clause is computed once per row.</param>
internal sealed record FormTable(string Name, string Label, bool IsRows, bool IsEach, ImmutableArray<FormField> Fields)
{
    /// <summary>The field that identifies a row; null where rows are numbered.</summary>
    public string? KeyField { get; init; }
}

/// <summary>How a field is filled in.</summary>
internal enum FieldKind
{
    Boolean,
    List,
    Amount,
    Number,
    Date,
    Year,
    Text,
}

/// <summary>A field of the form.</summary>
/// <param name="Name">Its name in the facts.</param>
/// <param name="Type">What is typed into it.</param>
/// <param name="Help">What it is, as Markdown; empty for nothing to say.</param>
internal sealed record FormField(string Table, string Name, DslType Type, string Help)
{
    /// <summary>Only a condition of the 范围 asks for it.</summary>
    public bool IsScope { get; init; }

    /// <summary>What it is where nothing is typed; null for unknown.</summary>
    public string? Fallback { get; init; }

    /// <summary>认定.</summary>
    public bool IsRecognition { get; init; }

    /// <summary>Whether it may stand on the axis of a curve.</summary>
    public bool IsOnAxis { get; init; } = true;

    /// <summary>Its path: table.field; the name alone for a setting.</summary>
    public string Path => Table.Length == 0 ? Name : $"{Table}.{Name}";

    /// <summary>How it is filled in. A list with 等 takes other values too: its choices are proposals.</summary>
    public FieldKind Kind => Type switch
    {
        TruthType => FieldKind.Boolean,
        EnumType { IsOpen: false } => FieldKind.List,
        QuantityType { IsMoney: true } or QuantityType { IsRatio: true } => FieldKind.Amount,
        QuantityType => FieldKind.Number,
        DateType => FieldKind.Date,
        YearType => FieldKind.Year,
        _ => FieldKind.Text,
    };

    /// <summary>The unit after a number; null where it has none.</summary>
    public string? Unit => Type switch
    {
        QuantityType { IsRatio: true } => "%",
        QuantityType { Dimension: var dimension } when dimension != Dimension.None => dimension.ToString(),
        _ => null,
    };

    /// <summary>The units that may be written; empty where there is no choice.</summary>
    public ImmutableArray<string> Units => Type switch
    {
        QuantityType { IsMoney: true } => ["万元", "元", "亿元"],
        QuantityType { IsRatio: true } => ["%"],
        _ => [],
    };

    public ImmutableArray<string> Choices => Type is EnumType list ? list.Members : [];
}

internal static class Form
{
    public static ImmutableArray<FormTable> Of(Snapshot snapshot, ClauseInputs inputs)
    {
        var (clause, tables) = (inputs.Clause, ImmutableArray.CreateBuilder<FormTable>());
        tables.Add(new("", "测算", IsRows: false, IsEach: false, [
            new("", FactsJson.AsOf, DslType.Date, "以哪一天计算：政策是否在施行期、满几年，都按这一天。")
                { Fallback = $"施行日期 {CivilDate.Format(inputs.Policy.EffectiveDate)}" },
            new("", FactsJson.Year, DslType.Year, "申报年度：频次、累计、以前年度的兑现，都按这一年度。") { Fallback = "测算日所在的年度" },
        ]));
        var subject = snapshot.Model.Subjects.FirstOrDefault(known => known.Name == clause.Subject.Name);
        Add(clause.Subject.Name, isRows: false, isEach: false,
            inputs.SubjectFields.Select(field => Field(clause.Subject.Name, field, subject?.FindField(field.Name))));
        foreach (var detail in inputs.Details)
        {
            var symbol = subject?.FindDetail(detail.Name);
            Add(detail.Name, isRows: true, isEach: ReferenceEquals(detail, clause.PerRow),
                inputs.FieldsOf(detail).Where(field => !detail.IsBuiltIn || IsOfOtherSupport(field))
                    .Select(field => Field(detail.Name, field, symbol?.FindField(field.Name), isKey: field == detail.Key)),
                detail.Key?.Name);
        }
        Add(BuiltInTables.Parameters, isRows: false, isEach: false,
            inputs.Parameters.Select(parameter => new FormField(BuiltInTables.Parameters, parameter.Name, parameter.Type,
                snapshot.Model.Parameters.FirstOrDefault(known => known.Name == parameter.Name) is { } symbol
                    ? SymbolText.Of(snapshot, symbol)
                    : "")));
        if (inputs.ReadsApprovals)
            Add(BuiltInTables.Approvals, isRows: true, isEach: false,
                Records(clause, BuiltInTables.Approvals, "主管部门核定的金额。", withYear: false));
        if (inputs.ReadsPayments)
            Add(BuiltInTables.Payments, isRows: true, isEach: false,
                Records(clause, BuiltInTables.Payments, "已经兑现的金额；退回的写负数。", withYear: true));
        return tables.ToImmutable();

        void Add(string name, bool isRows, bool isEach, IEnumerable<FormField> fields, string? key = null)
        {
            ImmutableArray<FormField> all = [.. fields];
            // A table without a fact to ask for still decides by its rows.
            if (!all.IsEmpty || isRows)
                tables.Add(new(name, name, isRows, isEach, all) { KeyField = key });
        }

        // Rows of other support name a row only where the clause goes by rows.
        bool IsOfOtherSupport(IrField field) => field.Name != RecordFields.Row || clause.PerRow is not null;

        FormField Field(string table, IrField field, Semantics.Symbols.FieldSymbol? symbol, bool isKey = false) =>
            new(table, field.Name, field.Type,
                (symbol is null ? "" : SymbolText.Of(snapshot, symbol)) + (isKey ? "\n\n不写时按行号 1、2、… 编号。" : "")
                    + BenefitItem(table, field.Name))
            {
                IsScope = inputs.IsScopeOnly(field),
                Fallback = field.Default is { } absent ? ValueText.Written(absent, field.Type) : null,
                IsRecognition = field.IsRecognition,
            };

        string BenefitItem(string table, string field) =>
            table == IrDetail.OtherSupportName && field == "事项" && clause.BenefitItem is { } matter
                ? $"\n\n本条款的事项是「{matter}」，事项相同的才比较。"
                : "";
    }

    private static IEnumerable<FormField> Records(IrClause clause, string table, string amount, bool withYear)
    {
        if (withYear)
            yield return new(table, RecordFields.Year, DslType.Year, "兑现的是哪一年度的申报。") { IsOnAxis = false };
        yield return new(table, RecordFields.Amount, DslType.Money, amount);
        if (withYear && clause.Frequency.Allowance is { } allowance)
            yield return new(table, RecordFields.Quantity, allowance.Type, "这一笔计多少；退回的写负数。") { IsOnAxis = false };
        if (withYear && clause.Payout is not null)
            yield return new(table, RecordFields.Part, DslType.Text, "付的是哪一年度应得的第几期，如 2023年度第1期；应得的全额不写。")
            {
                IsOnAxis = false,
            };
        if (clause.PerRow is { } each)
            yield return new(table, RecordFields.Row, DslType.Text,
                $"是「{each.Name}」的哪一行：{(each.Key is { } key ? $"写它的{key.Name}，没有写编号的行写行号" : "写行号")}。");
    }
}
