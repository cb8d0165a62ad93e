// One run of the real editor: package and editor are made ready, a server is started in a fresh profile, the drive performs its steps.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.Testing;
using Xunit;

namespace Dsl.Editor.Tests;

/// <summary>What came of a step.</summary>
/// <param name="Step">"scenario: step".</param>
/// <param name="Ok">Whether it went as it should.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Error">What was wrong; null where it is ok.</param>
/// <param name="Shot">The file of the screenshot at its end.</param>
public sealed record StepResult(string Step, bool Ok, double Seconds, string? Error, string Shot);

/// <summary>Runs the drive once for all tests.</summary>
public sealed class EditorRun : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan MostForPackage = TimeSpan.FromMinutes(10),
        MostForEditor = TimeSpan.FromMinutes(10),
        MostForDrive = TimeSpan.FromMinutes(20);

    /// <summary>Where screenshots are left.</summary>
    public static string Shots { get; } = RepositoryRoot.Combine("artifacts", "editor", "shots");

    /// <summary>The package that is tested.</summary>
    public string Package { get; private set; } = "";

    /// <summary>Why there is no run; null where there was one.</summary>
    public string? Problem { get; private set; }

    /// <summary>The steps that were performed.</summary>
    public ImmutableArray<StepResult> Results { get; private set; } = [];

    /// <summary>Programs of this run that were still there after its end.</summary>
    public ImmutableArray<string> LeftBehind { get; private set; } = [];

    /// <summary>The end of what editor and drive wrote.</summary>
    public string LogTail { get; private set; } = "";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        try
        {
            if (Missing() is { } missing)
            {
                Problem = missing;
                return;
            }
            // Two downloads and builds that have nothing to do with each other.
            var editor = Programs.Run("bash", [RepositoryRoot.Combine("tests", "Dsl.Editor.Tests", "install-editor.sh")], MostForEditor);
            Package = (await Programs.Run("bash", [RepositoryRoot.Combine("vscode-extension", "package.sh"), "linux-x64"],
                MostForPackage)).Split(".vsix")[0] + ".vsix";
            await editor;
            await Drive();
        }
#pragma warning disable CA1031 // Whatever it is, each test says it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Problem = $"the editor could not be run: {error.Message}";
        }
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    private async Task Drive()
    {
        var folder = Directory.CreateTempSubdirectory("policy-editor-").FullName;
        Directory.CreateDirectory(Shots);
        foreach (var old in Directory.EnumerateFiles(Shots))
            File.Delete(old);
        var results = RepositoryRoot.Combine("artifacts", "editor", "results.json");
        File.Delete(results);
        try
        {
            var log = "";
            await using (var server = await EditorServer.Start(folder, Package))
            {
                var place = Path.Combine(folder, "place.json");
                File.WriteAllText(place, JsonSerializer.Serialize(
                    new { server.Url, Browser, Policies = RepositoryRoot.Combine("policies"), Work = Path.Combine(folder, "work"), Shots,
                        Results = results, Run = folder, Only },
                    Names));
                try
                {
                    log = await Programs.Run("node", [Path.Combine(DriveSteps.Folder, "run.mjs"), place], MostForDrive, server.Environment);
                }
                catch (InvalidOperationException error)
                {
                    // The steps that were performed count; the others fail with this.
                    log = error.Message;
                }
                log += $"\n{server.LogTail}";
            }
            LogTail = log;
            LeftBehind = await Programs.Naming(folder, TimeSpan.FromSeconds(20));
            if (File.Exists(results))
                Results = [.. JsonSerializer.Deserialize<StepResult[]>(File.ReadAllText(results), Names) ?? []];
            ReadmePictures.Accept();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The browser that is driven: Debian's package, or what EDITOR_BROWSER names.</summary>
    private static string Browser => Environment.GetEnvironmentVariable("EDITOR_BROWSER") ?? "/usr/bin/chromium";

    /// <summary>While a scenario is written: EDITOR_ONLY=name performs only that one (the other steps fail).</summary>
    private static string[] Only =>
        Environment.GetEnvironmentVariable("EDITOR_ONLY")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Missing()
    {
        if (!OperatingSystem.IsLinux())
            return "the tests in the editor run on Linux only";
        if (!File.Exists(Browser))
            return $"there is no browser at {Browser}: install the package chromium (./test does as root), or name one with EDITOR_BROWSER";
        foreach (var program in new[] { "node", "npm", "bash" })
        {
            if (!Programs.IsOnPath(program))
                return $"{program} was not found: the tests in the editor need Node.js 20 with npm";
        }
        return Directory.Exists(RepositoryRoot.Combine("tests", "Dsl.Editor.Tests", "node_modules", "playwright-core"))
            ? null
            : "the npm packages of tests/Dsl.Editor.Tests are not installed: ./test does, or npm ci there";
    }
}
