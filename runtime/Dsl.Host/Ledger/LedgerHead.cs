// How far the ledger and the decisions of a data folder are, and what a run has read of them.
using Dsl.Host.Store;

namespace Dsl.Host.Ledger;

/// <summary>Versions: how many publications, how many decisions.</summary>
/// <param name="Ledger">The ledger; -1 where it was not read.</param>
/// <param name="Decisions">The decisions.</param>
public sealed record RecordVersions(long Ledger, long Decisions)
{
    /// <summary>Nothing was read yet.</summary>
    public static RecordVersions Unread { get; } = new(-1, -1);

    /// <summary>Whether they were fixed.</summary>
    public bool IsFixed => Ledger >= 0;
}

/// <summary>The row that says how far a data folder is.</summary>
internal sealed class LedgerHead
{
    public long Ledger { get; init; }

    public long Decisions { get; init; }

    /// <summary>What the registry brought when it was looked at first.</summary>
    public string SourcePrint { get; init; } = "";

    public RecordVersions Versions => new(Ledger, Decisions);

    /// <summary>Reads the row and holds it until the transaction ends; it is made where it is not there.</summary>
    public static async Task<LedgerHead> Hold(StoreSession session, string home)
    {
        await session.Execute("INSERT INTO ledger_head (home, ledger_version, decision_version, source_print) VALUES (@Home, 0, 0, '')"
            + " ON CONFLICT (home) DO NOTHING", new { Home = home }).ConfigureAwait(false);
        return await Read(session, home, session.ForUpdate).ConfigureAwait(false) ?? new();
    }

    /// <summary>Reads the row; null where there is none.</summary>
    public static Task<LedgerHead?> Read(StoreSession session, string home, string ending = "") => session.First<LedgerHead>(
        "SELECT ledger_version AS Ledger, decision_version AS Decisions, source_print AS SourcePrint FROM ledger_head WHERE home = @Home"
        + ending, new { Home = home });

    /// <summary>Notes what was appended.</summary>
    public static Task Move(StoreSession session, string home, RecordVersions now) => session.Execute(
        "UPDATE ledger_head SET ledger_version = @Ledger, decision_version = @Decisions WHERE home = @Home",
        new { Home = home, now.Ledger, now.Decisions });
}
