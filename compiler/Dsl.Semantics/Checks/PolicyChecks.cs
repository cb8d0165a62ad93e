// The checks in the order in which they run. A new check is a line here, a file beside it and a page per code.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Checks;

/// <summary>All checks over bound policies.</summary>
public static class PolicyChecks
{
    /// <summary>Every check with what it looks at together.</summary>
    internal static ImmutableArray<(ICheck Check, Reach Reach)> Reaches { get; } =
    [
        (new QuoteCheck(), Reach.Block),
        (new QuoteEdgeCheck(), Reach.Block),
        (new MissingQuoteCheck(), Reach.Block),
        (new FigureCheck(), Reach.Quotations),
        (new RepeatedFigureCheck(), Reach.Quotations),
        (new BoundaryWordCheck(), Reach.Block),
        (new TableCheck(), Reach.Block),
        (new UnusedLocalCheck(), Reach.Number | Reach.Sound),
        (new PolicyLocalCheck(), Reach.File),
        (new UnusedParameterCheck(), Reach.Set),
        (new LeadCheck(), Reach.Block),
        (new IdentityCheck(), Reach.Head),
        (new FrequencyCheck(), Reach.Block),
        (new LimitCheck(), Reach.Block | Reach.Sound),
        (new InvariantFigureCheck(), Reach.Number),
        (new SubjectCapCheck(), Reach.Block),
        (new OtherSupportCheck(), Reach.Block),
        (new ReachabilityCheck(), Reach.Block | Reach.Sound),
        (new AdjacentClauseCheck(), Reach.Article | Reach.Sound),
        (new CliffCheck(), Reach.Article | Reach.Sound),
        (new TargetPartsCheck(), Reach.Block | Reach.Sound),
        (new GrantKindCheck(), Reach.Block),
        (new UndecidedCheck(), Reach.File),
        (new JointShareCheck(), Reach.Costs | Reach.Sound),
        (new QuotedNameCheck(), Reach.Block),
        (new FrequencyWordCheck(), Reach.Block),
        (new CeilingCheck(), Reach.Block),
        (new ImpossibleOperationCheck(), Reach.Block),
        (new CeilingAsAwardCheck(), Reach.Block),
        (new ConnectiveCheck(), Reach.Block),
        (new BandWordCheck(), Reach.Block),
        (new AllowanceCheck(), Reach.Block | Reach.Sound),
        (new ReferenceCheck(), Reach.File),
    ];

    /// <summary>Every check.</summary>
    public static ImmutableArray<ICheck> All { get; } = [.. Reaches.Select(static row => row.Check)];

    /// <summary>Every rule of the checks and of suppressions.</summary>
    public static ImmutableArray<DiagnosticRule> Rules { get; } = [.. All.SelectMany(static check => check.Rules), .. Suppressions.Rules];

    /// <summary>Runs all checks and honours suppressions in place.</summary>
    /// <param name="suppressions">The suppressions of the parsed files.</param>
    /// <param name="model">The bound policies.</param>
    /// <param name="officialTexts">The texts of the documents by path.</param>
    /// <param name="before">What the stages before found.</param>
    /// <param name="kept">What was found in earlier versions of the files, to be used and replaced; null where nothing is kept.</param>
    /// <param name="cancellation">Cancelled when the result is of no use any more.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ImmutableArray<Diagnostic> Run(
        Task<Suppressions> suppressions, BoundModel model, IReadOnlyDictionary<string, SourceText> officialTexts,
        ImmutableArray<Diagnostic> before,
        KeptChecks? kept = null, CancellationToken cancellation = default)
    {
        var inputs = new CheckInputs(model, officialTexts, before);
        var found = WithoutRepeats(kept?.Run(inputs, cancellation) ?? RunWhole(inputs, cancellation), model);
        var sound = model.Policies.Where(inputs.IsSound).Select(static policy => policy.Tree).ToHashSet();
        return suppressions.GetAwaiter().GetResult().Apply(found, sound.Contains);
    }

    /// <summary>What is found in a 令 of the head once, though every clause that uses it was looked at with it.</summary>
    private static ImmutableArray<Diagnostic> WithoutRepeats(ImmutableArray<Diagnostic> found, BoundModel model)
    {
        var shared = model.Policies.SelectMany(static policy => policy.Terms.Locals)
            .Select(static let => (let.Symbol.Source.Path, let.Symbol.Syntax.Span)).ToList();
        if (shared.Count == 0)
            return found;
        var seen = new HashSet<(string, TextSpan, string)>();
        return [.. found.Where(finding =>
            !shared.Exists(place => place.Path == finding.Source.Path && place.Span.Start <= finding.Span.Start
                && place.Span.End >= finding.Span.End)
            || seen.Add((finding.Code, finding.Span, finding.Message)))];
    }

    private static ImmutableArray<Diagnostic> RunWhole(CheckInputs inputs, CancellationToken cancellation)
    {
        // The checks share nothing but what they read, and what they find is put together in their order:
        // the same on any number of threads.
        var running = All.Select(check => Task.Run(() => RunOne(check, inputs), cancellation)).ToList();
        var found = new CheckContext(inputs);
        foreach (var check in running)
            found.ReportAll(check.GetAwaiter().GetResult());
        return found.Found;
    }

    private static CheckContext RunOne(ICheck check, CheckInputs inputs)
    {
        var context = new CheckContext(inputs);
        check.Run(context);
        return context;
    }
}
