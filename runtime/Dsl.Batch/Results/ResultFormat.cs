// The forms of results that are text. A form turns some subjects into text; blocks of texts are joined in order.
using System.Buffers;
using System.Text;
using Dsl.Data.Outputs;
using Dsl.Facts.Results;
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

/// <summary>The text of some subjects, in UTF-8. For one thread at a time.</summary>
internal abstract class TextOfResults
{
    /// <summary>What was written.</summary>
    public abstract ReadOnlySpan<byte> Written { get; }

    /// <summary>How many rows (or JSON results) that is.</summary>
    public abstract long RowCount { get; }

    /// <summary>Adds subjects.</summary>
    public abstract void Add(ResultBatch results);

    /// <summary>Adds a row of cells, where the form has such rows.</summary>
    public virtual void Add(string[] row) => throw new InvalidOperationException("JSON is not made of rows of cells.");

    /// <summary>Begins anew.</summary>
    public abstract void Clear();
}

/// <summary>Makes texts. Holds no state: safe on several threads.</summary>
internal abstract class ResultFormat
{
    /// <summary>What stands before the first result.</summary>
    public abstract string Head { get; }

    /// <summary>What stands between two texts.</summary>
    public virtual string Separator => "";

    /// <summary>What stands after the last result.</summary>
    public virtual string Tail => "";

    /// <summary>A text without subjects.</summary>
    public abstract TextOfResults NewText();

    /// <summary>The form for a program.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="isRaw">Whether cells of CSV are written as they are, whatever a spreadsheet makes of them.</param>
    public static ResultFormat Create(OutputForm form, IrProgram program, bool isRaw) =>
        form == OutputForm.Json ? new JsonResults() : new CsvResults(ResultOutputs.Table(form, program), isRaw);

    private sealed class CsvResults(ResultTable table, bool isRaw) : ResultFormat
    {
        public override string Head { get; } =
            new StringBuilder().AppendRow(table.Columns.Select(static column => column.Name), isRaw).ToString();

        public override TextOfResults NewText() => new Csv(table, new(isRaw));
    }

    private sealed class Csv(ResultTable table, CsvWriter writer) : TextOfResults
    {
        public override ReadOnlySpan<byte> Written => writer.Written;

        public override long RowCount => writer.RowCount;

        public override void Add(ResultBatch results) => table.Write(results, writer);

        public override void Add(string[] row) => writer.Add(row);

        public override void Clear() => writer.Clear();
    }

    private sealed class JsonResults : ResultFormat
    {
        public override string Head => "[\n";

        public override string Separator => Json.Between;

        public override string Tail => "\n]\n";

        public override TextOfResults NewText() => new Json();
    }

    private sealed class Json : TextOfResults
    {
        public const string Between = ",\n";

        private readonly ArrayBufferWriter<byte> _bytes = new();
        private long _count;

        public override ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

        public override long RowCount => _count;

        public override void Add(ResultBatch results)
        {
            for (var i = 0; i < results.Facts.Length; i++)
            {
                if (_count++ > 0)
                    Encoding.UTF8.GetBytes(Between, _bytes);
                Encoding.UTF8.GetBytes(ResultJson.WriteLine(results.ResultOf(i)), _bytes);
            }
        }

        public override void Clear()
        {
            _bytes.ResetWrittenCount();
            _count = 0;
        }
    }
}
