// The folder of a run in partitions: what its files are called, and how one of several writers is the first.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dsl.Data.Outputs;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Partitions;

/// <summary>The files of a run. Partitions are numbered from 1.</summary>
internal sealed class RunFolder(string path)
{
    private const string DefinitionName = "run.json", DoneSuffix = "done", TrySuffix = "try-";

    /// <summary>The folder, as messages show it.</summary>
    public string Shown => PathText.Shown(path);

    /// <summary>A file of a partition.</summary>
    public string FileOf(int partition, string suffix) =>
        Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{partition}.{suffix}"));

    /// <summary>The results of an attempt.</summary>
    public string Result(int partition, string attempt) => FileOf(partition, attempt + ".csv");

    /// <summary>The rows that an attempt rejected.</summary>
    public string Rejected(int partition, string attempt) => FileOf(partition, attempt + ".rejected.csv");

    /// <summary>What is 待核定 in an attempt.</summary>
    public string Approvals(int partition, string attempt) => FileOf(partition, attempt + ".approvals.csv");

    /// <summary>What an attempt collected.</summary>
    public string Tally(int partition, string attempt) => FileOf(partition, attempt + ".summary.json");

    /// <summary>The claims of a partition under 名额 and 总额; no attempt takes them away.</summary>
    public string Claims(int partition) => Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"claims-{partition}.csv"));

    /// <summary>Writes the claims of a partition, unless another has done so.</summary>
    public void PutClaims(int partition, string text) => TryPut(Path.GetFileName(Claims(partition)), text);

    /// <summary>An attempt that goes on, or that died.</summary>
    public string TryOf(int partition, int number) =>
        FileOf(partition, string.Create(CultureInfo.InvariantCulture, $"{TrySuffix}{number}"));

    /// <summary>The attempts that go on, or that died, by number.</summary>
    public SortedDictionary<int, string> Tries(int partition)
    {
        var tries = new SortedDictionary<int, string>();
        foreach (var file in Directory.EnumerateFiles(path, $"{partition}.{TrySuffix}*"))
        {
            if (int.TryParse(file.AsSpan(file.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                tries[number] = file;
        }
        return tries;
    }

    /// <summary>Makes the run, or joins it; says why that is impossible.</summary>
    public DataFinding? Join(RunDefinition definition)
    {
        Directory.CreateDirectory(path);
        if (TryPut(DefinitionName, definition, RunShapes.Of.RunDefinition))
            return null;
        var (known, finding) = Definition();
        return known is null ? finding
            : known.DifferenceTo(definition) is { } difference
                ? PartitionDiagnostics.OtherDefinition.With(Shown, difference.What, difference.There, difference.Here).At(new(Shown))
            : null;
    }

    /// <summary>The definition of the run.</summary>
    public (RunDefinition? Definition, DataFinding? Finding) Definition()
    {
        var (definition, problem) = Read(Path.Combine(path, DefinitionName), RunShapes.Of.RunDefinition);
        if (definition is { FormatVersion: not RunDefinition.CurrentVersion })
            (definition, problem) = (null, PartitionPhrases.OtherVersion.With());
        return definition is null ? (null, PartitionDiagnostics.NoRun.With(Shown, problem ?? "").At(new(Shown))) : (definition, null);
    }

    /// <summary>Whether a partition is done.</summary>
    public bool IsDone(int partition) => File.Exists(FileOf(partition, DoneSuffix));

    /// <summary>What is known of a partition that is done; neither where it is not.</summary>
    public (PartitionDone? Done, DataFinding? Finding) Done(int partition)
    {
        var file = FileOf(partition, DoneSuffix);
        if (!File.Exists(file))
            return (null, null);
        var (done, problem) = Read(file, RunShapes.Of.PartitionDone);
        return done is null ? (null, Damaged(partition, file, problem ?? "")) : (done, null);
    }

    /// <summary>Says that a partition is done; false where another attempt was first.</summary>
    public bool TryFinish(int partition, PartitionDone done) =>
        TryPut(Path.GetFileName(FileOf(partition, DoneSuffix)), done, RunShapes.Of.PartitionDone);

    /// <summary>Takes away what attempts left that were not the first.</summary>
    public void Clean(int partition, string first)
    {
        foreach (var file in Directory.EnumerateFiles(path, $"{partition}.*").ToList())
        {
            var name = Path.GetFileName(file);
            if (name == $"{partition}.{DoneSuffix}" || name.StartsWith($"{partition}.{first}.", StringComparison.Ordinal)
                || Remainders.FinalOf(file) is not null)
                continue;
            Delete(file);
        }
    }

    /// <summary>Takes a file away, if that is possible.</summary>
    public static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Whoever holds it takes it away, or the next run.
        }
    }

    /// <summary>A file whose content is what it was; the finding says why it is not.</summary>
    public static (FileStream? File, DataFinding? Finding) Open(int partition, string file, string hash)
    {
        if (!File.Exists(file))
            return (null, Damaged(partition, file, PartitionPhrases.Gone.With()));
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16);
        if (Convert.ToHexStringLower(SHA256.HashData(stream)) == hash)
        {
            stream.Position = 0;
            return (stream, null);
        }
        stream.Dispose();
        return (null, Damaged(partition, file, PartitionPhrases.Changed.With()));
    }

    /// <summary>The finding about a file of a partition.</summary>
    public static DataFinding Damaged(int partition, string file, string problem) =>
        PartitionDiagnostics.Damaged.With(partition, Path.GetFileName(file), problem, $"{partition}.{DoneSuffix}")
            .At(new(PathText.Shown(file)));

    private static (T? Document, string? Problem) Read<T>(string file, JsonTypeInfo<T> shape)
        where T : class
    {
        if (!File.Exists(file))
            return (null, PartitionPhrases.Missing.With());
        var reading = TextFile.Read(file);
        if (reading.Text is not { } text)
            return (null, reading.Finding?.Problem.Message);
        try
        {
            return JsonSerializer.Deserialize(text, shape) is { } document ? (document, null) : (null, PartitionPhrases.Unreadable.With());
        }
        catch (JsonException)
        {
            return (null, PartitionPhrases.Unreadable.With());
        }
    }

    /// <summary>Gives a file its name unless there is one of that name: of several writers the first one wins.</summary>
    private bool TryPut<T>(string name, T document, JsonTypeInfo<T> shape) => TryPut(name, JsonStyle.Indent(document, shape) + "\n");

    private bool TryPut(string name, string text)
    {
        var final = Path.Combine(path, name);
        Remainders.Clean(final);
        if (File.Exists(final))
            return false;
        var temporary = Remainders.NameFor(final);
        try
        {
            OutputException.Guard(final, () =>
            {
                using var file = new FileStream(temporary, FileMode.Create, FileAccess.Write);
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
                return true;
            });
            File.Move(temporary, final, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(final))
        {
            return false;
        }
        finally
        {
            Delete(temporary);
            Remainders.Release(temporary);
        }
    }
}
