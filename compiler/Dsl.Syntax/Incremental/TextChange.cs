// What an edit changed: one span of text replaced by another.
namespace Dsl.Syntax.Incremental;

/// <summary>The span from the first to the last character that differ.</summary>
/// <param name="Start">Where it begins, in both texts.</param>
/// <param name="OldEnd">Where it ended.</param>
/// <param name="NewEnd">Where it ends.</param>
internal readonly record struct TextChange(int Start, int OldEnd, int NewEnd)
{
    private const int Step = 1024;

    /// <summary>By how much the text after it was moved.</summary>
    public int Shift => NewEnd - OldEnd;

    /// <summary>What differs between two texts.</summary>
    public static TextChange Between(string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var (oldEnd, newEnd) = (before.Length, after.Length);
        while (Math.Min(oldEnd, newEnd) - start >= Step
            && before.AsSpan(oldEnd - Step, Step).SequenceEqual(after.AsSpan(newEnd - Step, Step)))
            (oldEnd, newEnd) = (oldEnd - Step, newEnd - Step);
        while (Math.Min(oldEnd, newEnd) > start && before[oldEnd - 1] == after[newEnd - 1])
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        return new(start, oldEnd, newEnd);
    }
}
