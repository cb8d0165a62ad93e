// Which output a destination names.
using Dsl.Data.DuckDb;
using Dsl.Data.Excel;
using Dsl.Data.Outputs;
using Dsl.Data.Postgres;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Results;

/// <summary>Opens outputs.</summary>
internal static class ResultOutputs
{
    /// <summary>The table of a program's results.</summary>
    public static ResultTable Table(OutputForm form, IrProgram program) =>
        form == OutputForm.Wide ? new WideTable(program) : new LongTable(program);

    /// <summary>Opens the output that DST names; the finding says why that is impossible.</summary>
    /// <param name="destination">DST.</param>
    /// <param name="form">The form of the results.</param>
    /// <param name="program">The policies.</param>
    /// <param name="output">The files of the run.</param>
    /// <param name="hasByteOrderMark">Whether CSV begins with a byte order mark.</param>
    /// <param name="isRaw">Whether cells of CSV are written as they are, whatever a spreadsheet makes of them.</param>
    public static (ResultOutput? Output, DataFinding? Finding) Open(
        string destination, OutputForm form, IrProgram program, AtomicOutput output, bool hasByteOrderMark, bool isRaw)
    {
        if (DuckDbSource.Parse(destination) is { } target)
            return DuckDbOutput.Open(target, Table(form, program), output);
        if (PostgresAddress.IsAddress(destination))
            return PostgresOutput.Open(destination, Table(form, program));
        if (ExcelAddress.IsWorkbook(destination))
            return XlsxOutput.Open(destination, Table(form, program), output);
        return (new TextOutput(ResultFormat.Create(form, program, isRaw), output.Create(destination),
            hasByteOrderMark && form != OutputForm.Json),
            null);
    }
}
