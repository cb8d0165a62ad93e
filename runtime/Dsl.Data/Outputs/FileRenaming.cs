// Several files get their names: all or none. What stood there is kept until all is done.
using Dsl.Loading.Files;

namespace Dsl.Data.Outputs;

/// <summary>The renaming of a set of files, which can be undone.</summary>
/// <param name="keepsOld">Whether there is more than one step, so that an earlier one may have to be undone.</param>
internal sealed class FileRenaming(bool keepsOld)
{
    // A second name, or the only one, of what stood under a name.
    private const string OldSuffix = ".old.tmp";

    private readonly List<(string Final, string? Old)> _done = [];

    /// <summary>Gives a file its name. What stood there leaves it its rights.</summary>
    public void Put(string temporary, string final) => OutputException.Guard(final, () =>
    {
        TakeRights(temporary, final);
        var old = keepsOld ? Keep(temporary + OldSuffix, final) : null;
        _done.Add((final, old));
        File.Move(temporary, final, overwrite: true);
        return true;
    });

    /// <summary>Takes a file away.</summary>
    public void Remove(string path) => OutputException.Guard(path, () =>
    {
        if (!File.Exists(path))
            return true;
        var old = Remainders.NameFor(path) + OldSuffix;
        File.Move(path, old);
        _done.Add((path, old));
        return true;
    });

    /// <summary>Puts everything back.</summary>
    /// <param name="leftovers">Takes what cannot be put back.</param>
    public void Undo(List<string> leftovers)
    {
        foreach (var (final, old) in Enumerable.Reverse(_done))
        {
            try
            {
                if (old is not null)
                {
                    File.Move(old, final, overwrite: true);
                    // Two names of one file stay two when one is to take the place of the other.
                    File.Delete(old);
                }
                else if (keepsOld && File.Exists(final))
                    File.Delete(final);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                leftovers.Add(old ?? final);
            }
        }
    }

    /// <summary>Lets go of what stood there.</summary>
    public void Forget()
    {
        foreach (var old in _done.Select(static file => file.Old).OfType<string>())
        {
            try
            {
                File.Delete(old);
                Remainders.Release(old[..^OldSuffix.Length]);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The new files are there; the next run takes the rest away.
            }
        }
    }

    /// <summary>Keeps what stands under a name under another one; null where there is nothing.</summary>
    private static string? Keep(string old, string final)
    {
        if (!File.Exists(final))
            return null;
        File.Delete(old);
        // With a second name the first one is there at every moment; not every disk has second names.
        if (!FileNames.TryAdd(final, old))
            File.Move(final, old);
        return old;
    }

    private static void TakeRights(string temporary, string final)
    {
        if (OperatingSystem.IsWindows() || UnixStatus.Of(final) is not { } before || UnixStatus.Of(temporary) is not { } now)
            return;
        // Only root can give a file away; others own what they write.
        if ((before.Owner, before.Group) != (now.Owner, now.Group))
            _ = FileNames.TryGive(temporary, before.Owner, before.Group);
        File.SetUnixFileMode(temporary, File.GetUnixFileMode(final));
    }
}
