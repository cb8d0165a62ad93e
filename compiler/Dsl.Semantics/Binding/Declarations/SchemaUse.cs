// 使用: which schema files a file sees.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Declarations;

/// <summary>Resolves 使用.</summary>
internal static class SchemaUse
{
    /// <summary>Sets <see cref="FileContext.Uses"/>: schema files see one another, a policy sees what it names, else all.</summary>
    public static void Resolve(IReadOnlyList<FileContext> files)
    {
        var schemas = files.Where(static file => file.Policy is null).ToList();
        foreach (var file in files)
        {
            List<SyntaxToken> lines = [.. file.Policy?.UsedFiles ?? []];
            foreach (var twice in lines.Where((word, index) => lines.Take(index).Any(other => other.Value == word.Value)))
                file.Sink.Report(TailDiagnostics.Twice, twice.Span, twice.Text, "使用");
            file.Uses = lines.Count == 0 ? schemas : [.. lines.Select(word => Find(file, word, schemas)).OfType<FileContext>().Distinct()];
        }
    }

    private static FileContext? Find(FileContext file, SyntaxToken word, List<FileContext> schemas)
    {
        var wanted = PathText.Shown(word.Text);
        var beside = PathText.Beside(file.Path, wanted);
        var found = schemas.Find(schema => schema.Path == beside)
            ?? schemas.Find(schema => schema.Path == wanted || schema.Path.EndsWith("/" + wanted, StringComparison.Ordinal));
        if (found is not null)
        {
            file.Sink.Names.Add(word, new FileSymbol(wanted, found.Home));
            return found;
        }
        var known = schemas.Select(schema => PathText.Relative(file.Path, schema.Path)).ToList();
        var best = Spelling.Best(wanted, known);
        file.Sink.Add(Spelling.WithRename(
            DeclarationDiagnostics.UnknownFile.At(file.Sink.Source, word.Span, wanted, Spelling.Hint(best), Spelling.Listing(known)),
            word.Span, best));
        return null;
    }
}
