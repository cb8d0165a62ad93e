// Names: special names, 令, facts of row and subject, 参数, values of lists.
using Dsl.Values.Functions;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Dsl.Values.Exact;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Finds what names stand for.</summary>
internal sealed class NameResolver(DiagnosticSink sink, BindingFrame frame, UnknownNames unknown)
{
    /// <summary>Binds a name.</summary>
    /// <param name="syntax">The name.</param>
    /// <param name="fits">Of what types the value may be, for proposals; null where the place asks for nothing.</param>
    public BoundExpression Bind(NameExpression syntax, Func<DslType, bool>? fits = null)
    {
        var (name, span) = (syntax.Name.Value, syntax.Name.Span);
        if (syntax.Name.IsMissing || name.Length == 0)
            return new BoundError(syntax);
        if (IntrinsicNames.Find(name) is { } special)
            return BindIntrinsic(syntax, special.Name, special.Type);
        if (frame.Locals is { } locals && locals.Find(name) is { } local)
            return BindLocal(syntax, locals, local);

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
            return parameter.Type.IsError ? new BoundError(syntax) : new BoundParameter(syntax, span, parameter);
        // 年末 without brackets.
        if (BuiltinFunctions.Find(name) is { MinArity: 0, LastArgument: { } context } function)
            return new BoundCall(syntax, span, function, [new BoundIntrinsic(syntax, span, context, IntrinsicNames.TypeOf(context))],
                function.Typing([IntrinsicNames.TypeOf(context)]).Result);
        if (BoundHistory.IsLeft(name) && frame.Subject is not null && !frame.OverRegistry)
            return new HistoryBinder(sink, frame).BindLeft(syntax, unknown);
        return WindowBinder.IsName(name) && frame.Subject is not null && !frame.OverRegistry
            ? new WindowBinder(sink, frame, unknown).BindName(syntax) : unknown.Report(syntax, fits);
    }

    private BoundExpression BindIntrinsic(NameExpression syntax, ContextKind name, DslType type)
    {
        if (name == ContextKind.Award && !frame.AllowsAward)
        {
            sink.Report(NameDiagnostics.AwardOutsideInvariant, syntax.Name.Span);
            return new BoundError(syntax);
        }
        return new BoundIntrinsic(syntax, syntax.Name.Span, name, type);
    }

    private BoundExpression BindLocal(NameExpression syntax, LocalTable locals, LocalSymbol local)
    {
        sink.Names.Add(syntax.Name, local);
        if (locals.IsOpen(local))
        {
            sink.Report(NameDiagnostics.LocalCycle, syntax.Name.Span, local.Name, locals.CycleThrough(local));
            return new BoundError(syntax);
        }
        var let = locals.ValueOf(local)
            ?? new ExpressionBinder(sink, frame with { Row = frame.PerRow, OuterRow = null, InAggregate = false }).BindLet(locals, local);
        if (let.Value.IsError)
            return new BoundError(syntax);
        if (let.ReadsRow && frame.InAggregate)
            return unknown.ReportOuterRow(syntax, local.Name);
        if (let.ReadsRow && frame is { Row: null, PerRow: { } each })
            return unknown.ReportRowInCap(syntax, local.Name, each);
        if (locals.Shared(local.Name) == let && locals.SharedSubject != frame.Subject && let.ReadsSubject)
        {
            sink.Report(NameDiagnostics.LocalOfOtherSubject, syntax.Name.Span, local.Name, locals.SharedSubject?.Name ?? "",
                frame.Subject?.Name ?? "");
            return new BoundError(syntax);
        }
        locals.Use(let);
        return new BoundLocal(syntax, syntax.Name.Span, let, let.Value.Type);
    }

    private BoundError ReportAmbiguous(NameExpression syntax, FieldSymbol ofRow, FieldSymbol ofSubject)
    {
        TextEdit Qualify(TableSymbol table) => new(new TextSpan(syntax.Name.Span.Start, 0), table.Name + ".");
        sink.Add(NameDiagnostics.AmbiguousName.At(sink.Source, syntax.Name.Span, syntax.Name.Value, ofRow.Table.Name, ofSubject.Table.Name)
            .WithFix($"改为「{ofSubject.Table.Name}.{syntax.Name.Value}」", Qualify(ofSubject.Table))
            .WithFix($"改为「{ofRow.Table.Name}.{syntax.Name.Value}」", Qualify(ofRow.Table)));
        return new BoundError(syntax);
    }

    /// <summary>Binds a name that follows that of a table or list.</summary>
    public BoundExpression BindQualified(QualifiedNameExpression syntax)
    {
        var (tableName, name) = (syntax.Qualifier.Value, syntax.Name.Value);
        if (syntax.Name.IsMissing || syntax.Qualifier.IsMissing)
            return new BoundError(syntax);
        var list = frame.Declarations.Lists.GetValueOrDefault(tableName);
        sink.Names.Add(syntax.Qualifier, list ?? (Symbol?)frame.FindTable(tableName));
        if (list is not null)
            sink.Names.AddMember(syntax.Name, list.Type, name);
        if (list is not null)
            return list.Type.Members.Contains(name)
                ? new BoundConstant(syntax, syntax.Span, TextValue.Of(name), list.Type)
                : unknown.ReportMember(syntax, syntax.Name, list.Type);
        if (tableName == frame.Row?.Name)
            return BindFieldOf(syntax, frame.Row);
        if (tableName == frame.Subject?.Name)
            return frame.OverRegistry && !frame.InAggregate
                ? unknown.ReportOutsideAggregate(syntax, name)
                : BindFieldOf(syntax, frame.Subject);
        // 合计(发票, 票额, 发票.所属项目 = 项目.项目号): the row under 每个, named in full.
        if (frame is { InAggregate: true, IsOfSubject: false, PerRow: { } each } && tableName == each.Name)
            return BindFieldOf(syntax, each);
        if (tableName == frame.OuterRow?.Name)
        {
            sink.Report(NameDiagnostics.OuterRowInAggregate, syntax.Span, $"{tableName}.{name}", tableName, frame.Row?.Name ?? "");
            return new BoundError(syntax);
        }
        if (frame.FindTable(tableName) is { } other)
            return unknown.ReportOtherTable(syntax, name, other);
        unknown.ReportTable(syntax.Qualifier, "数据、明细或名录",
            frame.Declarations.Subjects.Keys.Concat(frame.Declarations.Details.Keys).Concat(frame.Declarations.Lists.Keys));
        return new BoundError(syntax);
    }

    private BoundExpression BindFieldOf(QualifiedNameExpression syntax, TableSymbol table)
    {
        if (table.FindField(syntax.Name.Value) is { } found)
        {
            sink.Names.Add(syntax.Name, found);
            return new BoundFact(syntax, syntax.Span, found);
        }
        unknown.ReportField(syntax.Name, table);
        return new BoundError(syntax);
    }
}
