// Who may change a folder whose files the program would run: checked along the whole path, as ssh does with its keys.
using System.Collections.Immutable;

namespace Dsl.Loading.Files;

/// <summary>Whether others than this user (and root) could put something else in the place of a folder.</summary>
internal static class Ownership
{
    private const int MostLinks = 40;
    private const uint Root = 0;

    private const int Link = 0xA000, Sticky = 0x200, WritableByGroup = 0x10, WritableByAll = 0x02, OfOthers = 0x3F;

    /// <summary>
    /// Why a folder cannot keep what only this user may have written; null where it can. The user of the process must own it.
    /// </summary>
    public static string? ProblemOfOwnFolder(string path)
    {
        // On Windows folders of the user's profile carry the access rules that are asked for here.
        if (OperatingSystem.IsWindows())
            return null;
        if (!Path.IsPathRooted(path))
            return OwnershipPhrases.NotRooted.With();
        try
        {
            var me = NativeFiles.EffectiveUser();
            return Walk(Path.GetFullPath(path), me, [me, Root]);
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            return OwnershipPhrases.OwnerUnknown.With();
        }
    }

    private static string? Walk(string path, uint me, ImmutableArray<uint> owners)
    {
        var (current, links, isPrivate) = ("/", 0, false);
        if (!TryRead(current, out var status))
            return OwnershipPhrases.CannotLook.With(current);
        var rest = new Stack<string>(Parts(path));
        while (true)
        {
            if (WhoMayChange(current, status, me, owners, isLast: rest.Count == 0, ref isPrivate) is { } problem)
                return problem;
            if (rest.Count == 0)
                break;
            var next = Path.Join(current, rest.Pop());
            if (!TryRead(next, out var found))
                return OwnershipPhrases.CannotLook.With(next);
            if ((found.Mode & NativeFiles.TypeMask) != Link)
            {
                (current, status) = (next, found);
                continue;
            }
            if (!owners.Contains(found.Owner))
                return OwnershipPhrases.LinkOfOther.With(next);
            if (new FileInfo(next).LinkTarget is not { } target || ++links > MostLinks)
                return OwnershipPhrases.LinkToNowhere.With(next);
            foreach (var part in Parts(target))
                rest.Push(part);
            if (Path.IsPathRooted(target))
                (current, isPrivate) = ("/", false);
            if (!TryRead(current, out status))
                return OwnershipPhrases.CannotLook.With(current);
        }
        return (status.Mode & NativeFiles.TypeMask) != NativeFiles.TypeFolder || status.Owner != me
            ? OwnershipPhrases.NotOwnFolder.With(current)
            : null;
    }

    // Last part first, as a stack takes them; .. of a link is followed where it leads, by the system.
    private static IEnumerable<string> Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse();

    private static string? WhoMayChange(string path, NativeFiles.Status status, uint me, ImmutableArray<uint> owners, bool isLast,
        ref bool isPrivate)
    {
        if (!owners.Contains(status.Owner))
            return OwnershipPhrases.OfOther.With(path);
        var isFolder = (status.Mode & NativeFiles.TypeMask) == NativeFiles.TypeFolder;
        // A group may write where no member of it can come; the folder itself must be closed to it in any case.
        var writable = status.Mode & (WritableByAll | (isPrivate && !isLast ? 0 : WritableByGroup));
        // Below a folder that nobody else may enter, nobody else reaches anything.
        isPrivate |= isFolder && status.Owner == me && (status.Mode & OfOthers) == 0;
        // In a folder like /tmp others may add, but not replace: what stands there must be ours, which is looked at next.
        var isSticky = isFolder && !isLast && (status.Mode & Sticky) != 0;
        return writable != 0 && !isSticky ? OwnershipPhrases.OthersMayChange.With(path) : null;
    }

    private static bool TryRead(string path, out NativeFiles.Status status) => NativeFiles.LStat(path, out status) == 0;
}
