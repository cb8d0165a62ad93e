// A file that cannot be written, reported under its final name.
namespace Dsl.Loading.Files;

/// <summary>A failure of a file that is written.</summary>
/// <param name="path">The file under the name that it was to have.</param>
/// <param name="inner">What happened.</param>
public sealed class OutputException(string path, Exception inner) : IOException(inner.Message, inner)
{
    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Does something with an output; what the system refuses gets the name of the output.</summary>
    public static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        // Where a file may not grow further (4 GB on FAT32, a quota), the runtime throws ArgumentOutOfRangeException.
        catch (ArgumentOutOfRangeException error)
        {
            throw new OutputException(path, new IOException(error.Message, error));
        }
        catch (Exception error) when (error is (IOException or UnauthorizedAccessException) and not OutputException)
        {
            throw new OutputException(path, error);
        }
    }
}
