// The forms of results that are text. A form turns one subject into text; blocks of texts are joined in order.
using System.Text;
using Dsl.Data.Outputs;
using Dsl.Facts.Results;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;

namespace Dsl.Batch.Results;

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

    /// <summary>What stands after the last result.</summary>
    public virtual string Tail => "";

    /// <summary>Whether a column holds amounts in yuan.</summary>
    public virtual bool IsAmount(string column) => false;

    /// <summary>Appends the text of one subject; returns the number of rows written.</summary>
    public abstract int Append(StringBuilder text, SubjectFacts facts, SubjectResult result);

    /// <summary>Appends a row of cells, where the form has such rows.</summary>
    public virtual void Append(StringBuilder text, string[] row) =>
        throw new InvalidOperationException("JSON is not made of rows of cells.");

    /// <summary>The form for a program.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="isRaw">Whether cells of CSV are written as they are, whatever a spreadsheet makes of them.</param>
    public static ResultFormat Create(OutputForm form, IrProgram program, bool isRaw) =>
        form == OutputForm.Json ? new JsonResults() : new CsvResults(ResultOutputs.Table(form, program), isRaw);

    private sealed class CsvResults(ResultTable table, bool isRaw) : ResultFormat
    {
        public override string Head { get; } =
            new StringBuilder().AppendRow(table.Columns.Select(static column => column.Name), isRaw).ToString();

        public override int Append(StringBuilder text, SubjectFacts facts, SubjectResult result)
        {
            var count = 0;
            foreach (var row in table.Rows(facts, result))
            {
                Append(text, row);
                count++;
            }
            return count;
        }

        public override void Append(StringBuilder text, string[] row) => text.AppendRow(row, isRaw);
    }

    private sealed class JsonResults : ResultFormat
    {
        public override string Head => "[\n";

        public override string Separator => ",\n";

        public override string Tail => "\n]\n";

        public override int Append(StringBuilder text, SubjectFacts facts, SubjectResult result)
        {
            text.Append(ResultJson.WriteLine(result));
            return 1;
        }
    }
}
