// DST.rejected.csv: one line per bad cell, with file, line, column, value, code and reason. The file appears only where a row was rejected.
using System.Globalization;
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Results;

internal sealed class RejectedCsv(AtomicOutput output, string path, bool isRaw) : IRejectedOutput
{
    private static readonly string[] Columns = ["文件", "行号", "列", "值", "代码", "原因"];

    private readonly StringBuilder _line = new();
    private Stream? _stream;

    /// <summary>What every such file begins with.</summary>
    public static string Head => string.Join(',', Columns);

    public long RowCount { get; private set; }

    public void Add(IReadOnlyList<DataFinding> row)
    {
        foreach (var finding in row)
            Add(CellsOf(finding));
        RowCount++;
    }

    public void Add(string[] cells)
    {
        if (_stream is null)
        {
            _stream = output.Create(path);
            _line.AppendRow(Columns);
        }
        _line.AppendRow(cells, isRaw);
        _stream.Write(Encoding.UTF8.GetBytes(_line.ToString()));
        _line.Clear();
    }

    /// <summary>The cells of the line for a finding.</summary>
    public static string[] CellsOf(DataFinding finding) =>
    [
        finding.Place.File, finding.Place.Row?.ToString(CultureInfo.InvariantCulture) ?? "", finding.Place.Column ?? "",
        finding.Place.Value ?? "", finding.Problem.Rule.Code, finding.Problem.Message + finding.Problem.Remedy,
    ];
}
