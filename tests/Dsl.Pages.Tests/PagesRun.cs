// One run of the pages: they are built, the tests that need no browser run, then the drive uses them in one.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.Testing;
using Xunit;

namespace Dsl.Pages.Tests;

/// <summary>What came of a step.</summary>
/// <param name="Step">"scenario: step".</param>
/// <param name="Ok">Whether it went as it should.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Error">What was wrong; null where it is ok.</param>
/// <param name="Shot">The file of the screenshot at its end.</param>
public sealed record StepOutcome(string Step, bool Ok, double Seconds, string? Error, string Shot);

/// <summary>Runs the drive once for all tests.</summary>
public sealed class PagesRun : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(20);

    /// <summary>The folder of the drive.</summary>
    public static string Drive { get; } = RepositoryRoot.Combine("tests", "Dsl.Pages.Tests", "drive");

    /// <summary>The picture of README as this run took it, and as it is kept.</summary>
    public static (string Taken, string Kept) Picture { get; } =
        (RepositoryRoot.Combine("artifacts", "pages-shots", "README.png"), RepositoryRoot.Combine("compiler", "docs", "页面.png"));

    /// <summary>Why there is no run; null where there was one.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was wrong with the tests that need no browser; null for nothing.</summary>
    public string? UnitProblem { get; private set; }

    /// <summary>The steps that were performed.</summary>
    public ImmutableArray<StepOutcome> Results { get; private set; } = [];

    /// <summary>Programs of this run that were still there after its end.</summary>
    public ImmutableArray<string> LeftBehind { get; private set; } = [];

    /// <summary>What the drive wrote.</summary>
    public string Log { get; private set; } = "";

    /// <summary>The browser that is driven: Debian's package, or what EDITOR_BROWSER names.</summary>
    private static string Browser => Environment.GetEnvironmentVariable("EDITOR_BROWSER") ?? "/usr/bin/chromium";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        try
        {
            Problem = Missing();
            if (Problem is not null)
                return;
            var pages = RepositoryRoot.Combine("runtime", "Dsl.Pages");
            await Programs.Run("bash", [Path.Combine(pages, "build.sh")], Most);
            UnitProblem = await ProblemOf("npm", ["--prefix", pages, "run", "--silent", "check"])
                ?? await ProblemOf("npm", ["--prefix", pages, "run", "--silent", "test"]);
            await UsePages();
        }
#pragma warning disable CA1031 // Whatever it is, each test says it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Problem = $"the pages could not be used: {error.Message}";
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<string?> ProblemOf(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            await Programs.Run(program, arguments, Most);
            return null;
        }
        catch (InvalidOperationException error)
        {
            return error.Message;
        }
    }

    private async Task UsePages()
    {
        var folder = Directory.CreateTempSubdirectory("policy-pages-").FullName;
        var shots = RepositoryRoot.Combine("artifacts", "pages-shots");
        if (Directory.Exists(shots))
            Directory.Delete(shots, recursive: true);
        Directory.CreateDirectory(shots);
        var (place, results) = (Path.Combine(folder, "place.json"), Path.Combine(folder, "results.json"));
        try
        {
            File.WriteAllText(place, JsonSerializer.Serialize(
                new
                {
                    Program = Path.Combine(AppContext.BaseDirectory, "policy.dll"), Pages = RepositoryRoot.Combine("artifacts", "pages"),
                    Policies = RepositoryRoot.Combine("policies"), Browser, Work = folder, Shots = shots, Results = results, Only,
                }, Names));
            Log = await ProblemOf("node", [Path.Combine(Drive, "run.mjs"), place]) ?? "";
            LeftBehind = await Programs.Naming(folder, TimeSpan.FromSeconds(20));
            if (File.Exists(results))
                Results = [.. JsonSerializer.Deserialize<StepOutcome[]>(File.ReadAllText(results), Names) ?? []];
            if (Environment.GetEnvironmentVariable("POLICY_ACCEPT") == "1" && File.Exists(Picture.Taken))
                File.Copy(Picture.Taken, Picture.Kept, overwrite: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>While a scenario is written: PAGES_ONLY=name performs only that one (the other steps fail).</summary>
    private static string[] Only =>
        Environment.GetEnvironmentVariable("PAGES_ONLY")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Missing()
    {
        if (!OperatingSystem.IsLinux())
            return "the tests of the pages run on Linux only";
        if (!File.Exists(Browser))
            return $"there is no browser at {Browser}: install the package chromium (./test does as root), or name one with EDITOR_BROWSER";
        foreach (var program in new[] { "node", "npm", "bash" })
        {
            if (!Programs.IsOnPath(program))
                return $"{program} was not found: the tests of the pages need Node.js 20 with npm";
        }
        return Directory.Exists(RepositoryRoot.Combine("tests", "Dsl.Pages.Tests", "node_modules", "playwright-core"))
            ? null
            : "the npm packages of tests/Dsl.Pages.Tests are not installed: ./test does, or npm ci there";
    }
}
