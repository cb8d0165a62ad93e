// A disk on which nothing more can be written, below a service and below its commands: refused in words, all that was there stays, and it
// works again as soon as there is room.
using System.Globalization;
using System.Text.Json.Nodes;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class ServeDiskTests(KilledStores stores) : IClassFixture<KilledStores>
{
    private const string Facts = """{"企业": {"统一社会信用代码": "A1", "研发投入": 1000}}""";

    public static TheoryData<string> Kinds => KilledStores.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 磁盘写不下时服务说明原因_有了地方不用重启就照常(string kind)
    {
        if (!OperatingSystem.IsLinux())
            return; // Only Linux limits the files of a process that runs.
        using var service = new KilledService(stores.New(kind), subjects: 400);
        await service.Start();
        await service.Imported();
        var run = await Run(service);
        await service.Reviewer("POST", $"/api/v1/sets/{(await service.Officer("GET", $"/api/v1/runs/{run}"))["政策版本"]}/approve");
        var publication = (string?)(await service.Officer("POST", $"/api/v1/runs/{run}/publication"))["编号"];
        var before = await service.Result(run);
        Limit(service, "1");
        Assert.Equal(200, (await service.Ask("GET", "/health/live")).Status);
        if (kind == "sqlite")
        {
            // Neither an act nor its record can be kept.
            Refused(await service.Ask("POST", "/api/v1/evaluate", Facts), "DSL6020");
            Refused(await service.Ask("POST", "/api/v1/runs"), "DSL6010");
            await Assert.ThrowsAnyAsync<Exception>(() => Confirm(service, publication));
        }
        else
        {
            // The store has room: the job is taken, fails, and can be gone on with.
            var job = (string?)(await service.Officer("POST", "/api/v1/runs?year=2030"))["编号"];
            var failed = await Over(service, $"/api/v1/runs/{job}");
            Assert.Equal("失败", (string?)failed["状态"]);
            Assert.Contains("文件超过了磁盘或配额允许的大小", (string?)failed["问题"]?["说明"], StringComparison.Ordinal);
            Refused(await service.Ask("GET", "/api/v1/ledger/export"), "DSL6056");
            Limit(service, "unlimited");
            await service.Officer("POST", $"/api/v1/runs/{job}/resume");
            await service.Ended($"/api/v1/runs/{job}");
            Assert.Equal(before, await service.Result(job ?? ""));
        }
        Limit(service, "unlimited");
        Assert.Equal(200, (await service.Ask("POST", "/api/v1/evaluate", Facts)).Status);
        Assert.Equal("", await service.Ledger(2024));
        await Confirm(service, publication);
        Assert.Equal(400, (await service.Ledger(2024)).Split('\n').Length);
        Assert.Equal(before, await service.Result(await Run(service)));
        Assert.Empty(Kills.Unfinished(service.Data));
        Assert.Contains("完好", PolicyRun.Of(service.On("audit", "verify")).Output, StringComparison.Ordinal);
        Backup(service);
    }

    [Fact]
    public void 导入分区合并写不下时说明原因_什么也不留下_有了地方照常()
    {
        if (OperatingSystem.IsWindows())
            return; // Windows has no limit of files.
        using var folder = new StarterFolder();
        folder.WriteRegistry(3_000);
        string[] import = ["registry", "import", folder["data"], folder["p"], "--rows", "1000", "--output", folder["snapshots"]];
        Full(import, () => Assert.DoesNotContain(folder.Names("snapshots"), static name => name.Length == 16));
        var snapshot = Path.Combine(folder["snapshots"], Assert.Single(folder.Names("snapshots")));
        string[] part = ["batch", folder["p"], "--input", snapshot, "--date", "2024-06-30", "--run", folder["run"]];
        Full(part, () => Assert.DoesNotContain(folder.Names("run"), static name => name.EndsWith(".done", StringComparison.Ordinal)));
        string[] merge = ["merge", folder["run"], "--output", folder["out/r.csv"], "--summary", folder["out/s.json"]];
        Full(merge, () => Assert.Empty(folder.Names("out")));
        Assert.Equal(0, PolicyRun.Of("batch", folder["p"], "--input", snapshot, "--date", "2024-06-30", "--output", folder["whole/r.csv"],
            "--summary", folder["whole/s.json"]).Code);
        Assert.Equal(folder.Read("whole/r.csv"), folder.Read("out/r.csv"));
        Assert.Equal(folder.Read("whole/s.json"), folder.Read("out/s.json"));
        foreach (var name in (string[])["snapshots", "run", "out"])
            Assert.Empty(Kills.Unfinished(folder[name]));
    }

    [Fact]
    public async Task 磁盘满了时服务说明原因_腾出地方不用重启就照常()
    {
        using var service = new KilledService(stores.New("sqlite"), subjects: 400);
        if (!SmallDisk.IsPossible(Path.GetTempPath()))
            return;
        await service.Start(diskBytes: 64 << 20);
        await service.Imported();
        var before = await service.Result(await Run(service));
        var filler = Path.Combine(service.DataOnDisk, "filler");
        Fill(filler);
        var answered = 0;
        (int Status, string Text) answer;
        // The store has some room within its own files.
        while ((answer = await service.Ask("POST", "/api/v1/evaluate", Facts)).Status == 200)
            Assert.True(++answered < 20_000);
        Refused(answer, "DSL6020");
        Refused(await service.Ask("POST", "/api/v1/runs"), "DSL6010");
        Assert.Equal(200, (await service.Ask("GET", "/health/live")).Status);
        File.Delete(filler);
        Assert.Equal(200, (await service.Ask("POST", "/api/v1/evaluate", Facts)).Status);
        Assert.Equal(before, await service.Result(await Run(service)));
        using var verify = PolicyProcess.StartTool("nsenter", [],
            ["-t", $"{service.Process.Id}", "-m", "dotnet", PolicyProcess.Program, .. service.On("audit", "verify")]);
        var audit = PolicyProcess.End(verify);
        Assert.Contains("完好", audit.Output, StringComparison.Ordinal);
    }

    private static void Fill(string path)
    {
        var bytes = new byte[1 << 16];
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var length = bytes.Length; length > 0; length /= 2)
        {
            try
            {
                while (true)
                    file.Write(bytes, 0, length);
            }
            catch (IOException)
            {
                // Smaller pieces may fit.
            }
        }
    }

    private static void Full(string[] command, Action afterwards)
    {
        foreach (var bytes in (int[])[0, 512, 4096])
        {
            var run = Limited(bytes, command);
            Assert.Equal(2, run.Code);
            Assert.Contains("文件超过了磁盘或配额允许的大小", run.Error, StringComparison.Ordinal);
            afterwards();
        }
        Assert.Equal(0, PolicyRun.Of(command).Code);
    }

    private static void Backup(KilledService service)
    {
        var file = service.Data + ".zip";
        var full = Limited(4096, service.On("backup", file));
        Assert.Equal(2, full.Code);
        Assert.Contains("DSL6050", full.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetDirectoryName(file) ?? ""),
            static path => path.Contains(".zip", StringComparison.Ordinal));
        Assert.Equal(0, PolicyRun.Of(service.On("backup", file)).Code);
    }

    /// <summary>A command whose files may not grow beyond some bytes.</summary>
    private static ProcessRun Limited(int bytes, string[] command)
    {
        using var process = PolicyProcess.StartTool("sh", [("DOTNET_EnableWriteXorExecute", "0")],
            ["-c", $"trap '' XFSZ; ulimit -f {bytes / 512}; exec dotnet \"$0\" \"$@\"", PolicyProcess.Program, .. command]);
        return PolicyProcess.End(process);
    }

    /// <summary>How large files of the service may get from now on.</summary>
    private static void Limit(KilledService service, string bytes)
    {
        using var set = PolicyProcess.StartTool("prlimit", [], "--pid",
            service.Process.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}:");
        var run = PolicyProcess.End(set);
        Assert.True(run.Code == 0, run.Error);
    }

    private static void Refused((int Status, string Text) answer, string code)
    {
        Assert.True(answer.Status == 503, answer.Text);
        Assert.Equal(code, (string?)JsonNode.Parse(answer.Text)?["code"]);
    }

    private static async Task Confirm(KilledService service, string? publication) =>
        await service.Reviewer("POST", $"/api/v1/publications/{publication}/confirm");

    private static async Task<string> Run(KilledService service)
    {
        var run = (string?)(await service.Officer("POST", "/api/v1/runs?date=2024-06-30&year=2024"))["编号"] ?? "";
        await service.Ended($"/api/v1/runs/{run}");
        return run;
    }

    private static async Task<JsonNode> Over(KilledService service, string path)
    {
        for (var i = 0; i < 1000; i++)
        {
            var job = await service.Officer("GET", path);
            if ((string?)job["状态"] is not ("等候" or "进行中"))
                return job;
            await Task.Delay(30);
        }
        throw new TimeoutException(path);
    }
}
