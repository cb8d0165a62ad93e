// 使用: which schema files a file sees.
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Context;

/// <summary>Resolves 使用.</summary>
internal static class SchemaUse
{
    /// <summary>The schema files that a file sees: schema files see one another, a policy sees what it names, else all.</summary>
    public static IReadOnlyList<FileContext> Of(FileContext file, IReadOnlyList<FileContext> schemas)
    {
        List<SyntaxToken> lines = [.. file.Policy?.UsedFiles ?? []];
        foreach (var twice in lines.Where((word, index) => lines.Take(index).Any(other => other.Value == word.Value)))
            file.Sink.Report(TailDiagnostics.Twice, twice.Span, twice.Text, "使用");
        return lines.Count == 0 ? schemas : [.. lines.Select(word => Find(file, word, schemas)).OfType<FileContext>().Distinct()];
    }

    private static FileContext? Find(FileContext file, SyntaxToken word, IReadOnlyList<FileContext> schemas)
    {
        var wanted = PathText.Shown(word.Text);
        var beside = PathText.Beside(file.Path, wanted);
        var found = schemas.FirstOrDefault(schema => schema.Path == beside)
            ?? schemas.FirstOrDefault(schema => schema.Path == wanted || schema.Path.EndsWith("/" + wanted, StringComparison.Ordinal));
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
