// The forms in which a batch writes results. A form turns one subject into text; blocks of texts are joined in order.
using System.Text;
using System.Text.Json;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;

namespace Dsl.Runtime.Results;

/// <summary>The forms of a batch's output.</summary>
public enum OutputForm
{
    /// <summary>CSV, one row per subject, clause and detail row.</summary>
    Long,

    /// <summary>CSV, one row per subject.</summary>
    Wide,

    /// <summary>A JSON array of results.</summary>
    Json,
}

/// <summary>Turns results into text. Holds no state: safe on several threads.</summary>
internal abstract class ResultFormat
{
    /// <summary>What stands before the first result.</summary>
    public abstract string Head { get; }

    /// <summary>What stands between the texts of two subjects.</summary>
    public virtual string Separator => "";

    /// <summary>What stands behind the last result.</summary>
    public virtual string Tail => "";

    /// <summary>Whether a column holds amounts in yuan.</summary>
    public virtual bool IsAmount(string column) => false;

    /// <summary>Appends the text of one subject; returns the number of rows written.</summary>
    public abstract int Append(StringBuilder text, SubjectFacts facts, SubjectResult result);

    /// <summary>The form for a program.</summary>
    public static ResultFormat Create(OutputForm form, IrProgram program) => form switch
    {
        OutputForm.Wide => new WideCsv(program),
        OutputForm.Json => new JsonResults(),
        _ => new LongCsv(program),
    };

    /// <summary>The paying levels of a program: 市级 and 区级 first, then others in the order of the clauses.</summary>
    protected static string[] LevelsOf(IrProgram program) =>
    [
        .. program.Policies.SelectMany(static policy => policy.Clauses).SelectMany(static clause => clause.Shares).Select(static share => share.Level)
            .Where(static level => level.Length > 0).Prepend("区级").Prepend("市级").Distinct(),
    ];

    /// <summary>The header of the key column: the key of the only kind of subject, else of 企业 or the first kind.</summary>
    protected static string KeyHeader(IrProgram program) =>
        (program.Schema.FindSubject("企业") ?? program.Schema.Subjects.FirstOrDefault())?.Key.Name ?? "主键";

    private sealed class JsonResults : ResultFormat
    {
        public override string Head => "[\n";

        public override string Separator => ",\n";

        public override string Tail => "\n]\n";

        public override int Append(StringBuilder text, SubjectFacts facts, SubjectResult result)
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ResultJson.Readable }))
                ResultJson.Write(json, result);
            text.Append(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
            return 1;
        }
    }
}
