// Findings about official texts that are drafted from.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Loading.Documents;

/// <summary>DSL59xx: official texts.</summary>
public static class DraftDiagnostics
{
    /// <summary>The file is no text.</summary>
    public static readonly DiagnosticRule NotReadable =
        new("DSL5901", Severity.Error, "无法读取“{0}”的文字：{1}。",
            "请用 Word 或 WPS 打开，另存为 .docx 或纯文本（.txt，UTF-8）；扫描件要先做文字识别。");

    /// <summary>The text is no official document.</summary>
    public static readonly DiagnosticRule NotDocument =
        new("DSL5902", Severity.Error,
            "“{0}”不像一份政策文件：没有文号，没有「一、」「（一）」「1.」「第一条」这样的编号，也没有找到奖补、目标等内容。",
            "请检查是否选错了文件，或者文件是不是空的；网页请把正文复制出来另存为 .txt。");

    /// <summary>A file of the draft is there already.</summary>
    public static readonly DiagnosticRule Exists =
        new("DSL5903", Severity.Error, "文件“{0}”已经存在。",
            "起草不会覆盖已有的文件：请用 --output、--schema 换一个文件名，或者先把它移走。");
}
