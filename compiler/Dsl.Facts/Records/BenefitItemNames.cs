// 事项 of 其他政策支持 as the clauses write them: a row whose 事项 is misspelt would silently compete with nothing.
using System.Collections.Immutable;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Facts.Records;

/// <summary>The 事项 of a program. Used by one thread.</summary>
public sealed class BenefitItemNames
{
    /// <summary>Fields of 其他政策支持.</summary>
    public const int Field = 1, RowField = 2;

    private readonly ImmutableArray<string> _known;
    private readonly ImmutableArray<string> _others;
    private readonly Dictionary<int, (int Code, DataProblem? Problem, bool IsOther)> _found = [];

    /// <summary>The 事项 of all clauses; values of 名录 are other 事项 that an officer chose with care.</summary>
    public BenefitItemNames(IrProgram program)
    {
        _known = [.. program.Policies.SelectMany(static policy => policy.Clauses).Select(static clause => clause.BenefitItem)
            .OfType<string>().Distinct()];
        _others = [.. program.Schema.Lists.SelectMany(static list => list.Members)];
    }

    /// <summary>What a 事项 means: as the clauses write it, a problem, or something else.</summary>
    public (string BenefitItem, DataProblem? Problem, bool IsOther) Find(string written)
    {
        if (Identity.Find(written, _known) is { } known)
            return (known, null, false);
        if (Identity.Find(written, _others) is null && NameHint.Slip(written, _known) is { } near)
            return (written, RowDiagnostics.NearBenefitItem.With(written, near), false);
        return (written, null, true);
    }

    /// <summary>The same by the number of a text.</summary>
    public (int Code, DataProblem? Problem, bool IsOther) Find(int code, StringDictionary texts)
    {
        if (!_found.TryGetValue(code, out var found))
        {
            var (matter, problem, isOther) = Find(texts.TextOf(code));
            _found.Add(code, found = (texts.CodeOf(matter), problem, isOther));
        }
        return found;
    }
}
