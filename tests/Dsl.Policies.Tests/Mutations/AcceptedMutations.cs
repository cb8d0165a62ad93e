// The changes that may go unnoticed, each with the reason why nothing can notice it.
using Dsl.Testing;

namespace Dsl.Policies.Tests.Mutations;

/// <summary>Reads 接受的改动.csv: 文件|改动|理由.</summary>
internal static class AcceptedMutations
{
    /// <summary>The accepted changes of a file, by name, with the reason.</summary>
    /// <param name="path">Relative to the repository.</param>
    public static Dictionary<string, string> Of(string path) =>
        File.ReadLines(RepositoryRoot.Combine("tests", "Dsl.Policies.Tests", "Mutations", "接受的改动.csv"))
            .Skip(1)
            .Select(static line => line.Split('|'))
            .Where(cells => cells[0] == path)
            .ToDictionary(static cells => cells[1], static cells => cells[2], StringComparer.Ordinal);
}
