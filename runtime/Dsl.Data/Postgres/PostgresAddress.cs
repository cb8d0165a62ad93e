// postgres://user@host:port/database#schema.table — where a table is. A password never stands in it.
using System.Globalization;
using System.Text;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;
using Npgsql;

namespace Dsl.Data.Postgres;

/// <summary>A table of a database.</summary>
public sealed record PostgresAddress
{
    /// <summary>The address as shown in messages and manifests; holds no password.</summary>
    public required string Shown { get; init; }

    /// <summary>The host; empty for the default of the environment (PGHOST, else localhost).</summary>
    public required string Host { get; init; }

    /// <summary>The port; null for the default.</summary>
    public int? Port { get; init; }

    /// <summary>The user; empty for the default.</summary>
    public required string User { get; init; }

    public required string Database { get; init; }

    /// <summary>How the connection is encrypted, as libpq spells it; null for the default.</summary>
    public string? SslMode { get; init; }

    /// <summary>The schema; null for what the search path finds.</summary>
    public string? Schema { get; init; }

    public required string Table { get; init; }

    // What follows these bytes of a name is cut off without an error.
    private const int LongestName = 63;

    // No field is of a type of Npgsql: asking whether a text is an address must not load it.
    private static readonly string[] SslModes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    /// <summary>Whether a text is meant as the address of a table.</summary>
    public static bool IsAddress(string text) =>
        Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>The address in a text, or what is wrong with it.</summary>
    public static (PostgresAddress? Address, DataFinding? Finding) Parse(string text)
    {
        // First of all, before any part of it can appear in a message.
        if (AddressSecrets.HasPassword(text))
            return (null, PostgresDiagnostics.PasswordInAddress.With().At(new("postgres://…")));
        var (place, rest) = Cut(text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..], '#');
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? place : place[..slash];
        var (database, query) = Cut(slash < 0 ? "" : place[(slash + 1)..], '?');
        var at = authority.LastIndexOf('@');
        var user = at < 0 ? "" : authority[..at];
        var (host, port) = SplitHost(authority[(at + 1)..]);
        var shown = $"postgres://{(user.Length > 0 ? user + "@" : "")}{authority[(at + 1)..]}/{database}#{rest}";
        (PostgresAddress?, DataFinding?) Fail(DataProblem problem) => (null, problem.At(new(shown)));
        if (ControlProblem(text) is { } control)
            return Fail(control);
        if (database.Length == 0)
            return Fail(PostgresDiagnostics.NoDatabase.With());
        if (string.IsNullOrEmpty(rest))
            return Fail(PostgresDiagnostics.NoTableNamed.With());
        if (port is not null
            && !(int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536))
            return Fail(PostgresDiagnostics.WrongPort.With(port));
        if (!TryReadSslMode(query, out var sslMode))
            return Fail(PostgresDiagnostics.UnknownOption.With(Names(query ?? "")));
        if (SplitTable(Uri.UnescapeDataString(rest)) is not var (schema, table))
            return Fail(PostgresDiagnostics.WrongTableName.With(rest));
        // Two long names that begin alike would be one table.
        if (new[] { schema ?? "", table }.FirstOrDefault(IsCut) is { } tooLong)
            return Fail(PostgresDiagnostics.TooLongName.With(tooLong));
        var address = new PostgresAddress
        {
            Shown = shown,
            Host = Uri.UnescapeDataString(host),
            Port = port is null ? null : int.Parse(port, CultureInfo.InvariantCulture),
            User = Uri.UnescapeDataString(user),
            Database = Uri.UnescapeDataString(database),
            SslMode = sslMode,
            Schema = schema,
            Table = table,
        };
        return (address, null);
    }

    /// <summary>What Npgsql needs to connect. The password comes from PGPASSWORD or .pgpass, which Npgsql reads itself.</summary>
    public string ConnectionString()
    {
        var text = new NpgsqlConnectionStringBuilder
        {
            Host = Host.Length > 0 ? Host : Environment.GetEnvironmentVariable("PGHOST") ?? "localhost",
            Database = Database, Pooling = false, ApplicationName = "policy", Timeout = 15, CommandTimeout = 0, IncludeErrorDetail = false,
        };
        if (Port is { } port)
            text.Port = port;
        if (User.Length > 0)
            text.Username = User;
        if (SslMode is { } sslMode)
            text.SslMode = Enum.Parse<SslMode>(sslMode.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        return text.ConnectionString;
    }

    /// <summary>The table's name in SQL.</summary>
    public string Sql => Schema is null ? Quote(Table) : $"{Quote(Schema)}.{Quote(Table)}";

    /// <summary>Whether the database would cut off the end of a name.</summary>
    public static bool IsCut(string name) => Encoding.UTF8.GetByteCount(name) > LongestName;

    /// <summary>A name in SQL, whatever letters it has.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static (string Before, string? After) Cut(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, null);

    /// <summary>host, host:port, [::1]:port.</summary>
    private static (string Host, string? Port) SplitHost(string text)
    {
        var bracket = text.LastIndexOf(']');
        var colon = text.IndexOf(':', bracket + 1);
        var host = colon < 0 ? text : text[..colon];
        return (host.Trim('[', ']'), colon < 0 ? null : text[(colon + 1)..]);
    }

    private static bool TryReadSslMode(string? query, out string? mode)
    {
        mode = null;
        if (string.IsNullOrEmpty(query))
            return true;
        var (name, value) = Cut(query, '=');
        mode = value;
        return name == "sslmode" && Array.IndexOf(SslModes, value) >= 0;
    }

    /// <summary>table, schema.table, "schema with . in it"."table".</summary>
    private static (string? Schema, string Table)? SplitTable(string text)
    {
        var parts = new List<string>();
        for (var at = 0; at <= text.Length;)
        {
            if (TakeName(text, ref at) is not { Length: > 0 } name || (at < text.Length && text[at] != '.'))
                return null;
            parts.Add(name);
            at++;
        }
        return parts.Count switch { 1 => (null, parts[0]), 2 => (parts[0], parts[1]), _ => null };
    }

    private static string? TakeName(string text, ref int at)
    {
        var start = at;
        if (at >= text.Length || text[at] != '"')
        {
            at = text.IndexOf('.', at) is >= 0 and var dot ? dot : text.Length;
            return text[start..at];
        }
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
                continue;
            if (at + 1 >= text.Length || text[at + 1] != '"')
            {
                at++;
                return text[(start + 1)..(at - 1)].Replace("\"\"", "\"", StringComparison.Ordinal);
            }
            at++;
        }
        return null;
    }

    // %00 and its like: neither driver nor server take them, and a terminal should not see them.
    private static DataProblem? ControlProblem(string text) =>
        Uri.UnescapeDataString(text).FirstOrDefault(char.IsControl, 'x') is var odd and not 'x'
            ? PostgresDiagnostics.ControlCharacter.With(CharacterFacts.CodePoint(odd))
            : null;

    /// <summary>The names of the parameters after ?, without their values, which may be secrets.</summary>
    private static string Names(string query) => string.Join("、", query.Split('&').Select(static part => Cut(part, '=').Before));
}
