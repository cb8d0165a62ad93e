// The sentence that proposes a name, as the rules about names quote it.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Binding;

internal static class SpellingPhrases
{
    public static readonly DiagnosticPhrase Meant = new("是不是「{0}」？");
}
