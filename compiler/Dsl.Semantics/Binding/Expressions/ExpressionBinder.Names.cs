// Names: special names, 令, facts of row and subject, 参数, values of lists; and what to say when none fits.
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

internal sealed partial class ExpressionBinder
{
    private BoundExpression BindName(NameExpression syntax)
    {
        var (name, span) = (syntax.Name.Value, syntax.Name.Span);
        if (syntax.Name.IsMissing || name.Length == 0)
            return Error(syntax);
        if (SpecialNames.Find(name) is { } special)
            return BindSpecial(syntax, special.Name, special.Type);
        if (frame.Locals?.Find(name) is { } local)
            return BindLocal(syntax, local);

        var ofRow = frame.Row?.FindField(name);
        var ofSubject = frame.OverRegistry && !frame.InAggregate ? null : frame.Subject?.FindField(name);
        if (ofRow is not null && ofSubject is not null)
            return ReportAmbiguous(syntax, ofRow, ofSubject);
        if ((ofRow ?? ofSubject) is { } field)
        {
            sink.Names.Add(syntax.Name, field);
            return new BoundFact(syntax, span, field);
        }
        var parameter = frame.Declarations.Parameters.GetValueOrDefault(name);
        sink.Names.Add(syntax.Name, parameter);
        if (parameter is not null)
            return parameter.Type.IsError ? Error(syntax) : new BoundParameter(syntax, span, parameter);
        return ReportUnknownName(syntax, name);
    }

    private BoundExpression BindSpecial(NameExpression syntax, SpecialName name, DslType type)
    {
        if (name == SpecialName.Award && !frame.AllowsAward)
        {
            sink.Report(NameDiagnostics.AwardOutsideInvariant, syntax.Name.Span);
            return Error(syntax);
        }
        return new BoundSpecial(syntax, syntax.Name.Span, name, type);
    }

    private BoundExpression BindLocal(NameExpression syntax, LocalSymbol local)
    {
        sink.Names.Add(syntax.Name, local);
        if (local.IsBinding)
        {
            sink.Report(NameDiagnostics.LocalCycle, syntax.Name.Span, local.Name, frame.Locals?.CycleThrough(local) ?? local.Name);
            return Error(syntax);
        }
        if (local.Value is null)
            InFrame(frame with { Row = frame.Each, OuterRow = null, InAggregate = false }).BindLocalValue(local);
        if (local.Value is not { IsError: false } value)
            return Error(syntax);
        if (local.ReadsRow && frame.InAggregate)
            return ReportOuterRow(syntax, local.Name);
        if (local.ReadsRow && frame is { Row: null, Each: { } each })
            return ReportRowInCap(syntax, local.Name, each);
        return new BoundLocal(syntax, syntax.Name.Span, local, value.Type);
    }

    /// <summary>Binds the value of a 令, once.</summary>
    public void BindLocalValue(LocalSymbol local)
    {
        if (local.Value is not null || frame.Locals is not { } locals)
            return;
        locals.Open(local);
        var value = locals.OpenCount > FormulaSize.MostDepth ? ReportTooLong(local) : Bind(local.Syntax.Value);
        local.Size = FormulaSize.Of(value);
        local.Value = local.Size.Fits ? value : ReportTooLong(local);
        local.ReadsRow = ReadsRow(local.Value);
        locals.Close(local);
    }

    private BoundError ReportTooLong(LocalSymbol local)
    {
        sink.Report(NameDiagnostics.LocalTooLong, local.Syntax.Name.Span, local.Name, FormulaSize.MostNodes, FormulaSize.MostDepth);
        return Error(local.Syntax.Value);
    }

    private BoundError ReportOuterRow(NameExpression syntax, string name)
    {
        var each = frame.OuterRow ?? frame.Each;
        sink.Report(NameDiagnostics.OuterRowInAggregate, syntax.Name.Span, name, each?.Name ?? "", frame.Row?.Name ?? frame.Subject?.Name ?? "");
        return Error(syntax);
    }

    private BoundError ReportRowInCap(NameExpression syntax, string name, DetailSymbol each)
    {
        sink.Report(Declarations.DeclarationDiagnostics.RowInSubjectCap, syntax.Name.Span, name, each.Name);
        return Error(syntax);
    }

    private BoundError ReportAmbiguous(NameExpression syntax, FieldSymbol ofRow, FieldSymbol ofSubject)
    {
        Syntax.Diagnostics.TextEdit Qualify(TableSymbol table) => new(new TextSpan(syntax.Name.Span.Start, 0), table.Name + ".");
        sink.Add(NameDiagnostics.AmbiguousName.At(sink.Source, syntax.Name.Span, syntax.Name.Value, ofRow.Table.Name, ofSubject.Table.Name)
            .WithFix($"改为「{ofSubject.Table.Name}.{syntax.Name.Value}」", Qualify(ofSubject.Table))
            .WithFix($"改为「{ofRow.Table.Name}.{syntax.Name.Value}」", Qualify(ofRow.Table)));
        return Error(syntax);
    }

    private BoundExpression BindQualifiedName(QualifiedNameExpression syntax)
    {
        var (tableName, name) = (syntax.Qualifier.Value, syntax.Name.Value);
        if (syntax.Name.IsMissing || syntax.Qualifier.IsMissing)
            return Error(syntax);
        var list = frame.Declarations.Lists.GetValueOrDefault(tableName);
        sink.Names.Add(syntax.Qualifier, list ?? (Symbol?)FindTable(tableName));
        if (list is not null)
            sink.Names.AddMember(syntax.Name, list.Type, name);
        if (list is not null)
            return list.Type.Members.Contains(name)
                ? new BoundConstant(syntax, syntax.Span, TextValue.Of(name), list.Type) : ReportListValue(syntax, syntax.Name, list.Type);
        if (tableName == frame.Row?.Name)
            return BindFieldOf(syntax, frame.Row);
        if (tableName == frame.Subject?.Name)
            return frame.OverRegistry && !frame.InAggregate ? ReportOutsideAggregate(syntax, name) : BindFieldOf(syntax, frame.Subject);
        if (tableName == frame.OuterRow?.Name)
        {
            sink.Report(NameDiagnostics.OuterRowInAggregate, syntax.Span, $"{tableName}.{name}", tableName, frame.Row?.Name ?? "");
            return Error(syntax);
        }
        if (FindTable(tableName) is { } other)
            return ReportOtherTable(syntax, name, other);
        ReportUnknownTable(syntax.Qualifier, "数据、明细或名录", frame.Declarations.Subjects.Keys.Concat(frame.Declarations.Details.Keys).Concat(frame.Declarations.Lists.Keys));
        return Error(syntax);
    }

    private BoundExpression BindFieldOf(QualifiedNameExpression syntax, TableSymbol table)
    {
        if (table.FindField(syntax.Name.Value) is { } found)
        {
            sink.Names.Add(syntax.Name, found);
            return new BoundFact(syntax, syntax.Span, found);
        }
        ReportUnknownField(syntax.Name, table);
        return Error(syntax);
    }

    private TableSymbol? FindTable(string name) =>
        frame.Declarations.Details.GetValueOrDefault(name) ?? (TableSymbol?)frame.Subject?.FindDetail(name) ?? frame.Declarations.Subjects.GetValueOrDefault(name);

    internal void ReportUnknownField(SyntaxToken name, TableSymbol table)
    {
        var known = table.Fields.Select(static fact => fact.Name).ToList();
        var best = sink.Nearest(name.Value, known);
        sink.Add(WithRename(NameDiagnostics.UnknownField.At(sink.Source, name.Span, table.Name, name.Value, Spelling.Hint(best), Listing(known)), name.Span, best));
    }

    internal void ReportUnknownTable(SyntaxToken name, string what, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.Ordinal).ToList();
        var best = sink.Nearest(name.Value, names);
        var owner = frame.Declarations.Details.GetValueOrDefault(name.Value)?.Subject.Name;
        var hint = owner is null || owner == frame.Subject?.Name ? "" : $"「{name.Value}」是 {owner} 的明细，条款要写 对象 {owner}。";
        sink.Add(WithRename(NameDiagnostics.UnknownTable.At(sink.Source, name.Span, name.Value, what, Spelling.Hint(best), Listing(names), hint), name.Span, best));
    }

    private static readonly string[] Joints = ["或者", "或", "以及", "和", "及", "与"];

    private BoundError ReportListValue(ExpressionSyntax syntax, SyntaxToken word, EnumType type)
    {
        var best = sink.Nearest(word.Value, type.Members);
        var list = type.Name is { } name ? $"名录 {name} 的取值" : "这个字段可以写的值";
        var place = type.Name is null ? "数据定义中" : "名录中";
        // 国家级或省级: written together as one word.
        var parts = word.Value.Split(Joints, StringSplitOptions.None);
        if (parts.Length > 1 && Array.TrueForAll(parts, part => type.Members.Contains(part)))
        {
            sink.Add(NameDiagnostics.UnknownListValue.At(sink.Source, word.Span, word.Value, list, $"几个值之一的，写 属于 [{string.Join(", ", parts)}]。", Listing(type.Members), place));
            return Error(syntax);
        }
        sink.Add(WithRename(NameDiagnostics.UnknownListValue.At(sink.Source, word.Span, word.Value, list, Spelling.Hint(best), Listing(type.Members), place), word.Span, best));
        return Error(syntax);
    }

    internal static Syntax.Diagnostics.Diagnostic WithRename(Syntax.Diagnostics.Diagnostic diagnostic, TextSpan span, string? name) =>
        name is null ? diagnostic : diagnostic.WithRename(span, diagnostic.Source[span].Trim('"', '“', '”', '＂'), name);

    /// <summary>At most twelve names, for messages.</summary>
    internal static string Listing(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "（没有）" : string.Join('、', names.Take(12)) + (names.Count > 12 ? $"……共 {names.Count} 个" : "");
}
