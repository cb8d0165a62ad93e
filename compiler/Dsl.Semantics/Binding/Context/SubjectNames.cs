// The 数据 that 对象 and 属于 name.
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Context;

/// <summary>Looks up kinds of subjects by name.</summary>
internal static class SubjectNames
{
    /// <summary>The subject of a word; null (reported) where there is none.</summary>
    public static SubjectSymbol? Find(FileContext file, SyntaxToken word)
    {
        var subject = file.Visible.Subjects.GetValueOrDefault(word.Value);
        file.Sink.Names.Add(word, subject);
        if (subject is null)
            ReportUnknown(file.Sink, word, file.Visible.Subjects.Keys);
        return subject;
    }

    /// <summary>Reports a name that no 数据 has.</summary>
    public static void ReportUnknown(DiagnosticSink sink, SyntaxToken name, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.Ordinal).ToList();
        var best = Spelling.Best(name.Value, names);
        sink.Add(Spelling.WithRename(
            DeclarationDiagnostics.UnknownSubject.At(sink.Source, name.Span, name.Value, Spelling.Hint(best), Spelling.Listing(names)),
            name.Span, best));
    }
}
