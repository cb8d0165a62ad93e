// Coverage for programs.
using System.Text.Json;
using Dsl.Semantics.Coverage;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Cli.Output.Coverage;

/// <summary>Writes coverage as JSON. Lines count from 1; places are UTF-16 units from the start of the file.</summary>
internal static class CoverageJson
{
    private const int FormatVersion = 1;

    /// <summary>Writes all documents.</summary>
    public static void Write(TextWriter output, CoverageReport report) => JsonText.Write(output, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("格式版本", FormatVersion);
        writer.WriteStartArray("政策");
        foreach (var coverage in report.Policies)
            Write(writer, coverage);
        writer.WriteEndArray();
        writer.WriteStartArray("没有原文");
        foreach (var number in report.WithoutSource)
            writer.WriteStringValue(number);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, SourceCoverage coverage)
    {
        writer.WriteStartObject();
        writer.WriteString("文号", coverage.Policy.Number);
        writer.WriteString("标题", coverage.Policy.Title);
        writer.WriteString("原文", coverage.Source.Path);
        writer.WriteStartObject("句");
        foreach (var share in Enum.GetValues<QuotedShare>())
            writer.WriteNumber(CoverageReport.Word(share), coverage.Sentences.Count(part => part.Share == share));
        writer.WriteEndObject();
        writer.WriteStartObject("数");
        foreach (var use in Enum.GetValues<FigureUse>())
            writer.WriteNumber(CoverageReport.Word(use), coverage.Figures.Count(figure => figure.Use == use));
        writer.WriteEndObject();
        writer.WriteStartArray("各句");
        foreach (var part in coverage.Parts)
        {
            writer.WriteStartObject();
            WritePlace(writer, coverage, part.Span);
            writer.WriteString("类别", CoverageReport.Word(part.Role));
            writer.WriteString("引用", CoverageReport.Word(part.Share));
            writer.WriteStartArray("条款");
            foreach (var block in part.Blocks)
                writer.WriteStringValue(BlockNames.NameOf(block));
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("各数");
        foreach (var figure in coverage.Figures)
        {
            writer.WriteStartObject();
            WritePlace(writer, coverage, figure.Span);
            writer.WriteString("使用", CoverageReport.Word(figure.Use));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter writer, SourceCoverage coverage, TextSpan span)
    {
        writer.WriteNumber("行", CoverageReport.LineOf(coverage, span.Start));
        writer.WriteNumber("起", span.Start);
        writer.WriteNumber("止", span.End);
        writer.WriteString("文字", coverage.Source[span]);
    }
}
