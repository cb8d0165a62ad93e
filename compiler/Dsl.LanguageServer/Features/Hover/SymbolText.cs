// The description of a declared thing.
using System.Text;
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Hover;

internal static class SymbolText
{
    private const int MostMembers = 60;

    public static string Of(Snapshot snapshot, Symbol symbol) => symbol switch
    {
        FieldSymbol field => Field(snapshot, field),
        ListSymbol list => $"**{list.Name}** 名录\n\n{Members(list.Type)}{Comment(snapshot.TextOf(list), list.Span)}",
        MemberSymbol member =>
            $"**{member.Name}** {(member.Type.Name is { } name ? $"名录「{name}」的取值" : "列表中的取值")}\n\n{Members(member.Type)}",
        DetailSymbol detail => $"**{detail.Name}** {detail.Subject.Name} 的明细，"
            + $"一行一条{(detail.Unit is { } unit ? $"，一行算一{unit}" : "")}\n\n"
            + $"{Facts(detail)}{Comment(snapshot.TextOf(detail), detail.Span, isBuiltIn: detail.IsBuiltIn)}",
        SubjectSymbol subject => $"**{subject.Name}** 申报主体\n\n{Facts(subject)}\n\n"
            + $"明细：{string.Join('、', subject.Details.Select(static detail => detail.Name))}"
            + Comment(snapshot.TextOf(subject), subject.Span),
        ParameterSymbol parameter => Parameter(snapshot, parameter),
        LocalSymbol local => Local(snapshot, local),
        NumberedSymbol numbered => Numbered(snapshot, numbered),
        PolicySymbol policy => $"**{policy.Syntax.Title.Value.Trim()}**\n\n"
            + $"{policy.Name}"
            + $"{(snapshot.PolicyOf(policy.Source.Path) is { EffectiveDate: { } date } ? $"，{CivilDate.Format(date)} 起施行" : "")}",
        FileSymbol file => $"数据定义文件 {file.Source.Path}",
        _ => $"**{symbol.Name}**",
    };

    /// <summary>The type in the words of the schema: 金额（元）, 人, 名录 行业.</summary>
    internal static string TypeText(DslType type) => type switch
    {
        QuantityType { IsMoney: true } => "金额（元）",
        EnumType { Name: { } name } => $"名录 {name}",
        _ => type.DisplayName,
    };

    private static string Field(Snapshot snapshot, FieldSymbol field)
    {
        var text = new StringBuilder($"**{field.Name}** {field.Table.Name}{(field.Table is DetailSymbol ? " 每一行" : "")}的"
            + $"{(field.IsKey ? "主键" : "事实")}\n\n- 类型：{TypeText(field.Type)}\n");
        if (field.Type is EnumType { Name: not null } list)
            text.Append($"- 取值：{Names(list.Members)}{(list.IsOpen ? "、等" : "")}\n");
        if (field.DeclaredRange is { } range)
            text.Append($"- 范围：{QuantityFormat.Typeable(range, field.Type)}\n");
        if (field.Default is { } absent)
            text.Append($"- 缺省：{Value(absent, field.Type)}（没有填时）\n");
        if (field.IsRecognition)
            text.Append("- 由主管部门认定：没有填时，条款待核定\n");
        return text.Append(Comment(snapshot.TextOf(field), field.Syntax?.Span ?? field.Span, isBuiltIn: field.Syntax is null))
            .ToString().TrimEnd();
    }

    private static string Parameter(Snapshot snapshot, ParameterSymbol parameter)
    {
        var text = new StringBuilder($"**{parameter.Name}** 参数，{TypeText(parameter.Type)}\n\n");
        if (parameter.IsExternal)
            text.Append("外部：测算时给出，没有给的是未知。\n");
        else
        {
            var asOf = snapshot.Policies.Context(null, null, snapshot.Today).AsOf;
            var now = parameter.History.LastOrDefault(entry => entry.From is not { } from || from <= asOf);
            text.Append(now.Value is { } value
                ? $"测算日 {CivilDate.Format(asOf)} 的值：**{Value(value, parameter.Type)}**\n"
                : $"测算日 {CivilDate.Format(asOf)} 还没有值。\n");
            foreach (var (from, entry) in parameter.History.Where(static entry => entry.From is not null))
                text.Append($"- {(from is { } date ? CivilDate.Format(date) : "")} 起 {Value(entry, parameter.Type)}\n");
        }
        return text.Append(Comment(snapshot.TextOf(parameter), parameter.Span)).ToString().TrimEnd();
    }

    private static string Local(Snapshot snapshot, LocalSymbol local)
    {
        var policy = snapshot.PolicyOf(local.Source.Path);
        var lets = policy?.Clauses.SelectMany(static clause => clause.Locals).Concat(policy.Terms.Locals) ?? [];
        var type =
            lets.FirstOrDefault(let => let.Symbol == local) is { Value: { IsError: false } value } ? $"，{TypeText(value.Type)}" : "";
        return $"**{local.Name}** 令{type}\n\n```policy\n{snapshot.TextOf(local)[local.Syntax.Span]}\n```";
    }

    private static string Numbered(Snapshot snapshot, NumberedSymbol symbol)
    {
        var block = symbol.Syntax;
        var lines = block.LinesOf("奖补").Concat(block.LinesOf("享受")).Concat(block.LinesOf("值")).Concat(block.LinesOf("规模")).Take(2)
            .Select(line => snapshot.TextOf(symbol)[line.Span]).ToList();
        return $"**{block.Keyword?.Value} {symbol.Name}** {block.Title.Value.Trim()}"
            + (lines.Count > 0 ? $"\n\n```policy\n{string.Join('\n', lines)}\n```" : "");
    }

    private static string Facts(TableSymbol table) => $"字段：{Names(table.Fields.Select(static field => field.Name).ToList())}";

    private static string Members(EnumType list) => $"取值：{Names(list.Members)}{(list.IsOpen ? "、等（没有列全）" : "")}";

    private static string Names(IReadOnlyCollection<string> names) =>
        string.Join('、', names.Take(MostMembers)) + (names.Count > MostMembers ? $"……共 {names.Count} 个" : "");

    private static string Value(Value value, DslType type) => value switch
    {
        NumberValue { Bounds: var bounds } => QuantityFormat.Display(bounds, type),
        TruthValue { Truth: Truth.Yes } => "是",
        TruthValue { Truth: Truth.No } => "否",
        TextValue { Text: { } text } => text,
        _ => "未知",
    };

    /// <summary>What the comment at the end of a line, or the ones above it, say; and the place of the line.</summary>
    private static string Comment(SourceText source, TextSpan span, bool isBuiltIn = false)
    {
        if (isBuiltIn)
            return "\n\n*系统自带*";
        var line = source.PositionOf(span.Start).Line;
        var said = new List<string>();
        for (var above = line - 1; above >= 0 && CommentOf(source[source.LineSpan(above)].TrimStart(), 0) is { } comment; above--)
            said.Insert(0, comment);
        var last = source.PositionOf(span.End).Line;
        if (CommentOf(source[TextSpan.FromBounds(span.End, source.LineSpan(last).End)], null) is { } after)
            said.Add(after);
        return (said.Count > 0 ? "\n\n" + MarkdownText.Escape(string.Join("\n", said)) : "")
            + $"\n\n*{PathText.NameOf(source.Path)} 第 {line + 1} 行*";
    }

    /// <summary>The words of a comment that begins at a place (anywhere, where none is given); null where there is none.</summary>
    private static string? CommentOf(string text, int? at)
    {
        var start = text.IndexOf("//", StringComparison.Ordinal);
        return start < 0 || (at is { } wanted && start != wanted) ? null : text[(start + 2)..].Trim();
    }
}
