// A block without 依据 in a policy whose document is at hand: neither its words nor its figures are compared with anything.
using System.Collections.Immutable;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>条款, 目标, 资金池, 义务 and 程序 without 依据.</summary>
public sealed class MissingQuoteCheck : ICheck
{
    private static readonly DiagnosticRule Missing = new("DSL3018", Severity.Warning,
        "{0} {1} 没有写依据：它的数无从与原文核对。", "补上一行 依据「原文」；原文确实没有的，在上一行写「// 忽略 DSL3018 出处」。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Missing];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies.Where(policy => context.DocumentOf(policy) is not null))
        {
            foreach (var block in policy.Tree.Root.Blocks.OfType<NumberedBlock>()
                .Where(static block => !block.Lines.OfType<QuoteLine>().Any()))
                context.Report(Missing.At(policy.Source, block.Number.Span, block.Keyword?.Value ?? "", block.Number.Text));
        }
    }
}
