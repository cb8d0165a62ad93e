// Policies and their parts with resolved references. The syntax is kept, so that checks can point at the words.
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dsl.Semantics.Symbols;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Semantics.Bound;

/// <summary>A bound policy document.</summary>
public sealed record BoundPolicy
{
    /// <summary>The file.</summary>
    public required SyntaxTree Tree { get; init; }

    /// <summary>The head beside its 范围. To be read by the properties below, which note that they were.</summary>
    public required PolicyTerms Terms { get; init; }

    /// <summary>Where is noted what is read of the head; null where nobody asks.</summary>
    internal TermReads? Reads { get; init; }

    /// <summary>The 政策 block.</summary>
    public PolicyBlock Syntax => Read(TermParts.Syntax).Syntax;

    /// <summary>The paths of the schema files that it sees.</summary>
    public ImmutableArray<string> SchemaFiles { get; init; } = [];

    /// <summary>The path of its official text as <c>Compilation</c> keys it; null where no 原文 is written.</summary>
    public string? OfficialTextPath => Read(TermParts.OfficialTextPath).OfficialTextPath;

    /// <summary>Title.</summary>
    public string Title => Read(TermParts.Title).Title;

    /// <summary>文号, else the title.</summary>
    public string Number => Read(TermParts.Number).Number;

    /// <summary>发文机关.</summary>
    public string Issuer => Read(TermParts.Issuer).Issuer;

    /// <summary>地区, else 发文机关.</summary>
    public string Area => Read(TermParts.Area).Area;

    /// <summary>级次.</summary>
    public string Level => Read(TermParts.Level).Level;

    /// <summary>施行日期, else 成文日期; null where neither is written (reported).</summary>
    public DateOnly? EffectiveDate => Read(TermParts.EffectiveDate).EffectiveDate;

    /// <summary>Whether 成文日期 stands in for 施行日期.</summary>
    public bool EffectiveDateIsAssumed => Read(TermParts.EffectiveDate).EffectiveDateIsAssumed;

    /// <summary>失效日期.</summary>
    public DateOnly? ExpiryDate => Read(TermParts.ExpiryDate).ExpiryDate;

    /// <summary>竞合 本区其他政策.</summary>
    public bool CompetesWithOthersInArea => Read(TermParts.Combination).Combination.WithOthersInArea;

    /// <summary>竞合 本政策内.</summary>
    public bool CompetesWithinPolicy => Read(TermParts.Combination).Combination.WithinPolicy;

    /// <summary>竞合 以往政策.</summary>
    public bool SupersedesEarlier => Read(TermParts.Combination).Combination.SupersedesEarlier;

    /// <summary>对象 of the policy, else 企业, else the only 数据 there is; null where there is none.</summary>
    internal SubjectSymbol? DefaultSubject => Read(TermParts.DefaultSubject).DefaultSubject;

    /// <summary>令 of the head.</summary>
    internal ImmutableArray<BoundLet> Locals => Read(TermParts.Locals).Locals;

    /// <summary>范围.</summary>
    public ImmutableArray<BoundScope> Scopes { get; init; } = [];

    /// <summary>条款.</summary>
    public ImmutableArray<BoundClause> Clauses { get; init; } = [];

    /// <summary>目标.</summary>
    public ImmutableArray<BoundTarget> Targets { get; init; } = [];

    /// <summary>资金池.</summary>
    public ImmutableArray<BoundPool> Pools { get; init; } = [];

    /// <summary>义务.</summary>
    public ImmutableArray<BoundDuty> Duties { get; init; } = [];

    /// <summary>程序.</summary>
    public ImmutableArray<BoundProcedure> Procedures { get; init; } = [];

    /// <summary>算例.</summary>
    public ImmutableArray<BoundExample> Examples { get; init; } = [];

    /// <summary>恒有.</summary>
    public ImmutableArray<BoundInvariant> Invariants { get; init; } = [];

    /// <summary>What the head says of several clauses together: one, or none where it says nothing.</summary>
    public ImmutableArray<BoundJointRules> JointRules { get; init; } = [];

    /// <summary>All blocks of the file in their order, where they are kept from version to version of the text; else none.</summary>
    internal ImmutableArray<BoundBlock> Blocks { get; init; } = [];

    /// <summary>The file's text.</summary>
    public SourceText Source => Tree.Source;

    private PolicyTerms Read(TermParts part)
    {
        Reads?.Note(part);
        return Terms;
    }

    /// <summary>The head with some of the blocks, for checks that look at no others.</summary>
    internal BoundPolicy With(ImmutableArray<BoundBlock> blocks)
    {
        var root = new CompilationUnit([.. blocks.Select(static block => block.Syntax)], Tree.Root.EndOfFile);
        return this with
        {
            Tree = new SyntaxTree(Tree.Source, root, []),
            Blocks = blocks,
            Scopes = Parts<BoundScope>(),
            Clauses = Parts<BoundClause>(),
            Targets = Parts<BoundTarget>(),
            Pools = Parts<BoundPool>(),
            Duties = Parts<BoundDuty>(),
            Procedures = Parts<BoundProcedure>(),
            Examples = Parts<BoundExample>(),
            Invariants = Parts<BoundInvariant>(),
            JointRules = Parts<BoundJointRules>(),
        };

        ImmutableArray<T> Parts<T>() => [.. blocks.Select(static block => block.Part.Bound).OfType<T>()];
    }

    /// <summary>Whether it is the very same one: another version of a text makes another policy.</summary>
    public bool Equals(BoundPolicy? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A 范围.</summary>
/// <param name="Syntax">The block.</param>
/// <param name="Asked">What it asks.</param>
public sealed record BoundScope(ScopeBlock Syntax, ScopeConditions Asked)
{
    /// <inheritdoc cref="ScopeConditions.Subject"/>
    public SubjectSymbol Subject => Asked.Subject;

    /// <inheritdoc cref="ScopeConditions.Conditions"/>
    public ImmutableArray<BoundCondition> Conditions => Asked.Conditions;
}

/// <summary>What a 范围 asks of a subject, the same object as long as its conditions are: clauses hold it.</summary>
public sealed class ScopeConditions(SubjectSymbol subject, ImmutableArray<BoundCondition> conditions)
{
    /// <summary>Whose conditions they are.</summary>
    public SubjectSymbol Subject { get; } = subject;

    /// <summary>The conditions, in the order written.</summary>
    public ImmutableArray<BoundCondition> Conditions { get; } = conditions;
}

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

/// <summary>目标.</summary>
public sealed record BoundTarget(
    BoundLegalBasis LegalBasis, BoundExpression? Deadline, BoundExpression? Indicator, DslType Type, ComparisonOperator Comparison,
    BoundExpression Value, ImmutableArray<BoundTargetPart> Parts);

/// <summary>其中.</summary>
public sealed record BoundTargetPart(TargetValueLine Syntax, string Text, BoundExpression? Indicator, ComparisonOperator Comparison,
    BoundExpression Value);

/// <summary>资金池.</summary>
public sealed record BoundPool(BoundLegalBasis LegalBasis, BoundExpression Size, ImmutableArray<string> Clauses,
    ImmutableArray<string> Levels);

/// <summary>义务.</summary>
public sealed record BoundDuty(BoundLegalBasis LegalBasis, BoundExpression? Deadline);

/// <summary>程序.</summary>
public sealed record BoundProcedure(
    BoundLegalBasis LegalBasis, SubjectSymbol Subject, BoundExpression? Applies, ImmutableArray<BoundCondition> Steps,
    ImmutableArray<string> Clauses);

/// <summary>恒有.</summary>
public sealed record BoundInvariant(InvariantBlock Syntax, BoundClause Clause, BoundExpression Condition);
