// Connecting to a database: the one place where addresses and the environment meet the driver.
using Dsl.Loading.Findings;
using Npgsql;

namespace Dsl.Data.Postgres;

internal static class PostgresConnections
{
    /// <summary>Connects; the finding says why that is impossible.</summary>
    public static (NpgsqlConnection? Connection, DataFinding? Finding) Open(PostgresAddress address)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = new(address.ConnectionString());
            connection.Open();
            return (connection, null);
        }
        catch (Exception error) when (PostgresFailure.IsExpected(error) || IsOfSettings(error))
        {
            connection?.Dispose();
            return (null, PostgresDiagnostics.CannotConnect.With(PostgresFailure.Message(error)).At(new(address.Shown)));
        }
    }

    /// <summary>What the driver throws at values of the address or of PGHOST, PGSSLCERT and their like that it cannot use.</summary>
    private static bool IsOfSettings(Exception error) =>
        error is ArgumentException or FormatException or InvalidOperationException or NotSupportedException
            or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException;
}
