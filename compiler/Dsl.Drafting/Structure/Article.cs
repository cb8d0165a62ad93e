// A part of a document that clauses are drafted from: an article, or a marked part of a level above or below one.
using System.Collections.Immutable;

namespace Dsl.Drafting.Structure;

/// <summary>A part of a document.</summary>
/// <param name="Place">条, such as 二(一)3 or 5(一)2; empty in a document without numbers and in front of the first mark.</param>
/// <param name="Number">The stem of the numbers of its clauses, such as 3 or 三(一): that of the article that it stands in.</param>
/// <param name="Heading">Its heading, else that of the article; empty where there is none.</param>
/// <param name="Chapter">The heading of the chapter around it; empty for none.</param>
/// <param name="Section">The heading of the section around it; empty for none.</param>
/// <param name="Paragraphs">Its paragraphs, each the text after its mark.</param>
internal sealed record Article(string Place, string Number, string Heading, string Chapter, string Section,
    ImmutableArray<string> Paragraphs)
{
    /// <summary>The heading with its mark, as it stands in the text; empty if the text continues after the mark.</summary>
    public string HeadingLine { get; init; } = "";

    /// <summary>The words above that open a list which it is an item of; empty for none.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Whether it stands in front of the first mark: title, notice, preamble.</summary>
    public bool IsPreamble { get; init; }
}
