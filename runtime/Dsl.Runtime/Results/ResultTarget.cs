// Where a result goes: a file that takes its text as it is, or a workbook or database that takes it cell by cell.
using System.Security.Cryptography;
using System.Text;
using Dsl.Runtime.Data;
using Dsl.Runtime.Data.Excel;
using Dsl.Runtime.Data.Postgres;
using Dsl.Runtime.Loading;

namespace Dsl.Runtime.Results;

/// <summary>Takes the text of a result, whole rows at a time; nothing is seen of it before <see cref="Commit"/>.</summary>
internal abstract class ResultTarget : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Why the target cannot take more; null while all is well.</summary>
    public DataFinding? Fatal { get; protected set; }

    /// <summary>Whether a byte order mark means something to it.</summary>
    public virtual bool TakesByteOrderMark => false;

    /// <summary>SHA-256 of what the target holds, in lower-case hexadecimal; once it is finished.</summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Opens what a DST means; the finding says why it cannot be written.</summary>
    /// <param name="output">Where files go.</param>
    /// <param name="target">DST.</param>
    /// <param name="header">The header of the result, in CSV; empty where it is not a table.</param>
    /// <param name="isAmount">Whether a column holds amounts.</param>
    public static (ResultTarget? Target, DataFinding? Finding) Open(AtomicOutput output, string target, string header, Func<string, bool> isAmount)
    {
        if (PostgresAddress.IsAddress(target))
            return PostgresTarget.Open(target, CsvRecords.Of(header).First(), isAmount);
        if (target.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            return (new XlsxTarget(output.Create(target), target, [.. CsvRecords.Of(header).First().Select(name => new XlsxColumn(name, isAmount(name) ? XlsxContent.Amount : XlsxContent.Text))]), null);
        return ExcelAddress.IsWorkbook(target)
            ? (null, ExcelRules.OnlyXlsx.With(Path.GetExtension(target)).At(new(PathText.Shown(target))))
            : (new FileTarget(output.Create(target)), null);
    }

    /// <summary>The path that the names of manifest and rejected rows begin with: DST, or the name of the table in the current folder.</summary>
    public static string PathBeside(string target) =>
        PostgresAddress.IsAddress(target) && PostgresAddress.Parse(target).Address is { } address
            ? string.Concat(address.Table.Select(static letter => Path.GetInvalidFileNameChars().Contains(letter) ? '_' : letter))
            : target;

    /// <summary>Takes text that ends with the end of a row.</summary>
    public abstract void Write(string text);

    /// <summary>The result is whole; null, or why the target does not take it.</summary>
    public virtual DataFinding? Finish() => Fatal;

    /// <summary>Makes the result visible where that is not done with the files; null, or why it cannot be.</summary>
    public virtual DataFinding? Commit() => null;

    /// <inheritdoc/>
    public virtual void Dispose() => _hash.Dispose();

    /// <summary>Adds bytes to the hash.</summary>
    protected void Hash(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);
}

/// <summary>A file that takes the text as it is.</summary>
internal sealed class FileTarget(Stream stream) : ResultTarget
{
    public override bool TakesByteOrderMark => true;

    public override void Write(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Hash(bytes);
        stream.Write(bytes);
    }
}
