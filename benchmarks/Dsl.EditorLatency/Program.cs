// Time that a drafter waits: from didChange to publishDiagnostics of that version, and from a request to its answer,
// against the program itself. usage: Dsl.EditorLatency SERVER FOLDER FILE [CHANGES]     SERVER: the policy program, or policy.dll;
// FILE: relative to FOLDER
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

if (args is not [var server, var folder, var file, ..])
{
    Console.Error.WriteLine("usage: Dsl.EditorLatency SERVER FOLDER FILE [CHANGES]");
    return 2;
}
var changes = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 100;
var start = new ProcessStartInfo
{
    RedirectStandardInput = true, RedirectStandardOutput = true,
    FileName = server.EndsWith(".dll", StringComparison.Ordinal) ? "dotnet" : server
};
if (server.EndsWith(".dll", StringComparison.Ordinal))
    start.ArgumentList.Add(server);
start.ArgumentList.Add("lsp");
using var process = Process.Start(start) ?? throw new InvalidOperationException($"{server} does not start");
var (output, input) = (process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
var (root, path) = (Uri(Path.GetFullPath(folder)), Path.Combine(Path.GetFullPath(folder), file));
var text = File.ReadAllText(path);
var id = 0;

Ask("initialize", new JsonObject { ["processId"] = null, ["rootUri"] = root,
    ["capabilities"] = new JsonObject { ["workspace"] = new JsonObject { ["codeLens"] = new JsonObject { ["refreshSupport"] = true } } },
    ["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = root, ["name"] = "policies" }) });
Send("initialized", new JsonObject(), null);
var clock = Stopwatch.StartNew();
Send("textDocument/didOpen",
    new JsonObject
        { ["textDocument"] = new JsonObject { ["uri"] = Uri(path), ["languageId"] = "policy", ["version"] = 1, ["text"] = text } },
    null);
WaitForFindings(1);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {text.Split('\n').Length} lines; first findings after "
    + $"{clock.Elapsed.TotalMilliseconds:0} ms"));

// Some characters more and the same less at the end of a line, again and again: each leaves the file changed in meaning.
var lines = text.Split('\n');
var (sent, isChanged) = (1, false);
var (line, column, added) = (0, 0, "");
// What a whole file depends on first, in the end a formula in the middle: that is where the requests are asked.
foreach (var (place, words, from, below, typed) in new[]
    {
        ("首部", "  发文机关", 0, 0, "新"), ("范围", "范围", 0, 1, "新"), ("参数", "参数 ", 0, 1, "新"),
        ("奖补", "  奖补 =", lines.Length / 2, 0, " + 1"),
    })
{
    line = below + Array.FindIndex(lines, from, text => text.StartsWith(words, StringComparison.Ordinal));
    if (line < below)
        continue;
    (column, added) = (lines[line].TrimEnd('\r').Length, typed);
    Report($"{place}: didChange → publishDiagnostics", Measure(changes, _ => WaitForFindings(SendChange())));
    if (isChanged)
        WaitForFindings(SendChange());
}
var requests = new (string Method, JsonObject Parameters)[]
{
    ("textDocument/completion", new JsonObject { ["position"] = Position(line, column) }),
    ("textDocument/hover", new JsonObject { ["position"] = Position(line, column - 1) }),
    ("textDocument/documentSymbol", []),
    ("textDocument/semanticTokens/full", []),
    ("textDocument/codeLens", []),
    ("textDocument/inlayHint", new JsonObject
        { ["range"] = new JsonObject { ["start"] = Position(Math.Max(0, line - 30), 0), ["end"] = Position(line + 30, 0) } }),
    ("textDocument/formatting", new JsonObject { ["options"] = new JsonObject { ["tabSize"] = 2, ["insertSpaces"] = true } }),
};
foreach (var (method, parameters) in requests)
{
    parameters["textDocument"] = new JsonObject { ["uri"] = Uri(path) };
    if (Ask(method, parameters)["error"] is { } error)
    {
        Console.WriteLine($"{method}: {error["message"]}");
        continue;
    }
    // After a change, as the editor asks while somebody types: nothing computed before helps.
    Report($"didChange + {method}", Measure(Math.Min(changes, 50), _ =>
    {
        SendChange();
        Ask(method, parameters);
    }));
}
// What an editor sends after each key: both at once, and the findings come last.
JsonObject Asked(string method) => requests.First(request => request.Method == method).Parameters;
Report("didChange, codeLens, inlayHint → publishDiagnostics", Measure(changes, _ =>
{
    var version = SendChange();
    Send("textDocument/codeLens", Asked("textDocument/codeLens").DeepClone().AsObject(), ++id);
    Send("textDocument/inlayHint", Asked("textDocument/inlayHint").DeepClone().AsObject(), ++id);
    WaitForFindings(version);
}));
Ask("shutdown", []);
Send("exit", [], null);
process.WaitForExit();
return 0;

List<double> Measure(int count, Action<int> action)
{
    var times = new List<double>(count);
    for (var number = 0; number < count; number++)
    {
        var watch = Stopwatch.StartNew();
        action(number);
        times.Add(watch.Elapsed.TotalMilliseconds);
    }
    // The first ones warm up.
    return [.. times.Skip(count / 5).Order()];
}

void Report(string what, List<double> times) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[times.Count / 2]:0.0} ms, p95 "
        + $"{times[(int)(times.Count * 0.95)]:0.0} ms ({times.Count} times)"));

int SendChange()
{
    isChanged = !isChanged;
    Send("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri(path), ["version"] = ++sent },
        ["contentChanges"] = new JsonArray(new JsonObject
        {
            ["range"] = new JsonObject
                { ["start"] = Position(line, column), ["end"] = Position(line, isChanged ? column : column + added.Length) },
            ["text"] = isChanged ? added : "",
        }),
    }, null);
    return sent;
}

JsonObject Position(int row, int character) => new() { ["line"] = row, ["character"] = character };

string Uri(string local) => new Uri(local).AbsoluteUri;

JsonObject Ask(string method, JsonObject parameters)
{
    Send(method, parameters.DeepClone().AsObject(), ++id);
    while (true)
    {
        var message = Read();
        if (message["method"] is null && message["id"]?.GetValue<int>() == id)
            return message;
    }
}

void WaitForFindings(int version)
{
    while (true)
    {
        var message = Read();
        if (message["method"]?.GetValue<string>() == "textDocument/publishDiagnostics"
            && message["params"]?["version"]?.GetValue<int>() == version)
            return;
    }
}

void Send(string method, JsonObject parameters, int? number)
{
    var message = new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters };
    if (number is { } known)
        message["id"] = known;
    var content = Encoding.UTF8.GetBytes(message.ToJsonString());
    output.Write(Encoding.ASCII.GetBytes($"Content-Length: {content.Length}\r\n\r\n"));
    output.Write(content);
    output.Flush();
}

JsonObject Read()
{
    var length = 0;
    for (var header = new StringBuilder(); ;)
    {
        var next = input.ReadByte();
        if (next < 0)
            throw new InvalidOperationException("the server ended");
        if (next == '\r')
            continue;
        if (next != '\n')
        {
            header.Append((char)next);
            continue;
        }
        if (header.Length == 0)
            break;
        length = header.ToString() is var field && field.StartsWith("Content-Length: ", StringComparison.Ordinal)
            ? int.Parse(field["Content-Length: ".Length..], CultureInfo.InvariantCulture)
            : length;
        header.Clear();
    }
    var content = new byte[length];
    input.ReadExactly(content);
    return JsonNode.Parse(content)?.AsObject() ?? throw new InvalidOperationException("no message");
}
