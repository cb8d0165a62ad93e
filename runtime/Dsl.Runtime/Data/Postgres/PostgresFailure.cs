// What goes wrong between us and a database, told without connection strings.
using System.Net.Sockets;
using Npgsql;

namespace Dsl.Runtime.Data.Postgres;

internal static class PostgresFailure
{
    /// <summary>Whether an exception is a failure of server, network, permission or certificate, not a mistake of ours.</summary>
    public static bool IsExpected(Exception error) =>
        error is NpgsqlException or SocketException or IOException or TimeoutException or System.Security.Authentication.AuthenticationException;

    /// <summary>One sentence without its full stop.</summary>
    public static string Message(Exception error)
    {
        var text = error switch
        {
            PostgresException told => told.MessageText,
            { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "主机拒绝连接，那里没有数据库服务在监听",
            { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } => "找不到主机",
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => "找不到主机",
            { InnerException: TimeoutException } or TimeoutException => "等待超时",
            NpgsqlException { InnerException: null } told when told.Message.Contains("password", StringComparison.OrdinalIgnoreCase) => "数据库要求密码，而没有提供",
            _ => error.InnerException?.Message ?? error.Message,
        };
        return text.ReplaceLineEndings(" ").TrimEnd('.', '。', ' ');
    }
}
