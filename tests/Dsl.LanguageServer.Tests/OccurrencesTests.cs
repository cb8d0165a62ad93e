// Every name of a folder with what it stands for, where it is declared and where it is used.
using Dsl.LanguageServer.Tests.Harness;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class OccurrencesTests
{
    [Theory]
    [InlineData("令 基|数 =", 2)]
    [InlineData("条件 已|认定 且", 5)] // declared, two policies, a step, an example
    [InlineData("[文|化旅游, 专业服务]\n  条件 研发", 5)]
    [InlineData("[专|业服务, 其他]", 3)]
    [InlineData("计数(主|题活动", 5)]
    [InlineData("主题活动.协|同举办", 4)]
    [InlineData("活|动费用   ", 2)]
    [InlineData("范围 企|业", 5)]
    [InlineData("属于 行|业\n", 3)]
    [InlineData("企业.行|业", 6)]
    [InlineData("基数 * 比|例", 2)]
    [InlineData("参数: 门|槛", 3)]
    [InlineData("适用条款 |1、2", 6)]
    [InlineData("适用条款 1、|2", 3)]
    [InlineData("事项 研发|投入\n  频次", 3)]
    [InlineData("落实 试政发|〔2021〕1号", 3)]
    [InlineData("程序 |9 须经", 1)]
    public void 一个名称有几处(string marked, int count)
    {
        using var folder = Names.Folder();
        var snapshot = Names.Snapshot(folder);
        Assert.DoesNotContain(snapshot.Compilation.Diagnostics,
            static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error);
        var name = snapshot.Names.At(Names.Path(folder), Names.Address(Names.Policy, marked));
        Assert.NotNull(name);
        var places = snapshot.Names.Of(name.Symbol);
        Assert.True(count == places.Count, string.Join('\n', places.Select(static place => $"{place.Source.Path}:"
            + $"{place.Source.PositionOf(place.Span.Start).Line + 1} {place.Source[place.Span]} {place.IsDeclaration}")));
        Assert.Single(places, static place => place.IsDeclaration);
        Assert.Single(places.Select(static place => place.Source[place.Span]).Distinct());
    }

    [Fact]
    public void 政策文件夹里每个名称都认得()
    {
        using var folder = Folder.OfRepository();
        var file = Directory.EnumerateFiles(folder.Root, "*.policy").First();
        var snapshot = Names.Snapshot(folder, Path.GetFileName(file));
        foreach (var tree in snapshot.Compilation.Trees)
        {
            foreach (var name in tree.Root.DescendantsAndSelf().OfType<NameExpression>()
                .Where(static name => !name.Name.IsMissing
                    && name.Name.Value is not ("测算日" or "年度" or "施行日期" or "奖补" or "不封顶" or "未知" or "每年")))
            {
                // A list that ends in 等 may have other values in an example. After 其中 of an external figure stands a name that nothing
                // declares; the last cell of a table's header names the result.
                if (snapshot.Names.At(tree.Source.Path, name.Span.Start) is null)
                    Assert.True(IsNoName(snapshot, tree, name),
                        $"{tree.Source.Path}:{tree.Source.PositionOf(name.Span.Start).Line + 1} {name.Name.Text}");
            }
        }
    }

    private static bool IsNoName(Workspaces.Snapshot snapshot, Dsl.Syntax.SyntaxTree tree, NameExpression name) =>
        tree.Root.DescendantsAndSelf().OfType<TargetValueLine>().Any(line => line.Part == name)
        || tree.Root.DescendantsAndSelf().OfType<ExpectLine>().Any(line => line.Part == name)
        || tree.Root.DescendantsAndSelf().OfType<AssignmentSyntax>()
            .Any(given => given.Value == name
                && snapshot.Names.At(tree.Source.Path, given.Name.Span.Start)?.Symbol is FieldSymbol { Type: EnumType { IsOpen: true } })
        || tree.Root.DescendantsAndSelf().OfType<TableExpression>().Any(table => table.Rows[0].Cells[^1].Content == name);
}
