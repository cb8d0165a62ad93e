// Compiled kernels on disk, safe for several processes at once: a file is whole under its name or not there.
using System.Security.Cryptography;

namespace Dsl.Backends.Roslyn.Compiling;

/// <summary>A folder of compiled kernels. Every failure of the disk means "not there": the cache never stops a run.</summary>
/// <param name="folder">The folder; made when first needed, readable by its owner only.</param>
public sealed class KernelCache(string folder)
{
    private const int MostFiles = 64;

    /// <summary>The kept image of a key, or null where there is none or it is damaged.</summary>
    public byte[]? Find(string key)
    {
        try
        {
            var path = PathOf(key);
            if (!File.Exists(path))
                return null;
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length <= SHA256.HashSizeInBytes)
                return null;
            var image = bytes.AsSpan(SHA256.HashSizeInBytes);
            return SHA256.HashData(image).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes)) ? image.ToArray() : null;
        }
        catch (Exception error) when (IsOfDisk(error))
        {
            return null;
        }
    }

    /// <summary>Keeps an image under a key; the oldest entries go when there are too many.</summary>
    public void Keep(string key, byte[] image)
    {
        var temporary = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
        try
        {
            CreateFolder();
            File.WriteAllBytes(temporary, [.. SHA256.HashData(image), .. image]);
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

    private string PathOf(string key) => Path.Combine(folder, $"{key}.kernel");

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Prune()
    {
        var files = new DirectoryInfo(folder).GetFiles().OrderByDescending(static file => file.LastWriteTimeUtc).ToList();
        foreach (var file in files.Skip(MostFiles))
            file.Delete();
    }
}
