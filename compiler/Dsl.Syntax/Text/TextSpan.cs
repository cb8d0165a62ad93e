// A span of a source text, in UTF-16 units (the unit of C# strings and of the editor protocol).
namespace Dsl.Syntax.Text;

/// <summary>A span of text, in addresses of its <see cref="SourceText"/>.</summary>
/// <param name="Start">First position, 0-based.</param>
/// <param name="Length">Number of UTF-16 units; 0 marks a place between two characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The position after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span from one position up to another.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>The least span that covers both.</summary>
    public TextSpan Cover(TextSpan other) => FromBounds(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Whether a position lies within, or at the end.</summary>
    public bool Touches(int position) => position >= Start && position <= End;
}
