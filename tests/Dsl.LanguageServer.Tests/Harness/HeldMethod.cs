// A long request that goes on until a test lets it end.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Session;

namespace Dsl.LanguageServer.Tests.Harness;

/// <summary>Answers with the text of its document as the request sees it.</summary>
/// <param name="isCancellable">Whether its work stops when it is cancelled.</param>
internal sealed class HeldMethod(bool isCancellable) : ILongMethod, IDisposable
{
    public const string Method = "test/held";

    private readonly ManualResetEventSlim _started = new();
    private readonly ManualResetEventSlim _released = new();
    private readonly ManualResetEventSlim _ended = new();

    public string Name => Method;

    public Reply Begin(ServerState server, JsonElement parameters)
    {
        var document = server.Document(parameters);
        return new(document.Snapshot, (snapshot, cancellation) =>
        {
            _started.Set();
            try
            {
                _released.Wait(isCancellable ? cancellation : CancellationToken.None);
                return JsonValue.Create(snapshot.SourceOf(document.Path)?.Content);
            }
            finally
            {
                _ended.Set();
            }
        });
    }

    public void WaitUntilStarted() => _started.Wait(TimeSpan.FromSeconds(120));

    public void Release() => _released.Set();

    public bool HasEnded(TimeSpan patience) => _ended.Wait(patience);

    public void Dispose()
    {
        _started.Dispose();
        _released.Dispose();
        _ended.Dispose();
    }
}
