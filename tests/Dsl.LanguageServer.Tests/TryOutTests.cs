// policy/tryOut: the form of a clause, and its result.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.Evaluation.Examples;
using Dsl.Evaluation.Explaining;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.LanguageServer.Protocol.Methods;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class TryOutTests
{
    private const string File = Names.File;

    [Fact]
    public void 表单列出条款要用的事实()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        var answer = Ask(client, "1");
        Assert.Equal("费用补贴", answer["title"]?.GetValue<string>());
        Assert.Equal(
        [
            "测算: 测算日 date, 年度 year", "企业: 行业 list, 研发人员数 number 人, 实际费用 amount 元, 已认定 boolean",
            "主题活动* 活动编号: 活动编号 text, 协同举办 boolean",
            "参数: 门槛 number 人",
        ], Form(answer));
        var fields = Fields(answer, "企业");
        Assert.Equal("[\"万元\",\"元\",\"亿元\"]", ExamplesTests.Text(fields[2]["units"]));
        Assert.Equal("企业.实际费用", fields[2]["axis"]?.GetValue<string>());
        Assert.Null(fields[0]["axis"]);
        Assert.Equal("[\"文化旅游\",\"专业服务\",\"其他\"]", ExamplesTests.Text(fields[0]["choices"]));
        Assert.Contains("全职", fields[1]["help"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(fields[3]["isRecognition"]?.GetValue<bool>());
        Assert.Equal("施行日期 2021-06-21", Fields(answer, "")[0]["fallback"]?.GetValue<string>());
        Assert.Equal("测算日", Fields(answer, "")[0]["axis"]?.GetValue<string>());
        Assert.All(fields, static field => Assert.False(field["isScope"]?.GetValue<bool>()));
        // 范围 asks for 行业, and so does the clause itself; without the clause's own condition it is of the 范围 alone.
        client.Open(File, Names.Policy.Replace("条件 已认定 且 行业 属于 [文化旅游, 专业服务]", "条件 已认定", StringComparison.Ordinal));
        Assert.True(Fields(Ask(client, "1"), "企业")[0]["isScope"]?.GetValue<bool>());
    }

    [Fact]
    public void 逐行核定的表单()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        var answer = Ask(client, "2");
        Assert.Equal(
            ["测算: 测算日 date, 年度 year", "企业: 行业 list, 已认定 boolean",
                "主题活动* 活动编号 每个: 活动编号 text, 活动费用 amount 元, 协同举办 boolean",
                "核定*: 金额 amount 元, 事项行 text", "兑现记录*: 年度 year, 金额 amount 元, 事项行 text"], Form(answer));
        Assert.Equal("{\"企业\":{}}", ExamplesTests.Text(answer["facts"]));
        Assert.Equal("资料不全", answer["result"]?["status"]?.GetValue<string>());
        var typed = new JsonObject
        {
            ["企业"] = new JsonObject { ["行业"] = "文化旅游", ["已认定"] = "是" },
            ["主题活动"] = new JsonArray(new JsonObject { ["活动编号"] = "", ["活动费用"] = "12万元", ["协同举办"] = "是" },
                new JsonObject { ["活动费用"] = "9.5万元", ["协同举办"] = "是" }),
            ["核定"] = new JsonArray(new JsonObject { ["金额"] = "" }, new JsonObject { ["事项行"] = "1", ["金额"] = "6万元" },
                new JsonObject { ["事项行"] = "2", ["金额"] = "1万元" }),
        };
        var result = Ask(client, "2", typed)["result"];
        Assert.Equal("符合 6万元", $"{result?["status"]} {result?["amount"]}");
        Assert.Equal("2", result?["explanation"]?["条款"]?.GetValue<string>());
        Assert.Equal(["1", "2"],
            result?["explanation"]?["计算"]?.AsArray().Select(static unit => unit?["事项行"]?.GetValue<string>()) ?? []);
        typed["核定"]?[2]?.AsObject().Remove("事项行");
        typed["主题活动"]?[1]?.AsObject()["活动费用"] = "九万";
        var findings = Ask(client, "2", typed)["findings"]?.AsArray() ?? [];
        Assert.Equal(["主题活动.活动费用#1", "核定.事项行#2"], findings.Select(static finding => $"{finding?["path"]}#{finding?["row"]}"));
        Assert.All(findings, static finding => Assert.NotEmpty(finding?["message"]?.GetValue<string>() ?? ""));
    }

    [Fact]
    public void 预填和改动()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        var answer = Ask(client, "1");
        Assert.Equal("{\"测算日\":\"2023-06-30\",\"企业\":{\"行业\":\"文化旅游\",\"研发人员数\":\"20\",\"实际费用\":\"200万元\","
            + "\"已认定\":\"是\"},\"主题活动\":[{\"协同举办\":\"是\"}],"
            + "\"其他政策支持\":[{\"文号\":\"别的\",\"事项\":\"研发投入\",\"金额\":\"1元\"}],\"参数\":{\"门槛\":\"10\"}}",
                ExamplesTests.Text(answer["facts"]));
        Assert.Equal("符合 599999.7元",
            $"{answer["result"]?["status"]} {answer["result"]?["amount"]?.GetValue<string>().Replace(",", "", StringComparison.Ordinal)}");
        Assert.Equal("三成", Assert.Single(answer["examples"]?.AsArray() ?? [])?["title"]?.GetValue<string>());
        var facts = answer["facts"]?.DeepClone().AsObject() ?? [];
        facts["企业"]?.AsObject()["实际费用"] = 3_000_000;
        facts["参数"]?.AsObject()["门槛"] = "30人";
        facts["年度"] = "";
        facts["测算日"] = null;
        var changed = Ask(client, "1", facts);
        Assert.Equal("不符合 0元", $"{changed["result"]?["status"]} {changed["result"]?["amount"]}");
        Assert.Equal(ExamplesTests.Text(facts), ExamplesTests.Text(changed["facts"]));
        facts["企业"]?.AsObject()["实际费用"] = new JsonArray();
        facts["企业"]?.AsObject()["行业"] = "农业";
        facts["年度"] = "二〇二三";
        facts["人才"] = new JsonObject();
        var findings =
            Ask(client, "1", facts)["findings"]?.AsArray().Select(static finding => finding?["path"]?.GetValue<string>()).ToList() ?? [];
        Assert.Contains("企业.行业", findings);
        Assert.Contains("年度", findings);
        Assert.Contains("企业.实际费用", findings);
    }

    [Fact]
    public void 竞合享受目标和说明()
    {
        const string Policy = """
            政策 支持办法
              文号     试政发〔2021〕1号
              发文机关 试验区人民政府
              施行日期 2021-06-21
              使用     schema.policy
              竞合     本区其他政策 从高不重复

            条款 1 补贴
              事项 研发投入
              频次 每年 最多 3年
              条件 已认定
              奖补 = min(实际费用 * 30%, 100万元)

            条款 2 绿色通道
              条件 已认定
              享受 优先办理

            条款 3 宣传
              说明 加强宣传。

            目标 8 企业数
              期限 2025年度
              指标 = 计数(企业)
              值 不少于 20家

            算例 条款 2 办理
              已知 已认定 = 是
              应得 符合
            """;
        using var folder = Small.Folder(Policy);
        using var client = new LspClient(folder.Root);
        var facts = new JsonObject
        {
            ["企业"] = new JsonObject { ["已认定"] = true, ["实际费用"] = "200万元" },
            ["其他政策支持"] = new JsonArray(new JsonObject { ["事项"] = "研发投入", ["金额"] = "70万元" }),
            ["兑现记录"] = new JsonArray(new JsonObject { ["年度"] = 2020, ["金额"] = "1万元" }),
        };
        var first = Ask(client, "1", facts);
        Assert.Equal(
            ["测算: 测算日 date, 年度 year", "企业: 实际费用 amount 元, 已认定 boolean",
                "其他政策支持*: 文号 text, 事项 text, 年度 year, 金额 amount 元", "兑现记录*: 年度 year, 金额 amount 元"],
            Form(first));
        Assert.Contains("「研发投入」", Fields(first, "其他政策支持")[1]["help"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("让位", first["result"]?["status"]?.GetValue<string>());
        var entitlement = Ask(client, "2");
        Assert.Equal("{\"企业\":{\"已认定\":\"是\"}}", ExamplesTests.Text(entitlement["facts"]));
        Assert.Equal("符合", entitlement["result"]?["status"]?.GetValue<string>());
        Assert.Equal("条款 3 只作说明，没有可以计算的。", Ask(client, "3")["problem"]?.GetValue<string>());
        Assert.Equal("8 是目标，按一批主体计算，不能试算。", Ask(client, "8")["problem"]?.GetValue<string>());
        Assert.Equal("没有条款「9」。", Ask(client, "9")["problem"]?.GetValue<string>());
        client.Open(File, Policy.Replace("享受 优先办理", "享受", StringComparison.Ordinal));
        Assert.StartsWith("有错误，改正以后才能计算。第 1", Ask(client, "2", facts)["problem"]?.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Equal(ExamplesTests.Text(facts), ExamplesTests.Text(Ask(client, "2", facts)["facts"]));
    }

    [Theory]
    [InlineData("２００万元", "200万元 = 2,000,000元")]
    [InlineData("1，000万元", "1000万元 = 10,000,000元")]
    [InlineData("1.5亿", "1.5亿元 = 150,000,000元")]
    [InlineData("200元", "200元")]
    public void 读成什么都说出来(string typed, string expected)
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        var facts = new JsonObject
        {
            ["企业"] = new JsonObject { ["实际费用"] = typed, ["研发人员数"] = "２０" },
            ["参数"] = new JsonObject { ["门槛"] = "1.2万人" }
        };
        var answer = Ask(client, "1", facts);
        Assert.Equal([$"企业.实际费用 {expected}", "企业.研发人员数 20人", "参数.门槛 1.2万人 = 12,000人"],
            (answer["read"]?.AsArray() ?? []).Select(static read => $"{read?["path"]} {read?["text"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void 别的条款有错误也能试算()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        client.Open(File,
            Names.Policy.Replace("  连同 条款 2\n", "", StringComparison.Ordinal)
                .Replace("企业.行业 = 文化旅游\n", "没有的事实\n", StringComparison.Ordinal));
        Assert.Equal("符合 599,999.7元", $"{Ask(client, "1")["result"]?["status"]} {Ask(client, "1")["result"]?["amount"]}");
        Assert.Contains("DSL2001", Ask(client, "2")["problem"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void 没有数据定义和没有事实的条款()
    {
        using var folder = new Folder();
        folder.Write("policy.json", "{}");
        using var client = new LspClient(folder.Root);
        client.Open(File, "政策 新办法\n  施行日期 2021-01-01\n\n条款 1 补贴\n  频次 每年\n  奖补 = 1万元\n");
        Assert.Contains("有错误", Ask(client, "1")["problem"]?.GetValue<string>(), StringComparison.Ordinal);
        folder.Write("schema.policy", Small.Schema);
        client.Notify("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray() });
        client.Open(File, "政策 新办法\n  施行日期 2021-01-01\n  使用 schema.policy\n\n条款 1 补贴\n  频次 每年\n  奖补 = 1万元\n");
        var answer = Ask(client, "1");
        Assert.Equal(["测算: 测算日 date, 年度 year"], Form(answer));
        Assert.Equal("符合 1万元", $"{answer["result"]?["status"]} {answer["result"]?["amount"]}");
        Assert.Equal("不在施行期", Ask(client, "1", new JsonObject { ["测算日"] = "2020-12-31" })["result"]?["status"]?.GetValue<string>());
    }

    [Fact]
    public void 参数不对()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        JsonObject With(string name, JsonNode? value)
        {
            var parameters = client.At(File);
            parameters["number"] = "1";
            parameters[name] = value;
            return parameters;
        }
        foreach (var wrong in (JsonObject[])[client.At(File), With("number", 1), With("facts", "文字"), With("facts", new JsonArray()),
            With("textDocument", null)])
            Assert.Equal(ErrorCode.InvalidParams, ExamplesTests.Code(client.Ask("policy/tryOut", wrong)));
        Assert.Equal(ErrorCode.RequestFailed,
            ExamplesTests.Code(client.Ask("policy/tryOut", With("textDocument", new JsonObject { ["uri"] = "file:///nowhere.policy" }))));
    }

    [Fact]
    public void 本库每个条款和每个算例()
    {
        using var folder = Folder.OfRepository();
        var clauses = 0;
        foreach (var file in Directory.EnumerateFiles(folder.Root, "*.policy").Select(Path.GetFileName).OfType<string>())
        {
            var snapshot = Names.Snapshot(folder, file);
            var (policy, problem) = snapshot.ComputableOf(Names.Path(folder, file));
            Assert.True(policy is not null, problem);
            foreach (var clause in policy.Clauses.Where(static clause => clause.Kind != ClauseKind.Declaratory))
            {
                clauses++;
                var tried = TriedClause.Find(snapshot, Names.Path(folder, file), clause.Number).Clause;
                Assert.NotNull(tried);
                var first = JsonSerializer.SerializeToElement(FormFacts.First(tried));
                var without = TryOutResult.Of(tried, FormFacts.Read(tried, first));
                Assert.Empty(without.Findings);
                Assert.NotEmpty(without.Tables);
                AssertFormHolds(without);
                foreach (var example in tried.Examples)
                {
                    var facts = JsonSerializer.SerializeToElement(FormFacts.Of(tried.Program, example));
                    var typed = TryOutResult.Of(tried, FormFacts.Read(tried, facts));
                    Assert.Empty(typed.Findings);
                    Assert.Equal(Words(new ExampleRunner(tried.Program).Run(policy, example with { CompetingClauses = [] })),
                        Words(typed.Result));
                    AssertFormHolds(typed);
                }
            }
        }
        Assert.InRange(clauses, 80, 1000);
    }

    /// <summary>Whatever the explanation lacks can be typed into the form.</summary>
    private static void AssertFormHolds(TryOutResult tried)
    {
        var names = tried.Tables.SelectMany(static table => table.Fields.Select(static field => field.Name).Append(table.Name))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var need in tried.Result?.Clause?.Unknowns.Items ?? [])
        {
            if (need.Kind is UnknownKind.Fact or UnknownKind.Table or UnknownKind.Recognition)
                Assert.Contains(names, name => name.Length > 0 && need.Name.Contains(name, StringComparison.Ordinal));
        }
    }

    private static string Words(ExampleResult? result) =>
        result is { Clause: { } clause, Explanation: { } explanation }
            ? $"{clause.Status} {clause.Amount}\n{ExplanationText.Write(explanation)}"
            : "";

    private static JsonObject Ask(LspClient client, string number, JsonObject? facts = null)
    {
        var parameters = client.At(File);
        (parameters["number"], parameters["facts"]) = (number, facts?.DeepClone());
        return client.Request("policy/tryOut", parameters)?.AsObject() ?? [];
    }

    /// <summary>Each table with its fields; * has rows.</summary>
    private static List<string> Form(JsonObject answer) => [.. answer["form"]?.AsArray().Select(static table =>
        $"{table?["label"]}{(table?["isRows"]?.GetValue<bool>() == true ? "*" : "")}{(table?["keyField"] is { } key ? $" {key}" : "")}"
        + $"{(table?["isEach"]?.GetValue<bool>() == true ? " 每个" : "")}: "
        + string.Join(", ",
            table?["fields"]?.AsArray().Select(static field => $"{field?["name"]} {field?["kind"]} {field?["unit"]}".Trim()) ?? []))
            ?? []];

    private static List<JsonObject> Fields(JsonObject answer, string table) =>
        [.. answer["form"]?.AsArray().First(known => known?["name"]?.GetValue<string>() == table)?["fields"]?.AsArray().OfType<JsonObject>()
            ?? []];
}
