// Findings about the file that says which column is which field (--mapping).
using Dsl.Syntax.Diagnostics;

namespace Dsl.Facts.Diagnostics;

/// <summary>DSL5110 in all its wordings, and DSL5124.</summary>
internal static class MappingDiagnostics
{
    /// <summary>The file is not JSON.</summary>
    public static readonly DiagnosticRule BadMapping =
        new("DSL5110", Severity.Error, "列名对照文件有误：不是正确的 JSON。",
            "写法如 {{\"研发费用(万元)\": {{\"字段\": \"申报研发费用\", \"单位\": \"万元\"}}}}。");

    public static readonly DiagnosticRule NoObject = BadMapping.Worded("列名对照文件有误：最外层应当是一对花括号。");

    public static readonly DiagnosticRule NoColumns = BadMapping.Worded("列名对照文件有误：里面没有写任何列。");

    public static readonly DiagnosticRule ColumnTwice = BadMapping.Worded("列名对照文件有误：列“{0}”写了不止一次。");

    /// <summary>The same column in two writings.</summary>
    public static readonly DiagnosticRule SameColumn = BadMapping.Worded("列名对照文件有误：列“{0}”写了不止一次（与“{1}”相同）。");

    public static readonly DiagnosticRule EmptyColumn = BadMapping.Worded("列名对照文件有误：有一个列名是空的。");

    public static readonly DiagnosticRule EmptyField = BadMapping.Worded("列名对照文件有误：“{0}”没有写对应的字段。");

    public static readonly DiagnosticRule WrongShape = BadMapping.Worded("列名对照文件有误：“{0}”应当写成字段名，或者一对花括号。");

    /// <summary>{2} is a <see cref="Cells.NameHint"/>.</summary>
    public static readonly DiagnosticRule UnknownMember =
        BadMapping.Worded("列名对照文件有误：“{0}”中不认识“{1}”{2}，只能写“字段”和“单位”。");

    public static readonly DiagnosticRule MemberTwice = BadMapping.Worded("列名对照文件有误：“{0}”的“{1}”写了不止一次。");

    public static readonly DiagnosticRule MemberNoText = BadMapping.Worded("列名对照文件有误：“{0}”的“{1}”应当是文字。");

    public static readonly DiagnosticRule NoUnit = BadMapping.Worded("列名对照文件有误：“{0}”的单位“{1}”不是能读的单位。");

    public static readonly DiagnosticRule NoField = BadMapping.Worded("列名对照文件有误：“{0}”没有写“字段”。");

    /// <summary>A field that the schema does not have; {2} is a <see cref="Cells.NameHint"/>.</summary>
    public static readonly DiagnosticRule UnknownField = BadMapping.Worded("列名对照文件有误：“{0}”对应的字段“{1}”不在数据定义中{2}。");

    /// <summary>A unit for a column that no table has, though one that is named nearly so (a <see cref="Cells.NameHint"/>).</summary>
    public static readonly DiagnosticRule NearColumn = BadMapping.Worded("列名对照文件有误：各张表里都没有列“{0}”{1}。");

    public static readonly DiagnosticRule UselessUnit = BadMapping.Worded("列名对照文件有误：“{0}”不是带单位的数，“{1}”不应写单位“{2}”。");

    public static readonly DiagnosticRule WrongUnit =
        BadMapping.Worded("列名对照文件有误：“{0}”的单位“{1}”不适合字段“{2}”（单位是“{3}”）。");

    public static readonly DiagnosticRule WrongUnitOfRatio =
        BadMapping.Worded("列名对照文件有误：“{0}”的单位“{1}”不适合字段“{2}”（是比率）。");

    public static readonly DiagnosticRule WrongUnitOfPlain =
        BadMapping.Worded("列名对照文件有误：“{0}”的单位“{1}”不适合字段“{2}”（没有单位）。");

    /// <summary>The name of a column says another unit than the file.</summary>
    public static readonly DiagnosticRule UnitsDiffer =
        BadMapping.Worded("列名对照文件有误：列名“{0}”里的单位是“{1}”，对照文件里写的是“{2}”，两者不一致。");

    /// <summary>An entry that no table has.</summary>
    public static readonly DiagnosticRule UnusedMapping =
        new("DSL5124", Severity.Warning, "对照文件中的列“{0}”在各张表里都没有，没有用到。", "列名写错了的，请改正；不需要的，可以不管。");
}
