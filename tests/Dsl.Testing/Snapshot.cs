// Snapshot tests with Verify's file convention: *.verified.* is checked in, *.received.* is written beside it when they differ.
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit;

namespace Dsl.Testing;

/// <summary>Compares text with a checked-in file; POLICY_ACCEPT=1 accepts what was received.</summary>
public static class Snapshot
{
    private static bool Accepts => Environment.GetEnvironmentVariable("POLICY_ACCEPT") == "1";

    /// <summary>Fails with the difference unless the text equals the file's content.</summary>
    /// <param name="verifiedPath">The checked-in file, such as <c>cases/x/main.diagnostics.verified.txt</c>.</param>
    /// <param name="received">What the program made.</param>
    public static void Verify(string verifiedPath, string received)
    {
        received = received.ReplaceLineEndings("\n");
        var verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : "";
        var receivedPath = verifiedPath.Replace(".verified.", ".received.", StringComparison.Ordinal);
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }
        if (Accepts)
        {
            File.WriteAllText(verifiedPath, received);
            return;
        }
        File.WriteAllText(receivedPath, received);
        Assert.Fail($"{verifiedPath} differs; accept with POLICY_ACCEPT=1 ./test\n{Difference(verified, received)}");
    }

    private static string Difference(string verified, string received) =>
        string.Join('\n', new InlineDiffBuilder(new DiffPlex.Differ()).BuildDiffModel(verified, received).Lines
            .Where(line => line.Type != ChangeType.Unchanged)
            .Take(200)
            .Select(line => (line.Type == ChangeType.Inserted ? "+ " : "- ") + line.Text));
}
