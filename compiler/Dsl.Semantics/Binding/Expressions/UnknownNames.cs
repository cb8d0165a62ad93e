// What to say of a name that nothing in sight declares: run together, of another table, a value of a list, misspelt.
using Dsl.Values.Quantities;
using Dsl.Values.Types;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Reports names that cannot stand where they do.</summary>
internal sealed class UnknownNames(DiagnosticSink sink, BindingFrame frame)
{
    private static readonly string[] Joints = ["或者", "或", "以及", "和", "及", "与"];

    private readonly OfficialPhrases _phrases = new(sink, frame);

    /// <summary>Says of a name that is none what is nearest to it.</summary>
    /// <param name="syntax">The name.</param>
    /// <param name="fits">What the place asks for; null where it asks for nothing.</param>
    public BoundError Report(NameExpression syntax, Func<DslType, bool>? fits)
    {
        var (name, span) = (syntax.Name.Value, syntax.Name.Span);
        if (frame.OverRegistry && !frame.InAggregate && frame.Subject?.FindField(name) is not null)
            return ReportOutsideAggregate(syntax, name);
        if (frame.OuterRow is { } outer && outer.FindField(name) is not null)
            return outer == frame.PerRow && !frame.IsOfSubject ? ReportUnqualified(syntax, outer) : ReportOuterRow(syntax, name);
        if (frame is { Row: null, PerRow: { } each } && each.FindField(name) is not null)
            return ReportRowInCap(syntax, name, each);
        if (frame.Declarations.ListWith(name) is null && !frame.InlineValues.Contains(name) && NumeralWords.Rewrite(name) is { } figure)
        {
            sink.Add(
                NameDiagnostics.NumeralWord.At(sink.Source, span, name, figure).WithFix($"改为「{figure}」", new TextEdit(span, figure)));
            return new BoundError(syntax);
        }
        if (new NameSplitter(frame.IsKnownWord).Split(name) is { } split)
        {
            sink.Add(NameDiagnostics.WordsRunTogether.At(sink.Source, span, syntax.Name.Text, split)
                .WithFix($"改为「{split}」", new TextEdit(span, split)));
            return new BoundError(syntax);
        }
        if (_phrases.TryReport(span, name, fits))
            return new BoundError(syntax);
        if (Units.Find(name) is not null)
        {
            sink.Report(NameDiagnostics.UnitAlone, span, name);
            return new BoundError(syntax);
        }
        if (NameRemedies.OfNonValue(frame.Declarations, name) is { } what)
        {
            sink.Report(NameDiagnostics.NotAValue, span, name, what.What, what.Remedy);
            return new BoundError(syntax);
        }
        if (frame.TableWithField(name) is { } table)
            return ReportOtherTable(syntax, name, table);
        if (frame.Declarations.ListWith(name) is { } list && FactsOf(list) is [var fact, ..] facts)
        {
            var finding = NameDiagnostics.ListValueAlone.At(sink.Source, span, name, list.Name, fact);
            sink.Add(facts.Count == 1 && IsTruthWanted(fits)
                ? finding.WithGuess($"改为「{fact} = {name}」", new TextEdit(span, $"{fact} = {syntax.Name.Text}"))
                : finding);
            return new BoundError(syntax);
        }
        if (frame.IsIncomplete)
            return new BoundError(syntax);
        var (best, isFit) = Nearest(name, fits);
        sink.Add(
            Spelling.WithRename(NameDiagnostics.UnknownName.At(sink.Source, span, name, Spelling.Hint(best)), span, isFit ? best : null));
        return new BoundError(syntax);
    }

    private static bool IsTruthWanted(Func<DslType, bool>? fits) => fits is not null && fits(DslType.Truth) && !fits(DslType.Money);

    private List<string> FactsOf(ListSymbol list) =>
        [.. (frame.Subject?.Fields ?? []).Concat(frame.Row?.Fields ?? []).Where(candidate => candidate.Type == list.Type)
            .Select(static candidate => candidate.Name)];

    /// <summary>Reports a fact of one subject where all are meant.</summary>
    public BoundError ReportOutsideAggregate(ExpressionSyntax syntax, string name)
    {
        sink.Report(NameDiagnostics.FactOutsideAggregate, syntax.Span, name, frame.Subject?.Name ?? "");
        return new BoundError(syntax);
    }

    /// <summary>Reports a field of a table that is not at hand.</summary>
    public BoundError ReportOtherTable(ExpressionSyntax syntax, string name, TableSymbol table)
    {
        // 每个 with a name that is none was reported: whose field it is is not known.
        if (frame.IsIncomplete)
            return new BoundError(syntax);
        sink.Report(NameDiagnostics.FieldOfOtherTable, syntax.Span, name, table is DetailSymbol ? "明细" : "数据", table.Name,
            NameRemedies.OfOtherTable(frame, table, name));
        return new BoundError(syntax);
    }

    /// <summary>Reports a fact of the row under 每个, inside an aggregate, that is not named in full.</summary>
    private BoundError ReportUnqualified(NameExpression syntax, DetailSymbol outer)
    {
        sink.Report(NameDiagnostics.OuterRowUnnamed, syntax.Name.Span, syntax.Name.Value, outer.Name,
            frame.Row?.Name ?? frame.Subject?.Name ?? "");
        return new BoundError(syntax);
    }

    /// <summary>Reports what is of the row under 每个 inside an aggregate over other rows, and cannot be named there.</summary>
    public BoundError ReportOuterRow(NameExpression syntax, string name)
    {
        var each = frame.OuterRow ?? frame.PerRow;
        sink.Report(NameDiagnostics.OuterRowInAggregate, syntax.Name.Span, name, each?.Name ?? "",
            frame.Row?.Name ?? frame.Subject?.Name ?? "");
        return new BoundError(syntax);
    }

    /// <summary>Reports a fact of the row in a cap of the whole subject.</summary>
    public BoundError ReportRowInCap(NameExpression syntax, string name, DetailSymbol each)
    {
        sink.Report(DeclarationDiagnostics.RowInSubjectCap, syntax.Name.Span, name, each.Name);
        return new BoundError(syntax);
    }

    /// <summary>Reports a field that its table does not have.</summary>
    public void ReportField(SyntaxToken name, TableSymbol table)
    {
        var known = table.Fields.Select(static fact => fact.Name).ToList();
        var best = sink.Nearest(name.Value, known);
        sink.Add(Spelling.WithRename(
            NameDiagnostics.UnknownField.At(sink.Source, name.Span, table.Name, name.Value, Spelling.Hint(best), Spelling.Listing(known)),
            name.Span, best));
    }

    /// <summary>Reports a table that is none, or not of the subject.</summary>
    public void ReportTable(SyntaxToken name, string what, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.Ordinal).ToList();
        var best = sink.Nearest(name.Value, names);
        var owner = frame.Declarations.Details.GetValueOrDefault(name.Value)?.Subject.Name;
        var rule = owner is null || owner == frame.Subject?.Name ? NameDiagnostics.UnknownTable : NameDiagnostics.TableOfOtherSubject;
        var finding = rule.At(sink.Source, name.Span, name.Value, what, Spelling.Hint(best), Spelling.Listing(names), owner ?? "");
        sink.Add(Spelling.WithRename(finding, name.Span, best));
    }

    /// <summary>Reports a word that is no value of its list.</summary>
    public BoundError ReportMember(ExpressionSyntax syntax, SyntaxToken word, EnumType type)
    {
        var best = sink.Nearest(word.Value, type.Members);
        var rule = type.Name is null ? NameDiagnostics.UnknownFieldValue : NameDiagnostics.UnknownListValue;
        // 国家级或省级: written together as one word.
        var parts = word.Value.Split(Joints, StringSplitOptions.None);
        if (parts.Length > 1 && Array.TrueForAll(parts, part => type.Members.Contains(part)))
        {
            sink.Report(rule, word.Span, word.Value, type.Name ?? "", NameRemedies.OneOf(parts), Spelling.Listing(type.Members));
            return new BoundError(syntax);
        }
        sink.Add(
            Spelling.WithRename(
                rule.At(sink.Source, word.Span, word.Value, type.Name ?? "", Spelling.Hint(best), Spelling.Listing(type.Members)),
                word.Span, best));
        return new BoundError(syntax);
    }

    /// <summary>
    /// The known name that is nearest to an unknown one among those that fit; else among all, and then it is no more than a hint.
    /// </summary>
    private (string? Name, bool Fits) Nearest(string name, Func<DslType, bool>? fits)
    {
        if (fits is null)
            return (sink.Nearest(name, frame.ValueNames), true);
        var fitting = sink.Nearest(name, frame.ValueNames.Where(known => frame.TypeOf(known) is not { } type || fits(type)));
        return fitting is not null ? (fitting, true) : (sink.Nearest(name, frame.ValueNames), false);
    }
}
