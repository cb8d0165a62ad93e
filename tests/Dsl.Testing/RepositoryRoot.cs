// Where the checkout is: tests read policies and cases from it, not from copies in the output folder.
namespace Dsl.Testing;

/// <summary>Paths of the checkout.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds Dsl.sln.</summary>
    public static string Path { get; } = Find();

    /// <summary>A path below the root.</summary>
    public static string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "Dsl.sln")))
                return folder;
        }
        throw new InvalidOperationException("Dsl.sln not found above " + AppContext.BaseDirectory);
    }
}
