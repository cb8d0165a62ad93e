// Every row of 清单.csv stands in policies/ as a declaration whose kind agrees with 性质, with the row's place, figures,
// level and frequency.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Xunit;

namespace Dsl.Policies.Tests.Inventory;

public sealed class InventoryTests
{
    private static readonly Lazy<IrProgram> Program = new(() => PolicyFolder.Repository.Compile().Program);

    public static TheoryData<string> Rows() => new(InventoryRow.All.Select(row => row.ToString()));

    [Theory]
    [MemberData(nameof(Rows))]
    public void 每一行都有与性质相符的声明(string name)
    {
        var row = Row(name);
        Assert.Null(NatureRules.Problem(Policy(row), row));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void 每一行写明在原文中的位置(string name)
    {
        var row = Row(name);
        if (row.Number.Length == 0)
            return;
        var basis = Assert.Single(NatureRules.Bases(Policy(row)), basis => basis.Number == row.Number);
        Assert.Equal(row.Place, basis.Place);
        Assert.Equal(row.Nature != NatureRules.Lost, basis.Quotes.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void 每个条款的数字恰是该行的数字(string name)
    {
        var row = Row(name);
        if (Policy(row).FindClause(row.Number) is not { } clause)
            return;
        var expected = row.Figures.Where(figure => figure != "1:1" && !figure.Contains('-')).SelectMany(Figures.Parse);
        var actual = Figures.Of(clause).Where(figure => !row.Figures.Contains("1:1") || figure != 1);
        Assert.Equal(expected.Order(), actual.Order());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void 出资级次与该行一致(string name)
    {
        var row = Row(name);
        if (row.Levels.IsEmpty || Policy(row).FindClause(row.Number) is not { } clause)
            return;
        Assert.Equal(row.Levels, clause.Shares.Select(share => share.Level));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void 频次与该行一致(string name)
    {
        var row = Row(name);
        if (row.Frequency.Length == 0 || Policy(row).FindClause(row.Number) is not { } clause)
            return;
        var (kind, perRow) = row.Frequency switch
        {
            "一次性" => (FrequencyKind.Once, false),
            "每次" => (FrequencyKind.Once, true),
            "每年" => (FrequencyKind.Yearly, false),
            "连续" => (FrequencyKind.Consecutive, false),
            _ => throw new InvalidDataException(row.Frequency),
        };
        Assert.Equal(kind, clause.Frequency.Kind);
        Assert.True(!perRow || clause.PerRow is not null, $"{name}: 每次 wants 每个");
    }

    [Fact]
    public void 政策里没有清单之外的声明()
    {
        foreach (var rows in InventoryRow.All.GroupBy(row => row.PolicyNumber))
        {
            var declared = NatureRules.Bases(Policy(rows.First())).Select(basis => basis.Number);
            Assert.Empty(declared.Except(rows.Select(row => row.Number)));
        }
    }

    [Fact]
    public void 每个可计算的条款至少有一个算例()
    {
        var policies = InventoryRow.All.Select(row => row.PolicyNumber).ToHashSet();
        foreach (var policy in Program.Value.Policies.Where(policy => policies.Contains(policy.Number)))
        {
            var shown = policy.Examples.Where(example => !example.IsTarget).Select(example => example.Number).ToHashSet();
            Assert.Empty(policy.Clauses.Where(clause => clause.Kind != ClauseKind.Declaratory && !shown.Contains(clause.Number))
                .Select(clause => clause.Number));
        }
    }

    [Theory]
    [InlineData("1000万元", 10_000_000)]
    [InlineData("13亿元", 1_300_000_000)]
    [InlineData("3年", 36)]
    [InlineData("1个月", 1)]
    [InlineData("1.28万家", 12_800)]
    [InlineData("1000个", 1000)]
    [InlineData("50万平方米", 500_000)]
    public void 清单的数字按单位换算(string figure, long expected) => Assert.Equal([(Rational)expected], Figures.Parse(figure));

    private static InventoryRow Row(string name) => Assert.Single(InventoryRow.All, row => row.ToString() == name);

    private static IrPolicy Policy(InventoryRow row) => Assert.Single(Program.Value.Policies, policy => policy.Number == row.PolicyNumber);
}
