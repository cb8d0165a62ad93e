// The checks in the order in which they run. A new check is a line here, a file beside it and a page per code.
using System.Collections.Immutable;
using Dsl.Semantics.Binding;
using Dsl.Semantics.Checks.Tables;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks;

/// <summary>All checks over bound policies.</summary>
public static class PolicyChecks
{
    /// <summary>Every check.</summary>
    public static ImmutableArray<ICheck> All { get; } =
        [
            new QuoteCheck(), new MissingQuoteCheck(), new FigureCheck(), new RepeatedFigureCheck(), new BoundaryWordCheck(), new TableCheck(), new UnusedNameCheck(), new LeadCheck(), new IdentityCheck(), new FrequencyCheck(),
            new LimitCheck(), new InvariantFigureCheck(), new SubjectCapCheck(), new OtherSupportCheck(), new ReachabilityCheck(), new AdjacentClauseCheck(), new CliffCheck(),
            new TargetPartsCheck(), new GrantKindCheck(), new UndecidedCheck(), new JointShareCheck(), new QuotedNameCheck(), new FrequencyWordCheck(), new CeilingCheck(), new ImpossibleOperationCheck(), new CeilingAsAwardCheck(), new ConnectiveCheck(),
        ];

    /// <summary>Every rule of the checks and of suppressions.</summary>
    public static ImmutableArray<DiagnosticRule> Rules { get; } = [.. All.SelectMany(static check => check.Rules), .. Suppressions.Rules];

    /// <summary>Runs all checks and honours suppressions in place.</summary>
    /// <param name="suppressions">The suppressions of the parsed files.</param>
    /// <param name="model">The bound policies.</param>
    /// <param name="officialTexts">The texts of the documents by path.</param>
    /// <param name="before">What the stages before found.</param>
    public static ImmutableArray<Diagnostic> Run(
        Task<Suppressions> suppressions, BoundModel model, IReadOnlyDictionary<string, SourceText> officialTexts, ImmutableArray<Diagnostic> before)
    {
        var inputs = new CheckInputs(model, officialTexts, before);
        // The checks share nothing but what they read, and what they find is put together in their order: the same on any number of threads.
        var running = All.Select(check => Task.Run(() => RunOne(check, inputs))).ToList();
        var found = new CheckContext(inputs);
        foreach (var check in running)
            found.ReportAll(check.GetAwaiter().GetResult());
        var sound = model.Policies.Where(inputs.IsSound).Select(static policy => policy.Tree).ToHashSet();
        return suppressions.GetAwaiter().GetResult().Apply(found.Found, sound.Contains);
    }

    private static CheckContext RunOne(ICheck check, CheckInputs inputs)
    {
        var context = new CheckContext(inputs);
        check.Run(context);
        return context;
    }
}
