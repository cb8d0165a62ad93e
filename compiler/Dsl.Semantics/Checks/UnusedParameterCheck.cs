// 参数 that nothing uses: usually a formula that was changed, or a name that was mistyped.
using System.Collections.Immutable;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks;

/// <summary>Unused 参数. Where a file has errors none is reported: the uses were not all seen.</summary>
public sealed class UnusedParameterCheck : ICheck
{
    private static readonly DiagnosticRule Unused = new("DSL3012", Severity.Warning,
        "参数「{0}」没有用到。", "在条款中用它，或删去这个参数。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Unused];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        if (context.Model.Policies.IsEmpty || context.Model.Parameters.IsEmpty || !context.Model.Policies.All(context.IsSound))
            return;
        foreach (var parameter in context.Model.Parameters.Where(parameter => !context.UsedParameters.Contains(parameter)))
            context.Report(Unused.At(parameter.Source, parameter.Span, parameter.Name));
    }
}
