// The sheet of what waits for 核定 as a workbook, made of the CSV that a run wrote.
using Dsl.Batch.Registries;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Results;

/// <summary>Writes workbooks.</summary>
public static class ApprovalWorkbook
{
    private const int RowsAtOnce = 512;

    /// <summary>Writes a workbook, which appears whole; or says why it cannot hold the rows.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static DataFinding? Write(AwaitedSheet sheet, string path)
    {
        using var files = new AtomicOutput();
        using (var output = ApprovalOutput.Open(path, files, hasByteOrderMark: false, isRaw: false))
        {
            foreach (var rows in sheet.Rows.Select(ApprovalSheet.Cells).Chunk(RowsAtOnce))
                output.Write(rows);
            if (output.Finish() is { } fatal)
                return fatal;
        }
        files.Commit();
        return null;
    }
}
