// What is wrong with a document or workbook, as the rules about official texts and about Excel quote it.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Loading.Documents;

/// <summary>Clauses without a full stop: what the file is instead, or what of it is damaged.</summary>
public static class DocumentPhrases
{
    public static readonly DiagnosticPhrase WithPassword = new("设有打开密码");

    public static readonly DiagnosticPhrase OldWord = new("是旧的 Word 格式（.doc、.wps）");

    public static readonly DiagnosticPhrase OldSlides = new("是旧的演示文稿（.ppt）");

    public static readonly DiagnosticPhrase NoWorkbook = new("里面没有工作簿");

    public static readonly DiagnosticPhrase Pdf = new("是 PDF 文件");

    public static readonly DiagnosticPhrase NoText = new("不是文本文件");

    public static readonly DiagnosticPhrase NoWord = new("不是 Word 文档，或者已经损坏");

    public static readonly DiagnosticPhrase Damaged = new("文件已损坏，{0}");

    public static readonly DiagnosticPhrase NumberingLost = new("正文与自动编号的联系断了");

    public static readonly DiagnosticPhrase TooManyLetters = new("文字超过 {0} 个");

    public static readonly DiagnosticPhrase TooManyParts = new("压缩包里的文件超过 {0} 个");

    public static readonly DiagnosticPhrase PartTwice = new("部分 {0} 有两份");

    public static readonly DiagnosticPhrase PartMissing = new("缺少部分 {0}");

    public static readonly DiagnosticPhrase TooDeep = new("有一处套了 {0} 层以上");

    public static readonly DiagnosticPhrase PartChanged = new("部分 {0} 的内容与校验值不符");

    public static readonly DiagnosticPhrase PartTooLarge =
        new("部分 {0} 展开后大得不合常理（超过 {1} MB，压缩前后相差 {2} 倍以上或超过了上限），没有再读下去");

    public static readonly DiagnosticPhrase TokenTooLong = new("部分 {0} 里有一处超过 {1} MB 的文字或标记，没有再读下去");
}
