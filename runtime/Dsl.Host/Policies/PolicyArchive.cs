// Every set that was served is kept as it was read, so that a start without its source goes on with it and old results can be derived
// again.
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Data.Outputs;
using Dsl.Host.Store;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Loading.Policies;
using Dsl.Syntax.Text;

namespace Dsl.Host.Policies;

/// <summary>What a folder of the archive holds.</summary>
/// <param name="Paths">The paths that the set was loaded from, below the folder; empty for the folder itself.</param>
internal sealed record ArchivedSet([property: JsonPropertyName("paths")] IReadOnlyList<string> Paths);

[JsonSerializable(typeof(ArchivedSet))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ArchiveShapes : JsonSerializerContext
{
    public static ArchiveShapes Of { get; } = new(JsonStyle.ForReading());
}

/// <summary>Keeps sets in a folder of the data folder, and in the control store which slot was served with which.</summary>
internal sealed class PolicyArchive(string dataFolder, IControlStore store, TimeProvider clock)
{
    private const string Description = ".set.json";

    private readonly string _folder = Path.Combine(dataFolder, "policy-sets");

    /// <summary>
    /// Keeps a set, and notes that a slot is served with it; null for a set that no slot serves. What was kept before is left alone.
    /// </summary>
    public async Task Keep(string? slot, ImmutableArray<string> paths, PolicySet set, CancellationToken cancellation)
    {
        Write(paths, set);
        var now = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        await store.Write(async session =>
        {
            var rows = await session.Execute("INSERT INTO policy_set (hash, program_version, loaded_at, policy_numbers)"
                + " VALUES (@Hash, @Version, @Now, @Numbers) ON CONFLICT (hash) DO NOTHING",
                new { set.Hash, Batch.Results.ProgramIdentity.Version, Now = now, Numbers = string.Join('、', set.Numbers) })
                .ConfigureAwait(false);
            return slot is null ? rows
                : await session.Execute("INSERT INTO policy_slot (slot, hash, served_at) VALUES (@Slot, @Hash, @Now)"
                    + " ON CONFLICT (slot) DO UPDATE SET hash = excluded.hash, served_at = excluded.served_at",
                    new { Slot = slot, set.Hash, Now = now }).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>The hash of the set that a slot was served with last; null where it never was.</summary>
    public Task<string?> LastOf(string slot, CancellationToken cancellation) =>
        store.Read(session => session.First<string>("SELECT hash FROM policy_slot WHERE slot = @Slot", new { Slot = slot }), cancellation);

    /// <summary>The paths to load a kept set from; null where it is not kept.</summary>
    public ImmutableArray<string>? PathsOf(string hash)
    {
        var folder = Path.Combine(_folder, hash);
        var description = Path.Combine(folder, Description);
        // A hash comes from outside, too: it must not lead elsewhere.
        if (!hash.All(char.IsAsciiHexDigitLower) || !File.Exists(description))
            return null;
        var kept = JsonSerializer.Deserialize(File.ReadAllText(description), ArchiveShapes.Of.ArchivedSet);
        return kept is { Paths.Count: > 0 } ? [.. kept.Paths.Select(path => Path.Combine(folder, path))] : [folder];
    }

    /// <summary>The files of a kept set, which names nothing outside: what it was loaded from is all in its folder.</summary>
    public PolicyFiles FilesOf(string hash) => new ClosedFolderFiles(Path.Combine(_folder, hash));

    private void Write(ImmutableArray<string> paths, PolicySet set)
    {
        var final = Path.Combine(_folder, set.Hash);
        if (Directory.Exists(final))
            return;
        Remainders.Clean(final);
        var temporary = Remainders.NameFor(final);
        try
        {
            Fill(temporary, paths, set);
            Directory.Move(temporary, final);
        }
        catch (IOException) when (Directory.Exists(final))
        {
            // Another process has kept the same set meanwhile.
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
            Remainders.Release(temporary);
        }
    }

    private static void Fill(string folder, ImmutableArray<string> paths, PolicySet set)
    {
        var root = PathText.SharedFolder([.. set.Policies.Files.Select(static file => file.Path)]);
        Directory.CreateDirectory(folder);
        foreach (var file in set.Policies.Files)
        {
            var bytes = File.ReadAllBytes(file.Path);
            // What is kept must be what is served.
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Sha256)
                throw new InputException(file.Path, new FileWordsException(FilePhrases.Changed.With()));
            Put(Path.Combine(folder, file.Path[root.Length..]), bytes);
        }
        var relative = paths.Select(path => Below(root, PathText.Shown(path))).OfType<string>().Where(static path => path.Length > 0)
            .ToList();
        Put(Path.Combine(folder, Description), Encoding.UTF8.GetBytes(
            JsonStyle.Indent(new ArchivedSet(relative.Count == paths.Length ? relative : []), ArchiveShapes.Of.ArchivedSet)));
    }

    /// <summary>Writes a file that is on the disk when this returns: the store names the set only then.</summary>
    private static void Put(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    private static string? Below(string root, string path) =>
        (path + "/").StartsWith(root, StringComparison.Ordinal) ? path.Length < root.Length ? "" : path[root.Length..] : null;
}
