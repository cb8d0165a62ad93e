// Files that are made from facts kept once (tables of the code): checked in, and compared here with what the facts make today.
using Xunit;

namespace Dsl.Testing;

/// <summary>Compares a checked-in file with what it is generated from; POLICY_ACCEPT=1 writes it.</summary>
public static class GeneratedFile
{
    /// <summary>Fails unless the file has the content; writes it in write mode.</summary>
    /// <param name="path">The path below the root of the checkout.</param>
    /// <param name="content">What the facts make.</param>
    public static void Check(string path, string content)
    {
        content = content.ReplaceLineEndings("\n");
        var full = RepositoryRoot.Combine(path.Split('/'));
        if (Environment.GetEnvironmentVariable("POLICY_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? RepositoryRoot.Path);
            File.WriteAllText(full, content);
            return;
        }
        var found = File.Exists(full) ? File.ReadAllText(full).ReplaceLineEndings("\n") : "";
        Assert.True(found == content,
            $"{path} is not what the code makes of it; write it with POLICY_ACCEPT=1 ./test and the name of this test");
    }
}
