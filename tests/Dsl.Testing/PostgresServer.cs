// A PostgreSQL server for tests: its own data in a temporary folder, on loopback only, stopped by its process id.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Dsl.Testing;

/// <summary>Starts a server and stops it when put away. Debian's postgresql package (tests/debian-packages.txt) has the programs.</summary>
public sealed class PostgresServer : IDisposable
{
    /// <summary>The user that owns the server.</summary>
    public const string User = "tester";

    /// <summary>That user's password: the server asks for one.</summary>
    public const string Password = "p@ss:word/#";

    // The server refuses to run as root; Debian's package makes this account.
    private const string Account = "postgres";

    private static readonly string? Programs = FindPrograms();

    private readonly string _folder;
    private int _processId;

    private PostgresServer(string folder, int port) => (_folder, Port) = (folder, port);

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The address of the server's one database, without a table.</summary>
    public string Address => $"postgres://{User}@127.0.0.1:{Port}/postgres";

    /// <summary>Why no server can be started here; null where one can.</summary>
    public static string? Unavailable { get; } =
        !OperatingSystem.IsLinux() ? "the test server is started on Linux only"
        : Programs is null ? "the package postgresql is not installed"
        : null;

    /// <summary>Starts a server and waits until it answers.</summary>
    public static PostgresServer Start()
    {
        var folder = Run("mktemp", "-d", Path.Combine(Path.GetTempPath(), "policy-postgres-XXXXXX")).Trim();
        try
        {
            var port = FreePort();
            // The folder belongs to the server's account: only that account can write into it.
            Run("sh", "-c", $"printf %s '{Password}' > '{folder}/password'");
            Run(Program("initdb"), "-D", $"{folder}/data", "-U", User, "-A", "scram-sha-256", $"--pwfile={folder}/password", "-E", "UTF8",
                "--locale=C", "--no-sync");
            var server = new PostgresServer(folder, port);
            server.StartAgain();
            return server;
        }
        catch
        {
            Run("rm", "-rf", folder);
            throw;
        }
    }

    /// <summary>Starts it after <see cref="Stop"/>, on the same port with the same data.</summary>
    public void StartAgain()
    {
        Run(Program("pg_ctl"), "start", "-w", "-t", "60", "-s", "-D", $"{_folder}/data", "-l", $"{_folder}/log",
            "-o", $"-c listen_addresses=127.0.0.1 -c port={Port} -c unix_socket_directories={_folder} -c fsync=off");
        _processId = int.Parse(Run("head", "-n", "1", $"{_folder}/data/postmaster.pid").Trim(), CultureInfo.InvariantCulture);
    }

    /// <summary>Stops it under whoever is connected.</summary>
    /// <param name="isCrash">As if it died: it asks nobody, and reads its log at the next start.</param>
    public void Stop(bool isCrash) =>
        Run(Program("pg_ctl"), "stop", "-w", "-t", "60", "-s", "-D", $"{_folder}/data", "-m", isCrash ? "immediate" : "fast");

    /// <inheritdoc/>
    public void Dispose()
    {
        Run("kill", "-INT", _processId.ToString(CultureInfo.InvariantCulture));
        try
        {
            using var server = Process.GetProcessById(_processId);
            server.WaitForExit(TimeSpan.FromSeconds(30));
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
        Run("rm", "-rf", _folder);
    }

    private static string Program(string name) => Path.Combine(Programs ?? "", name);

    private static string? FindPrograms() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(static folder => Path.Combine(folder, "bin"))
                .Where(static folder => File.Exists(Path.Combine(folder, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs a program, as root under the server's account.</summary>
    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.IsPrivilegedProcess ? "runuser" : program)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in Environment.IsPrivilegedProcess ? ["-u", Account, "--", program, .. arguments] : arguments)
            start.ArgumentList.Add(argument);
        // The server that pg_ctl starts keeps its standard output open: read only until pg_ctl ends.
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
        var output = program.EndsWith("pg_ctl", StringComparison.Ordinal) ? "" : process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program}: exit code {process.ExitCode}");
    }
}
