// Colours of the terminal, by meaning; empty where colours are switched off.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Cli.Hosting;

/// <summary>
/// Colours by meaning, as marks that no text has (Unicode sets these code points aside for use inside a program).
/// The writer to the terminal puts escape sequences in their place: this way it can distinguish them from escape sequences in the data.
/// </summary>
internal sealed class Palette(bool enabled)
{
    /// <summary>The first of the marks.</summary>
    public const char First = '\uFDD0';

    private static readonly string[] Sequences = ["\e[0m", "\e[1m", "\e[2m", "\e[32m", "\e[1;31m", "\e[33m", "\e[36m"];

    /// <summary>How many marks there are.</summary>
    public static int Count => Sequences.Length;

    /// <summary>Ends any colour.</summary>
    public string End { get; } = Mark(enabled, 0);

    /// <summary>What matters most in a line.</summary>
    public string Strong { get; } = Mark(enabled, 1);

    /// <summary>What may be skipped: line numbers, frames.</summary>
    public string Faint { get; } = Mark(enabled, 2);

    /// <summary>All is well.</summary>
    public string Good { get; } = Mark(enabled, 3);

    /// <summary>Something is wrong.</summary>
    public string Bad { get; } = Mark(enabled, 4);

    /// <summary>Something is open or doubtful.</summary>
    public string Doubtful { get; } = Mark(enabled, 5);

    /// <summary>The colour of a severity.</summary>
    public string Of(Severity severity) => severity switch
    {
        Severity.Error => Bad,
        Severity.Warning => Doubtful,
        _ => Mark(enabled, 6),
    };

    /// <summary>The escape sequence of a mark; null where a character is none.</summary>
    public static string? SequenceOf(char mark) => mark >= First && mark < First + Sequences.Length ? Sequences[mark - First] : null;

    private static string Mark(bool enabled, int index) => enabled ? ((char)(First + index)).ToString() : "";
}
