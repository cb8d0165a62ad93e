// Brings the tables of the control store up to date: plain scripts, each run once, in one transaction with the record that it was run.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;

namespace Dsl.Host.Store;

/// <summary>A script: 0001-core and its text.</summary>
/// <param name="Name">Its number and what it is about.</param>
/// <param name="Sql">Statements that both stores read.</param>
internal sealed record Migration(string Name, string Sql)
{
    /// <summary>Over the text, to notice that another one was run under the name.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}

/// <summary>Runs migrations.</summary>
internal static class Migrations
{
    private const string Prefix = "migrations/";

    /// <summary>The scripts of this program, in their order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        .. typeof(Migrations).Assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(static name => new Migration(name[Prefix.Length..^".sql".Length], TextOf(name))),
    ];

    /// <summary>Runs what was not run yet. All of it happens, or nothing: whoever is killed half-way leaves the store as it was.</summary>
    /// <returns>How many scripts were run.</returns>
    /// <exception cref="HostException">The store is of a newer program, or has run another text under a name.</exception>
    public static Task<int> Run(IControlStore store, IReadOnlyList<Migration> migrations, TimeProvider clock,
        CancellationToken cancellation) =>
        store.Write(async session =>
        {
            await Hold(session).ConfigureAwait(false);
            var done = (await session.Query<Recorded>("SELECT name, sha256 FROM migration").ConfigureAwait(false))
                .ToDictionary(static row => row.Name, static row => row.Sha256, StringComparer.Ordinal);
            if (done.Keys.Except(migrations.Select(static migration => migration.Name)).Order(StringComparer.Ordinal)
                .FirstOrDefault() is { } unknown)
                throw new HostException(HostDiagnostics.StoreTooNew.With(unknown));
            var count = 0;
            foreach (var migration in migrations)
            {
                if (done.TryGetValue(migration.Name, out var sha256))
                {
                    if (sha256 != migration.Sha256)
                        throw new HostException(HostDiagnostics.MigrationChanged.With(migration.Name));
                    continue;
                }
                await session.Execute(migration.Sql).ConfigureAwait(false);
                await session.Execute("INSERT INTO migration (name, sha256, at) VALUES (@Name, @Sha256, @At)",
                    new { migration.Name, migration.Sha256, At = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) })
                    .ConfigureAwait(false);
                count++;
            }
            return count;
        }, cancellation);

    /// <summary>One process at a time: SQLite has one writer anyway; in PostgreSQL a lock of the transaction.</summary>
    private static async Task Hold(StoreSession session)
    {
        if (session.ForUpdate.Length > 0)
            await session.Execute("SELECT pg_advisory_xact_lock(7166017)").ConfigureAwait(false);
        await session.Execute("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, at TEXT NOT NULL)")
            .ConfigureAwait(false);
    }

    private static string TextOf(string resource)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException(resource);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private sealed class Recorded
    {
        public string Name { get; init; } = "";

        public string Sha256 { get; init; } = "";
    }
}
