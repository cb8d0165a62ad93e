// A client in the same process: the server runs on a thread, two pipes between them.
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;
using Xunit;

namespace Dsl.LanguageServer.Tests.Harness;

/// <summary>Talks to a server of its own.</summary>
internal sealed class LspClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Pipe _toServer = new();
    private readonly Pipe _toClient = new();
    private readonly Stream _out;
    private readonly Thread _server;
    private readonly BlockingCollection<JsonObject> _answers = [];
    private readonly ConcurrentDictionary<string, JsonObject> _diagnostics = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<JsonObject> _notifications = new();
    private readonly ConcurrentQueue<JsonObject> _allAnswers = new();
    private int _id;

    public LspClient(string folder, JsonObject? capabilities = null, JsonObject? options = null, params ILspMethod[] moreMethods)
    {
        _out = _toServer.Writer.AsStream();
        var (input, output) = (_toServer.Reader.AsStream(), _toClient.Writer.AsStream());
        _server = new(() =>
        {
            ExitCode = new LspServer(
                input, output, "0.0.0", static () => new DateOnly(2023, 6, 30), [.. MethodTable.All, .. moreMethods]).Run();
            output.Dispose();
        }) { IsBackground = true };
        _server.Start();
        new Thread(Listen) { IsBackground = true }.Start();
        Folder = folder;
        ServerCapabilities = Request("initialize", new JsonObject
        {
            ["processId"] = null, ["rootUri"] = Uri(""), ["capabilities"] = capabilities ?? new JsonObject(),
            ["initializationOptions"] = options,
            ["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = Uri(""), ["name"] = "policies" }),
        })?["capabilities"]?.AsObject() ?? [];
        Notify("initialized", new JsonObject());
    }

    public string Folder { get; }

    public JsonObject ServerCapabilities { get; }

    public int? ExitCode { get; private set; }

    /// <summary>All notifications that came, oldest first.</summary>
    public IEnumerable<JsonObject> Notifications => _notifications;

    /// <summary>All answers that came, oldest first.</summary>
    public IEnumerable<JsonObject> AllAnswers => _allAnswers;

    public string Uri(string file) => Uris.Of(file.Length == 0 ? Folder : Path.Combine(Folder, file).Replace('\\', '/'));

    /// <summary>Sends a request and waits for its result.</summary>
    public JsonNode? Request(string method, JsonObject parameters)
    {
        var answer = Ask(method, parameters);
        Assert.True(answer["error"] is null, $"{method}: {answer["error"]?.ToJsonString()}");
        return answer["result"];
    }

    /// <summary>Sends a request and waits for the answer, which may be an error.</summary>
    public JsonObject Ask(string method, JsonObject? parameters)
    {
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = ++_id, ["method"] = method, ["params"] = parameters });
        return Take(_id);
    }

    /// <summary>Waits for the answer to a request.</summary>
    public JsonObject Take(int id)
    {
        while (true)
        {
            Assert.True(_answers.TryTake(out var answer, Patience), $"no answer to request {id}");
            if (answer["id"]?.GetValue<int>() == id)
                return answer;
        }
    }

    /// <summary>Waits for the answer to a request, whatever other answers come before or after it.</summary>
    public JsonObject AnswerTo(int id)
    {
        for (var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds; Environment.TickCount64 < deadline; Thread.Sleep(5))
        {
            if (_allAnswers.FirstOrDefault(answer => answer["id"]?.GetValue<int>() == id) is { } found)
                return found;
        }
        throw new TimeoutException($"no answer to request {id}");
    }

    /// <summary>Sends a request under an id and goes on.</summary>
    public void Begin(int id, string method, JsonObject parameters) =>
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });

    public void Notify(string method, JsonObject parameters) =>
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    public void Open(string file, string text, int version = 1) => Notify("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri(file), ["languageId"] = "policy", ["version"] = version, ["text"] = text },
    });

    public void Change(string file, int version, params JsonObject[] changes) => Notify("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri(file), ["version"] = version }, ["contentChanges"] = new JsonArray([.. changes]),
    });

    public void Close(string file) =>
        Notify("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri(file) } });

    /// <summary>Parameters that name a file, and a place in it.</summary>
    public JsonObject At(string file, int? line = null, int? character = null)
    {
        var parameters = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri(file) } };
        if (line is { } row)
            parameters["position"] = new JsonObject { ["line"] = row, ["character"] = character ?? 0 };
        return parameters;
    }

    /// <summary>The findings of a file as last published, once those of a version are there.</summary>
    public List<JsonObject> Diagnostics(string file, int version, Func<List<JsonObject>, bool>? until = null)
    {
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Environment.TickCount64 < deadline)
        {
            if (_diagnostics.TryGetValue(Uri(file), out var published) && published["version"]?.GetValue<int>() == version)
            {
                var found = published["diagnostics"]?.AsArray().OfType<JsonObject>().ToList() ?? [];
                if (until?.Invoke(found) != false)
                    return found;
            }
            Thread.Sleep(5);
        }
        throw new TimeoutException($"no findings of {file} version {version}");
    }

    /// <summary>The findings of a file that is not open, once any were published.</summary>
    public List<JsonObject> Diagnostics(string file)
    {
        for (var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds; Environment.TickCount64 < deadline; Thread.Sleep(5))
        {
            if (_diagnostics.TryGetValue(Uri(file), out var published))
                return published["diagnostics"]?.AsArray().OfType<JsonObject>().ToList() ?? [];
        }
        throw new TimeoutException($"no findings of {file}");
    }

    /// <summary>Sends bytes that may be no message.</summary>
    public void SendRaw(byte[] bytes)
    {
        _out.Write(bytes);
        _out.Flush();
    }

    public void Dispose()
    {
        _out.Dispose();
        _server.Join(Patience);
    }

    public void Send(JsonObject message)
    {
        var content = Encoding.UTF8.GetBytes(message.ToJsonString());
        lock (_out)
        {
            _out.Write(Encoding.ASCII.GetBytes($"Content-Length: {content.Length}\r\n\r\n"));
            _out.Write(content);
            _out.Flush();
        }
    }

    private void Listen()
    {
        var channel = new MessageChannel(_toClient.Reader.AsStream(), Stream.Null);
        while (channel.Read() is { } message)
        {
            if (message["method"]?.GetValue<string>() is { } method)
            {
                _notifications.Enqueue(message);
                if (method == "textDocument/publishDiagnostics" && message["params"] is JsonObject published)
                    _diagnostics[published["uri"]?.GetValue<string>() ?? ""] = published;
            }
            else
            {
                _allAnswers.Enqueue(message);
                _answers.Add(message);
            }
        }
    }
}
