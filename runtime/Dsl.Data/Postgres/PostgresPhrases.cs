// What a server sends that is no table, as the rules about PostgreSQL quote it.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Data.Postgres;

/// <summary>Clauses without a full stop.</summary>
public static class PostgresPhrases
{
    public static readonly DiagnosticPhrase WrongColumnCount = new("服务器发来的列数不对");

    public static readonly DiagnosticPhrase NotBinary = new("服务器发来的不是二进制格式");

    public static readonly DiagnosticPhrase Interrupted = new("连接中断");
}
