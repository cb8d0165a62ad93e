// Lines of words and texts: departments, levels, subjects, details, documents and clauses in use.
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Checks;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>Proposals on lines of words and of free text.</summary>
internal static class WordProposals
{
    private static readonly string[] Forms = ["股权投资", "授信", "基金"];

    /// <summary>The proposals on a line of words.</summary>
    public static IEnumerable<Candidate> For(CompletionInputs inputs)
    {
        var (place, names) = (inputs.Place, inputs.Names);
        var taken = place.Before.Skip(1).Where(static token => token.Kind == SyntaxKind.Word).Select(static token => token.Value).ToList();
        IEnumerable<Candidate> words = place.Keyword?.Word switch
        {
            "牵头" => LeadsInText(inputs).Concat(Departments(inputs)).DistinctBy(static candidate => candidate.Label),
            "责任" => Departments(inputs),
            "资金" or "级次" => FixedWords.Levels,
            "对象" when taken.Count == 0 =>
                names.Subjects.Select(static subject => new Candidate(subject.Name, CandidateKind.Class) { Detail = "数据" }),
            "每个" when taken.Count == 0 =>
                names.Subject?.Details.Where(static detail => !detail.IsBuiltIn).Select(ExpressionProposals.Detail) ?? [],
            "事项" when taken.Count == 0 => BenefitItems(names),
            "落实" => Documents(inputs, taken),
            "连同" => Together(inputs, taken),
            "适用条款" => [.. taken.Count == 0 ? [new Candidate("全部", CandidateKind.Keyword)] : Array.Empty<Candidate>(),
                .. HeaderProposals.Numbers(place.Tree, "条款", place.Word.Start)],
            "竞合" => [.. Competition(taken), .. CapProposals.ForExclusion(inputs, taken)],
            "取整" => Rounding(taken),
            "使用" => inputs.SchemaFiles.Select(static file => new Candidate(file, CandidateKind.File)),
            "形式" => [.. Forms.Select(static form => new Candidate(form, CandidateKind.Value)), .. InUse(inputs, "形式")],
            "地区" => InUse(inputs, "地区"),
            "范围" => [new Candidate(SyntaxFacts.Unlimited, CandidateKind.Keyword)],
            _ => [],
        };
        return words.Where(candidate => !taken.Contains(candidate.Label));
    }

    /// <summary>The proposals on a line of free text: what other blocks say there.</summary>
    public static IEnumerable<Candidate> ForText(CompletionInputs inputs) => inputs.Place.Keyword?.Word switch
    {
        "原文" => OfficialTexts.Below(inputs.Snapshot.Root).OrderBy(path => inputs.Snapshot.Compilation.OfficialTexts.ContainsKey(path))
            .Select(path => new Candidate(inputs.Relative(path), CandidateKind.File)),
        "发文机关" or "受益人" or "享受" => TextsInUse(inputs, inputs.Place.Keyword.Word),
        _ => [],
    };

    /// <summary>The departments that the document names after the sentences of the block.</summary>
    private static IEnumerable<Candidate> LeadsInText(CompletionInputs inputs) =>
        inputs.Place.Block is NumberedBlock block && inputs.Snapshot.PolicyOf(inputs.Place.Tree.Source.Path)?.OfficialTextPath is { } path
        && inputs.Snapshot.SourceOf(path) is { } text
            ? LeadCheck.LeadsIn(new OfficialDocument(text), block)
                .Select(static lead => new Candidate(lead, CandidateKind.Module) { Detail = "原文这一段写明" })
            : [];

    /// <summary>Departments by how often they are named.</summary>
    private static IEnumerable<Candidate> Departments(CompletionInputs inputs)
    {
        var here = inputs.Place.Tree.Source.Path;
        return inputs.Snapshot.Compilation.Trees
            .SelectMany(static tree => tree.Root.Blocks.OfType<NumberedBlock>()
                .SelectMany(static block => NamesInSight.Words(block, "牵头").Concat(NamesInSight.Words(block, "责任")))
                .Select(word => (tree.Source.Path, Word: word)))
            .Where(entry => !(entry.Path == here && entry.Word == inputs.Place.Typed))
            .GroupBy(static entry => entry.Word, StringComparer.Ordinal)
            .OrderByDescending(group => group.Any(entry => entry.Path == here)).ThenByDescending(static group => group.Count())
            .ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => new Candidate(group.Key, CandidateKind.Module) { Detail = $"{group.Count()} 处" });
    }

    private static IEnumerable<Candidate> BenefitItems(NamesInSight names)
    {
        var lists = names.Lists.FirstOrDefault(static list => list.Name == "事项") is { } matters ? [matters] : names.Lists.AsEnumerable();
        return lists.SelectMany(static list => ExpressionProposals.ListValues(list.Type));
    }

    private static IEnumerable<Candidate> Documents(CompletionInputs inputs, List<string> taken)
    {
        if (taken.Contains("条款"))
            return PolicyOf(inputs, taken[0]) is { } tree ? HeaderProposals.Numbers(tree, "条款", 0) : [];
        if (taken.Count > 0)
            return [new Candidate("条款", CandidateKind.Keyword) { Insert = "条款 " }];
        return OtherPolicies(inputs)
            .Concat(inputs.Snapshot.Compilation.Trees.SelectMany(static tree => tree.Root.Blocks.OfType<NumberedBlock>())
                .SelectMany(static block => NamesInSight.Words(block, "落实").Take(1)).Where(word => word != inputs.Place.Typed).Distinct()
                .Select(static word => new Candidate(word, CandidateKind.Reference)));
    }

    private static IEnumerable<Candidate> Together(CompletionInputs inputs, List<string> taken)
    {
        var mark = taken.IndexOf("条款");
        var clause = new Candidate("条款", CandidateKind.Keyword) { Insert = "条款 " };
        if (mark < 0)
            return taken.Count > 0 ? [clause] : [clause, .. OtherPolicies(inputs)];
        var tree = mark > 0 ? PolicyOf(inputs, taken[0]) : inputs.Place.Tree;
        var own = mark == 0 ? inputs.Names.Owner?.Number.Value : null;
        return tree is null
            ? []
            : HeaderProposals.Numbers(tree, "条款", inputs.Place.Word.Start).Where(candidate => candidate.Label != own);
    }

    private static IEnumerable<Candidate> OtherPolicies(CompletionInputs inputs) => inputs.Snapshot.Model.Policies
        .Where(policy => policy.Source.Path != inputs.Place.Tree.Source.Path)
        .Select(static policy => new Candidate(policy.Number, CandidateKind.Reference) { Detail = policy.Title, Keywords = policy.Title });

    private static SyntaxTree? PolicyOf(CompletionInputs inputs, string number) =>
        inputs.Snapshot.Model.Policies.FirstOrDefault(policy => WidthFolding.HalfWidth(policy.Number) == WidthFolding.HalfWidth(number))
            ?.Tree;

    private static IEnumerable<Candidate> Competition(List<string> taken)
    {
        var begun = taken.Count == 0 ? "" : string.Join(' ', taken) + " ";
        return SyntaxFacts.CompetitionRules.Where(rule => rule.Words.StartsWith(begun, StringComparison.Ordinal))
            .Select(rule => new Candidate(rule.Words[begun.Length..], CandidateKind.Value) { Documentation = rule.Summary });
    }

    private static IEnumerable<Candidate> Rounding(List<string> taken)
    {
        if (taken is [.., "到"])
            return SyntaxFacts.RoundingUnits.Select(static unit => new Candidate(unit.Word, CandidateKind.Unit));
        var to = new Candidate("到", CandidateKind.Keyword) { Insert = "到 " };
        return taken.Count > 0
            ? [to]
            : [.. SyntaxFacts.RoundingModes
                .Select(static mode => new Candidate(mode, CandidateKind.Value) { Insert = mode + " 到 ", Detail = $"{mode} 到 元" }),
                to];
    }

    // The word that is being typed is in the file too, and no proposal.
    private static IEnumerable<Candidate> InUse(CompletionInputs inputs, string keyword) =>
        inputs.Snapshot.Compilation.Trees.SelectMany(static tree => tree.Root.Blocks)
            .SelectMany(block => NamesInSight.Words(block, keyword)).Where(word => word != inputs.Place.Typed).Distinct()
            .Select(static word => new Candidate(word, CandidateKind.Value));

    private static IEnumerable<Candidate> TextsInUse(CompletionInputs inputs, string keyword) =>
        inputs.Snapshot.Compilation.Trees.SelectMany(static tree => tree.Root.Blocks)
            .SelectMany(block => block.LinesOf(keyword).OfType<TextLine>()).Select(static line => line.Text.Value.Trim())
            .Where(text => text.Length > 0 && text != inputs.Place.Typed).Distinct()
            .Select(static text => new Candidate(text, CandidateKind.Value));
}
