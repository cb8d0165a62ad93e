// Definitions of data as lines to compare.
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Diff;

/// <summary>Makes the lines of 名录, 数据, 明细 and 参数.</summary>
internal static class SchemaParts
{
    /// <summary>The definitions of a program; the built-in detail is none.</summary>
    public static IEnumerable<Item> Of(IrProgram program) =>
    [
        .. program.Schema.Lists.Select(static list => new Item("名录", list.Name ?? "", "", [Part.Names("取值", Members(list))])),
        .. program.Schema.Subjects.SelectMany(static subject =>
            subject.Details.Where(static detail => !detail.IsBuiltIn).Select(detail => Detail(subject, detail))
                .Prepend(new Item("数据", subject.Name, "", [Part.Words("主键", subject.Key.Name), .. subject.Fields.Select(Field)]))),
        .. program.Parameters
            .Select(static parameter => new Item("参数", parameter.Name, "", [.. Parameter(parameter)]) { Origin = parameter.Origin }),
    ];

    private static Item Detail(IrSubject subject, IrDetail detail) => new("明细", detail.Name, "",
    [
        Part.Words("属于", subject.Name), Part.Words("主键", detail.Key?.Name ?? ""), Part.Words("计量", detail.CountingUnit?.Name ?? ""),
        Part.Words("按年度", detail.IsByYear ? "是" : ""),
            .. detail.Fields.Select(Field),
    ]);

    private static Part Field(IrField field)
    {
        var range = field.DeclaredRange is { } declared ? $" 范围 {QuantityFormat.Display(declared, field.Type)}" : "";
        var fallback = field.Default is { } value ? $" 缺省 {Wording.Of(value, field.Type)}" : "";
        var suffix = $"{range}{fallback}{(field.IsRecognition ? " 认定" : "")}";
        var type = field.Type is EnumType { Name: null } list
            ? $"[{string.Join(", ", Members(list).Order(StringComparer.Ordinal))}]"
            : Word(field);
        var exact = $"{field.InputRange.Low}..{field.InputRange.High}{(field.IsCreditCode ? " " + CreditCode.TypeWord : "")}";
        return new($"字段 {field.Name}", $"{type}{suffix} {exact}", Word(field) + suffix)
        {
            Members = field.Type is EnumType { Name: null } inline ? [.. Members(inline)] : []
        };
    }

    private static string Word(IrField field) => field.IsCreditCode ? CreditCode.TypeWord : field.Type.DisplayName;

    private static IEnumerable<string> Members(EnumType list) => list.IsOpen ? list.Members.Append("等") : list.Members;

    private static IEnumerable<Part> Parameter(IrParameter parameter)
    {
        yield return Part.Words("类型", parameter.Type.DisplayName);
        yield return Part.Words("外部", parameter.IsExternal ? "是" : "");
        foreach (var (from, value) in parameter.History)
            yield return Part.Words(from is { } date ? $"{CivilDate.Format(date)} 起" : "取值", Wording.Of(value, parameter.Type));
    }
}
