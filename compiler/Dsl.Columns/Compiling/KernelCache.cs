// Compiled kernels on disk, safe for several processes at once: a file is whole under its name or not there.
using System.Security.Cryptography;
using System.Text;

namespace Dsl.Columns.Compiling;

/// <summary>
/// A folder of compiled kernels. Every failure of the disk means "not there": the cache never stops a run.
/// What is found is run: an entry counts only with the seal of the one who holds the secret, over its key and its content.
/// </summary>
/// <param name="folder">The folder; who opens the cache has made it, for its owner alone.</param>
/// <param name="secret">What entries are sealed with; known to the owner of the folder only.</param>
public sealed class KernelCache(string folder, byte[] secret)
{
    private const string Suffix = ".kernel", Unfinished = ".tmp";
    private const int MostFiles = 64;

    /// <summary>The kept image of a key, or null where there is none or it is damaged.</summary>
    public byte[]? Find(string key)
    {
        try
        {
            var path = PathOf(key);
            // Pipes and devices have no length, and are not opened.
            if (new FileInfo(path) is not { Exists: true, Length: > HMACSHA256.HashSizeInBytes })
                return null;
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length <= HMACSHA256.HashSizeInBytes)
                return null;
            var image = bytes.AsSpan(HMACSHA256.HashSizeInBytes);
            return CryptographicOperations.FixedTimeEquals(Seal(key, image), bytes.AsSpan(0, HMACSHA256.HashSizeInBytes))
                ? image.ToArray()
                : null;
        }
        catch (Exception error) when (IsOfDisk(error))
        {
            return null;
        }
    }

    /// <summary>Keeps an image under a key; the oldest entries go when there are too many.</summary>
    public void Keep(string key, byte[] image)
    {
        var temporary = Path.Combine(folder, $"{Guid.NewGuid():N}{Unfinished}");
        try
        {
            File.WriteAllBytes(temporary, [.. Seal(key, image), .. image]);
            File.Move(temporary, PathOf(key), overwrite: true);
            Prune();
        }
        catch (Exception error) when (IsOfDisk(error))
        {
            // A cache that cannot be written costs time, nothing else.
            Discard(temporary);
        }
    }

    // The last: a file larger than its disk or a quota allows.
    private static bool IsOfDisk(Exception error) => error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (IsOfDisk(error))
        {
            // The next prune finds it.
        }
    }

    /// <summary>Over the key as well: no entry passes for another.</summary>
    private byte[] Seal(string key, ReadOnlySpan<byte> image)
    {
        byte[] sealedText = [.. Encoding.UTF8.GetBytes(key), 0, .. image];
        return HMACSHA256.HashData(secret, sealedText);
    }

    private string PathOf(string key) => Path.Combine(folder, key + Suffix);

    // Nothing but what is ours: the folder may be one that the user chose.
    private void Prune()
    {
        var files = new DirectoryInfo(folder).GetFiles().Where(static file => file.Extension is Suffix or Unfinished)
            .OrderByDescending(static file => file.LastWriteTimeUtc).ToList();
        foreach (var file in files.Skip(MostFiles))
            file.Delete();
    }
}
