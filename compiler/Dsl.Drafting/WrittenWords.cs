// The sentences that a draft already contains, compared by letters and digits, because punctuation and space are reformatted.
namespace Dsl.Drafting;

/// <summary>Sentences that were written.</summary>
internal sealed class WrittenWords
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public void Add(string sentence) => _written.Add(Of(sentence));

    /// <summary>Whether a sentence was added, or says nothing.</summary>
    public bool Has(string sentence) => Of(sentence) is var words && (words.Length == 0 || _written.Contains(words));

    /// <summary>Whether words hold others.</summary>
    public static bool Contains(string words, string others) =>
        Of(others) is { Length: > 0 } sought && Of(words).Contains(sought, StringComparison.Ordinal);

    /// <summary>The letters and digits of a text.</summary>
    public static string Of(string text) =>
        string.Concat(
            text.Where(static character => !char.IsWhiteSpace(character) && !char.IsPunctuation(character) && !char.IsControl(character)));
}
