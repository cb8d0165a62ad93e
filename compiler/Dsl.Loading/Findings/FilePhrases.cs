// What is wrong with a path or a file that is read, as the rules of FileDiagnostics quote it.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Loading.Findings;

/// <summary>Sentences, each with its full stop.</summary>
public static class FilePhrases
{
    public static readonly DiagnosticPhrase Changed = new("文件在读取时被改动了。");

    public static readonly DiagnosticPhrase BrokenLink = new("它是一个链接，指向的文件不存在，或者绕回了自己。");

    public static readonly DiagnosticPhrase Folder = new("它是一个文件夹，不是文件。");

    public static readonly DiagnosticPhrase Device = new("它是一个设备，不是普通文件。");

    public static readonly DiagnosticPhrase Pipe = new("它是一个管道，不是普通文件。");

    public static readonly DiagnosticPhrase Socket = new("它是一个套接字，不是普通文件。");

    public static readonly DiagnosticPhrase TooManyFolders = new("里面的文件夹超过了 {0} 个，没有读完。");

    public static readonly DiagnosticPhrase FolderHeld = new("另一个程序一直占用着这个文件夹。");
}
