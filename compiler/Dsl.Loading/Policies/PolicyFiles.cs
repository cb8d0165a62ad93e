// Where the texts of policies come from: the disk, or what an editor holds and the disk for the rest.
using Dsl.Loading.Files;
using Dsl.Syntax;
using Dsl.Syntax.Text;

namespace Dsl.Loading.Policies;

public class PolicyFiles
{
    public virtual bool Exists(string path) => File.Exists(path);

    /// <summary>.policy files below a folder that are not on disk (yet).</summary>
    public virtual IEnumerable<string> Added(string folder) => [];

    /// <summary>Parses a file that was read.</summary>
    public virtual SyntaxTree Parse(string path, string text) => SyntaxTree.Parse(new SourceText(path, text));

    /// <summary>The text of an official document that was read.</summary>
    public virtual SourceText Source(string path, string text) => new(path, text);

    /// <summary>The text of a file that is open elsewhere; null where the disk has it.</summary>
    protected virtual string? OpenText(string path) => null;

    /// <summary>The .policy files below a folder.</summary>
    internal virtual FolderListing List(string folder) => FolderListing.Of(folder, ".policy");

    internal virtual TextFileReading Read(string path) => OpenText(path) is { } text ? new(null, text, null) : TextFile.Read(path);
}
