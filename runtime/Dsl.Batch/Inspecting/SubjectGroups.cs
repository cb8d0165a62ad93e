// The headings below a clause: by level, and by the fields with few values that the policies read (a district, a trade).
using System.Collections.Immutable;
using Dsl.Batch.Registries;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Batch.Inspecting;

/// <summary>Knows under which headings subjects count. A field that no policy reads is none: a run does not read it.</summary>
public sealed class SubjectGroups
{
    private readonly Dictionary<IrSubject, ImmutableArray<IrField>> _fields;

    /// <summary>The headings of policies.</summary>
    public SubjectGroups(IrProgram program)
    {
        var read = ColumnPruning.Of(program);
        _fields = program.Schema.Subjects.ToDictionary(static subject => subject,
            subject => (ImmutableArray<IrField>)[.. subject.Fields.Where(field => field.Type is EnumType && read.Contains(field))]);
    }

    /// <summary>The headings of a subject for a clause, with what counts there.</summary>
    internal IEnumerable<(SubjectGroup Group, Bounds Amount)> Of(SubjectFacts facts, ClauseResult result)
    {
        foreach (var level in result.Levels.Where(static level => level.Amount is not { Low.IsZero: true, High.IsZero: true }))
            yield return (new(SubjectGroup.Level, level.Level), level.Amount);
        foreach (var field in _fields[facts.Subject])
        {
            var text = ((facts.Values[field.Ordinal] ?? field.Default) as TextValue)?.Text;
            yield return (new(field.Name, text ?? SubjectGroup.Unknown), result.Amount);
        }
    }
}
