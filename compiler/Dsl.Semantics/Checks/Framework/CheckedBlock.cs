// What the checks found in a block of a policy, for as long as all that they looked at is the same.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Shares;
using Dsl.Semantics.Checks.Sources;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks.Framework;

/// <summary>What checks found in a part of a policy.</summary>
/// <param name="Always">What is found whether or not the file has errors.</param>
/// <param name="Sound">What is found where it has none; default where it was not looked for yet.</param>
/// <param name="Terms">The head of the policy; null where nothing was looked for yet.</param>
/// <param name="Reads">What of the head was read.</param>
internal readonly record struct KeptFindings(
    ImmutableArray<Diagnostic> Always, ImmutableArray<Diagnostic> Sound, PolicyTerms? Terms, TermParts Reads)
{
    /// <summary>Whether the same would be found under a head.</summary>
    public bool StandUnder(PolicyTerms terms) => Terms is null || (terms.ChangedFrom(Terms) & Reads) == 0;

    /// <summary>The same in newer texts.</summary>
    public KeptFindings In(IReadOnlyDictionary<string, SourceText> newest) =>
        this with { Always = Always.In(newest), Sound = Sound.IsDefault ? default : Sound.In(newest) };

    /// <summary>Whether nothing was found, and nothing is left to look for.</summary>
    /// <param name="isSound">Whether the file has no errors.</param>
    public bool IsIdle(bool isSound) =>
        Always is { IsDefault: false, IsEmpty: true } && Sound.IsDefaultOrEmpty && !(isSound && Sound.IsDefault);
}

/// <summary>Blocks that a check looks at together, with what it found in them.</summary>
internal sealed class CheckedGroup(ImmutableArray<BoundBlock> blocks)
{
    /// <summary>The blocks in the order of the file.</summary>
    public ImmutableArray<BoundBlock> Blocks { get; } = blocks;

    /// <summary>What was found.</summary>
    public KeptFindings Findings { get; private set; }

    /// <summary>The figures of the blocks that were looked at.</summary>
    public ImmutableArray<CitedBlock?> Figures { get; private set; } = [];

    /// <summary>Keeps what was found.</summary>
    public void Set(KeptFindings findings, ImmutableArray<CitedBlock?> figures) => (Findings, Figures) = (findings, figures);
}

/// <summary>A block that was checked.</summary>
/// <param name="document">The document of its policy.</param>
/// <param name="matters">The 事项 of all clauses, for an 算例; null for other blocks, which do not look at them.</param>
internal sealed class CheckedBlock(OfficialDocument? document, IReadOnlySet<string>? matters)
{
    // By the number of the reach's bit.
    private readonly ImmutableArray<object>[] _topics = [[], [], [], [], []];

    /// <summary>What was found in the block alone.</summary>
    public KeptFindings Findings { get; set; }

    /// <summary>The block with the figures of its quotations; null where it quotes nothing.</summary>
    public CitedBlock? Cited { get; private init; }

    /// <summary>
    /// What the block has in common with those that are looked at together with it; empty where it is not looked at in this way.
    /// </summary>
    public ImmutableArray<object> TopicsOf(Reach reach) => _topics[BitOperations.TrailingZeroCount((int)reach)];

    /// <summary>The 参数 that it names.</summary>
    public ImmutableArray<ParameterSymbol> UsedParameters { get; private init; } = [];

    /// <summary>Whether it was checked against the same document, 事项 and values of 参数.</summary>
    /// <param name="inputs">Its policy, or a part of it.</param>
    /// <param name="benefitItems">The 事项 of all clauses.</param>
    public bool IsOf(OfficialDocument? otherDocument, IReadOnlySet<string> benefitItems, CheckInputs inputs) =>
        document == otherDocument && (matters is null || matters == benefitItems) && Cited?.IsOf(inputs.FindParameter) != false;

    /// <summary>Reads what a block has in common with others.</summary>
    /// <param name="inputs">Its policy with this block alone.</param>
    /// <param name="matters">The 事项 of all clauses.</param>
    public static CheckedBlock Of(BoundBlock block, CheckInputs inputs, IReadOnlySet<string> matters)
    {
        var policy = inputs.Model.Policies[0];
        var document = inputs.DocumentOf(policy);
        var checkedBlock = new CheckedBlock(document, block.Syntax is ExampleBlock ? matters : null)
        {
            Cited = inputs.CitedBlocksOf(policy).FirstOrDefault(), UsedParameters = [.. ParametersOf(policy).Distinct()],
        };
        // A quotation that is not found shares its places with no other.
        if (checkedBlock.Cited is { } cited)
            Add(Reach.Quotations,
                cited.Quoted.Select(quoted => document?.Locate(quoted.Piece) + quoted.Figure.Start).OfType<int>().Distinct()
                    .Select(static place => (object)place).Append(Groups.Itself));
        Add(Reach.Number, block.Syntax switch
        {
            NumberedBlock { Keyword.Value: "条款" } numbered => [numbered.Number.Value],
            InvariantBlock invariant => [invariant.Number.Value],
            _ => [],
        });
        if (block.Part.Bound is BoundClause clause)
        {
            Add(Reach.Article,
                clause is { Award: null } ? []
                : clause.LegalBasis.Place.Length > 0 ? [(clause.LegalBasis.Place, clause.Subject, clause.PerRow)]
                : [Groups.Itself]);
            Add(Reach.Costs,
                ShareReader.Of(clause).SelectMany(static share => share.Pieces).Where(static piece => piece.Rate.Sign > 0)
                    .Select(static piece => piece.Cost).OfType<FieldSymbol>().Distinct());
        }
        return checkedBlock;

        void Add(Reach reach, IEnumerable<object> common) =>
            checkedBlock._topics[BitOperations.TrailingZeroCount((int)reach)] = [.. common];
    }

    /// <summary>The 参数 that the expressions of a policy name.</summary>
    public static IEnumerable<ParameterSymbol> ParametersOf(BoundPolicy policy) =>
        BoundParts.Of(policy).SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundParameter>()
            .Select(static use => use.Parameter);
}
