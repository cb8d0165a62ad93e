// All requests that the server answers.
using System.Collections.Immutable;
using Dsl.LanguageServer.Features.CodeActions;
using Dsl.LanguageServer.Features.CodeLenses;
using Dsl.LanguageServer.Features.Completion;
using Dsl.LanguageServer.Features.Curves;
using Dsl.LanguageServer.Features.Definition;
using Dsl.LanguageServer.Features.Examples;
using Dsl.LanguageServer.Features.Folding;
using Dsl.LanguageServer.Features.Formatting;
using Dsl.LanguageServer.Features.Hover;
using Dsl.LanguageServer.Features.InlayHints;
using Dsl.LanguageServer.Features.References;
using Dsl.LanguageServer.Features.Rename;
using Dsl.LanguageServer.Features.SemanticTokens;
using Dsl.LanguageServer.Features.Signatures;
using Dsl.LanguageServer.Features.Sources;
using Dsl.LanguageServer.Features.Symbols;
using Dsl.LanguageServer.Features.TryOut;

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
