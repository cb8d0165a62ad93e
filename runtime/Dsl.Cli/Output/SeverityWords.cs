// The words for severities.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Cli.Output;

/// <summary>The words for severities.</summary>
internal static class SeverityWords
{
    /// <summary>错误, 警告 or 提示.</summary>
    public static string Word(this Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "警告",
        _ => "提示",
    };

    /// <summary>The level in machine formats: error, warning or note (as in SARIF).</summary>
    public static string Level(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
