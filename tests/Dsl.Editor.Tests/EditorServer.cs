// The editor as a server on loopback, with a profile of its own that has the package installed.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Dsl.Testing;

namespace Dsl.Editor.Tests;

/// <summary>A running editor; ended by its process id when put away.</summary>
internal sealed class EditorServer : IAsyncDisposable
{
    private static readonly TimeSpan MostForStart = TimeSpan.FromMinutes(2), MostForEnd = TimeSpan.FromSeconds(30);

    private readonly string _folder;
    private readonly Process _process;
    private readonly Queue<string> _lines = new();

    private EditorServer(string folder, Process process, string url, IReadOnlyDictionary<string, string> environment) =>
        (_folder, _process, Url, Environment) = (folder, process, url, environment);

    /// <summary>Its address, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>Variables under which nothing outside of the folder is written.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The last lines that it wrote, and those of the language client.</summary>
    public string LogTail
    {
        get
        {
            string[] lines;
            lock (_lines)
                lines = [.. _lines];
            var logs = Path.Combine(_folder, "data", "logs");
            var clients = Directory.Exists(logs) ? Directory.EnumerateFiles(logs, "*政策语言.log", SearchOption.AllDirectories) : [];
            return string.Join('\n',
                [.. lines,
                    .. clients.Order(StringComparer.Ordinal).TakeLast(2).SelectMany(static log => File.ReadLines(log).TakeLast(15))]);
        }
    }

    /// <summary>Installs the package into a fresh profile and starts the editor.</summary>
    /// <param name="folder">The folder of the run; profile and all else is written below it.</param>
    /// <param name="package">The .vsix.</param>
    public static async Task<EditorServer> Start(string folder, string package)
    {
        WriteProfile(folder);
        var environment = new Dictionary<string, string>
        {
            // No gallery: nothing outside is asked.
            ["EXTENSIONS_GALLERY"] = "{}",
            ["HOME"] = folder, ["XDG_CONFIG_HOME"] = Path.Combine(folder, "config"), ["XDG_DATA_HOME"] = Path.Combine(folder, "share"),
            ["XDG_CACHE_HOME"] = Path.Combine(folder, "cache"),
        };
        string[] editor =
        [
            RepositoryRoot.Combine("artifacts", "editor", "code-server", "out", "node", "entry.js"), "--config",
            Path.Combine(folder, "config.yaml"),
            "--user-data-dir", Path.Combine(folder, "data"), "--extensions-dir", Path.Combine(folder, "extensions"),
        ];
        await Programs.Run("node", [.. editor, "--install-extension", package], MostForStart, environment);
        var port = FreePort();
        var start = Programs.Start("node",
            [.. editor, "--auth", "none", "--bind-addr", $"127.0.0.1:{port}", "--locale", "zh-cn", "--disable-telemetry",
                "--disable-update-check", "--disable-workspace-trust", "--disable-getting-started-override"], environment);
        var server = new EditorServer(folder, Process.Start(start) ?? throw new InvalidOperationException("node"),
            new UriBuilder("http", "127.0.0.1", port).Uri.AbsoluteUri.TrimEnd('/'), environment);
        server._process.OutputDataReceived += (_, line) => server.Keep(line.Data);
        server._process.ErrorDataReceived += (_, line) => server.Keep(line.Data);
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            await server.Answers();
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A request to end, not Process.Kill: it ends its extension hosts, and they their language servers.
        if (!_process.HasExited)
            await Programs.Run("kill", [_process.Id.ToString(CultureInfo.InvariantCulture)], MostForEnd);
        using var patience = new CancellationTokenSource(MostForEnd);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }

    private static void WriteProfile(string folder)
    {
        var user = Directory.CreateDirectory(Path.Combine(folder, "data", "User")).FullName;
        File.Copy(RepositoryRoot.Combine("tests", "Dsl.Editor.Tests", "settings.json"), Path.Combine(user, "settings.json"));
        File.WriteAllText(Path.Combine(folder, "config.yaml"), "auth: none\ncert: false\n");
        // A language pack without a text: the extension then speaks Chinese, as for its users; the workbench stays English.
        var texts = Path.Combine(folder, "texts.json");
        File.WriteAllText(texts, """{ "version": "1.0.0", "contents": {} }""");
        var pack = new
        {
            hash = "none", label = "中文(简体)", translations = new { vscode = texts },
            extensions = new[] { new { extensionIdentifier = new { id = "policy-dsl.no-texts" }, version = "0.0.1" } },
        };
        File.WriteAllText(Path.Combine(folder, "data", "languagepacks.json"),
            JsonSerializer.Serialize(new Dictionary<string, object> { ["zh-cn"] = pack }));
    }

    private async Task Answers()
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < MostForStart && !_process.HasExited)
        {
            try
            {
                if ((await client.GetAsync(new Uri(Url + "/healthz"))).IsSuccessStatusCode)
                    return;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                // Not yet.
            }
            await Task.Delay(200);
        }
        throw new InvalidOperationException($"the editor does not answer: {LogTail}");
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > 30)
                _lines.Dequeue();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
