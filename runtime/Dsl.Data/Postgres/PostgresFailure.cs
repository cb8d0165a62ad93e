// Failures of a database in the words of users, followed by the original message, without connection strings.
using System.Collections.Frozen;
using System.Net.Sockets;
using Dsl.Loading.Findings;
using Npgsql;

namespace Dsl.Data.Postgres;

/// <summary>Says what a failure of a database means.</summary>
public static class PostgresFailure
{
    // SQLSTATE, or its class (the first two characters), as PostgreSQL's manual lists them in appendix A.
    private static readonly FrozenDictionary<string, string> States = new Dictionary<string, string>
    {
        ["28P01"] = "用户名或密码不对", ["28000"] = "服务器不允许这个用户从这里登录", ["3D000"] = "没有这个数据库",
        ["3F000"] = "没有这个模式",
        ["42501"] = "没有权限", ["42P01"] = "没有这张表", ["42703"] = "没有这一列", ["42P07"] = "同名的表已经存在",
        ["42710"] = "同名的类型已经存在", ["42601"] = "语句没有被接受",
        ["53100"] = "服务器的磁盘已满", ["53200"] = "服务器的内存不足", ["53300"] = "服务器的连接数已满",
        ["57014"] = "语句被服务器取消（多半是超时）",
        ["57P01"] = "服务器正在关闭，连接被断开", ["57P02"] = "服务器出错，连接被断开", ["57P03"] = "服务器正在启动，还不能连接",
        ["57P05"] = "连接空闲太久，被断开",
        ["55P03"] = "表被别的程序锁住", ["40P01"] = "与别的程序互相等待", ["40001"] = "数据在此期间被别的程序改动",
        ["25006"] = "数据库只能读取，不能写入",
        ["22003"] = "数值超出列的范围", ["22012"] = "有一处除以零", ["22021"] = "文字里有数据库不能保存的字符",
        ["22P05"] = "文字里有数据库的编码没有的字符",
        ["54000"] = "超出数据库的限度", ["54011"] = "列数太多", ["55000"] = "表现在不能使用", ["58P01"] = "服务器上缺少文件",
        ["08"] = "连接出错", ["0A"] = "数据库不支持", ["22"] = "数据库不接受这个值", ["23"] = "数据违反表的约束", ["25"] = "事务的状态不对",
        ["28"] = "登录没有通过",
        ["40"] = "事务被数据库撤销", ["42"] = "数据库不接受这条语句或没有权限", ["53"] = "服务器的资源不足", ["54"] = "超出数据库的限度",
        ["55"] = "表正被使用，或现在不能使用",
        ["57"] = "服务器中断了操作", ["58"] = "服务器读写文件出错", ["XX"] = "数据库内部出错，数据可能已经损坏",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether an exception is a failure of server, network, permission or certificate, not a mistake of ours.</summary>
    public static bool IsExpected(Exception error) =>
        error is NpgsqlException or SocketException or IOException or TimeoutException
            or System.Security.Authentication.AuthenticationException;

    /// <summary>One sentence without its full stop: what it means, then the original in brackets.</summary>
    public static string Message(Exception error)
    {
        var original = (error as PostgresException)?.MessageText ?? error.InnerException?.Message ?? error.Message;
        // The driver's words, and what the server quotes of a statement, may hold more than users should read aloud.
        var shown = AddressSecrets.Masked(original).ReplaceLineEndings(" ").TrimEnd('.', '。', ' ');
        return $"{Meaning(error)}（原文：{shown}）";
    }

    private static string Meaning(Exception error) => error switch
    {
        PostgresException { SqlState: "42501" } told when told.MessageText.Contains("row-level security", StringComparison.Ordinal) =>
            "行级安全策略会隐藏一部分行，这个用户看不全",
        PostgresException told => States.GetValueOrDefault(told.SqlState)
            ?? States.GetValueOrDefault(told.SqlState.PadRight(2)[..2]) ?? $"数据库报告错误 {told.SqlState}",
        SocketException socket => OfSocket(socket),
        { InnerException: SocketException socket } => OfSocket(socket),
        { InnerException: { InnerException: SocketException socket } } => OfSocket(socket),
        { InnerException: TimeoutException } or TimeoutException => "等待超时",
        System.Security.Authentication.AuthenticationException
        or { InnerException: System.Security.Authentication.AuthenticationException } =>
            "加密连接没有建立，证书核对没有通过",
        NpgsqlException { InnerException: null } told when told.Message.Contains("password", StringComparison.OrdinalIgnoreCase) =>
            "数据库要求密码，而没有提供",
        NpgsqlException told when told.Message.Contains("SSL", StringComparison.Ordinal) => "加密连接没有建立",
        EndOfStreamException or { InnerException: EndOfStreamException } => "连接被服务器断开",
        IOException or { InnerException: IOException } => "连接中断，或者那里不是 PostgreSQL 数据库",
        ArgumentException or FormatException or NotSupportedException => "地址或环境变量（PGHOST 等）里的值不能用",
        _ => "与数据库的连接出错",
    };

    private static string OfSocket(SocketException error) => error.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "主机拒绝连接，那里没有数据库服务在监听",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "找不到主机",
        SocketError.TimedOut => "等待超时",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.HostDown =>
            "网络不通，到不了主机",
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => "连接被断开",
        SocketError.AccessDenied => "系统不允许连接",
        SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported => "主机的地址不能用",
        _ => "网络出错",
    };
}
