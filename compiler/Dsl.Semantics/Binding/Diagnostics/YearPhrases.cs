// Parts of findings on facts by year.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding.Diagnostics;

internal static class YearPhrases
{
    /// <summary>The facts that have a value for each year.</summary>
    public static readonly DiagnosticPhrase Known = new("有各年的值的是 {0}。");
}
