// A commit of several files, written down before it begins: where a run is killed in the middle of it, the next one gives the rest their
// names.
using System.Text.Json;
using Dsl.Loading.Files;
using System.Text.Json.Serialization;
using Dsl.Loading.Json;

namespace Dsl.Data.Outputs;

/// <summary>Stands beside the files as long as some of them may be new and others old.</summary>
internal static class CommitJournal
{
    /// <summary>What follows the temporary name of the first file in the journal's name.</summary>
    public const string Suffix = ".set.tmp";

    /// <summary>Writes down what is about to be done; returns the name.</summary>
    /// <param name="temporaries">The files, whole, under their temporary names.</param>
    /// <param name="removed">Files that go away.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string Write(IReadOnlyList<string> temporaries, IEnumerable<string> removed)
    {
        var path = temporaries[0] + Suffix;
        try
        {
            Write(path, temporaries, removed);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>
    /// Does what a run that was killed had still to do. One that was not written to its end says that nothing was done yet.
    /// </summary>
    public static void Complete(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(path) ?? "";
            using var folders = FolderLock.Take([folder]);
            if (!File.Exists(path))
                return;
            if (JsonSerializer.Deserialize(File.ReadAllBytes(path), JournalShapes.Of.JournalDocument) is not { } journal)
                return;
            IEnumerable<string> Paths(IEnumerable<string?> names) =>
                names.Select(name => Path.GetFullPath(Path.Combine(folder, name ?? "")));
            var files = Paths(journal.Renamed).Select(static temporary => (Temporary: temporary, Final: Remainders.FinalOf(temporary)))
                .ToList();
            foreach (var file in Paths(journal.Removed).Where(file =>
                SideFiles.IsRejected(file) && Path.GetDirectoryName(file) == folder && files.TrueForAll(written => written.Final != file)))
                File.Delete(file);
            var renaming = new FileRenaming(keepsOld: false);
            foreach (var (temporary, final) in files.Where(static file => file.Final is not null && File.Exists(file.Temporary)))
                renaming.Put(temporary, final ?? temporary);
            File.Delete(path);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            // Nothing was begun, or it is not ours: a publication finds that result and manifest do not belong together.
        }
    }

    private static void Write(string path, IReadOnlyList<string> temporaries, IEnumerable<string> removed)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        IReadOnlyList<string> Names(IEnumerable<string> paths) => [.. paths.Select(file => Path.GetRelativePath(folder, file))];
        JsonStyle.Write(stream, new(JournalDocument.Notice, Names(temporaries), Names(removed)), JournalShapes.Of.JournalDocument);
        stream.Flush(flushToDisk: true);
    }
}

[JsonSerializable(typeof(JournalDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class JournalShapes : JsonSerializerContext
{
    public static JournalShapes Of { get; } = new(JsonStyle.ForReading());
}

/// <summary>What a journal holds; paths are relative to its folder.</summary>
/// <param name="Note">What the file is, for who finds it.</param>
/// <param name="Renamed">Temporary names of files that are whole.</param>
/// <param name="Removed">Files that go away.</param>
internal sealed record JournalDocument(
    [property: JsonPropertyName("说明")] string Note, [property: JsonPropertyName("改名")] IReadOnlyList<string?> Renamed,
    [property: JsonPropertyName("删去")] IReadOnlyList<string?> Removed)
{
    public const string Notice = "这些文件正在一起换成新的，换完就没有这个文件了。换的时候被强行结束的，下次写或公布这个结果时接着换完；"
        + "在那以前有新有旧，不要使用。";
}
