// One row per setting: its name, what it says, how its text is read. File, environment, flags and the reference page go by this table.
using System.Collections.Immutable;
using System.Globalization;
using Dsl.Host.Store;
using Dsl.Values.Exact;

namespace Dsl.Host.Settings;

/// <summary>A setting.</summary>
/// <param name="Name">Its name in the file (parts joined by a colon); in the environment POLICY_HOST_ and __ for each colon.</param>
/// <param name="Description">What it says, for the reference.</param>
/// <param name="Apply">Puts a value into settings; the text says why the value cannot be used, null where all is well.</param>
internal sealed record Setting(string Name, string Description, Func<HostSettings, string, (HostSettings Settings, string? Problem)> Apply);

/// <summary>All settings but the folders of policies, which are a list.</summary>
internal static class SettingTable
{
    private const string Secret = "identity:secret";

    /// <summary>What is wrong with settings that belong together; null where nothing is.</summary>
    public static (string Name, string Problem)? ProblemOf(HostSettings settings) => settings.Identity switch
    {
        { Authority: "" } => ("identity:authority", "写了身份服务的其他几项，没有写它的地址"),
        { Client: "" } => ("identity:client", "写了身份服务的地址，没有写编号"),
        { Secret: "" } => (Secret, "写了身份服务的地址，没有写密钥"),
        _ => null,
    };

    public static ImmutableArray<Setting> All { get; } =
    [
        new("data", "数据目录：控制库、政策的存档、登记数据的快照、结果", static (settings, text) =>
            text.Length == 0 ? (settings, "不能是空的") : (settings with { DataFolder = text }, null)),
        new("store", "控制库：sqlite（数据目录里的一个文件），或 postgres://用户@主机/数据库", static (settings, text) =>
            (settings with { Store = text }, ControlStores.Problem(text))),
        new("registry", "登记数据（文件夹、文件或数据库），导入成快照以后才测算；缺省是政策文件夹里的 sample", static (settings, text) =>
            text.Length == 0 ? (settings, "不能是空的") : (settings with { Registry = text }, null)),
        new("retention", "没有公布的测算结果、不再用的登记数据保留多少天，缺省 366，不少于 184", static (settings, text) =>
            Number(text, 184, 36_500) is { } number ? (settings with { RetentionDays = number }, null)
            : (settings, "要写 184 到 36500 的整数")),
        new("pages", "做好的页面在哪个文件夹；缺省是程序旁边的 pages，没有也不妨碍接口", static (settings, text) =>
            PageFiles.AreIn(text) ? (settings with { Pages = text }, null) : (settings, "里面没有 index.html")),
        new("urls", "监听的地址，几个用分号隔开；缺省只有本机能访问", static (settings, text) => Urls(settings, text)),
        new("date", "请求里没有写测算日时用哪一天", static (settings, text) =>
            CivilDate.TryParse(text, DateForms.Text, out var date)
            ? (settings with { AsOf = date }, null)
            : (settings, "不是日期，写成 2024-12-31")),
        new("policies:debounce", "政策文件停止改动多少毫秒以后读入", static (settings, text) =>
            Number(text, 0, 60_000) is { } number ? (settings with { Debounce = TimeSpan.FromMilliseconds(number) }, null)
            : (settings, "要写 0 到 60000 的整数")),
        new("policies:poll", "每隔多少秒看一次政策文件有没有改动", static (settings, text) =>
            Number(text, 1, 3_600) is { } number ? (settings with { PollInterval = TimeSpan.FromSeconds(number) }, null)
            : (settings, "要写 1 到 3600 的整数")),
        new("limits:body", "一个请求最多多少字节", static (settings, text) =>
            Number(text, 1_024, 1 << 30) is { } number ? (settings with { MostBodyBytes = number }, null)
            : (settings, "要写 1024 到 1073741824 的整数")),
        new("limits:requests", "一个账号或密钥一分钟最多多少个请求", static (settings, text) =>
            Number(text, 1, 10_000_000) is { } number ? (settings with { MostRequests = number }, null)
            : (settings, "要写 1 到 10000000 的整数")),
        new("limits:anonymous", "没有登录的，一个地址一分钟最多多少个请求", static (settings, text) =>
            Number(text, 1, 10_000_000) is { } number ? (settings with { MostAnonymousRequests = number }, null)
            : (settings, "要写 1 到 10000000 的整数")),
        new("limits:sign-in", "一个地址一分钟最多试多少次登录", static (settings, text) =>
            Number(text, 1, 10_000) is { } number ? (settings with { MostSignIns = number }, null)
            : (settings, "要写 1 到 10000 的整数")),
        new("limits:seconds", "一个请求最多多少秒；成批测算不限", static (settings, text) =>
            Number(text, 1, 86_400) is { } number ? (settings with { LongestRequest = TimeSpan.FromSeconds(number) }, null)
            : (settings, "要写 1 到 86400 的整数")),
        new("identity:authority", "身份服务（OpenID Connect）的地址，缺省没有", static (settings, text) =>
            Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
            && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback))
            ? (settings with { Identity = (settings.Identity ?? new()) with { Authority = text } }, null)
            : (settings, "要以 https:// 开头")),
        new("identity:client", "本服务在身份服务里登记的编号（client_id）", static (settings, text) =>
            (settings with { Identity = (settings.Identity ?? new()) with { Client = text } }, text.Length > 0 ? null : "不能是空的")),
        new(Secret, "本服务在身份服务里的密钥（client_secret），请写在环境变量里", static (settings, text) =>
            (settings with { Identity = (settings.Identity ?? new()) with { Secret = text } }, text.Length > 0 ? null : "不能是空的")),
        new("identity:name", "身份服务的哪一项是账号的名称，缺省 preferred_username", static (settings, text) =>
            (settings with { Identity = (settings.Identity ?? new()) with { NameClaim = text } }, text.Length > 0 ? null : "不能是空的")),
        new("identity:title", "页面上怎样称呼身份服务，缺省 统一身份认证", static (settings, text) =>
            (settings with { Identity = (settings.Identity ?? new()) with { Title = text } },
                text.Trim().Length > 0 ? null : "不能是空的")),
        new("telemetry:otlp", "指标、跟踪、日志发到哪里（OTLP，HTTP），如 http://127.0.0.1:9000；缺省不发", static (settings, text) =>
            Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? (settings with { Collector = text }, null)
            : (settings, "写成 http://127.0.0.1:9000")),
    ];

    private static (HostSettings Settings, string? Problem) Urls(HostSettings settings, string text)
    {
        var urls = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return urls.Length > 0 && Array.TrueForAll(urls, static url => Uri.TryCreate(url, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/")
            ? (settings with { Urls = [.. urls] }, null)
            : (settings, "写成 http://127.0.0.1:8050");
    }

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
        ? number
        : null;
}
