// What is to be said of the tables of a registry beside the rows that were rejected. Remarks on its parts add up to those on the whole.
using System.Text.Json.Serialization;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Registries;

/// <summary>Remarks on the tables of a registry: main tables, then details, then records.</summary>
internal sealed record RegistryRemarks([property: JsonPropertyName("各表")] IReadOnlyList<TableRemarks> Tables)
{
    public static RegistryRemarks None { get; } = new([]);

    /// <summary>With those on another part of the same registry.</summary>
    public RegistryRemarks Add(RegistryRemarks other) =>
        new([.. Tables.Concat(other.Tables).GroupBy(static table => (table.Role, table.Shown))
            .OrderBy(static table => table.Key.Role).Select(static table => table.Aggregate(static (one, more) => one.Add(more)))]);

    /// <summary>The remarks as findings.</summary>
    /// <param name="year">The application year.</param>
    public IEnumerable<DataFinding> Findings(int year) =>
        Tables.Where(static table => !table.HasRows).Select(static table => RowDiagnostics.NoRows.With().At(new(table.Shown)))
            .Concat(Tables.SelectMany(table => table.Findings(year)));
}

/// <summary>What a table is in a registry.</summary>
internal enum TableRole
{
    Main,
    Detail,
    Record,
}

/// <summary>Remarks on a table.</summary>
internal sealed record TableRemarks
{
    [JsonPropertyName("种类")] public required TableRole Role { get; init; }

    /// <summary>The table, as shown in messages.</summary>
    [JsonPropertyName("表")] public required string Shown { get; init; }

    /// <summary>Whether any row was met, or reading did not come to the end.</summary>
    [JsonPropertyName("有行")] public required bool HasRows { get; init; }

    /// <summary>Dates before 1949.</summary>
    [JsonPropertyName("早于1949年的日期")] public IReadOnlyList<EarlyColumn> EarlyDates { get; init; } = [];

    /// <summary>Rows that do not say whose they are.</summary>
    [JsonPropertyName("看不出主体的行")] public long Ownerless { get; init; }

    /// <summary>Rows of 其他政策支持 that concern no clause.</summary>
    [JsonPropertyName("无关的事项")] public Sightings OtherItems { get; init; } = Sightings.None;

    /// <summary>Records of policies or subjects that are not evaluated.</summary>
    [JsonPropertyName("其他文件的记录")] public Sightings OtherPolicies { get; init; } = Sightings.None;

    /// <summary>兑现记录 of rows that the detail does not have.</summary>
    [JsonPropertyName("明细没有的事项行")] public Sightings OtherRows { get; init; } = Sightings.None;

    /// <summary>How many 兑现记录 there are of which year.</summary>
    [JsonPropertyName("各年度")] public SortedDictionary<int, long> Years { get; init; } = [];

    /// <summary>核定 of other years.</summary>
    [JsonPropertyName("其他年度")] public NamedRows OtherYears { get; init; } = NamedRows.None;

    /// <summary>核定 without an amount.</summary>
    [JsonPropertyName("金额空白")] public long Undecided { get; init; }

    public static TableRemarks Of(MappedTable table) => Of(table, TableRole.Main);

    public static TableRemarks Of(DetailTable detail) =>
        Of(detail.Table, TableRole.Detail) with { Ownerless = detail.Ownerless, OtherItems = detail.Unrelated };

    public static TableRemarks Of(RecordTable records) => Of(records.Table, TableRole.Record) with
    {
        // Records have no dates of their own.
        EarlyDates = [],
        Ownerless = records.Ownerless,
        OtherPolicies = records.OtherPolicies,
        OtherRows = records.OtherRows,
        Years = records.Years,
        OtherYears = records.OtherYears,
        Undecided = records.Undecided,
    };

    public TableRemarks Add(TableRemarks other) => this with
    {
        HasRows = HasRows || other.HasRows,
        EarlyDates = EarlyColumn.Add(EarlyDates, other.EarlyDates),
        Ownerless = Ownerless + other.Ownerless,
        OtherItems = OtherItems.Add(other.OtherItems),
        OtherPolicies = OtherPolicies.Add(other.OtherPolicies),
        OtherRows = OtherRows.Add(other.OtherRows),
        Years = new(Years.Concat(other.Years).GroupBy(static year => year.Key)
            .ToDictionary(static year => year.Key, static year => year.Sum(static count => count.Value))),
        OtherYears = OtherYears.Add(other.OtherYears),
        Undecided = Undecided + other.Undecided,
    };

    public IEnumerable<DataFinding> Findings(int year)
    {
        foreach (var column in EarlyDates)
            yield return column.Finding(Shown);
        if (Ownerless > 0)
            yield return RowDiagnostics.OwnerlessRows.With(Ownerless).At(new(Shown));
        if (OtherItems.Count > 0)
            yield return RowDiagnostics.OtherBenefitItems.With(OtherItems.Count, OtherItems.Example).At(new(Shown));
        if (OtherPolicies.Count > 0)
            yield return RowDiagnostics.OtherPolicies.With(OtherPolicies.Count, OtherPolicies.Example).At(new(Shown));
        if (OtherRows.Count > 0)
            yield return RowDiagnostics.PaymentsOfOtherRows.With(OtherRows.Count, OtherRows.Example).At(new(Shown));
        if (Years.Where(known => known.Key > year).Sum(static known => known.Value) is > 0 and var later)
            yield return RowDiagnostics.PaymentsOfLaterYears.With(later, year, Years.Keys.Last()).At(new(Shown));
        if (OtherYears.Count > 0)
            yield return RowDiagnostics.ApprovalsOfOtherYears.With(OtherYears.Count, year,
                string.Join('、', OtherYears.First.Select(static row => $"第 {row.Line} 行 {row.Text} 年度"))
                    + (OtherYears.Count > OtherYears.First.Count ? "等" : "")).At(new(Shown));
        if (Undecided > 0)
            yield return RowDiagnostics.UndecidedApprovals.With(Undecided).At(new(Shown));
    }

    private static TableRemarks Of(MappedTable table, TableRole role) => new()
    {
        Role = role,
        Shown = table.Shown,
        HasRows = !table.HasNoRows,
        EarlyDates = table.EarlyDates.Columns(table),
    };
}
