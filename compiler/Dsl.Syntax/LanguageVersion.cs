// The version of the language: changes when a file that was accepted gets another meaning or is no longer accepted.
namespace Dsl.Syntax;

/// <summary>The version of the language.</summary>
public static class LanguageVersion
{
    /// <summary>Shown by <c>policy --version</c>.</summary>
    public const string Current = "0.1";
}
