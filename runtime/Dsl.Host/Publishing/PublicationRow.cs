// A publication in the store: proposed by one, confirmed by another.
using Dsl.Host.Store;

namespace Dsl.Host.Publishing;

/// <summary>A publication.</summary>
internal sealed class PublicationRow
{
    /// <summary>The columns, as a query names them.</summary>
    public const string Columns = "id, kind, run, year, takes_back_missing AS TakesBackMissing, without_failed AS WithoutFailed, entries,"
        + " digest, summary, proposed_by AS ProposedBy, proposed_at AS ProposedAt, confirmed_by AS ConfirmedBy,"
        + " confirmed_at AS ConfirmedAt, ledger_version AS LedgerVersion";

    /// <summary>What a publication of a run is called beside those that stand for the records of a registry.</summary>
    public const string OfRun = "公布";

    public string Id { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Run { get; init; } = "";

    public long Year { get; init; }

    public long TakesBackMissing { get; init; }

    public long WithoutFailed { get; init; }

    public long Entries { get; init; }

    public string Digest { get; init; } = "";

    public string Summary { get; init; } = "";

    public string ProposedBy { get; init; } = "";

    public string ProposedAt { get; init; } = "";

    public string ConfirmedBy { get; init; } = "";

    public string ConfirmedAt { get; init; } = "";

    public long LedgerVersion { get; init; }

    /// <summary>Whether its entries stand in the ledger.</summary>
    public bool IsConfirmed => LedgerVersion > 0;

    public PublicationChoice Choice => new(TakesBackMissing != 0, WithoutFailed != 0);

    /// <summary>A publication, held until the transaction ends where it is one.</summary>
    public static Task<PublicationRow?> Find(StoreSession session, string home, string id) => session.First<PublicationRow>(
        $"SELECT {Columns} FROM publication WHERE home = @Home AND id = @Id{session.ForUpdate}", new { Home = home, Id = id });
}

/// <summary>What whoever proposes decides.</summary>
/// <param name="TakesBackMissing">Whether what subjects got that the result does not list is taken back.</param>
/// <param name="WithoutFailed">Whether the run may be published without the subjects that could not be computed.</param>
internal sealed record PublicationChoice(bool TakesBackMissing, bool WithoutFailed);
