// Findings about PostgreSQL: addresses, connections, tables, columns, values that have no text.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Data.Postgres;

/// <summary>DSL58xx: tables of a PostgreSQL database.</summary>
public static class PostgresDiagnostics
{
    /// <summary>An address that cannot be understood.</summary>
    public static readonly DiagnosticRule BadAddress =
        new("DSL5801", Severity.Error, "数据库地址写得不对：看不懂。",
            "写成 postgres://用户@主机/数据库#表 或 postgres://用户@主机:端口/数据库#模式.表。");

    public static readonly DiagnosticRule NoDatabase = BadAddress.Worded("数据库地址写得不对：没有写数据库名。");

    public static readonly DiagnosticRule NoTableNamed = BadAddress.Worded("数据库地址写得不对：没有用 # 写明是哪一张表。");

    public static readonly DiagnosticRule WrongPort = BadAddress.Worded("数据库地址写得不对：端口“{0}”不是 1 到 65535 的数。");

    public static readonly DiagnosticRule UnknownOption =
        BadAddress.Worded("数据库地址写得不对：不认识“?{0}”，可以写的只有 ?sslmode=require 等。");

    public static readonly DiagnosticRule WrongTableName = BadAddress.Worded("数据库地址写得不对：看不懂表名“{0}”。");

    public static readonly DiagnosticRule ControlCharacter = BadAddress.Worded("数据库地址写得不对：里面有控制字符（{0}）。");

    /// <summary>A password in the address.</summary>
    public static readonly DiagnosticRule PasswordInAddress =
        new("DSL5802", Severity.Error, "地址里写了密码，没有采用。",
            "命令行会留在历史记录里：请把密码放进环境变量 PGPASSWORD，或写进 ~/.pgpass 文件。");

    /// <summary>No connection.</summary>
    public static readonly DiagnosticRule CannotConnect =
        new("DSL5803", Severity.Error, "连不上数据库：{0}。",
            "请检查主机、端口、数据库名和用户名；密码取自环境变量 PGPASSWORD 或 ~/.pgpass 文件。");

    /// <summary>No such table.</summary>
    public static readonly DiagnosticRule NoTable =
        new("DSL5804", Severity.Error, "数据库里没有表“{0}”，或者没有权限看到它。", "不在默认模式里的表要写明模式：#模式.表。");

    /// <summary>A type that has no exact text.</summary>
    public static readonly DiagnosticRule UnsupportedType =
        new("DSL5805", Severity.Error, "列“{0}”的类型是 {1}，不能准确读取。", "可以读取的类型是 numeric、整数、text、varchar、date、"
            + "timestamp、boolean 和 double precision；请改变列的类型，或建一个转换好的视图。");

    /// <summary>The server reports an error while a table is read.</summary>
    public static readonly DiagnosticRule ReadFailed =
        new("DSL5806", Severity.Error, "读取时数据库报告：{0}。", "请由管理员确认权限和网络，然后重新测算；没有写出任何结果。");

    /// <summary>NaN and infinities.</summary>
    public static readonly DiagnosticRule NotFinite =
        new("DSL5807", Severity.Error, "“{0}”不是一个确定的值。", "请改为确定的数或日期；不掌握的数据请置为 NULL。");

    /// <summary>A date that the calendar of the program does not have.</summary>
    public static readonly DiagnosticRule DateOutOfRange = NotFinite.Worded("“公元前或公元 9999 年以后的日期”不是一个确定的值。");

    /// <summary>A binary fraction whose decimal is not what was meant.</summary>
    public static readonly DiagnosticRule TooManyDigits =
        new("DSL5808", Severity.Error, "“{0}”超过了 15 位有效数字，double precision 存不下，末尾几位不可靠。",
            "金额请用 numeric 类型的列。");

    /// <summary>A table stands where the result should go, and no batch wrote it.</summary>
    public static readonly DiagnosticRule NotReplaced =
        new("DSL5809", Severity.Error, "数据库里已经有“{0}”，它不是以前的测算结果，没有覆盖。",
            "请另选一个表名，或者先把原来的表改名、删去。");

    /// <summary>The result cannot be written.</summary>
    public static readonly DiagnosticRule WriteFailed =
        new("DSL5810", Severity.Error, "写入时数据库报告：{0}。",
            "请由管理员确认权限、空间和网络，然后重新测算；数据库里没有留下不完整的结果。");

    /// <summary>A name that the server would cut off.</summary>
    public static readonly DiagnosticRule TooLongName =
        new("DSL5811", Severity.Error, "名称“{0}”超过了 63 个字节（21 个汉字），数据库会把它截短。", "请改用短一些的名称。");
}
