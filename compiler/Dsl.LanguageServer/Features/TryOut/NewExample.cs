// The facts of a form as an 算例, and where it belongs.
using Dsl.Evaluation.Examples;
using Dsl.Ir.Nodes;
using Dsl.LanguageServer.Features.Examples;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Verification.Examples;

namespace Dsl.LanguageServer.Features.TryOut;

/// <summary>An 算例 as text.</summary>
/// <param name="Text">Its lines with the blank line before it, to insert at the start of <paramref name="Line"/>.</param>
/// <param name="Line">The line, from 0; one after the last where the file ends with the clause.</param>
internal sealed record NewExample(string Text, int Line)
{
    /// <summary>
    /// Writes the 算例 of a case of a clause, with its result as 应得; null where the file does not have the clause.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public static NewExample? Of(TriedClause clause, IrExample example, SourceText source, SyntaxTree tree, string title,
        CancellationToken cancellation = default)
    {
        if (ExamplePlace.LastLineOf(tree, clause.Clause.Number) is not { } last)
            return null;
        var result = new ExampleRunner(clause.Program, cancellation).Run(clause.Policy, example);
        var text = ExampleText.Write(clause.Program, result, title);
        // The last line of the file may lack its line end.
        return new((last + 1 < source.LineCount ? "\n" : "\n\n") + text, last + 1);
    }
}
