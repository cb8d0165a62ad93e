// All requests that the server answers.
using System.Collections.Immutable;
using Dsl.LanguageServer.Protocol.Methods;
using Dsl.LanguageServer.Protocol.Session;

namespace Dsl.LanguageServer.Protocol;

internal static class MethodTable
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
        new DefinitionMethod(),
        new ReferencesMethod(),
        new HighlightMethod(),
        new PrepareRenameMethod(),
        new RenameMethod(),
        new HoverMethod(),
        new CodeActionMethod(),
        new ResolveActionMethod(),
        new CodeLensMethod(),
        new SemanticTokensMethod(),
        new SemanticTokensRangeMethod(),
        new InlayHintMethod(),
        new ExamplesMethod(),
        new RunExamplesMethod(),
        new TryOutMethod(),
        new ExampleTextMethod(),
        new CurveMethod(),
        new SourceMethod(),
    ];
}
