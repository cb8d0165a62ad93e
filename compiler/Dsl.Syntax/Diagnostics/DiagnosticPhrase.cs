// A clause that several rules have in common: why a file cannot be read, which name was probably meant.
namespace Dsl.Syntax.Diagnostics;

/// <summary>
/// A clause that is a fact of a <see cref="DiagnosticRule"/>, itself declared once over facts, in a class *Phrases: who finds something
/// passes facts to it, too. What only one rule says is a wording of that rule (<see cref="DiagnosticRule.Worded"/>).
/// </summary>
/// <param name="Template">Chinese, with {0}, {1} … for facts.</param>
public sealed record DiagnosticPhrase(string Template)
{
    /// <summary>The clause with its facts, each cut as in a message.</summary>
    public string With(params ReadOnlySpan<object> facts) => Excerpt.Fill(Template, facts);
}
