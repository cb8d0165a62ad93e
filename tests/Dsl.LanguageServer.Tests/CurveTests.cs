// policy/curve: the award against one fact, and where it changes, exactly.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.Evaluation.Examples;
using Dsl.Facts.Cells;
using Dsl.Ir.Nodes;
using Dsl.LanguageServer.Features.Curves;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.LanguageServer.Protocol.Methods;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class CurveTests
{
    private const string File = Names.File;

    private const string Head = "政策 支持办法\n  文号 试政发〔2021〕1号\n  施行日期 2021-06-21\n  失效日期 2023-12-31\n  使用 "
        + "schema.policy\n\n参数 门槛 : 人 外部\n\n条款 1 补贴\n  频次 每年\n";

    [Theory]
    [InlineData("条件 实际费用 >= 30万元\n奖补 = min(实际费用 * 30%, 100万元)", "企业.实际费用", "实际费用=200万元",
        "30万元 门槛 实际费用 >= 30万元|30万元 跳变 不符合 0元 → 符合 9万元|3333333.34元 上限 100万元")]
    [InlineData("条件 实际费用 超过 30万元\n奖补 = 5万元", "企业.实际费用", "实际费用=200万元",
        "30万元 门槛 实际费用 超过 30万元|300000.01元 跳变 不符合 0元 → 符合 5万元")]
    [InlineData("条件 研发人员数 不少于 30人\n奖补 = 研发人员数 * 1万元/人", "企业.研发人员数", "研发人员数=40",
        "30人 门槛 研发人员数 不少于 30人|30人 跳变 不符合 0元 → 符合 30万元")]
    [InlineData("奖补 = max(实际费用 * 10%, 5万元)", "企业.实际费用", "实际费用=20万元", "50万元 下限 5万元")]
    [InlineData("条件 研发人员数 >= 门槛\n奖补 = 1万元", "参数.门槛", "研发人员数=7",
        "7人 门槛 研发人员数 >= 门槛|8人 跳变 符合 1万元 → 不符合 0元")]
    [InlineData(
        "奖补 =\n    | 研发人员数  | 金额   |\n    | 不足 10人   | 1万元  |\n    | 10人..19人  | 5万元  |\n    | 20人以上    | 9万元  |",
        "企业.研发人员数", "研发人员数=7",
        "10人 门槛 研发人员数 不足 10人|10人 门槛 研发人员数 10人..19人|10人 跳变 1万元 → 5万元|19人 门槛 研发人员数 10人..19人|20人 门槛 "
        + "研发人员数 20人以上|20人 跳变 5万元 → 9万元")]
    [InlineData("条件 登记日期 >= 2020-01-01\n奖补 = 1万元", "企业.登记日期", "登记日期=2020-06-01",
        "2020-01-01 门槛 登记日期 >= 2020-01-01|2020-01-01 跳变 不符合 0元 → 符合 1万元")]
    [InlineData("奖补 = 1万元", "测算日", "", "2021-06-21 跳变 不在施行期 0元 → 符合 1万元|2024-01-01 跳变 符合 1万元 → 不在施行期 0元")]
    [InlineData("单位上限 20万元\n每个 主题活动\n奖补 = 活动费用 * 50%", "主题活动.活动费用", "", "399999.99元 单位上限 20万元")]
    [InlineData("奖补 = 核定 最高 实际费用 * 20%", "核定.金额", "实际费用=200万元", "40万元 最高 40万元")]
    [InlineData("奖补 = 核定 最高 实际费用 * 20%", "企业.实际费用", "实际费用=200万元", "250万元 最高 50万元")]
    [InlineData("条件 研发人员数 * 2 >= 职工总数\n奖补 = 1万元", "企业.研发人员数", "研发人员数=3;职工总数=11",
        "6人 门槛 研发人员数 * 2 >= 职工总数|6人 跳变 不符合 0元 → 符合 1万元")]
    public void 变化的地方(string lines, string axis, string facts, string expected)
    {
        using var folder = Small.Folder(Head + string.Concat(lines.Split('\n').Select(static line => $"  {line}\n")));
        using var client = new LspClient(folder.Root);
        var given = new JsonObject
        {
            ["企业"] = new JsonObject(), ["参数"] = new JsonObject { ["门槛"] = "5" },
            ["主题活动"] = new JsonArray(new JsonObject { ["活动费用"] = "10万元" }),
            ["核定"] = new JsonArray(new JsonObject { ["金额"] = "50万元" })
        };
        if (lines.Contains("每个", StringComparison.Ordinal))
            given.Remove("核定");
        foreach (var fact in facts.Split(';', StringSplitOptions.RemoveEmptyEntries))
            given["企业"]?.AsObject().Add(fact.Split('=')[0], fact.Split('=')[1]);
        var answer = Ask(client, given, axis);
        Assert.Null(answer["problem"]?.GetValue<string>());
        Assert.Equal(expected.Split('|'), Marks(answer).Select(static mark => $"{mark["xText"]} {mark["text"]}"));
        var points = answer["points"]?.AsArray().Select(static point => point?["x"]?.GetValue<double>() ?? -1).ToList() ?? [];
        Assert.Equal(points.Order(), points);
        Assert.All(Marks(answer), mark => Assert.Contains(mark["x"]?.GetValue<double>() ?? -1, points));
    }

    [Fact]
    public void 单位范围和位置()
    {
        var policy = Head + "  条件 已认定\n  条件 实际费用 >= 30万元\n  奖补 = min(实际费用 * 30%, 100万元)\n";
        using var folder = Small.Folder(policy);
        using var client = new LspClient(folder.Root);
        var facts = new JsonObject { ["企业"] = new JsonObject { ["已认定"] = "是", ["实际费用"] = "200万元" } };
        var answer = Ask(client, facts, "企业.实际费用");
        Assert.Equal("实际费用 万元 万元", $"{answer["label"]} {answer["unit"]} {answer["amountUnit"]}");
        Assert.Equal("{\"x\":200,\"xText\":\"200万元\",\"amount\":\"60万元\"}", ExamplesTests.Text(answer["now"]));
        var points = answer["points"]?.AsArray() ?? [];
        Assert.Equal("{\"x\":0,\"low\":0,\"high\":0,\"status\":\"不符合\"}", ExamplesTests.Text(points[0]));
        Assert.Equal("{\"x\":500,\"low\":100,\"high\":100,\"status\":\"符合\"}", ExamplesTests.Text(points[^1]));
        Assert.InRange(points.Count, 100, 200);
        var line = ProtocolTests.Line(policy, "条件 实际费用");
        Assert.Equal($"{{\"start\":{{\"line\":{line},\"character\":5}},\"end\":{{\"line\":{line},\"character\":17}}}}",
            ExamplesTests.Text(Marks(answer)[0]["range"]));
        var part = Ask(client, facts, "企业.实际费用", "10万元", "40万");
        Assert.Equal(["30万元 门槛", "30万元 跳变"], Marks(part).Select(static mark => $"{mark["xText"]} {mark["kind"]}"));
        Assert.Equal("10 40", $"{part["points"]?[0]?["x"]} {part["points"]?.AsArray()[^1]?["x"]}");
        Assert.Equal("60万元", part["now"]?["amount"]?.GetValue<string>());
        Assert.Contains("要小于终点", Ask(client, facts, "企业.实际费用", "5", "4")["problem"]?.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.NotEmpty(Ask(client, facts, "企业.实际费用", "若干")["problem"]?.GetValue<string>() ?? "");
        facts["企业"]?.AsObject().Remove("实际费用");
        Assert.Null(Ask(client, facts, "企业.实际费用")["now"]);
        // Not decided by an authority yet: bounds instead of a figure.
        facts["企业"]?.AsObject().Remove("已认定");
        var open = Ask(client, facts, "企业.实际费用")["points"]?.AsArray()[^1];
        Assert.Equal("0 100 待核定", $"{open?["low"]} {open?["high"]} {open?["status"]}");
    }

    [Fact]
    public void 不能画的说明原因()
    {
        using var folder = Names.Folder();
        using var client = new LspClient(folder.Root);
        Assert.Equal("「企业.行业」不能作横轴。", Ask(client, [], "企业.行业")["problem"]?.GetValue<string>());
        Assert.Equal("「没有」不能作横轴。", Ask(client, [], "没有")["problem"]?.GetValue<string>());
        Assert.StartsWith("「主题活动」没有第 1 行", Ask(client, [], "主题活动.活动费用")["problem"]?.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.StartsWith("先改正表单：企业.行业 ",
            Ask(client, new() { ["企业"] = new JsonObject { ["行业"] = "农业" } }, "企业.实际费用")["problem"]?.GetValue<string>(),
            StringComparison.Ordinal);
        var wrong = client.At(File);
        (wrong["number"], wrong["facts"], wrong["axis"], wrong["row"]) = ("1", new JsonObject(), "企业.实际费用", "一");
        Assert.Equal(ErrorCode.InvalidParams, ExamplesTests.Code(client.Ask("policy/curve", wrong.DeepClone().AsObject())));
        wrong.Remove("row");
        wrong.Remove("axis");
        Assert.Equal(ErrorCode.InvalidParams, ExamplesTests.Code(client.Ask("policy/curve", wrong)));
        client.Open(File, Names.Policy.Replace("已认定", "没有的", StringComparison.Ordinal));
        Assert.Contains("有错误", Ask(client, [], "企业.实际费用")["problem"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void 本库条款的曲线与逐个计算一致()
    {
        using var folder = Folder.OfRepository();
        var (curves, marks) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(folder.Root, "*.policy").Select(Path.GetFileName).OfType<string>())
        {
            var snapshot = Names.Snapshot(folder, file);
            foreach (var number in snapshot.ComputableOf(Names.Path(folder, file)).Policy
                ?.Clauses.Select(static clause => clause.Number).Where(static (_, index) => index % 2 == 0) ?? [])
            {
                if (TriedClause.Find(snapshot, Names.Path(folder, file), number).Clause is not { } clause)
                    continue;
                var facts = FormFacts.Read(clause, JsonSerializer.SerializeToElement(FormFacts.First(clause)));
                var example = facts.Case ?? throw new InvalidOperationException();
                foreach (var field in Form.Of(snapshot, ClauseInputs.Of(clause.Policy, clause.Clause))
                    .SelectMany(static table => table.Fields)
                    .Where(static field =>
                        field.IsOnAxis && field.Kind is FieldKind.Amount or FieldKind.Number or FieldKind.Date or FieldKind.Year))
                {
                    var (curve, problem) = Curve.Of(clause, facts, new(field.Path, 0, null, null), CancellationToken.None);
                    if (curve is null)
                    {
                        Assert.Contains("先在表单里填一行", problem, StringComparison.Ordinal);
                        continue;
                    }
                    (curves, marks) = (curves + 1, marks + curve.Marks.Length);
                    AssertAgrees(clause, example, field, curve);
                }
            }
        }
        Assert.True(curves > 80 && marks > 60, $"{curves} curves, {marks} marks");
    }

    private static void AssertAgrees(TriedClause clause, IrExample example, FormField field, Curve curve)
    {
        var (runner, axis) =
            (new ExampleRunner(clause.Program), CurveAxis.Of(clause, example, field.Path, 0).Axis ?? throw new InvalidOperationException());
        Assert.Equal(curve.Samples.Select(static sample => sample.X).Order(), curve.Samples.Select(static sample => sample.X));
        foreach (var mark in curve.Marks)
        {
            // What the mark says in words is read back and computed apart.
            var typed =
                ValueReader.Read(ValueText.Written(NumberValue.Of(mark.X), axis.Type), axis.Type, Bounds.Everything).Value as NumberValue;
            Assert.Equal(mark.X, typed?.Bounds.Low);
            var sample = Assert.Single(curve.Samples, sample => sample.X == mark.X);
            var result = runner.Run(clause.Policy, axis.Set(example, mark.X)).Clause;
            Assert.Equal((sample.Status, sample.Amount), (result?.Status ?? default, result?.Amount ?? default));
            if (mark.Kind != "跳变")
                continue;
            var before = runner.Run(clause.Policy, axis.Set(example, mark.X - axis.Step)).Clause;
            Assert.True(before?.Status != result?.Status || before?.Amount != result?.Amount,
                $"{clause.Clause.Number} {field.Path} {mark.Text}");
        }
    }

    private static List<JsonObject> Marks(JsonObject answer) => [.. answer["marks"]?.AsArray().OfType<JsonObject>() ?? []];

    private static JsonObject Ask(LspClient client, JsonObject facts, string axis, string? from = null, string? to = null)
    {
        var parameters = client.At(File);
        (parameters["number"], parameters["facts"], parameters["axis"], parameters["row"]) = ("1", facts.DeepClone(), axis, 0);
        (parameters["from"], parameters["to"]) = (from, to);
        return client.Request("policy/curve", parameters)?.AsObject() ?? [];
    }
}
