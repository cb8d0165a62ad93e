// Findings about the cache of compiled policies.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Engines;

/// <summary>DSL5910: what is kept between runs.</summary>
public static class CacheDiagnostics
{
    /// <summary>A folder whose content others may have put there.</summary>
    public static readonly DiagnosticRule NotUsed = new("DSL5910", Severity.Warning,
        "没有使用缓存文件夹“{0}”：{1}。",
        "其中的程序可能不是您自己编译的，所以没有载入，也没有保存；结果不受影响，只是每次重新编译。"
        + "请用环境变量 {2} 指定只有您自己能写的文件夹（完整路径），或写 {2}=off。");
}
