// Facts that make no sense, of every shape: the requests answer with findings or refuse, and never fail.
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Tests.Harness;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class FuzzedFactsTests
{
    private static readonly string[] Names = ["企业", "人才", "主题活动", "其他政策支持", "核定", "兑现记录", "参数", "测算日", "年度",
        "实际费用", "行业", "已认定", "研发人员数", "登记日期", "活动编号", "协同举办",
        "门槛", "比例", "文号", "事项", "事项行", "金额", "条款", "", "\0", "企业.名称", "甲"];

    private static readonly string[] Texts =
        ["", " ", "是", "12", "1e400", "1e-400", "-5", "100万元", "35%", "99999999999999999999999999999", "2023-02-30", "0001-01-01",
            "9999-12-31", "2023年度", "0", "1", "2", "12.5人", "3/4", "，", "\u0000", "未知",
            "研发投入", "文化旅游", "1".PadRight(400, '9')];

    [Theory]
    [InlineData(1, 250)]
    [InlineData(2, 250)]
    public void 乱填的事实(int seed, int cases)
    {
        var random = new Random(seed);
        using var folder = Harness.Names.Folder();
        using var client = new LspClient(folder.Root);
        for (var i = 0; i < cases; i++)
        {
            var facts = (JsonObject)Make(random, 0, isObject: true);
            foreach (var (method, more) in ((string, JsonObject)[])[("policy/tryOut", []),
                ("policy/exampleText", new() { ["title"] = Pick(random, Texts) }),
                ("policy/curve", new() { ["axis"] = $"{Pick(random, Harness.Names.Policy.Split('\n'))}.x", ["row"] = random.Next(-1, 3) }),
                ("policy/curve", new()
                {
                    ["axis"] = Pick(random,
                        ["企业.实际费用", "主题活动.活动费用", "兑现记录.金额", "核定.金额", "测算日", "年度", "参数.门槛"]),
                    ["row"] = random.Next(-1, 3), ["from"] = Pick(random, Texts)
                })])
            {
                var parameters = client.At(Harness.Names.File);
                (parameters["number"], parameters["facts"]) =
                    (random.Next(5) == 0 ? Pick(random, Texts) : $"{random.Next(1, 3)}", facts.DeepClone());
                foreach (var (name, value) in more)
                    parameters[name] = value?.DeepClone();
                var told = parameters.ToJsonString();
                var answer = client.Ask(method, parameters);
                Assert.True(
                    answer["result"] is not null || ExamplesTests.Code(answer) is ErrorCode.RequestFailed or ErrorCode.InvalidParams,
                    $"{method} {told}: {answer.ToJsonString()}");
            }
        }
        client.Dispose();
        Assert.DoesNotContain(client.Notifications, static message => message["method"]?.GetValue<string>() == "window/logMessage");
    }

    private static JsonNode Make(Random random, int depth, bool isObject = false)
    {
        switch (isObject ? 0 : random.Next(depth > 3 ? 3 : 0, 8))
        {
            case 0 or 1:
                var made = new JsonObject();
                for (var count = random.Next(0, 6); count > 0; count--)
                {
                    var name = Pick(random, Names);
                    made[name] = depth == 0 && random.Next(3) > 0 ? Likely(random, name) : Make(random, depth + 1);
                }
                return made;
            case 2:
                return new JsonArray([.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Make(random, depth + 1))]);
            case 3:
                return JsonValue.Create(random.Next(2) == 0);
            case 4:
                return JsonValue.Create(random.Next(-100, 5_000_000));
            case 5:
                return JsonValue.Create(random.NextDouble() * 1e9);
            default:
                return JsonValue.Create(Pick(random, Texts));
        }
    }

    /// <summary>A table where one belongs, with cells that may be anything.</summary>
    private static JsonNode Likely(Random random, string name)
    {
        JsonNode Row() =>
            new JsonObject(Enumerable.Range(0, random.Next(0, 5))
                .Select(_ => KeyValuePair.Create(Pick(random, Names), (JsonNode?)JsonValue.Create(Pick(random, Texts))))
                .DistinctBy(static pair => pair.Key));
        return name is "企业" or "参数" ? Row()
            : name is "主题活动" or "其他政策支持" or "核定" or "兑现记录"
                ? new JsonArray([.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Row())])
            : JsonValue.Create(Pick(random, Texts));
    }

    private static T Pick<T>(Random random, T[] items) => items[random.Next(items.Length)];
}
