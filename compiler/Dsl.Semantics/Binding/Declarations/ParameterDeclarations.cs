// 参数: type, history or 外部.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Declarations;

/// <summary>Declares 参数.</summary>
internal static class ParameterDeclarations
{
    /// <summary>Declares the parameters of all files, when everything else is declared.</summary>
    public static void DeclareAll(IReadOnlyList<FileContext> files)
    {
        foreach (var file in files)
            Declare(file);
        CheckExternal(files);
    }

    private static void Declare(FileContext file)
    {
        var kept = file.KeptParameters is null
            ? null : new Dictionary<ParameterBlock, FilePart<ParameterSymbol>>(ReferenceEqualityComparer.Instance);
        foreach (var block in file.Tree.Root.Frame.OfType<ParameterBlock>().Where(static block => !block.Name.IsMissing))
        {
            if ((kept is null ? Bind(file, block) : Part(file, block, kept).Bound) is { } parameter)
                DeclarationPass.Declare(file, file.Parameters, static other => other.Parameters, parameter, "参数");
        }
        file.KeptParameters = kept;
    }

    /// <summary>A parameter as it was bound of the same block, else anew.</summary>
    private static FilePart<ParameterSymbol> Part(
        FileContext file, ParameterBlock block, Dictionary<ParameterBlock, FilePart<ParameterSymbol>> kept)
    {
        var part = file.KeptParameters?.GetValueOrDefault(block)?.In(file.Newest) ?? file.Sink.Record(() => Bind(file, block));
        kept[block] = part;
        file.Sink.Add(part);
        return part;
    }

    private static ParameterSymbol Bind(FileContext file, ParameterBlock block)
    {
        BlockLines.CheckOnce(block, file.Sink);
        DeclarationPass.CheckReserved(file.Sink, block.Name, "参数");
        var type = TypeBinder.Bind(block.Type, file);
        return new(block.Name.Value, type, block, file.Home, block.Name.Span) { History = History(file, block, type) };
    }

    /// <summary>
    /// External parameters of one name have one value in a run, whatever policy they stand in: it must mean the same everywhere.
    /// </summary>
    private static void CheckExternal(IReadOnlyList<FileContext> files)
    {
        var first = new Dictionary<string, ParameterSymbol>(Identity.Comparer);
        foreach (var file in files)
        {
            foreach (var parameter in file.Parameters.Values.Where(static parameter => parameter.IsExternal)
                .OrderBy(static parameter => parameter.Span.Start))
            {
                if (first.TryAdd(parameter.Name, parameter) || first[parameter.Name] is not { } other || other.Type == parameter.Type)
                    continue;
                file.Sink.Add(DeclarationDiagnostics.ExternalOfTwoTypes.At(file.Sink.Source, parameter.Syntax.Type.Span, parameter.Name,
                    other.Source[other.Syntax.Type.Span], file.Sink.Source[parameter.Syntax.Type.Span])
                    with { Related = [(other.Source, other.Span, "另一处在这里")] });
            }
        }
    }

    private static ImmutableArray<(DateOnly? From, Value Value)> History(FileContext file, ParameterBlock block, DslType type)
    {
        // Parameters are being declared: values may use lists, never other parameters.
        var binder = new ExpressionBinder(file.Sink, new BindingFrame
        {
            Declarations = new(
                file.ListNames.Distinct().Select(file.FindList).OfType<ListSymbol>()
                    .ToDictionary(static list => list.Name, StringComparer.Ordinal),
                new Dictionary<string, SubjectSymbol>(), new Dictionary<string, DetailSymbol>(), new Dictionary<string, ParameterSymbol>()),
        });
        var history = ImmutableArray.CreateBuilder<(DateOnly? From, Value Value)>();
        foreach (var item in block.Values.Items)
        {
            var from = item.From is { } date
                && FieldDeclarations.Constant(binder, file.Sink, date, DslType.Date) is NumberValue { Bounds.Low: { } day }
                ? CivilDate.FromNumber(day) : (DateOnly?)null;
            if (history.Count > 0 && !(from > history[^1].From || (from is not null && history[^1].From is null)))
            {
                file.Sink.Report(DeclarationDiagnostics.ParameterOrder, (item.From ?? item.Value).Span, block.Name.Value,
                    from is { } later ? CivilDate.Format(later) : "没有日期的值",
                    history[^1].From is { } earlier ? CivilDate.Format(earlier) : "没有日期的值");
                continue;
            }
            if (FieldDeclarations.Constant(binder, file.Sink, item.Value, type) is { } value)
                history.Add((from, value));
        }
        return history.ToImmutable();
    }
}
