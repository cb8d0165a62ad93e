// A service that is killed at any moment of a run and of its publication, and a store that is killed while its tables are made: what was
// answered stands, what was not is done once, nothing is half visible.
using System.Diagnostics;
using System.Text.Json.Nodes;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class ServeKillTests(KilledStores stores) : IClassFixture<KilledStores>
{
    private const int Subjects = 1500, FirstYear = 2024, YearsOfOneService = 70;

    public static TheoryData<string> Kinds => KilledStores.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 随时被强行结束的测算和公布_回答过的都在_重做以后与不受打扰的相同(string kind)
    {
        var random = new Random(20240630);
        for (int left = Kills.Count(1), round; left > 0; left -= round)
        {
            round = Math.Min(left, YearsOfOneService);
            using var service = new KilledService(stores.New(kind), Subjects);
            await Undisturbed(service, round, random);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void 随时被强行结束的迁移_再打开一次就齐(string kind)
    {
        using var folder = new ScratchFolder();
        string[] Arguments(string name, string store) =>
            ["account", "add", "甲", "--role", "经办", "--data", folder[name], "--store", store];
        var store = stores.New(kind);
        var length = Kills.Milliseconds(() => Assert.Equal(0, PolicyProcess.Run(Arguments("whole", store)).Code));
        var whole = Schema(store, folder["whole"]);
        var random = new Random(7);
        for (var kill = Kills.Count(2); kill > 0; kill--)
        {
            store = stores.New(kind);
            var arguments = Arguments("killed", store);
            using (var process = PolicyProcess.Start(arguments))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                // Half of them once the tables are being made: the moments that matter.
                if (kill % 2 == 0)
                    SpinWait.SpinUntil(() => process.HasExited || IsAtWork(store, folder["killed"]), PolicyProcess.Patience);
                Kills.After(process, random.Next(kill % 2 == 0 ? length / 5 : length));
            }
            var again = PolicyRun.Of(arguments);
            // Where the account was made before the end came, it is there once.
            Assert.True(again.Code == 0 || again.Error.Contains("DSL6043", StringComparison.Ordinal), again.Error);
            Assert.Equal(whole, Schema(store, folder["killed"]));
            Assert.StartsWith("审计记录 1 条，完好。", PolicyRun.Of("audit", "verify", "--data", folder["killed"], "--store", store).Output,
                StringComparison.Ordinal);
            Directory.Delete(folder["killed"], recursive: true);
        }
    }

    private static async Task Undisturbed(KilledService service, int kills, Random random)
    {
        await service.Start();
        await service.Imported();
        var clock = Stopwatch.StartNew();
        var run = await Run(service, FirstYear);
        var computed = clock.ElapsedMilliseconds;
        await service.Reviewer("POST", $"/api/v1/sets/{(await service.Officer("GET", $"/api/v1/runs/{run}"))["政策版本"]}/approve");
        clock.Restart();
        await Publish(service, run);
        var published = clock.ElapsedMilliseconds;
        var (result, ledger) = (await service.Result(run), await service.Ledger(FirstYear));
        for (var year = FirstYear + 1; year <= FirstYear + kills; year++)
        {
            var said = new Answers();
            var act = Task.Run(() => Act(service, year, said));
            if (year % 2 == 0)
            {
                // The publication alone: it is shorter than the run, and what matters most.
                while (said.Done is null && !act.IsCompleted)
                    await Task.Delay(1);
                await Task.Delay(random.Next((int)published + 1));
            }
            else
            {
                await Task.Delay(random.Next((int)(computed + published) + 1));
            }
            Kills.Now(service.Process);
            await act;
            await service.Start();
            await Check(service, year, said, (result, ledger.Replace($",{FirstYear},", $",{year},", StringComparison.Ordinal)));
        }
        Assert.Empty(Kills.Unfinished(service.Data));
        Assert.Contains("完好", PolicyRun.Of(service.On("audit", "verify")).Output, StringComparison.Ordinal);
    }

    /// <summary>After the service has come back: nothing that was answered is missing, and doing all of it again changes no more.</summary>
    private static async Task Check(KilledService service, int year, Answers said, (string Result, string Ledger) expected)
    {
        var found = (await service.Officer("GET", "/api/v1/runs"))["任务"]?.AsArray().Where(job => (int?)job?["年度"] == year)
            .Select(static job => (string?)job?["编号"] ?? "").ToList() ?? [];
        Assert.True(said.Run is null || found.Contains(said.Run), "a run that was accepted is gone");
        // What was asked for goes on by itself.
        foreach (var known in found)
            await service.Ended($"/api/v1/runs/{known}");
        Assert.Equal(said.IsPublished, said.IsPublished && await service.Ledger(year) == expected.Ledger);
        Assert.Contains(await service.Ledger(year), (string[])["", expected.Ledger]);
        var run = said.Run ?? (found is [var first, ..] ? first : await Run(service, year));
        await Publish(service, run);
        Assert.Equal(expected.Result, await service.Result(run));
        await Publish(service, run);
        Assert.Equal(expected.Ledger, await service.Ledger(year));
    }

    private static async Task Act(KilledService service, int year, Answers said)
    {
        try
        {
            said.Run = (string?)(await Asked(service, year))["编号"];
            await service.Ended($"/api/v1/runs/{said.Run}");
            said.Done = said.Run;
            await Publish(service, said.Run ?? "");
            said.IsPublished = true;
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            // The service is gone.
        }
    }

    private static async Task<string> Run(KilledService service, int year)
    {
        var run = (string?)(await Asked(service, year))["编号"] ?? "";
        await service.Ended($"/api/v1/runs/{run}");
        return run;
    }

    private static Task<JsonNode> Asked(KilledService service, int year) =>
        service.Officer("POST", $"/api/v1/runs?date=2024-06-30&year={year}");

    private static async Task Publish(KilledService service, string run)
    {
        var proposed = await service.Officer("POST", $"/api/v1/runs/{run}/publication");
        if ((string?)proposed["编号"] is { } id)
            Assert.Equal("已公布", (string?)(await service.Reviewer("POST", $"/api/v1/publications/{id}/confirm"))["状态"]);
    }

    private bool IsAtWork(string store, string folder) => store == "sqlite" ? File.Exists(Path.Combine(folder, "control.db"))
        : stores.Query("postgres", $"SELECT 1 FROM pg_stat_activity WHERE datname = '{DatabaseOf(store)}'").Count > 0;

    /// <summary>The tables, and the scripts that were run.</summary>
    private IReadOnlyList<string> Schema(string store, string folder) =>
        store == "sqlite" ? OfFile(Path.Combine(folder, "control.db"))
        :
        [
            .. stores.Query(DatabaseOf(store), "SELECT table_name || ' ' || column_name || ' ' || data_type FROM information_schema.columns"
                + " WHERE table_schema = 'public' ORDER BY 1"),
            .. stores.Query(DatabaseOf(store), "SELECT name || ' ' || sha256 FROM migration ORDER BY 1"),
        ];

    private static List<string> OfFile(string path)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name || sql FROM sqlite_master WHERE sql IS NOT NULL UNION ALL SELECT name || sha256 FROM migration"
            + " ORDER BY 1";
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add(reader.GetString(0));
        return found;
    }

    private static string DatabaseOf(string store) => store[(store.LastIndexOf('/') + 1)..];

    /// <summary>What the service had answered before it was killed.</summary>
    private sealed class Answers
    {
        private volatile string? _run, _done;
        private volatile bool _isPublished;

        public string? Run { get => _run; set => _run = value; }

        public string? Done { get => _done; set => _done = value; }

        public bool IsPublished { get => _isPublished; set => _isPublished = value; }
    }
}
