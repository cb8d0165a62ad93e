// Policies and their parts with resolved references. The syntax is kept, so that checks can point at the words.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Symbols;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Bound;

/// <summary>A bound policy document.</summary>
public sealed class BoundPolicy
{
    /// <summary>The file.</summary>
    public required SyntaxTree Tree { get; init; }

    /// <summary>The 政策 block.</summary>
    public required PolicyBlock Syntax { get; init; }

    /// <summary>The paths of the schema files that it sees.</summary>
    public ImmutableArray<string> SchemaFiles { get; init; } = [];

    /// <summary>The path of its official text as <c>Compilation</c> keys it; null where no 原文 is written.</summary>
    public string? OfficialTextPath { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>文号, else the title.</summary>
    public required string Number { get; init; }

    /// <summary>发文机关.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>地区, else 发文机关.</summary>
    public string Area { get; init; } = "";

    /// <summary>级次.</summary>
    public string Level { get; init; } = "";

    /// <summary>施行日期, else 成文日期; null where neither is written (reported).</summary>
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Whether 成文日期 stands in for 施行日期.</summary>
    public bool EffectiveDateIsAssumed { get; init; }

    /// <summary>失效日期.</summary>
    public DateOnly? ExpiryDate { get; init; }

    /// <summary>竞合 本区其他政策.</summary>
    public bool CompetesWithOthersInArea { get; init; }

    /// <summary>竞合 本政策内.</summary>
    public bool CompetesWithinPolicy { get; init; }

    /// <summary>竞合 以往政策.</summary>
    public bool SupersedesEarlier { get; init; }

    /// <summary>范围.</summary>
    public ImmutableArray<BoundScope> Scopes { get; internal set; } = [];

    /// <summary>条款.</summary>
    public ImmutableArray<BoundClause> Clauses { get; internal set; } = [];

    /// <summary>目标.</summary>
    public ImmutableArray<BoundTarget> Targets { get; internal set; } = [];

    /// <summary>资金池.</summary>
    public ImmutableArray<BoundPool> Pools { get; internal set; } = [];

    /// <summary>义务.</summary>
    public ImmutableArray<BoundDuty> Duties { get; internal set; } = [];

    /// <summary>程序.</summary>
    public ImmutableArray<BoundProcedure> Procedures { get; internal set; } = [];

    /// <summary>算例.</summary>
    public ImmutableArray<BoundExample> Examples { get; internal set; } = [];

    /// <summary>恒有.</summary>
    public ImmutableArray<BoundInvariant> Invariants { get; internal set; } = [];

    /// <summary>All blocks of the file in their order, where they are kept from version to version of the text; else none.</summary>
    internal ImmutableArray<BoundBlock> Blocks { get; set; } = [];

    /// <summary>The file's text.</summary>
    public SourceText Source => Tree.Source;

    /// <summary>The head with its 范围, of another version of the text.</summary>
    internal BoundPolicy Of(SyntaxTree tree) => new()
    {
        Tree = tree,
        Syntax = Syntax,
        SchemaFiles = SchemaFiles,
        OfficialTextPath = OfficialTextPath,
        Title = Title,
        Number = Number,
        Issuer = Issuer,
        Area = Area,
        Level = Level,
        EffectiveDate = EffectiveDate,
        EffectiveDateIsAssumed = EffectiveDateIsAssumed,
        ExpiryDate = ExpiryDate,
        CompetesWithOthersInArea = CompetesWithOthersInArea,
        CompetesWithinPolicy = CompetesWithinPolicy,
        SupersedesEarlier = SupersedesEarlier,
        Scopes = Scopes,
    };

    /// <summary>The head with some of the blocks, for checks that look at no others.</summary>
    internal BoundPolicy With(ImmutableArray<BoundBlock> blocks)
    {
        var policy =
            Of(new SyntaxTree(Tree.Source, new CompilationUnit([.. blocks.Select(static block => block.Syntax)], Tree.Root.EndOfFile), []));
        policy.Blocks = blocks;
        policy.Scopes = Parts<BoundScope>();
        policy.Clauses = Parts<BoundClause>();
        policy.Targets = Parts<BoundTarget>();
        policy.Pools = Parts<BoundPool>();
        policy.Duties = Parts<BoundDuty>();
        policy.Procedures = Parts<BoundProcedure>();
        policy.Examples = Parts<BoundExample>();
        policy.Invariants = Parts<BoundInvariant>();
        return policy;

        ImmutableArray<T> Parts<T>() => [.. blocks.Select(static block => block.Part.Bound).OfType<T>()];
    }
}

/// <summary>A 范围.</summary>
/// <param name="Syntax">The block.</param>
/// <param name="Subject">Whose conditions they are.</param>
/// <param name="Conditions">The conditions.</param>
public sealed record BoundScope(ScopeBlock Syntax, SubjectSymbol Subject, ImmutableArray<BoundCondition> Conditions);

/// <summary>A 条件, 排除, scope condition or step.</summary>
/// <param name="Syntax">The line.</param>
/// <param name="Expression">A truth as written (排除 not yet negated).</param>
/// <param name="IsExclusion">Written as 排除.</param>
public sealed record BoundCondition(LineSyntax Syntax, BoundExpression Expression, bool IsExclusion);

/// <summary>What 条, 依据, 牵头, 责任, 说明 say.</summary>
public sealed record BoundLegalBasis
{
    /// <summary>The block.</summary>
    public required NumberedBlock Syntax { get; init; }

    /// <summary>Number in half width.</summary>
    public required string Number { get; init; }

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>条.</summary>
    public string Place { get; init; } = "";

    /// <summary>依据: the quote tokens, with their brackets.</summary>
    public ImmutableArray<SyntaxToken> Quotes { get; init; } = [];

    /// <summary>牵头.</summary>
    public ImmutableArray<string> Lead { get; init; } = [];

    /// <summary>责任.</summary>
    public ImmutableArray<string> Responsible { get; init; } = [];

    /// <summary>说明.</summary>
    public string Note { get; init; } = "";
}

/// <summary>How the amount is said.</summary>
public enum BoundAwardMode
{
    /// <summary>A formula.</summary>
    Formula,

    /// <summary>核定.</summary>
    Approval,

    /// <summary>一事一议.</summary>
    CaseByCase,
}

/// <summary>奖补.</summary>
/// <param name="Syntax">The line.</param>
/// <param name="Mode">How the amount is said.</param>
/// <param name="Amount">The formula, or the ceiling of 核定; null where there is none.</param>
public sealed record BoundAward(AwardLine Syntax, BoundAwardMode Mode, BoundExpression? Amount);

/// <summary>频次.</summary>
/// <param name="Syntax">The line; null where not said.</param>
/// <param name="Kind">Which one.</param>
/// <param name="Years">N.</param>
/// <param name="Anchor">X.</param>
public sealed record BoundFrequency(FrequencyLine? Syntax, FrequencyKind Kind, int? Years, BoundExpression? Anchor)
{
    /// <summary>Whether the years begin with that of X (当年起), not the one after it.</summary>
    public bool IncludesFirstYear => Syntax?.FirstYearKeyword is { Value: "当年起" };

    /// <summary>Not said.</summary>
    public static BoundFrequency Unlimited { get; } = new(null, FrequencyKind.Unlimited, null, null);
}

/// <summary>取整.</summary>
/// <param name="Mode">Direction.</param>
/// <param name="Step">The unit in yuan.</param>
public sealed record BoundRounding(RoundingMode Mode, Rational Step)
{
    /// <summary>Half away from zero to the fen.</summary>
    public static BoundRounding ToFen { get; } = new(RoundingMode.HalfAwayFromZero, new Rational(1, 100));
}

/// <summary>落实.</summary>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款; null where only the policy is said.</param>
/// <param name="IsInProgram">Whether that policy (and clause) is among the files.</param>
public sealed record BoundPassThrough(string PolicyNumber, string? ClauseNumber, bool IsInProgram);

/// <summary>A bound clause.</summary>
public sealed class BoundClause
{
    /// <summary>Number, title, quotes.</summary>
    public required BoundLegalBasis LegalBasis { get; init; }

    /// <summary>What it gives.</summary>
    public required ClauseKind Kind { get; init; }

    /// <summary>对象.</summary>
    public required SubjectSymbol Subject { get; init; }

    /// <summary>每个.</summary>
    public DetailSymbol? PerRow { get; init; }

    /// <summary>The scope that it inherits; null for none or 范围 不限.</summary>
    public BoundScope? Scope { get; init; }

    /// <summary>条件 and 排除.</summary>
    public ImmutableArray<BoundCondition> Conditions { get; init; } = [];

    /// <summary>令, each after those that it uses.</summary>
    public ImmutableArray<BoundLet> Locals { get; init; } = [];

    /// <summary>奖补.</summary>
    public BoundAward? Award { get; init; }

    /// <summary>频次.</summary>
    public BoundFrequency Frequency { get; init; } = BoundFrequency.Unlimited;

    /// <summary>单位上限.</summary>
    public BoundExpression? SubjectCap { get; init; }

    /// <summary>累计上限.</summary>
    public BoundExpression? CumulativeCap { get; init; }

    /// <summary>取整.</summary>
    public BoundRounding Rounding { get; init; } = BoundRounding.ToFen;

    /// <summary>分担, or 资金, or the policy's 级次.</summary>
    public ImmutableArray<(string Level, Rational Parts)> Shares { get; init; } = [];

    /// <summary>受益人.</summary>
    public string Beneficiary { get; init; } = "";

    /// <summary>事项.</summary>
    public string? BenefitItem { get; init; }

    /// <summary>形式.</summary>
    public string Form { get; init; } = "";

    /// <summary>另行给予.</summary>
    public bool IsStackable { get; init; }

    /// <summary>落实.</summary>
    public BoundPassThrough? PassThrough { get; init; }

    /// <summary>享受.</summary>
    public string Entitlement { get; init; } = "";

    /// <summary>The number.</summary>
    public string Number => LegalBasis.Number;
}

/// <summary>目标.</summary>
public sealed record BoundTarget(
    BoundLegalBasis LegalBasis, BoundExpression? Deadline, BoundExpression? Indicator, DslType Type, ComparisonOperator Comparison,
    BoundExpression Value, ImmutableArray<BoundTargetPart> Parts);

/// <summary>其中.</summary>
public sealed record BoundTargetPart(TargetValueLine Syntax, string Text, BoundExpression? Indicator, ComparisonOperator Comparison,
    BoundExpression Value);

/// <summary>资金池.</summary>
public sealed record BoundPool(BoundLegalBasis LegalBasis, BoundExpression Size, ImmutableArray<string> Clauses, ImmutableArray<string> Levels);

/// <summary>义务.</summary>
public sealed record BoundDuty(BoundLegalBasis LegalBasis, BoundExpression? Deadline);

/// <summary>程序.</summary>
public sealed record BoundProcedure(
    BoundLegalBasis LegalBasis, SubjectSymbol Subject, BoundExpression? Applies, ImmutableArray<BoundCondition> Steps,
    ImmutableArray<string> Clauses);

/// <summary>恒有.</summary>
public sealed record BoundInvariant(InvariantBlock Syntax, BoundClause Clause, BoundExpression Condition);

/// <summary>A fact with its value in an 算例.</summary>
public sealed record BoundGiven(FieldSymbol Field, Value Value);

/// <summary>A 核定 or 兑现 record in an 算例.</summary>
/// <param name="Of">Whose record it is.</param>
/// <param name="Year">年度; null for that of the example.</param>
/// <param name="Amount">In yuan.</param>
/// <param name="RowKey">The row; null for the subject.</param>
public sealed record BoundRecord((string PolicyNumber, string ClauseNumber) Of, int? Year, Rational Amount, string? RowKey);

/// <summary>已知 目标: a figure that comes from outside.</summary>
/// <param name="Part">The part that it is for; null for the target as a whole.</param>
/// <param name="Value">The figure.</param>
public sealed record BoundFigure(string? Part, Value Value)
{
    /// <summary>The word for the figure of the target as a whole.</summary>
    public const string Whole = "指标";
}

/// <summary>已知 企业 7110家: 名 = 值. So many subjects with the same facts and nothing else known of them.</summary>
/// <param name="Subject">The kind of subject.</param>
/// <param name="Count">How many.</param>
/// <param name="Facts">What is known of each.</param>
public sealed record BoundGroup(SubjectSymbol Subject, long Count, ImmutableArray<BoundGiven> Facts);

/// <summary>其中 in an 算例: what is expected of a part of a target.</summary>
/// <param name="Part">The part's text, as the target has it.</param>
/// <param name="Status">The status word; null where only a figure is said.</param>
/// <param name="Figure">The figure; null where only a status is said.</param>
public sealed record BoundExpectedPart(string Part, string? Status, Bounds? Figure);

/// <summary>算例.</summary>
public sealed class BoundExample
{
    /// <summary>The block.</summary>
    public required ExampleBlock Syntax { get; init; }

    /// <summary>The number of the clause or target.</summary>
    public required string Number { get; init; }

    /// <summary>Whether it is of a 目标.</summary>
    public bool IsTarget { get; init; }

    /// <summary>Whose facts they are.</summary>
    public required SubjectSymbol Subject { get; init; }

    /// <summary>Facts of the subject.</summary>
    public ImmutableArray<BoundGiven> Facts { get; init; } = [];

    /// <summary>Rows by detail; a detail said to have none (无) has an empty array.</summary>
    public ImmutableDictionary<DetailSymbol, ImmutableArray<ImmutableArray<BoundGiven>>> Rows { get; init; } =
        ImmutableDictionary<DetailSymbol, ImmutableArray<ImmutableArray<BoundGiven>>>.Empty;

    /// <summary>External parameters.</summary>
    public ImmutableDictionary<string, Value> Parameters { get; init; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>Figures of the target that come from outside.</summary>
    public ImmutableArray<BoundFigure> Figures { get; init; } = [];

    /// <summary>Groups of subjects of the registry (targets only); empty where there is but the one subject.</summary>
    public ImmutableArray<BoundGroup> Groups { get; init; } = [];

    /// <summary>What is expected of parts of the target.</summary>
    public ImmutableArray<BoundExpectedPart> ExpectedParts { get; init; } = [];

    /// <summary>核定.</summary>
    public ImmutableArray<BoundRecord> Approvals { get; init; } = [];

    /// <summary>兑现.</summary>
    public ImmutableArray<BoundRecord> Payments { get; init; } = [];

    /// <summary>测算日.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>年度.</summary>
    public int? Year { get; init; }

    /// <summary>连同.</summary>
    public ImmutableArray<(string PolicyNumber, string ClauseNumber)> CompetingClauses { get; init; } = [];

    /// <summary>The status word of 应得.</summary>
    public string? ExpectedStatus { get; init; }

    /// <summary>The amount or bounds of 应得.</summary>
    public Bounds? ExpectedAmount { get; init; }

    /// <summary>The 应得 line; null where missing (reported).</summary>
    public ExpectLine? Expectation { get; init; }
}
