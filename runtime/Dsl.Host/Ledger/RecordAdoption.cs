// The records that the registry brings are taken over once: from then on those of the service hold.
using System.Globalization;
using Dsl.Batch.Snapshots;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Findings;

namespace Dsl.Host.Ledger;

/// <summary>Takes records over.</summary>
internal sealed class RecordAdoption(
    IControlStore store, DataFolder folder, AwardLedger ledger, DecisionStore decisions, TimeProvider clock)
{
    /// <summary>Who has decided what the registry brought.</summary>
    public const string Source = "登记数据";

    /// <summary>The kind of the publication that stands for them.</summary>
    public const string Kind = "承接";

    /// <summary>Whether the records of some registry were looked at already.</summary>
    public async Task<bool> WasDone(CancellationToken cancellation) =>
        await store.Read(session => LedgerHead.Read(session, folder.Id), cancellation).ConfigureAwait(false) is { SourcePrint.Length: > 0 };

    /// <summary>
    /// Takes records over where there are none yet, all or none; says where a registry brings others than were taken over.
    /// </summary>
    public Task<DataProblem?> Take(SourceRecords records, CancellationToken cancellation) => store.Write(async session =>
    {
        var head = await LedgerHead.Hold(session, folder.Id).ConfigureAwait(false);
        if (head.Ledger > 0 || head.Decisions > 0)
            return head.SourcePrint == records.Print ? null : LedgerDiagnostics.RecordsDiffer.With();
        await session.Execute("UPDATE ledger_head SET source_print = @Print WHERE home = @Home", new { Home = folder.Id, records.Print })
            .ConfigureAwait(false);
        if (records.Payments.Length > 0)
        {
            await AddPublication(session, records).ConfigureAwait(false);
            await ledger.Append(session, 1, records.Payments).ConfigureAwait(false);
        }
        await decisions.Append(session, 0, [.. records.Approvals.Select(static record => new Decision(record, "", ""))], Source)
            .ConfigureAwait(false);
        await LedgerHead.Move(session, folder.Id, new(records.Payments.Length > 0 ? 1 : 0, records.Approvals.Length)).ConfigureAwait(false);
        if (records.Payments.Length + records.Approvals.Length > 0)
        {
            await AuditLog.Append(session, [new(AuditEntry.System, Kind)
            {
                Detail = string.Create(CultureInfo.InvariantCulture,
                    $"兑现记录 {records.Payments.Length} 笔，核定 {records.Approvals.Length} 笔"),
            }], clock).ConfigureAwait(false);
        }
        return records.Skipped == 0 ? null : LedgerDiagnostics.ApprovalsSkipped.With(records.Skipped);
    }, cancellation);

    private Task<int> AddPublication(StoreSession session, SourceRecords records)
    {
        var now = StoreTime.Text(clock.GetUtcNow());
        return session.Execute("INSERT INTO publication (home, id, kind, run, year, takes_back_missing, without_failed, entries, digest,"
            + " summary, proposed_by, proposed_at, confirmed_by, confirmed_at, ledger_version)"
            + " VALUES (@Home, @Id, @Kind, '', 0, 0, 0, @Entries, @Print, '', @By, @Now, @By, @Now, 1)",
            new
            {
                Home = folder.Id, Id = Kind, Kind, Entries = (long)records.Payments.Length, records.Print, By = Source, Now = now,
            });
    }
}
