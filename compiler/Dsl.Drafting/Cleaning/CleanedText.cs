// An official text after cleaning: one paragraph per line, and a record of what was removed besides white space.
using System.Collections.Immutable;

namespace Dsl.Drafting.Cleaning;

/// <summary>A cleaned official text.</summary>
/// <param name="Paragraphs">The paragraphs in their order; none is empty or holds a line end.</param>
/// <param name="Removals">What was removed besides white space, in the order of the text.</param>
public sealed record CleanedText(ImmutableArray<string> Paragraphs, ImmutableArray<Removal> Removals)
{
    /// <summary>The text as it is written to a file: a paragraph per line, a line end after the last.</summary>
    public string Content { get; } = string.Concat(Paragraphs.Select(static paragraph => paragraph + "\n"));
}

/// <summary>A span that cleaning removed.</summary>
/// <param name="Offset">Where it stood in the raw text without white space, in UTF-16 units.</param>
/// <param name="Text">The removed text, without white space.</param>
/// <param name="Reason">The reason, such as 页码.</param>
public sealed record Removal(int Offset, string Text, string Reason);
