// What was paid: entries that are only ever appended, and their sums, which the database keeps one of per thing.
using Dapper;
using Dsl.Batch.Registries;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Host.Ledger;

/// <summary>An entry of the ledger as it is shown.</summary>
/// <param name="Version">The version of the ledger that it came with.</param>
/// <param name="Record">What was paid; negative where it was taken back.</param>
internal sealed record LedgerEntry(long Version, KeptRecord Record);

/// <summary>Which entries are asked for.</summary>
/// <param name="Subject">Of one subject; null for all.</param>
/// <param name="Policy">Of one 文号; null for all.</param>
/// <param name="Year">Of one 年度; null for all.</param>
/// <param name="Offset">How many are passed over.</param>
/// <param name="Limit">How many are answered at most.</param>
internal sealed record LedgerQuery(string? Subject, string? Policy, int? Year, int Offset, int Limit);

/// <summary>Keeps the ledger of a data folder.</summary>
internal sealed class AwardLedger(IControlStore store, DataFolder folder)
{
    private const string Columns = "ledger_version AS Version, subject, policy, clause, row_key AS RowKey, year, amount, quantity, part";

    // A statement may have some tens of thousands of parameters.
    private const int ThingsAtOnce = 500;

    private static readonly string[] EntryColumns =
        ["home", "ledger_version", "seq", "place", "subject_id", "subject", "policy", "clause", "row_key", "year", "amount",
            "quantity", "part"];

    /// <summary>How far ledger and decisions are.</summary>
    public async Task<RecordVersions> Now(CancellationToken cancellation) =>
        (await store.Read(session => LedgerHead.Read(session, folder.Id), cancellation).ConfigureAwait(false) ?? new()).Versions;

    /// <summary>Entries in the order in which they came.</summary>
    public async Task<IReadOnlyList<LedgerEntry>> Entries(LedgerQuery query, CancellationToken cancellation) =>
        [.. (await store.Read(session => session.Query<Row>($"SELECT {Columns} FROM award_entry WHERE home = @Home"
            + (query.Subject is null ? "" : " AND subject_id = @Subject") + (query.Policy is null ? "" : " AND policy = @Policy")
            + (query.Year is null ? "" : " AND year = @Year")
            + " ORDER BY ledger_version, seq LIMIT @Limit OFFSET @Offset",
            new
            {
                Home = folder.Id, Subject = query.Subject is { } subject ? Identity.Of(subject) : "", query.Policy, query.Year,
                query.Limit, query.Offset,
            }), cancellation).ConfigureAwait(false)).Select(static row => row.Entry)];

    /// <summary>Gives the entries up to a version to <paramref name="take"/>, one by one in their order.</summary>
    public Task<long> Each(long version, Action<KeptRecord> take, CancellationToken cancellation) => store.Read(async session =>
    {
        var count = 0L;
        await foreach (var row in session.Stream<Row>($"SELECT {Columns} FROM award_entry WHERE home = @Home AND ledger_version <= @Version"
            + " ORDER BY ledger_version, seq", new { Home = folder.Id, Version = version }).ConfigureAwait(false))
        {
            take(row.Entry.Record);
            count++;
        }
        return count;
    }, cancellation);

    /// <summary>Whether an entry up to a version says a quantity (数量) or a part (期次).</summary>
    public async Task<bool> HasQuantities(long version, CancellationToken cancellation) => await store.Read(session => session.First<long>(
        "SELECT COUNT(*) FROM award_entry WHERE home = @Home AND ledger_version <= @Version"
        + " AND (quantity <> '' OR part <> '')",
        new { Home = folder.Id, Version = version }), cancellation).ConfigureAwait(false) > 0;

    /// <summary>Appends entries as a new version, inside a transaction that holds the head.</summary>
    /// <exception cref="HostException">The sums are not those of the entries: nothing may be appended.</exception>
    public async Task Append(StoreSession session, long version, IReadOnlyList<KeptRecord> entries)
    {
        var places = entries.Select(static entry => entry.Place).ToArray();
        await session.Insert("award_entry", EntryColumns, entries.Select((entry, index) => (object[])[
            folder.Id, version, (long)index, places[index], Identity.Of(entry.Key), entry.Key, entry.PolicyNumber, entry.ClauseNumber,
            entry.RowKey, (long)entry.Year, entry.Amount, entry.Quantity, entry.Part])).ConfigureAwait(false);
        var sums = new Dictionary<string, Rational>(StringComparer.Ordinal);
        for (var i = 0; i < places.Length; i++)
            sums[places[i]] = sums.GetValueOrDefault(places[i], Rational.Zero) + KeptRecords.Amount(entries[i].Amount);
        var added = new List<object[]>();
        foreach (var things in sums.Chunk(ThingsAtOnce))
        {
            var before = await Sums(session, [.. things.Select(static thing => thing.Key)]).ConfigureAwait(false);
            foreach (var (place, sum) in things)
            {
                if (before.TryGetValue(place, out var old))
                    await Change(session, place, old, KeptRecords.Amount(KeptRecords.Amount(old) + sum)).ConfigureAwait(false);
                else
                    added.Add([folder.Id, place, KeptRecords.Amount(sum)]);
            }
        }
        await session.Insert("award", ["home", "place", "net"], added).ConfigureAwait(false);
    }

    /// <summary>The sums of things so far, of those that have one.</summary>
    private async Task<Dictionary<string, string>> Sums(StoreSession session, IReadOnlyList<string> places)
    {
        var parameters = new DynamicParameters(new { Home = folder.Id });
        for (var i = 0; i < places.Count; i++)
            parameters.Add($"p{i}", places[i]);
        return (await session.Query<Sum>("SELECT place, net FROM award WHERE home = @Home AND place IN ("
            + string.Join(", ", places.Select(static (_, index) => $"@p{index}")) + ")", parameters).ConfigureAwait(false))
            .ToDictionary(static row => row.Place, static row => row.Net, StringComparer.Ordinal);
    }

    private async Task Change(StoreSession session, string place, string old, string net)
    {
        var rows = await session.Execute("UPDATE award SET net = @Net WHERE home = @Home AND place = @Place AND net = @Old",
            new { Home = folder.Id, Place = place, Old = old, Net = net }).ConfigureAwait(false);
        if (rows != 1)
            throw new HostException(LedgerDiagnostics.LedgerBroken.With(place.ReplaceLineEndings(" ")));
    }

    private sealed class Sum
    {
        public string Place { get; init; } = "";

        public string Net { get; init; } = "";
    }

    private sealed class Row
    {
        public long Version { get; init; }

        public string Subject { get; init; } = "";

        public string Policy { get; init; } = "";

        public string Clause { get; init; } = "";

        public string RowKey { get; init; } = "";

        public long Year { get; init; }

        public string Amount { get; init; } = "";

        public string Quantity { get; init; } = "";

        public string Part { get; init; } = "";

        public LedgerEntry Entry => new(Version, new(Subject, Policy, Clause, RowKey, (int)Year, Amount)
        {
            Quantity = Quantity, Part = Part,
        });
    }
}
