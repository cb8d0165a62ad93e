// 使用: which schema files a file sees.
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Symbols;
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
            var lines = file.Policy?.Words("使用") ?? [];
            foreach (var twice in lines.Where((word, index) => lines.Take(index).Any(other => other.Value == word.Value)))
                file.Sink.Report(TailDiagnostics.Twice, twice.Span, twice.Text, "使用");
            file.Uses = lines.IsEmpty ? schemas : [.. lines.Select(word => Find(file, word, schemas)).OfType<FileContext>().Distinct()];
        }
    }

    private static FileContext? Find(FileContext file, SyntaxToken word, List<FileContext> schemas)
    {
        var wanted = word.Text.Replace('\\', '/');
        var beside = Combine(FolderOf(file.Path), wanted);
        var found = schemas.Find(schema => schema.Path == beside) ?? schemas.Find(schema => schema.Path == wanted || schema.Path.EndsWith("/" + wanted, StringComparison.Ordinal));
        if (found is not null)
        {
            file.Sink.Names.Add(word, new FileSymbol(wanted, found.Home));
            return found;
        }
        var known = schemas.Select(schema => RelativeTo(FolderOf(file.Path), schema.Path)).ToList();
        var best = Spelling.Best(wanted, known);
        file.Sink.Add(ExpressionBinder.WithRename(
            DeclarationDiagnostics.UnknownFile.At(file.Sink.Source, word.Span, wanted, Spelling.Hint(best), ExpressionBinder.Listing(known)), word.Span, best));
        return null;
    }

    /// <summary>The folder of a path with forward slashes; empty for none.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    /// <summary>A relative path below a folder, with . and .. resolved.</summary>
    public static string Combine(string folder, string relative)
    {
        if (relative.StartsWith('/') || (relative.Length > 1 && relative[1] == ':'))
            return relative;
        var parts = folder.Length == 0 ? [] : folder.Split('/').ToList();
        foreach (var part in relative.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not (".." or ""))
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ""))
                parts.Add(part);
        }
        return string.Join('/', parts);
    }

    private static string RelativeTo(string folder, string path) => folder.Length > 0 && path.StartsWith(folder + "/", StringComparison.Ordinal) ? path[(folder.Length + 1)..] : path;
}
