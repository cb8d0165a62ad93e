// Who may change a folder whose files the program would run: checked along the whole path, as ssh does with its keys.
using System.Collections.Immutable;

namespace Dsl.Loading.Files;

/// <summary>Whether others than this user (and root) could put something else in the place of a folder.</summary>
public static class Ownership
{
    private const int MostLinks = 40;
    private const uint Root = 0;

    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

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
            return UnixStatus.User is { } me ? Walk(Path.GetFullPath(path), me, [me, Root]) : null;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            return OwnershipPhrases.OwnerUnknown.With();
        }
    }

    private static string? Walk(string path, uint me, ImmutableArray<uint> owners)
    {
        var (current, links, isPrivate) = ("/", 0, false);
        if (UnixStatus.OfLink(current) is not { } status)
            return OwnershipPhrases.CannotLook.With(current);
        var rest = new Stack<string>(Parts(path));
        while (true)
        {
            if (WhoMayChange(current, status, me, owners, isLast: rest.Count == 0, ref isPrivate) is { } problem)
                return problem;
            if (rest.Count == 0)
                break;
            var next = Path.Join(current, rest.Pop());
            if (UnixStatus.OfLink(next) is not { } found)
                return OwnershipPhrases.CannotLook.With(next);
            if (!found.IsLink)
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
            if (UnixStatus.OfLink(current) is not { } reached)
                return OwnershipPhrases.CannotLook.With(current);
            status = reached;
        }
        return status.Kind != FileKind.Folder || status.Owner != me ? OwnershipPhrases.NotOwnFolder.With(current) : null;
    }

    // Last part first, as a stack takes them; .. of a link is followed where it leads, by the system.
    private static IEnumerable<string> Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse();

    private static string? WhoMayChange(string path, UnixStatus status, uint me, ImmutableArray<uint> owners, bool isLast,
        ref bool isPrivate)
    {
        if (!owners.Contains(status.Owner))
            return OwnershipPhrases.OfOther.With(path);
        var isFolder = status.Kind == FileKind.Folder;
        // A group may write where no member of it can come; the folder itself must be closed to it in any case.
        var writable = status.Permissions & (UnixFileMode.OtherWrite | (isPrivate && !isLast ? 0 : UnixFileMode.GroupWrite));
        // Below a folder that only its owner may enter, no other user reaches anything.
        isPrivate |= isFolder && status.Owner == me && (status.Permissions & OfOthers) == 0;
        // In a folder like /tmp others may add, but not replace: what stands there must be ours, which is looked at next.
        var isSticky = isFolder && !isLast && status.Permissions.HasFlag(UnixFileMode.StickyBit);
        return writable != 0 && !isSticky ? OwnershipPhrases.OthersMayChange.With(path) : null;
    }
}
