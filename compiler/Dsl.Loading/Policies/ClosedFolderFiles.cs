// Policies that come from outside: what they name is looked for in their own folder and nowhere else.
using Dsl.Syntax.Text;

namespace Dsl.Loading.Policies;

/// <summary>
/// The disk as far as a folder goes. 使用 and 正文 may name any path; for whoever does not trust the policies, files outside are not there.
/// The folder must hold no links that lead out of it.
/// </summary>
/// <param name="folder">The folder.</param>
public sealed class ClosedFolderFiles(string folder) : PolicyFiles
{
    private readonly string _root = PathText.Shown(Path.GetFullPath(folder)).TrimEnd('/') + "/";

    // The loader reads nothing that it has not found to exist.
    /// <inheritdoc/>
    public override bool Exists(string path) =>
        PathText.Shown(Path.GetFullPath(path)).StartsWith(_root, StringComparison.Ordinal) && base.Exists(path);
}
