// Official texts in all usual forms: encodings, Word documents, and what is no text.
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Dsl.Batch.Drafting;
using Dsl.Loading.Documents;
using Dsl.Loading.Findings;
using Xunit;

namespace Dsl.Batch.Tests.Drafting;

public sealed class OfficialTextFileTests : IDisposable
{
    private const string Words = "某市某区若干措施\n一、支持内容\n1.支持创新。对企业一次性奖励20万元。";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public void 各种编码的文本(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        Assert.Equal(Words, Read("原文.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(Words)]).Text);
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0 }, "旧的 Word 格式")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0, 1 }, "PDF")]
    [InlineData(new byte[] { 1, 2, 0, 0xFF, 0xFE }, "不是文本文件")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 1, 2, 3 }, "不是 Word 文档")]
    public void 不是文字的文件(byte[] bytes, string reason)
    {
        var (text, finding) = Read("原文.docx", bytes);
        Assert.Null(text);
        Assert.Equal("DSL5901", finding?.Code);
        Assert.Contains(reason, finding?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void 没有这个文件() => Assert.Equal("DSL5001", OfficialTextFile.Read(Path.Combine(_folder.Path, "没有.txt")).Finding?.Code);

    [Fact]
    public void Word文档的段落和自动编号()
    {
        var text = Read("原文.docx", Document(
            Plain("某市某区若干措施"), Numbered("支持内容", 0), Numbered("支持创新。对企业一次性奖励20万元。", 1),
            Numbered("支持上市。", 1), Numbered("附则", 0),
            new Paragraph(new Run(new Text("甲")), new DeletedRun(new Run(new DeletedText("删"))), new InsertedRun(new Run(new Text("乙"))),
                new Run(new TabChar()), new Run(new Text("丙"))))).Text;
        Assert.Equal("某市某区若干措施\n一、支持内容\n1.支持创新。对企业一次性奖励20万元。\n2.支持上市。\n二、附则\n甲乙 丙\n", text);
    }

    [Fact]
    public void 从Word文档起草()
    {
        var path = _folder.Write("原文.docx", "");
        File.WriteAllBytes(path,
            Document(Plain("某市某区若干措施"), Numbered("支持内容", 0), Numbered("支持创新。对企业一次性奖励20万元。", 1)));
        var output = Path.Combine(_folder.Path, "出", "新.policy");
        var (draft, finding) = PolicyDraft.Make(new(path, output, Path.Combine(_folder.Path, "出", "schema", "企业.policy")));
        Assert.Null(finding);
        Assert.Null(draft?.Write());
        Assert.Contains("奖补 = 20万元", File.ReadAllText(output), StringComparison.Ordinal);
        Assert.DoesNotContain(Loading(output), static found => found.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
    }

    [Fact]
    public void 文本框里的段落_制表位_修订()
    {
        const string Body = """
            <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>外</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>内</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>
            <w:del><w:r><w:t>删</w:t></w:r></w:del><w:r><w:t>面</w:t><w:br/><w:t xml:space="preserve"> &lt;</w:t><w:noBreakHyphen/></w:r></w:p><w:p/>
            """;
        Assert.Equal("外面\n <-\n内\n\n", Read("原文.docx", Raw(Body)).Text);
    }

    [Theory]
    [InlineData("一片空白", "不合常理")]
    [InlineData("一段文字", "4 MB")]
    [InlineData("层层嵌套", "100 层")]
    [InlineData("实体", "已经损坏")]
    public void 胀破内存的Word文档不读(string kind, string words)
    {
        var bytes = Raw(kind switch
        {
            "一片空白" => string.Concat(Enumerable.Repeat(new string(' ', 1 << 20) + "<w:p/>", 80)),
            "一段文字" => $"<w:p><w:r><w:t>{new string('字', 2 << 20)}</w:t></w:r></w:p>",
            "层层嵌套" => string.Concat(Enumerable.Repeat("<w:ins>", 1_000_000)),
            _ => "<w:p/>",
        }, kind == "实体" ? "<!DOCTYPE a [<!ENTITY b \"bb\">]>" : "");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (text, finding) = Read("原文.docx", bytes);
        Assert.Null(text);
        Assert.Equal("DSL5901", finding?.Code);
        Assert.Contains(words, finding?.ToString(), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400_000_000);
    }

    [Fact]
    public void 改动任何一个字节_不崩溃_不读出别的文字()
    {
        var good = Document(Plain("某市某区若干措施"), Numbered("支持内容", 0), Numbered("支持创新。", 1));
        var expected = Read("原文.docx", good).Text;
        var random = new Random(20_240_630);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = (byte[])good.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            var (text, finding) = Read("原文.docx", i % 5 == 0 ? bytes[..random.Next(30, bytes.Length)] : bytes);
            Assert.True(text == expected || finding is not null, text);
        }
    }

    [Fact]
    public void 设有密码的Word文档() =>
        Assert.Contains("设有打开密码", Read("原文.docx", Excel.TestXls.Container("EncryptedPackage")).Finding?.ToString(),
            StringComparison.Ordinal);

    private static IEnumerable<Dsl.Syntax.Diagnostics.Diagnostic> Loading(string path) =>
        Dsl.Loading.Policies.PolicyLoader.Load([path]).Diagnostics;

    private (string? Text, DataFinding? Finding) Read(string name, byte[] bytes)
    {
        var path = _folder.Write(name, "");
        File.WriteAllBytes(path, bytes);
        return OfficialTextFile.Read(path);
    }

    /// <summary>A document whose paragraphs are spelled out.</summary>
    private static byte[] Raw(string body, string start = "")
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string xml)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
            Part("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                + $"Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Part("word/document.xml", $"{start}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:"
                + $"body>{body}</w:body></w:document>");
        }
        return stream.ToArray();
    }

    private static Paragraph Plain(string text) => new(new Run(new Text(text)));

    private static Paragraph Numbered(string text, int level) => new(
        new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = 1 })),
        new Run(new Text(text)));

    private static byte[] Document(params Paragraph[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(paragraphs));
            var numbering = main.AddNewPart<NumberingDefinitionsPart>();
            numbering.Numbering = new Numbering(
                new AbstractNum(
                    new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.ChineseCountingThousand },
                        new LevelText { Val = "%1、" })
                        { LevelIndex = 0 },
                    new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Decimal },
                        new LevelText { Val = "%2." })
                        { LevelIndex = 1 })
                        { AbstractNumberId = 0 },
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });
        }
        return stream.ToArray();
    }
}
