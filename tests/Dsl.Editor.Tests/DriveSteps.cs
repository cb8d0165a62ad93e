// The list of steps: drive/steps.json, which the drive reads too.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.Testing;

namespace Dsl.Editor.Tests;

/// <summary>What drive/run.mjs is to perform.</summary>
internal static class DriveSteps
{
    /// <summary>The folder of the drive.</summary>
    public static string Folder { get; } = RepositoryRoot.Combine("tests", "Dsl.Editor.Tests", "drive");

    /// <summary>"scenario: step", in the order in which they are performed.</summary>
    public static ImmutableArray<string> Names { get; } = Read();

    private static ImmutableArray<string> Read()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "steps.json")));
        return [.. from scenario in list.RootElement.EnumerateArray()
                   from step in scenario.GetProperty("steps").EnumerateArray()
                   select $"{scenario.GetProperty("scenario").GetString()}: {step.GetString()}"];
    }
}
