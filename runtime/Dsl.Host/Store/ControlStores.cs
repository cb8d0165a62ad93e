// Opens the control store that a setting names, and brings its tables up to date.
using Dsl.Data.Postgres;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Host.Store;

/// <summary>Opens control stores.</summary>
public static class ControlStores
{
    /// <summary>The name of SQLite's file in the data folder.</summary>
    public const string FileName = "control.db";

    /// <summary>Why a text names no store; null where it does.</summary>
    /// <param name="setting"><c>sqlite</c>, or postgres://user@host/database.</param>
    public static string? Problem(string setting) =>
        setting == "sqlite" ? null
        : !PostgresAddress.IsAddress(setting) ? "写 sqlite，或 postgres://用户@主机/数据库"
        : PostgresStore.AddressOf(setting).Finding?.Problem.Message.TrimEnd('。');

    /// <summary>Opens a store that a service made, to look at it: nothing is made or changed.</summary>
    /// <param name="setting"><c>sqlite</c>, or postgres://user@host/database.</param>
    /// <param name="dataFolder">Where SQLite's file stands.</param>
    /// <exception cref="HostException">There is none.</exception>
    public static IControlStore OpenExisting(string setting, string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        return setting != "sqlite" || File.Exists(path) ? Create(setting, dataFolder)
            : throw new HostException(HostDiagnostics.StoreUnavailable.With($"{PathText.Shown(path)}，没有这个文件"));
    }

    /// <summary>Opens a store and runs the migrations that are open.</summary>
    /// <param name="setting"><c>sqlite</c>, or postgres://user@host/database.</param>
    /// <param name="dataFolder">Where SQLite's file stands.</param>
    /// <param name="clock">When migrations are run.</param>
    /// <param name="cancellation">Stops it; a migration that was begun is undone.</param>
    /// <exception cref="HostException">It cannot be opened, or was made by a newer program.</exception>
    public static Task<IControlStore> Open(string setting, string dataFolder, TimeProvider clock, CancellationToken cancellation) =>
        Open(setting, dataFolder, Migrations.All, clock, cancellation);

    /// <summary>The same with other scripts.</summary>
    internal static async Task<IControlStore> Open(string setting, string dataFolder, IReadOnlyList<Migration> migrations,
        TimeProvider clock, CancellationToken cancellation)
    {
        var store = Create(setting, dataFolder);
        try
        {
            await Migrations.Run(store, migrations, clock, cancellation).ConfigureAwait(false);
            return store;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static IControlStore Create(string setting, string dataFolder) =>
        Problem(setting) is { } problem
        ? throw new HostException(HostDiagnostics.BadSetting.With("store", AddressSecrets.Masked(setting), problem))
        : setting == "sqlite" ? new SqliteStore(Path.Combine(dataFolder, FileName))
        : new PostgresStore(setting);
}
