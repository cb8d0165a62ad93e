// What an expression may refer to at its place.
using System.Collections.Immutable;

namespace Dsl.Agreement.Tests.Generating;

/// <summary>令: a name with the kind of its value.</summary>
internal sealed record LocalModel(string Name, Kind Kind);

/// <summary>A place for expressions.</summary>
/// <param name="Subject">The kind of subject.</param>
internal sealed record Scope(SubjectModel Subject)
{
    /// <summary>The row at hand: of 每个, or inside an aggregate.</summary>
    public DetailModel? Row { get; init; }

    /// <summary>The row of 每个 around an aggregate over other rows: its facts are named in full.</summary>
    public DetailModel? Outer { get; init; }

    /// <summary>Whether facts of the subject can be read (not in 目标 outside of an aggregate).</summary>
    public bool SeesSubject { get; init; } = true;

    /// <summary>In 目标: aggregates go over the registry.</summary>
    public bool OverRegistry { get; init; }

    /// <summary>Inside an aggregate.</summary>
    public bool InAggregate { get; init; }

    /// <summary>参数.</summary>
    public ImmutableArray<ParameterModel> Parameters { get; init; } = [];

    /// <summary>令 before this place.</summary>
    public ImmutableArray<LocalModel> Locals { get; init; } = [];

    /// <summary>The place without the row, for caps.</summary>
    public Scope WithoutRow => this with { Row = null, Locals = [] };

    /// <summary>Inside an aggregate over a detail, or over the subjects of the registry.</summary>
    public Scope Within(DetailModel? detail) => this with
    {
        Row = detail, Outer = InAggregate ? Outer : Row, SeesSubject = true, InAggregate = true, Locals = [],
    };

    /// <summary>Facts of a kind with the table that they belong to.</summary>
    public ImmutableArray<(TableModel Table, FieldModel Field)> Facts(Kind kind)
    {
        var ofRow = Row is { } row ? row.Fields.Select(field => ((TableModel)row, field)) : [];
        var ofSubject = SeesSubject ? Subject.Fields.Select(field => ((TableModel)Subject, field)) : [];
        var ofOuter =
            InAggregate && Outer is { } outer && outer != Row ? outer.Fields.Select(field => ((TableModel)outer, field)) : [];
        return [.. ofRow.Concat(ofSubject).Concat(ofOuter).Where(pair => pair.field.Kind == kind)];
    }

    /// <summary>Whether a bare name would mean two facts.</summary>
    public bool IsAmbiguous(string name) =>
        Row is { } row && SeesSubject && row.Fields.Any(field => field.Name == name) && Subject.Fields.Any(field => field.Name == name);
}
