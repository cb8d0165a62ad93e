// What DuckDB reports when it cannot do something. It leaves this folder only as a finding, or as the input or output error that it is.
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

/// <summary>A statement failed. An input or output error, so that who reads or writes files through DuckDB need not know DuckDB.</summary>
/// <param name="kind">Its kind, where DuckDB reports one.</param>
/// <param name="original">DuckDB's own words, in English.</param>
internal sealed class DuckDbException(DuckDBErrorType kind, string original) : IOException(Words(kind, FirstLine(original)))
{
    // Parts of messages, as DuckDB 1.4 and later word them, and what they mean; the first that is found counts.
    private static readonly (string Part, string Meaning)[] Meanings =
    [
        ("set lock on file", "文件正被另一个程序使用，读不了也写不了；等它结束，或关闭它"),
        ("database file version", "文件是另一个版本的 DuckDB 写的，这个版本读不了；请用原来的版本另存"),
        ("with version number", "文件是另一个版本的 DuckDB 写的，这个版本读不了；请用原来的版本另存"),
        ("storage version", "文件是另一个版本的 DuckDB 写的，这个版本读不了；请用原来的版本另存"),
        ("not a valid DuckDB database file", "不是 DuckDB 数据库文件"),
        ("encrypt", "文件是加密的"), ("Encrypt", "文件是加密的"),
        ("checksum", "内容与校验值不符，文件已损坏"), ("Corrupt", "文件已损坏"), ("corrupt", "文件已损坏"),
        ("No space left", "磁盘已满"), ("ermission denied", "没有权限"), ("Read-only file system", "磁盘是只读的"),
        ("read-only mode", "文件只能读取，不能写入"),
        ("Too many open files", "打开的文件太多"), ("Is a directory", "它是一个文件夹"), ("No such file", "找不到文件或文件夹"),
        ("Not a directory", "路径中有一段不是文件夹"),
        ("Disk quota", "超过了磁盘配额"), ("File too large", "文件超过了磁盘允许的大小"),
        ("pending query result", "读到一半，后面的内容无法读取"), ("does not exist", "没有要找的内容"),
        ("already exists", "同名的内容已经存在"),
        ("Could not read", "读取时出错，文件可能不完整"), ("Could not write", "写入时出错"), ("out of range", "数值超出列的范围"),
        ("magic bytes", "不是 Parquet 文件，或者不完整"),
    ];

    /// <summary>Its kind; <see cref="DuckDBErrorType.Invalid"/> where DuckDB reports none.</summary>
    public DuckDBErrorType Kind { get; } = kind;

    /// <summary>Whether another program holds the file.</summary>
    public bool IsLocked { get; } = original.Contains("set lock on file", StringComparison.Ordinal);

    private static string Words(DuckDBErrorType kind, string original)
    {
        var meaning = Array.Find(Meanings, known => original.Contains(known.Part, StringComparison.Ordinal)).Meaning ?? kind switch
        {
            DuckDBErrorType.OutOfMemory => "内存不足",
            DuckDBErrorType.Io => "读写文件时出错",
            DuckDBErrorType.Interrupt => "已中断",
            DuckDBErrorType.Catalog => "没有要找的内容",
            _ => "内容无法读取",
        };
        // Where reading breaks off in the middle, DuckDB's words are about its own state.
        return meaning.StartsWith("读到一半", StringComparison.Ordinal) ? meaning : $"{meaning}（DuckDB 原文：{original}）";
    }

    /// <summary>Behind the first line DuckDB draws the statement, which users never wrote.</summary>
    private static string FirstLine(string message) =>
        (message.AsSpan().Trim().IndexOf('\n') is >= 0 and var end ? message.Trim()[..end].Trim() : message.Trim()).TrimEnd('.');
}
