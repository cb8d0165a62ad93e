// Screenshots that README and walkthrough of the extension show: the steps take them, POLICY_ACCEPT=1 keeps them.
using System.Collections.Immutable;
using Dsl.Testing;

namespace Dsl.Editor.Tests;

/// <summary>The pictures of vscode-extension/images.</summary>
internal static class ReadmePictures
{
    /// <summary>A package and a page hold all of them.</summary>
    public const long MostBytes = 250_000;

    /// <summary>Their names; a step takes each with editor.picture(name).</summary>
    public static ImmutableArray<string> Names { get; } = ["lenses", "completion", "finding", "try-out", "chart", "examples", "source"];

    /// <summary>Where the drive leaves a picture.</summary>
    public static string Taken(string name) => Path.Combine(EditorRun.Shots, $"picture-{name}.png");

    /// <summary>Where the extension has it.</summary>
    public static string Kept(string name) => RepositoryRoot.Combine("vscode-extension", "images", name + ".png");

    /// <summary>Keeps what was taken, in write mode.</summary>
    public static void Accept()
    {
        if (Environment.GetEnvironmentVariable("POLICY_ACCEPT") != "1")
            return;
        foreach (var name in Names.Where(static name => File.Exists(Taken(name))))
            File.Copy(Taken(name), Kept(name), overwrite: true);
    }
}
