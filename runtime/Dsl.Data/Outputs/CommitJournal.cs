// A commit of several files, written down before it begins: where a run is killed in the middle of it, the next one gives the rest their
// names.
using System.Text.Json;
using Dsl.Loading.Files;
using Dsl.Loading.Json;

namespace Dsl.Data.Outputs;

/// <summary>Stands beside the files as long as some of them may be new and others old.</summary>
internal static class CommitJournal
{
    /// <summary>Suffix after the temporary name of the first file.</summary>
    public const string Suffix = ".set.tmp";

    private const string Note = "说明", Files = "改名", Removed = "删去";

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
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            List<string> Paths(string name) =>
                [.. json.RootElement.GetProperty(name).EnumerateArray()
                    .Select(file => Path.GetFullPath(Path.Combine(folder, file.GetString() ?? "")))];
            var files = Paths(Files).Select(static temporary => (Temporary: temporary, Final: Remainders.FinalOf(temporary))).ToList();
            foreach (var file in Paths(Removed).Where(file =>
                SideFiles.IsRejected(file) && Path.GetDirectoryName(file) == folder && files.TrueForAll(written => written.Final != file)))
                File.Delete(file);
            var renaming = new FileRenaming(keepsOld: false);
            foreach (var (temporary, final) in files.Where(static file => file.Final is not null && File.Exists(file.Temporary)))
                renaming.Put(temporary, final ?? temporary);
            File.Delete(path);
        }
        catch (Exception error)
            when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Nothing was begun, or it is not ours: a publication finds that result and manifest do not belong together.
        }
    }

    private static void Write(string path, IReadOnlyList<string> temporaries, IEnumerable<string> removed)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        using (var json = new Utf8JsonWriter(stream, JsonStyle.Indented))
        {
            json.WriteStartObject();
            json.WriteString(Note, "这些文件正在一起换成新的，换完就没有这个文件了。换的时候被强行结束的，下次写或公布这个结果时接着换完；"
                + "在那以前有新有旧，不要使用。");
            foreach (var (name, paths) in (ReadOnlySpan<(string, IEnumerable<string>)>)[(Files, temporaries), (Removed, removed)])
            {
                json.WriteStartArray(name);
                foreach (var file in paths)
                    json.WriteStringValue(Path.GetRelativePath(folder, file));
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        stream.Flush(flushToDisk: true);
    }
}
