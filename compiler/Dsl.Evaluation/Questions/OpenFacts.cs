// Finds what is open of a subject, and makes the facts in which all of it is unknown.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Questions;

/// <summary>
/// The open facts of a subject: what has no value and was not answered with 不清楚. A fact with 缺省 that nobody stated is open, too: in
/// <see cref="Facts"/> it is unknown, although an evaluation of the facts as they stand takes the 缺省.
/// </summary>
internal sealed class OpenFacts
{
    // 事项 and 金额 of 其他政策支持 are unknown where they are blank; its other columns mean something when blank.
    private const int SupportItem = 1, SupportAmount = 4;

    private readonly Dictionary<(bool IsTable, string Name), OpenFact> _byName = [];

    private OpenFacts(SubjectFacts facts) => Facts = facts;

    /// <summary>The facts with all that is open unknown.</summary>
    public SubjectFacts Facts { get; private set; }

    /// <summary>Open facts in the order of the schema.</summary>
    public List<OpenFact> All { get; } = [];

    /// <summary>The open facts of a subject.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="unclear">What was answered with 不清楚.</param>
    public static OpenFacts Of(SubjectFacts facts, IReadOnlySet<string> unclear)
    {
        var open = new OpenFacts(facts);
        foreach (var field in facts.Subject.Fields.Skip(1).Where(field => facts.Values[field.Ordinal] is null))
            open.Add(new(field.Name, null, null, field), unclear);
        foreach (var detail in facts.Subject.Details)
        {
            if (facts.Details[detail.Ordinal] is not { } rows)
            {
                open.Add(new(detail.Name, detail, null, null), unclear);
                continue;
            }
            foreach (var (index, row) in rows.Index())
            {
                foreach (var field in detail.Fields.Where(field => row.Values[field.Ordinal] is null && CanBeAsked(detail, field)))
                    open.Add(new($"{detail.Name}[{row.Key}].{field.Name}", detail, row.Key, field) { Row = index }, unclear);
            }
        }
        return open;
    }

    /// <summary>The open facts that something waits for.</summary>
    public IEnumerable<OpenFact> In(Unknowns unknowns) => unknowns.Items.Select(Find).OfType<OpenFact>();

    private OpenFact? Find(UnknownItem item) => item.Kind is UnknownKind.Fact or UnknownKind.Recognition or UnknownKind.Table
        ? _byName.GetValueOrDefault((item.Kind == UnknownKind.Table, item.Name)) : null;

    private static bool CanBeAsked(IrDetail detail, IrField field) =>
        detail.IsBuiltIn ? field.Ordinal is SupportItem or SupportAmount : field != detail.Key;

    private void Add(OpenFact fact, IReadOnlySet<string> unclear)
    {
        if (unclear.Contains(fact.Name) || !_byName.TryAdd((fact.Field is null, fact.Name), fact))
            return;
        All.Add(fact);
        if (fact.Field is { Default: not null } field)
            Facts = fact.With(Facts, MissingValue.Of(field.Type, field.DeclaredRange, Unknowns.Of(
                field.IsDecision ? UnknownKind.Recognition : UnknownKind.Fact, fact.Name)));
    }
}
