// A sheet of a workbook as a table: 数据.xlsx is its first sheet, 数据.xlsx#企业 one of its sheets.
using System.Collections.Immutable;
using Dsl.Data.Tables;
using Dsl.Facts.Tables;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Data.Excel;

/// <summary>A sheet that can be read.</summary>
internal sealed class ExcelSource : ITableSource
{
    /// <summary>Excel workbooks. Nothing here loads the libraries: that is done where a workbook is opened.</summary>
    public static readonly TableFormat Format =
        new("Excel 工作簿（.xlsx、.xls）", static source => ExcelAddress.Parse(source) is not null, OpenSource)
        {
            TableName = static source =>
                ExcelAddress.Parse(source) is { Sheet: { } sheet } ? sheet : Path.GetFileNameWithoutExtension(source),
            Tables = static (source, names, given) =>
                ExcelAddress.Parse(source) is { Sheet: null, Path: var path } ? SheetChoice.Named(path, names, given) : null,
            HasDefaultTable = true,
            Resolve = static (source, table, names) =>
                ExcelAddress.Parse(source) is { Sheet: null, Path: var path } ? SheetChoice.Resolve(path, table, names) : (source, []),
        };

    private readonly ExcelAddress _address;
    private readonly FileVersion _version;

    private ExcelSource(ExcelAddress address, ExcelRows rows, FileVersion version)
    {
        (_version, _address, Shown, Header, Length, Remarks) =
            (version, address, rows.Shown, [.. rows.Header], rows.Length, [.. rows.Remarks()]);
        Input = new(rows.Shown, version.Sha256);
    }

    /// <inheritdoc/>
    public string Shown { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> Header { get; }

    /// <inheritdoc/>
    public long? HeaderRow => 1;

    /// <summary>Rows, the header among them.</summary>
    public long Length { get; }

    /// <inheritdoc/>
    public ImmutableArray<DataFinding> Remarks { get; }

    /// <summary>The hash is that of the whole workbook.</summary>
    public InputFile Input { get; }

    /// <inheritdoc/>
    public ITableReader Open(ImmutableArray<int> columns)
    {
        var (rows, finding) = ExcelRows.Open(_address);
        if (rows is { Fatal: null } && !rows.Header.AsSpan().SequenceEqual(Header.AsSpan()))
            finding = FileDiagnostics.CannotRead.With(Shown, FilePhrases.Changed.With()).At(new(Shown));
        return new ExcelReader(rows, finding, columns, _version);
    }

    private static TableOpening OpenSource(string source)
    {
        if (ExcelAddress.Parse(source) is not { } address)
            return FileDiagnostics.NotFound.With(PathText.Shown(source)).At(new(PathText.Shown(source)));
        if (InputStream.Problem(address.Path) is { } unreadable)
            return unreadable.At(new(PathText.Shown(address.Path)));
        var version = new FileVersion(address.Path);
        var (rows, finding) = ExcelRows.Open(address);
        using (rows)
        {
            if (rows is null || rows.Fatal is not null)
                return (rows?.Fatal ?? finding) is { } problem ? problem : default(TableOpening);
            return new(new ExcelSource(address, rows, version), null);
        }
    }
}

internal sealed class ExcelReader(ExcelRows? rows, DataFinding? finding, ImmutableArray<int> columns, FileVersion version)
    : RowTableReader(columns)
{
    private DataFinding? _changed;

    /// <inheritdoc/>
    public override DataFinding? Fatal => finding ?? rows?.Fatal ?? _changed;

    /// <inheritdoc/>
    public override long Position => rows?.Position ?? 0;

    /// <inheritdoc/>
    public override void Dispose() => rows?.Dispose();

    /// <inheritdoc/>
    protected override bool TryRead(out SourceRow row)
    {
        row = default;
        return finding is null && rows is not null && rows.TryRead(out row);
    }

    /// <inheritdoc/>
    protected override void End()
    {
        if (rows is not null && !version.IsSame)
            _changed ??= FileDiagnostics.CannotRead.With(rows.Shown, FilePhrases.Changed.With()).At(new(rows.Shown));
    }
}
