// A text without white space and in one width, that still knows where each character came from.
using System.Collections.Immutable;
using System.Text;
using Dsl.Values.Text;

namespace Dsl.Semantics.Checks.Sources;

/// <summary>A text to compare with another.</summary>
public sealed class ComparableText
{
    /// <summary>Prepares a text.</summary>
    public ComparableText(string content, int offset = 0)
    {
        var text = new StringBuilder(content.Length);
        var positions = ImmutableArray.CreateBuilder<int>(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (char.IsWhiteSpace(content[i]) || content[i] is '\u200B' or '\uFEFF')
                continue;
            text.Append(WidthFolding.Fold(content[i]));
            positions.Add(offset + i);
        }
        Text = text.ToString();
        Positions = positions.ToImmutable();
    }

    /// <summary>The characters that count.</summary>
    public string Text { get; }

    /// <summary>For each of them, its place in the text that it came from.</summary>
    public ImmutableArray<int> Positions { get; }
}
