// Findings about files that DuckDB reads and writes, and about DuckDB itself.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Data.DuckDb;

/// <summary>DSL513x: Parquet and .duckdb tables.</summary>
public static class DuckDbDiagnostics
{
    /// <summary>The native library is not beside the program, or not one of this system.</summary>
    public static readonly DiagnosticRule LibraryMissing = new("DSL5131", Severity.Error,
        "读写 Parquet 和 DuckDB 文件需要 DuckDB 程序库，这个 policy 程序没有带，或者这个系统用不了。",
        "编辑器扩展里的程序不带它：请改用 ./policy 或发布的程序包；没有适合这个系统的程序库时，请改用 CSV、JSON 或 Excel 文件。");

    /// <summary>Not Parquet, not a database, or only a part of one: in the words of DuckDB, or as our own look at the file found.</summary>
    public static readonly DiagnosticRule Damaged = new("DSL5133", Severity.Error,
        "“{0}”不是完整的 {1} 文件：{2}", "文件可能没有传完、已经损坏，或者扩展名不对；请重新导出。");

    public static readonly DiagnosticRule EmptyFile = Damaged.Worded("“{0}”不是完整的 {1} 文件：文件是空的。");

    public static readonly DiagnosticRule Encrypted = Damaged.Worded("“{0}”不是完整的 {1} 文件：文件是加密的。");

    /// <summary>The first bytes are not those of Parquet.</summary>
    public static readonly DiagnosticRule NoParquetMark = Damaged.Worded("“{0}”不是完整的 {1} 文件：开头没有 PAR1 标记。");

    /// <summary>The last bytes are not those of Parquet.</summary>
    public static readonly DiagnosticRule CutOff = Damaged.Worded("“{0}”不是完整的 {1} 文件：结尾没有 PAR1 标记，文件不完整。");

    /// <summary>The first bytes are not those of a database.</summary>
    public static readonly DiagnosticRule NoDatabaseMark = Damaged.Worded("“{0}”不是完整的 {1} 文件：没有 DUCK 标记。");

    /// <summary>A table that ends early.</summary>
    public static readonly DiagnosticRule RowsMissing = Damaged.Worded("“{0}”不是完整的 {1} 文件：应有 {2} 行，只读到 {3} 行。");

    /// <summary>A table that the database does not have.</summary>
    public static readonly DiagnosticRule NoSuchTable = new("DSL5134", Severity.Error,
        "“{0}”中没有表“{1}”。", "请改为其中的一张表：{2}。");

    /// <summary>A database address without a table.</summary>
    public static readonly DiagnosticRule TableNotNamed = new("DSL5135", Severity.Error,
        "没有指明“{0}”中的哪一张表。", "请在文件名后写上井号和表名，如 {0}#{1}。");

    /// <summary>A column whose values are no single cells.</summary>
    public static readonly DiagnosticRule UnsupportedColumn = new("DSL5136", Severity.Error,
        "列“{0}”的类型是 {1}，无法读取。", "请在导出时改为文本、数字、日期或布尔。");

    /// <summary>A column that keeps six or seven digits.</summary>
    public static readonly DiagnosticRule SinglePrecision = new("DSL5126", Severity.Error,
        "列“{0}”的类型是 FLOAT（单精度浮点数），只存得下六七位有效数字：1000000.01 存成了 1000000，看不出来。",
        "请从原来的数据重新导出，把这一列改为 DECIMAL(18,2)、DOUBLE 或文本。");

    /// <summary>A cell of a column of binary floating point that stands for no certain number.</summary>
    public static readonly DiagnosticRule InexactNumber = new("DSL5137", Severity.Error,
        "“{0}”来自浮点数列，超出了浮点数能准确表示的范围。", "请在导出时把这一列改为 DECIMAL 或文本。");

    /// <summary>NaN and infinities.</summary>
    public static readonly DiagnosticRule NoNumber = InexactNumber.Worded("“{0}”来自浮点数列，不是一个数。");
}
