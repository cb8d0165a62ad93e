// The catalogue of what can go wrong in a request.
using System.Collections.Frozen;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Host.Problems;

/// <summary>DSL61xx: requests.</summary>
public static class ApiDiagnostics
{
    /// <summary>No such address.</summary>
    public static readonly DiagnosticRule NoRoute =
        new("DSL6101", Severity.Error, "没有这个地址：{0}。", "可用的地址见 /scalar 或 /openapi/v1.json。");

    /// <summary>The address is there, the method is not.</summary>
    public static readonly DiagnosticRule WrongMethod =
        new("DSL6102", Severity.Error, "这个地址不接受 {0}。", "接受的方法见响应头 Allow，或见 /scalar。");

    /// <summary>A body above the limit.</summary>
    public static readonly DiagnosticRule BodyTooLarge =
        new("DSL6103", Severity.Error, "请求的内容超过了 {0} 字节。", "请分几次提交；成批测算请用 /api/v1/evaluate/many。");

    /// <summary>A body that is no JSON in UTF-8.</summary>
    public static readonly DiagnosticRule NotJson =
        new("DSL6104", Severity.Error, "请求的内容不能读：{0}。", "请用 UTF-8 编码的 JSON，并写明 Content-Type: application/json。");

    /// <summary>Facts with mistakes.</summary>
    public static readonly DiagnosticRule BadFacts =
        new("DSL6105", Severity.Error, "事实有 {0} 处错误，没有测算。", "每一处的位置和改法见 errors。");

    /// <summary>A parameter of the address that cannot be used.</summary>
    public static readonly DiagnosticRule BadParameter =
        new("DSL6106", Severity.Error, "地址里“{0}”的值“{1}”不能用：{2}。", "请改正后重试。");

    /// <summary>A mistake of the program.</summary>
    public static readonly DiagnosticRule Internal =
        new("DSL6109", Severity.Error, "程序内部错误（编号 {0}）。这是程序的问题，不是数据的问题。", "请把编号告诉管理员；日志里有详情。");
}

/// <summary>With which status a problem is answered.</summary>
public static class ProblemStatus
{
    private static readonly FrozenDictionary<string, int> Statuses = new Dictionary<DiagnosticRule, int>
    {
        [HostDiagnostics.StoreUnavailable] = 503, [HostDiagnostics.StoreOutcomeUnknown] = 503, [HostDiagnostics.AuditUnavailable] = 503,
        [HostDiagnostics.NoPolicySet] = 503, [HostDiagnostics.NoPolicySetOnDate] = 422, [HostDiagnostics.UnknownPolicySet] = 404,
        [JobDiagnostics.NoRegistry] = 409, [JobDiagnostics.NoSource] = 409, [JobDiagnostics.NoSuchJob] = 404,
        [JobDiagnostics.CannotCancel] = 409, [JobDiagnostics.JobBroken] = 500, [JobDiagnostics.ResultDamaged] = 409, [JobDiagnostics.BadDraft] = 422,
        [ApiDiagnostics.NoRoute] = 404, [ApiDiagnostics.WrongMethod] = 405, [ApiDiagnostics.BodyTooLarge] = 413,
        [ApiDiagnostics.NotJson] = 400, [ApiDiagnostics.BadFacts] = 422, [ApiDiagnostics.BadParameter] = 400,
        [ApiDiagnostics.Internal] = 500,
    }.ToFrozenDictionary(static pair => pair.Key.Code, static pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The HTTP status of a rule.</summary>
    public static int Of(DiagnosticRule rule) => Statuses.GetValueOrDefault(rule.Code, 500);
}
