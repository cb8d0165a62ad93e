// The diagnostics of a file, up to a limit.
using System.Collections.Immutable;
using Dsl.Syntax.Text;

namespace Dsl.Syntax.Diagnostics;

/// <summary>Gathers what was found in the statements of a file, in the order of the text.</summary>
internal sealed class FoundDiagnostics(SourceText source)
{
    /// <summary>How many diagnostics a file may have before the rest is left out.</summary>
    public const int Limit = 500;

    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Adds what was found in a statement. What an earlier version of the file found is of this one now.</summary>
    public void Add(ImmutableArray<Diagnostic> found)
    {
        foreach (var diagnostic in found)
        {
            if (_diagnostics.Count < Limit)
                _diagnostics.Add(diagnostic.Source == source ? diagnostic : diagnostic with { Source = source });
            else if (_diagnostics.Count == Limit)
                _diagnostics.Add(LexicalDiagnostics.TooMany(source, diagnostic.Span, Limit));
        }
    }

    public ImmutableArray<Diagnostic> ToImmutable() => _diagnostics.ToImmutable();
}
