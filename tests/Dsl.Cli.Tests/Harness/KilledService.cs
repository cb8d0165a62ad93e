// A service over a registry of its own, with those who propose and confirm; started, killed, started again.
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Dsl.Cli.Tests.Harness;

/// <summary>Every enterprise gets 5 % of its costs every year.</summary>
internal sealed partial class KilledService : IDisposable
{
    /// <summary>One clause, 5 % of the costs.</summary>
    public const string Policy = """
        数据 企业
          主键 统一社会信用代码 : 文本
          研发投入              : 金额

        政策 测试办法
          文号     测府〔2024〕1号
          发文机关 测试区人民政府
          成文日期 2023-12-20
          施行日期 2024-01-01
          级次     区级

        条款 1 研发补助
          依据 「按研发投入的5%给予补助」
          频次 每年
          奖补 = 研发投入 * 5%
        """;

    // $0 is the data folder, $1 the bytes of its disk.
    private const string OnDisk =
        """
        mkdir "$0.disk" && mount -t tmpfs -o size=$1 none "$0.disk" && cp -a "$0/." "$0.disk/" && mount --bind "$0.disk" "$0" || exit 1
        shift; exec dotnet "$@"
        """;

    private readonly ScratchFolder _folder = new();
    private readonly string _store;
    private readonly string[] _people;
    private Process? _process;
    private HttpClient _client = new();

    public KilledService(string store, int subjects)
    {
        _store = store;
        _folder.Write("p/办法.policy", Policy);
        var text = new StringBuilder("统一社会信用代码,研发投入\n");
        for (var i = 0; i < subjects; i++)
            text.Append(CultureInfo.InvariantCulture, $"A{i},{1000 + i}.20\n");
        _folder.Write("in/企业.csv", text.ToString());
        _people = [.. ((string[])["经办", "审核"]).Select(Key)];
        string Key(string role)
        {
            var until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30);
            var run = PolicyRun.Of([.. On("key", "add"), "--name", "接口", "--role", role, "--expires", $"{until:yyyy-MM-dd}"]);
            Assert.True(run.Code == 0, run.Error);
            return run.Output.Trim();
        }
    }

    /// <summary>The data folder.</summary>
    public string Data => _folder["data"];

    /// <summary>The data folder as the service sees it, on a disk of its own.</summary>
    public string DataOnDisk => $"/proc/{Process.Id}/root{Data}";

    /// <summary>The process.</summary>
    public Process Process => _process ?? throw new InvalidOperationException("not started");

    /// <summary>A command of the service on its store.</summary>
    public string[] On(params string[] command) => [.. command, "--data", Data, "--store", _store];

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="diskBytes">The size of a disk for its data folder, which only the service sees and which goes with it; null for none.
    /// </param>
    public async Task Start(int? diskBytes = null)
    {
        string[] arguments = [.. On("serve", _folder["p"]), "--registry", _folder["in"], "--urls", "http://127.0.0.1:0"];
        // Not to be ended by a file that may not grow: it hears of that as of any other failure.
        _process = diskBytes is { } size
            ? PolicyProcess.StartTool("unshare", [("POLICY_CACHE", _folder["cache"])],
                ["-m", "sh", "-c", OnDisk, Data, $"{size}", PolicyProcess.Program, .. arguments])
            : OperatingSystem.IsWindows() ? PolicyProcess.StartWith([("POLICY_CACHE", _folder["cache"])], arguments)
            : PolicyProcess.StartTool("sh", [("POLICY_CACHE", _folder["cache"])],
                ["-c", "trap '' XFSZ; exec dotnet \"$0\" \"$@\"", PolicyProcess.Program, .. arguments]);
        _ = _process.StandardOutput.ReadToEndAsync();
        var line = await _process.StandardError.ReadLineAsync().WaitAsync(PolicyProcess.Patience) ?? "";
        Assert.True(Address().IsMatch(line), line);
        _ = _process.StandardError.ReadToEndAsync();
        _client.Dispose();
        _client = new() { BaseAddress = new(Address().Match(line).Value) };
    }

    public async Task<JsonNode> Officer(string method, string path) => Parsed(await Send(method, path, 0));

    public async Task<JsonNode> Reviewer(string method, string path) => Parsed(await Send(method, path, 1));

    /// <summary>Waits until a job is over, and was done.</summary>
    public async Task Ended(string path)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < PolicyProcess.Patience; await Task.Delay(20))
        {
            var job = await Officer("GET", path);
            if ((string?)job["状态"] is "等候" or "进行中")
                continue;
            Assert.True((string?)job["状态"] == "完成", job.ToJsonString());
            return;
        }
        throw new TimeoutException(path);
    }

    /// <summary>Waits until the registry is imported.</summary>
    public async Task Imported()
    {
        for (var i = 0; i < 600 && (await Officer("GET", "/api/v1/registries"))["登记数据"]?.AsArray().Count is null or 0; i++)
            await Task.Delay(50);
    }

    /// <summary>The result of a run.</summary>
    public Task<string> Result(string run) => Send("GET", $"/api/v1/runs/{run}/result", 0);

    /// <summary>The ledger of a year, as one text.</summary>
    public async Task<string> Ledger(int year) =>
        string.Join('\n', (await Send("GET", "/api/v1/ledger/export", 0)).Split('\n').Where(line => line.Contains($",{year},",
            StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    /// <summary>Sends a request of 经办; the status of the answer and its text.</summary>
    public async Task<(int Status, string Text)> Ask(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _people[0]);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
            Kills.Now(_process);
        _process?.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }

    private static JsonNode Parsed(string text) => text.Length == 0 ? new JsonObject() : JsonNode.Parse(text) ?? new JsonObject();

    private async Task<string> Send(string method, string path, int who)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _people[who]);
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path} {response.StatusCode} {text}");
        return text;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
