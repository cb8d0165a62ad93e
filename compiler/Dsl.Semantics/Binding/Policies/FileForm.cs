// What a file may hold: one 政策 at most, and no clauses without one.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Rules on whole files.</summary>
internal static class FileForm
{
    /// <summary>Reports a second 政策, and blocks of a policy in a file without one.</summary>
    public static void Check(FileContext file)
    {
        foreach (var extra in file.Tree.Root.Frame.OfType<PolicyBlock>().Skip(1))
            file.Sink.Report(DeclarationDiagnostics.SeveralPolicies, extra.HeaderSpan(), extra.Title.Text);
        if (file.Policy is not null)
            return;
        foreach (var block in file.Tree.Root.Blocks)
        {
            if (block is NumberedBlock or ScopeBlock or ExampleBlock or InvariantBlock && block.Keyword is { } keyword)
                file.Sink.Report(DeclarationDiagnostics.BlockOutsidePolicy, keyword.Span, keyword.Text);
        }
    }
}
