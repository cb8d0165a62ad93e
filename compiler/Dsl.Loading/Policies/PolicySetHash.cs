// One hash for a set of policies: what it is known by in runs in partitions and in the service.
using System.Security.Cryptography;
using System.Text;
using Dsl.Loading.Files;
using Dsl.Syntax.Text;

namespace Dsl.Loading.Policies;

/// <summary>Hashes sets of policies.</summary>
public static class PolicySetHash
{
    /// <summary>
    /// SHA-256 over the names (below the folder that all files share) and contents of the files, in lower-case hexadecimal: the same
    /// wherever the folder stands.
    /// </summary>
    public static string Of(IReadOnlyList<InputFile> files)
    {
        var root = PathText.SharedFolder([.. files.Select(static file => file.Path)]);
        var lines = files.Select(file => $"{file.Path[root.Length..]}\0{file.Sha256}\n").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
