// What the system says when a file cannot be read or written, in the words of users.
namespace Dsl.Runtime.Loading;

/// <summary>Words for failures of files.</summary>
public static class FileFailure
{
    // Linux and macOS tell ENOSPC, Windows ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.
    private static readonly int[] DiskFull = [28, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>A sentence, with its full stop.</summary>
    /// <param name="error">An <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
    public static string Words(Exception error) => error switch
    {
        IOException when DiskFull.Contains(error.HResult) => "磁盘已满。",
        IOException { InnerException: ArgumentOutOfRangeException } => "文件超过了磁盘或配额允许的大小。",
        UnauthorizedAccessException => "没有权限，或者它是一个文件夹。",
        PathTooLongException => "路径太长。",
        FileNotFoundException or DirectoryNotFoundException => "找不到文件或文件夹。",
        // Whatever else: the system's own words.
        _ => $"{error.Message.TrimEnd('.')}。",
    };
}
