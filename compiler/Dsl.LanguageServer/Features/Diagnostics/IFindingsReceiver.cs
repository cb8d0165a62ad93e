// Where findings go: to what shows them to the user.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;

namespace Dsl.LanguageServer.Features.Diagnostics;

/// <summary>Shows findings. Called by one thread at a time.</summary>
internal interface IFindingsReceiver
{
    /// <summary>Says that something takes a while, until the result is disposed; null where that is not shown.</summary>
    IDisposable? Begin(string title);

    /// <summary>Shows the findings of a file in place of all that were shown of it before.</summary>
    /// <param name="version">The version that the editor gave the file; null where it is not open.</param>
    void Publish(string path, int? version, ImmutableArray<Diagnostic> findings);

    /// <summary>The results of all 算例 are known.</summary>
    void ExamplesPublished();
}
