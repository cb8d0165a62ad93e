// Why a folder may hold what others put there.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Loading.Files;

/// <summary>Clauses without a full stop, for the rule about the folder of compiled code.</summary>
public static class OwnershipPhrases
{
    public static readonly DiagnosticPhrase NotRooted = new("不是完整的路径，指向哪里取决于当前文件夹");

    public static readonly DiagnosticPhrase OwnerUnknown = new("这个系统上无法核对它属于谁");

    public static readonly DiagnosticPhrase CannotLook = new("无法查看“{0}”");

    public static readonly DiagnosticPhrase LinkOfOther = new("“{0}”是别的用户做的链接");

    public static readonly DiagnosticPhrase LinkToNowhere = new("链接“{0}”指向不明");

    public static readonly DiagnosticPhrase NotOwnFolder = new("“{0}”不是当前用户自己的文件夹");

    public static readonly DiagnosticPhrase OfOther = new("“{0}”属于别的用户");

    public static readonly DiagnosticPhrase OthersMayChange = new("别的用户可以改动“{0}”");
}
