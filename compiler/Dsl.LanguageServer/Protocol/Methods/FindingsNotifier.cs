// textDocument/publishDiagnostics, with the progress of the work and the lenses that show results.
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Diagnostics;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.Syntax.Diagnostics;

namespace Dsl.LanguageServer.Protocol.Methods;

/// <summary>Sends findings to the client.</summary>
internal sealed class FindingsNotifier(ServerState server) : IFindingsReceiver
{
    public IDisposable? Begin(string title) => WorkProgress.Begin(server, title);

    public void Publish(string path, int? version, ImmutableArray<Diagnostic> findings)
    {
        var parameters =
            new JsonObject { ["uri"] = Uris.Of(path), ["diagnostics"] = new JsonArray([.. findings.Select(LspDiagnostic.Of)]) };
        if (version is not null)
            parameters["version"] = version;
        server.Notify("textDocument/publishDiagnostics", parameters);
    }

    public void ExamplesPublished() => server.RefreshLenses();
}
