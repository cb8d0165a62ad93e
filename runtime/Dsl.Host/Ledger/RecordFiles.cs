// Ledger and decisions as the two tables that a run reads, for given versions: the same versions are the same bytes.
using System.Security.Cryptography;
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Data.Outputs;
using Dsl.Facts.Records;

namespace Dsl.Host.Ledger;

/// <summary>Writes 兑现记录.csv and 核定.csv.</summary>
internal sealed class RecordFiles(DataFolder folder, AwardLedger ledger, DecisionStore decisions, TimeProvider clock)
{
    /// <summary>The folder of these tables below the data folder.</summary>
    public const string FolderName = "records";

    /// <summary>兑现记录.</summary>
    public const string Payments = BuiltInTables.Payments + ".csv";

    /// <summary>核定.</summary>
    public const string Approvals = BuiltInTables.Approvals + ".csv";

    private const int DigitsOfName = 16;

    private readonly Lock _naming = new();

    /// <summary>The folder with both tables, named after their content.</summary>
    public async Task<string> Folder(RecordVersions versions, CancellationToken cancellation)
    {
        var home = Path.Combine(folder.Path, FolderName);
        var work = Remainders.NameFor(Path.Combine(home, "tables"));
        try
        {
            Directory.CreateDirectory(work);
            var hasQuantities = await ledger.HasQuantities(versions.Ledger, cancellation).ConfigureAwait(false);
            await Write(Path.Combine(work, Payments), hasQuantities ? KeptRecords.PaymentColumns : KeptRecords.Columns,
                text => ledger.Each(versions.Ledger, record => text(hasQuantities ? Full(record) : record.Cells),
                    cancellation))
                .ConfigureAwait(false);
            await Write(Path.Combine(work, Approvals), KeptRecords.Columns,
                text => decisions.Each(versions.Decisions, decision => text(decision.Record.Cells), cancellation)).ConfigureAwait(false);
            var print = PrintOf(work);
            var final = Path.Combine(home, print[..DigitsOfName]);
            // Jobs and requests do this one after the other.
            lock (_naming)
            {
                if (Directory.Exists(final) && PrintOf(final) == print)
                {
                    Directory.SetLastWriteTimeUtc(final, clock.GetUtcNow().UtcDateTime);
                    return final;
                }
                if (Directory.Exists(final))
                    Directory.Delete(final, recursive: true);
                Directory.Move(work, final);
            }
            return final;
        }
        finally
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
            Remainders.Release(work);
        }
    }

    /// <summary>Gives folders that were not asked for since a time to <paramref name="remove"/>.</summary>
    public void Remove(DateTime since, Action<string> remove)
    {
        lock (_naming)
        {
            var home = Path.Combine(folder.Path, FolderName);
            foreach (var path in Directory.Exists(home) ? Directory.GetDirectories(home) : [])
            {
                if (Directory.GetLastWriteTimeUtc(path) < since)
                    remove(path);
            }
        }
    }

    private static IReadOnlyList<string> Full(KeptRecord record) =>
        [.. record.Cells.Take(KeptRecords.Columns.Count), record.Quantity, record.Part];

    private static async Task Write(string path, IReadOnlyList<string> columns, Func<Action<IReadOnlyList<string>>, Task<long>> rows)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await using var text = new StreamWriter(file, new UTF8Encoding(false));
            await text.WriteAsync(KeptRecords.Line(columns)).ConfigureAwait(false);
            await rows(cells => text.Write(KeptRecords.Line(cells))).ConfigureAwait(false);
            await text.FlushAsync().ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
        catch (ArgumentOutOfRangeException error)
        {
            // So the runtime says that a file may not grow further.
            throw new IOException(error.Message, error);
        }
    }

    /// <summary>The hash of both; empty where one is not there.</summary>
    private static string PrintOf(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in (ReadOnlySpan<string>)[Approvals, Payments])
        {
            if (!File.Exists(Path.Combine(path, name)))
                return "";
            using var file = File.OpenRead(Path.Combine(path, name));
            hash.AppendData(SHA256.HashData(file));
        }
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
