// Colours of the terminal, by what they stand for; empty where colours are not wanted.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Cli.Output;

/// <summary>Escape sequences by meaning.</summary>
internal sealed class Palette(bool enabled)
{
    /// <summary>Ends any colour.</summary>
    public string End { get; } = enabled ? "\e[0m" : "";

    /// <summary>What matters most in a line.</summary>
    public string Strong { get; } = enabled ? "\e[1m" : "";

    /// <summary>What may be skipped: line numbers, frames.</summary>
    public string Faint { get; } = enabled ? "\e[2m" : "";

    /// <summary>All is well.</summary>
    public string Good { get; } = enabled ? "\e[32m" : "";

    /// <summary>Something is wrong.</summary>
    public string Bad { get; } = enabled ? "\e[1;31m" : "";

    /// <summary>Something is open or doubtful.</summary>
    public string Doubtful { get; } = enabled ? "\e[33m" : "";

    /// <summary>The colour of a severity.</summary>
    public string Of(Severity severity) => severity switch
    {
        Severity.Error => Bad,
        Severity.Warning => Doubtful,
        _ => enabled ? "\e[36m" : "",
    };
}
