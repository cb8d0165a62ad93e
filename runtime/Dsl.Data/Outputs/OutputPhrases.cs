// Why nothing can be written to a path, as the rule about files that cannot be written quotes it.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Data.Outputs;

/// <summary>Sentences, each with its full stop.</summary>
public static class OutputPhrases
{
    public static readonly DiagnosticPhrase NoFileName = new("没有写文件名。");

    public static readonly DiagnosticPhrase NoFolderName = new("没有写文件夹名。");

    public static readonly DiagnosticPhrase EndsInSeparator = new("它以斜杠结尾，是一个文件夹，不是文件。");

    /// <summary>A part of the path.</summary>
    public static readonly DiagnosticPhrase FileAsFolder = new("“{0}”是一个文件，不是文件夹。");

    /// <summary>The path itself.</summary>
    public static readonly DiagnosticPhrase IsFile = new("它是一个文件，不是文件夹。");

    public static readonly DiagnosticPhrase LinkToOther = new("它是一个链接，指向的不是可以替换的文件。");

    public static readonly DiagnosticPhrase ChangedDuringRun = new("另一个程序在这次运行期间改动了它，这次的结果没有写进去，请重新运行。");

    public static readonly DiagnosticPhrase ChangedAfterReading = new("文件在读取之后被改动了。");

    public static readonly DiagnosticPhrase DatabaseInUse = new("另一个程序正在使用这个数据库。");
}
