// Fields of 数据 and 明细: type, key, 范围, 缺省, 认定.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Declarations;

/// <summary>Declares fields.</summary>
internal static class FieldDeclarations
{
    /// <summary>Declares the fields of every table of a file.</summary>
    public static void Declare(FileContext file)
    {
        foreach (var block in file.Tree.Root.Frame)
        {
            TableSymbol? table = block switch
            {
                DataBlock data =>
                    file.Subjects.GetValueOrDefault(data.Name.Value) is { } subject && subject.Span == data.Name.Span ? subject : null,
                DetailBlock rows =>
                    file.Details.GetValueOrDefault(rows.Name.Value) is { } detail && detail.Span == rows.Name.Span ? detail : null,
                _ => null,
            };
            if (table is not null)
                DeclareFields(file, block, table);
        }
    }

    private static void DeclareFields(FileContext file, BlockSyntax block, TableSymbol table)
    {
        var lines = block.Lines.OfType<FieldLine>().Where(static line => !line.Name.IsMissing).ToList();
        if (block is DetailBlock { ByYear: { } byYear })
            lines = DeclareYear(file, table, byYear, lines);
        var keys = lines.Where(IsKey).ToList();
        foreach (var extra in keys.Skip(1))
            file.Sink.Report(DeclarationDiagnostics.SeveralKeys, extra.Name.Span, table.Name, keys[0].Name.Value, extra.Name.Value);
        if (keys.Count == 0 && table is SubjectSymbol)
            file.Sink.Report(DeclarationDiagnostics.MissingKey, table.Span, table.Name);

        // The key comes first, whatever the order written: back ends count on it.
        foreach (var line in keys.Take(1).Concat(lines.Except(keys.Take(1))))
        {
            DeclarationPass.CheckReserved(file.Sink, line.Name, "字段");
            var made = Make(file, line, table, keys.Count > 0 && line == keys[0]);
            if (!table.TryAdd(made))
                DeclarationPass.ReportDuplicate(file.Sink, made, table.FindField(made.Name) ?? made, "字段");
            else
                file.Sink.Names.Declare(made);
        }
    }

    /// <summary>年度 of a detail that has a row for each year, which no line declares; the lines without those that would.</summary>
    private static List<FieldLine> DeclareYear(FileContext file, TableSymbol table, SyntaxToken byYear, List<FieldLine> lines)
    {
        table.TryAdd(new(IntrinsicNames.ApplicationYear, DslType.Year, table, null, file.Home, byYear.Span) { IsKey = true });
        foreach (var extra in lines.Where(IsExtra))
            file.Sink.Report(YearDiagnostics.OwnYear, extra.Name.Span, table.Name, extra.Name.Value);
        return [.. lines.Where(static line => !IsExtra(line))];

        static bool IsExtra(FieldLine line) => IsKey(line) || line.Name.Value == IntrinsicNames.ApplicationYear;
    }

    private static bool IsKey(FieldLine line) => line.Keyword is { Value: "主键" };

    private static FieldSymbol Make(FileContext file, FieldLine line, TableSymbol table, bool isKey)
    {
        var type = TypeBinder.Bind(line.Type, file);
        CheckModifiers(file.Sink, line, type, isKey);
        var range = type is QuantityType or DateType or YearType && Modifier(line, "范围") is { Value: { } rangeSyntax }
            ? Range(file, rangeSyntax, type)
            : null;
        var symbol = new FieldSymbol(line.Name.Value, type, table, line, file.Home, line.Name.Span)
        {
            IsKey = isKey,
            IsRecognition = Modifier(line, "认定") is not null,
            DeclaredRange = range,
            Default = Modifier(line, "缺省") is { Value: { } value }
                ? Constant(new ExpressionBinder(file.Sink, ListFrame(file)), file.Sink, value, type)
                : null,
        };
        if (symbol.Default is { } absent && Modifier(line, "缺省")?.Value is { } place)
            CheckRange(file.Sink, symbol, absent, place);
        return symbol;
    }

    private static void CheckModifiers(DiagnosticSink sink, FieldLine line, DslType type, bool isKey)
    {
        foreach (var twice in line.Modifiers
            .Where((modifier, index) => line.Modifiers.Take(index).Any(other => other.Keyword.Value == modifier.Keyword.Value)))
            sink.Report(TailDiagnostics.Twice, twice.Keyword.Span, twice.Keyword.Text, line.Name.Value);
        if (isKey && line.Modifiers.FirstOrDefault() is { } ofKey)
            ReportEmpty(TailDiagnostics.ModifierOfKey, ofKey);
        if (Modifier(line, "范围") is not { Value: RangeExpression range } modifier)
            return;
        if (!type.IsError && type is not (QuantityType or DateType or YearType))
            ReportEmpty(TailDiagnostics.RangeOfNoNumber, modifier);
        else if (range is { Low: null, High: null })
            ReportEmpty(TailDiagnostics.RangeWithoutEnds, modifier);
        else if (range.Operator.Kind == SyntaxKind.RangeExclusive)
            ReportEmpty(TailDiagnostics.OpenRangeOfField, modifier);

        void ReportEmpty(DiagnosticRule rule, FieldModifierSyntax written) =>
            sink.Report(rule, written.Span, line.Name.Value, written.Keyword.Text, type.DisplayName);
    }

    private static FieldModifierSyntax? Modifier(FieldLine line, string keyword) =>
        line.Modifiers.FirstOrDefault(modifier => modifier.Keyword.Value == keyword);

    /// <summary>Only lists are in sight: a 范围 or 缺省 is said without facts, and other tables are not whole yet.</summary>
    private static BindingFrame ListFrame(FileContext file) => new()
    {
        Declarations = new(
            file.ListNames.Distinct().Select(file.FindList).OfType<ListSymbol>()
                .ToDictionary(static list => list.Name, StringComparer.Ordinal),
            new Dictionary<string, SubjectSymbol>(), new Dictionary<string, DetailSymbol>(), new Dictionary<string, ParameterSymbol>()),
    };

    /// <summary>The number that a constant is; null where it is none (reported).</summary>
    internal static Rational? Number(ExpressionBinder binder, DiagnosticSink sink, ExpressionSyntax syntax, DslType type) =>
        (Constant(binder, sink, syntax, type) as NumberValue)?.Bounds.Low;

    /// <summary>The value of a constant expression of a type; null after a report.</summary>
    internal static Value? Constant(ExpressionBinder binder, DiagnosticSink sink, ExpressionSyntax syntax, DslType type)
    {
        var bound = binder.BindAs(syntax, type);
        if (bound.IsError || type.IsError)
            return null;
        if (ConstantFolder.Fold(bound) is { } value)
            return value;
        sink.Report(TypeDiagnostics.ConstantExpected, bound.Span, sink.Source[bound.Span]);
        return null;
    }

    private static Bounds? Range(FileContext file, ExpressionSyntax syntax, DslType type)
    {
        if (syntax is not RangeExpression range)
        {
            if (syntax is not ErrorExpression)
                ReportNoRange(file.Sink, syntax);
            return null;
        }
        var binder = new ExpressionBinder(file.Sink, ListFrame(file));
        Rational? End(ExpressionSyntax? end) => end is null ? null : (Constant(binder, file.Sink, end, type) as NumberValue)?.Bounds.Low;
        var (low, high) = (End(range.Low), End(range.High));
        if (low is { } from && high is { } to && from > to && range is { Low: { } lowSyntax, High: { } highSyntax })
        {
            var (lowText, highText) = (file.Sink.Source[lowSyntax.Span], file.Sink.Source[highSyntax.Span]);
            file.Sink.Add(TypeDiagnostics.ReversedRange.At(file.Sink.Source, range.Span, file.Sink.Source[range.Span], lowText, highText)
                .WithGuess("对调两端", new TextEdit(lowSyntax.Span, highText), new TextEdit(highSyntax.Span, lowText)));
            return null;
        }
        return new Bounds(low, high);
    }

    // 范围 0元-100万元: written with a hyphen.
    private static void ReportNoRange(DiagnosticSink sink, ExpressionSyntax syntax)
    {
        var finding = TypeDiagnostics.RangeExpected.At(sink.Source, syntax.Span, sink.Source[syntax.Span]);
        sink.Add(
            syntax is BinaryExpression { Operator: { Kind: SyntaxKind.Minus } minus, Left: LiteralExpression { Token: var low },
                Right: LiteralExpression { Token: { Number.Unit.Length: > 0 } high } }
            && (low.Number?.Unit.Length > 0 || low.Text == "0")
                ? finding.WithFix($"改为「{low.Text}..{high.Text}」", new TextEdit(minus.Span, "..")) : finding);
    }

    /// <summary>Reports a value outside what the field takes.</summary>
    internal static void CheckRange(DiagnosticSink sink, FieldSymbol symbol, Value value, ExpressionSyntax place) =>
        CheckRange(sink, symbol.Name, symbol.Type, symbol.InputRange, value, place);

    /// <summary>Reports a value outside what an input of a name takes.</summary>
    internal static void CheckRange(DiagnosticSink sink, string name, DslType type, Bounds range, Value value, ExpressionSyntax place)
    {
        if (value is not NumberValue { Bounds.Low: { } number })
            return;
        if ((range.Low is { } low && number < low) || (range.High is { } high && number > high))
            sink.Report(DeclarationDiagnostics.OutsideRange, place.Span, name, sink.Source[place.Span],
                QuantityFormat.Typeable(range, type));
        else if (type is QuantityType { IsCount: true } && !number.IsInteger)
            sink.Report(DeclarationDiagnostics.NotWhole, place.Span, name, sink.Source[place.Span], type.DisplayName);
    }
}
