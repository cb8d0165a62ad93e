// A part of a document that clauses are drafted from: an article, a section without articles, a chapter without sections.
using System.Collections.Immutable;

namespace Dsl.Drafting.Structure;

/// <summary>A part of a document.</summary>
/// <param name="Place">条, such as 二(一)3; empty in a document without numbers.</param>
/// <param name="Number">The stem of the numbers of its clauses, such as 3 or 三(一); unique in the document.</param>
/// <param name="Heading">Its heading, or its first sentence where that is one; empty where it has none.</param>
/// <param name="Chapter">The heading of the chapter around it; empty for none.</param>
/// <param name="Section">The heading of the section around it; empty for none.</param>
/// <param name="Paragraphs">Its text, each paragraph behind its mark.</param>
internal sealed record Article(string Place, string Number, string Heading, string Chapter, string Section, ImmutableArray<string> Paragraphs);
