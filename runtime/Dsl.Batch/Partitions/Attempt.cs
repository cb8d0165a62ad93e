// An attempt at a partition: a file that is there while it lasts, so that one that died is counted by those who come after it.
using System.Globalization;
using System.Text;
using Dsl.Loading.Files;

namespace Dsl.Batch.Partitions;

/// <summary>An attempt that goes on. Its file is held open, by which others see that it is alive.</summary>
internal sealed class Attempt : IDisposable
{
    private const int MarkLength = 20;
    private const int Nobody = -1;

    private readonly FileStream _file;
    private readonly byte[] _mark = new byte[MarkLength];
    private bool _isKept;

    private Attempt(FileStream file, int died, IReadOnlyDictionary<long, int> diedAt) => (_file, Died, DiedAt) = (file, died, diedAt);

    /// <summary>How many attempts before it died, or ended by an exception.</summary>
    public int Died { get; }

    /// <summary>How many of them died while they computed which subject, as far as they said so.</summary>
    public IReadOnlyDictionary<long, int> DiedAt { get; }

    /// <summary>Begins an attempt.</summary>
    public static Attempt Begin(RunFolder folder, int partition)
    {
        var tries = folder.Tries(partition);
        var (died, diedAt) = (0, new Dictionary<long, int>());
        foreach (var file in tries.Values)
        {
            if (MarkOfDead(file) is not { } subject)
                continue;
            died++;
            if (subject != Nobody)
                diedAt[subject] = diedAt.GetValueOrDefault(subject) + 1;
        }
        for (var number = tries.Keys.LastOrDefault() + 1; ; number++)
        {
            var path = folder.TryOf(partition, number);
            FileStream file;
            try
            {
                file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process has just begun.
                continue;
            }
            var attempt = new Attempt(file, died, diedAt);
            try
            {
                attempt.Mark(Nobody);
                return attempt;
            }
            catch
            {
                // A full disk: no attempt was begun, and none is counted.
                attempt.Dispose();
                throw;
            }
        }
    }

    /// <summary>Whether an attempt at a partition goes on, as far as can be seen.</summary>
    public static bool GoesOn(RunFolder folder, int partition) =>
        folder.Tries(partition).Values.Any(static file => MarkOfDead(file) is null && File.Exists(file));

    /// <summary>Says which subject is computed from now on; what is written survives the process.</summary>
    public void Mark(long subject)
    {
        Encoding.ASCII.GetBytes(subject.ToString(CultureInfo.InvariantCulture).PadRight(MarkLength), _mark);
        OutputException.Guard(_file.Name, () =>
        {
            _file.Position = 0;
            _file.Write(_mark);
            return true;
        });
    }

    /// <summary>Says that no subject is computed.</summary>
    public void MarkNobody() => Mark(Nobody);

    /// <summary>Says that it ended by an exception: it counts for those who come after it.</summary>
    public void Keep() => _isKept = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        var path = _file.Name;
        _file.Dispose();
        if (!_isKept)
            RunFolder.Delete(path);
    }

    /// <summary>The subject that a dead attempt was at, or nobody; null where the attempt is alive, or was over just now.</summary>
    private static long? MarkOfDead(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            using var text = new StreamReader(file, Encoding.ASCII);
            return long.TryParse(text.ReadToEnd(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var subject) ? subject : Nobody;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
