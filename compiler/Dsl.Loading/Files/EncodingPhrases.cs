// Why a file is no text that can be read, as rules about texts and tables quote it.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Loading.Files;

/// <summary>Clauses over places (<see cref="BytePlace"/>), without a full stop.</summary>
public static class EncodingPhrases
{
    public static readonly DiagnosticPhrase HiddenGbk = new("{0}起像是 GBK 编码，其余是 UTF-8");

    public static readonly DiagnosticPhrase CutOff = new("{0}起不是完整的字，文件可能被截断");

    public static readonly DiagnosticPhrase MarkedOtherwise =
        new("文件开头是 UTF-8 的标记（BOM），{0}起却不是 UTF-8，可能有一部分是 GBK 编码");

    public static readonly DiagnosticPhrase Mixed = new("前后编码不一致：第 {0} 行是 UTF-8，{1}起却不是，可能是 GBK 编码");

    public static readonly DiagnosticPhrase PerhapsGbk = new("{0}起无法识别，可能是 GBK 编码");

    public static readonly DiagnosticPhrase PerhapsPartlyGbk = new("{0}起无法识别，可能有一部分是 GBK 编码");

    public static readonly DiagnosticPhrase Neither = new("编码既不是 UTF-8（{0}起），也不是 GB18030（GBK）（{1}起）");

    /// <summary>The bytes have the form of GB18030, but stand for no characters: no single place is to blame.</summary>
    public static readonly DiagnosticPhrase NeitherAsWhole = new("编码既不是 UTF-8，也不是 GB18030（GBK）");

    public static readonly DiagnosticPhrase Utf16 = new("是 UTF-16 编码");

    public static readonly DiagnosticPhrase Utf16WithoutMark = new("含有 NUL 字节，像是没有标记的 UTF-16 编码");

    public static readonly DiagnosticPhrase Binary = new("含有 NUL 字节等二进制内容，不是文本");
}
