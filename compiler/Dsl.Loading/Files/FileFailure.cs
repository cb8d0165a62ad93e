// What the system says when a file cannot be read or written, in the words of users.
namespace Dsl.Loading.Files;

/// <summary>Words for failures of files.</summary>
public static class FileFailure
{
    private const int WindowsError = unchecked((int)0x80070000);

    // By number of the system: Linux and macOS where they agree, then Windows.
    private static readonly Dictionary<int, string> ByNumber = new()
    {
        [28] = "磁盘已满", [WindowsError | 39] = "磁盘已满", [WindowsError | 112] = "磁盘已满",
        [27] = "文件超过了磁盘或配额允许的大小", [122] = "磁盘配额已用完", [5] = "磁盘读写出错", [30] = "磁盘是只读的",
        [19] = "没有这个设备", [6] = "没有这个设备",
        [40] = "链接绕回了自己", [62] = "链接绕回了自己", [36] = "路径太长", [63] = "路径太长", [20] = "路径的中间有一段是文件，不是文件夹",
        [21] = "它是一个文件夹，不是文件",
        [16] = "文件正在使用", [26] = "文件正在运行", [23] = "系统打开的文件太多", [24] = "打开的文件太多", [32] = "对方已经关闭",
        [9] = "已经关闭",
        [13] = "没有权限", [1] = "没有权限", [2] = "找不到文件或文件夹", [17] = "同名的文件已经存在", [18] = "不在同一个磁盘上",
        [22] = "系统不接受这个操作",
        [11] = "另一个程序正在使用这个文件", [35] = "另一个程序正在使用这个文件", [116] = "网络磁盘上的文件已经不在",
        [110] = "网络磁盘没有回应",
        [WindowsError | 32] = "另一个程序正在使用这个文件", [WindowsError | 33] = "另一个程序正在使用这个文件",
        [WindowsError | 123] = "路径里有不能用的字符",
    };

    /// <summary>A sentence, with its full stop, followed by the message of the system.</summary>
    /// <param name="error">An <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
    public static string Words(Exception error) => error switch
    {
        FileWordsException => error.Message,
        OutputException or InputException when error is { InnerException: { } cause } => Words(cause),
        IOException { InnerException: ArgumentOutOfRangeException } => "文件超过了磁盘或配额允许的大小。",
        UnauthorizedAccessException => With("没有权限，或者它是一个文件夹", error),
        PathTooLongException => With("路径太长", error),
        FileNotFoundException or DirectoryNotFoundException => "找不到文件或文件夹。",
        _ when ByNumber.TryGetValue(error.HResult, out var words) => With(words, error),
        // Databases have words of their own, and no numbers.
        _ when error.Message.Contains("CHECKPOINT", StringComparison.Ordinal) => With("没有写完，多半是磁盘已满", error),
        _ when error.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase) => With("磁盘已满", error),
        _ when error.Message.Any(static character => character >= 0x4E00) => $"{error.Message.TrimEnd('.', '。')}。",
        _ => With("系统报告了错误", error),
    };

    /// <summary>The system's own words without the path, which stands in the message already.</summary>
    private static string With(string words, Exception error)
    {
        var original = error.Message.ReplaceLineEndings(" ").Trim();
        if (original.IndexOf(" : '", StringComparison.Ordinal) is > 0 and var end)
            original = original[..end];
        return original.Length == 0 ? words + "。" : $"{words}（系统：{original.TrimEnd('.')}）。";
    }
}
