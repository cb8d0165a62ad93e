// Results on their way into a table of any kind.
using System.Text;
using Dsl.Ir.Results;
using Dsl.Values.Quantities;

namespace Dsl.Data.Outputs;

/// <summary>Rows of cells.</summary>
internal sealed class CellRows(ResultTable table) : ResultBlock
{
    /// <summary>The rows, in order.</summary>
    public List<string[]> Rows { get; } = [];

    /// <inheritdoc/>
    public override void Add(ResultBatch results) => table.Write(results, new Writer(Rows, table.Columns.Length));

    /// <inheritdoc/>
    public override void Add(string[] row) => Rows.Add(row);

    private sealed class Writer(List<string[]> rows, int columns) : CellWriter
    {
        private string[] _row = new string[columns];
        private int _at;
        private string _key = "";

        public override void Begin(string key) => _key = key;

        public override void AddKey() => _row[_at++] = _key;

        public override void Add(CellText text) => _row[_at++] = text.Text;

        public override void Add(string text) => _row[_at++] = text;

        public override void Add(Int128 fen)
        {
            Span<byte> bytes = stackalloc byte[QuantityFormat.LongestLedger];
            _row[_at++] = Encoding.ASCII.GetString(bytes[..QuantityFormat.Ledger(fen, bytes)]);
        }

        public override void EndRow()
        {
            rows.Add(_row);
            (_row, _at) = (new string[columns], 0);
            RowCount++;
        }
    }
}
