// All requests that the server answers.
using System.Collections.Immutable;
using Dsl.LanguageServer.Features.Completion;
using Dsl.LanguageServer.Features.Folding;
using Dsl.LanguageServer.Features.Formatting;
using Dsl.LanguageServer.Features.Signatures;
using Dsl.LanguageServer.Features.Symbols;

namespace Dsl.LanguageServer.Protocol;

/// <summary>The list of methods.</summary>
internal static class Methods
{
    /// <summary>One per method of the protocol.</summary>
    public static ImmutableArray<ILspMethod> All { get; } =
    [
        new CompletionMethod(),
        new SignatureMethod(),
        new FormatMethod(),
        new FormatRangeMethod(),
        new FormatOnTypeMethod(),
        new FoldingMethod(),
        new DocumentSymbolMethod(),
        new WorkspaceSymbolMethod(),
    ];
}
