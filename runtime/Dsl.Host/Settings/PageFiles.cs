// Where the pages lie that Vite built; a service without them answers its interface all the same.
namespace Dsl.Host.Settings;

/// <summary>The files of the pages.</summary>
internal sealed class PageFiles
{
    private const string DocumentName = "index.html";

    /// <summary>Looks for the pages: as settings say, else beside the program.</summary>
    public PageFiles(HostSettings settings)
    {
        var folder = Path.GetFullPath(settings.Pages ?? Path.Combine(AppContext.BaseDirectory, "pages"));
        if (!AreIn(folder))
            return;
        Document = Path.Combine(folder, DocumentName);
        Assets = Path.Combine(folder, "assets");
    }

    /// <summary>The document that all pages share; null where there are none.</summary>
    public string? Document { get; }

    /// <summary>The folder of scripts, styles and pictures; null where there are none.</summary>
    public string? Assets { get; }

    /// <summary>Whether a folder holds pages.</summary>
    public static bool AreIn(string folder) => folder.Length > 0 && File.Exists(Path.Combine(folder, DocumentName));
}
