// The files that stand beside a result: the manifest, and the rows that were not read.
using Dsl.Data.Postgres;

namespace Dsl.Data;

/// <summary>Names of files beside a result.</summary>
public static class SideFiles
{
    private const string RejectedSuffix = ".rejected.csv";

    /// <summary>The manifest of a result.</summary>
    public static string Manifest(string result) => PathBeside(result) + ".manifest.json";

    /// <summary>The rows that were not read.</summary>
    public static string Rejected(string result) => PathBeside(result) + RejectedSuffix;

    /// <summary>Whether a file has the name of one with rows that were not read.</summary>
    public static bool IsRejected(string path) => path.EndsWith(RejectedSuffix, StringComparison.Ordinal);

    /// <summary>
    /// The path that the names of manifest and rejected rows begin with: DST, or the name of the table in the current folder.
    /// </summary>
    private static string PathBeside(string destination) =>
        PostgresAddress.IsAddress(destination) && PostgresAddress.Parse(destination).Address is { } address
            ? string.Concat(address.Table.Select(static letter => Path.GetInvalidFileNameChars().Contains(letter) ? '_' : letter))
            : destination;
}
