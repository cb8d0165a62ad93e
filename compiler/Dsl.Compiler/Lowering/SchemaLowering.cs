// 数据, 明细, 参数 → IrSubject, IrDetail, IrParameter; and the mapping between them.
using System.Collections.Immutable;
using Dsl.Ir.Schema;
using Dsl.Semantics.Symbols;
using Dsl.Values.Text;

namespace Dsl.Compiler.Lowering;

internal sealed class SchemaLowering
{
    private readonly Dictionary<SubjectSymbol, IrSubject> _subjects = [];
    private readonly Dictionary<DetailSymbol, IrDetail> _details = [];
    private readonly Dictionary<FieldSymbol, IrField> _fields = [];
    private readonly Dictionary<ParameterSymbol, IrParameter> _parameters = [];
    private readonly Dictionary<string, string> _matters = new(Identity.Comparer);

    private readonly IReadOnlySet<FieldSymbol> _choices;

    /// <summary>Lowers the declarations of the files that have no errors.</summary>
    /// <param name="subjects">数据.</param>
    /// <param name="parameters">参数.</param>
    /// <param name="choices">The fields by which 择一 chooses.</param>
    /// <param name="isSound">Whether the file of a symbol has no errors.</param>
    public SchemaLowering(IEnumerable<SubjectSymbol> subjects, IEnumerable<ParameterSymbol> parameters, IReadOnlySet<FieldSymbol> choices,
        Func<Symbol, bool> isSound)
    {
        _choices = choices;
        foreach (var subject in subjects.Where(subject => isSound(subject)))
            _subjects.Add(subject, Lower(subject, isSound));
        foreach (var parameter in parameters.Where(parameter => isSound(parameter)))
            _parameters.Add(parameter, Lower(parameter));
    }

    public ImmutableArray<IrSubject> Subjects => [.. _subjects.Values];

    public ImmutableArray<IrParameter> Parameters => [.. _parameters.Values];

    /// <summary>A 事项 as it is written first: all its writings are one, here and in every contest.</summary>
    public string BenefitItem(string written)
    {
        if (!_matters.TryGetValue(written, out var first))
            _matters.Add(written, first = written);
        return first;
    }

    public IrSubject this[SubjectSymbol symbol] => _subjects[symbol];

    public IrDetail this[DetailSymbol symbol] => _details[symbol];

    public IrField this[FieldSymbol symbol] => _fields[symbol];

    public IrParameter this[ParameterSymbol symbol] => _parameters[symbol];

    private IrSubject Lower(SubjectSymbol subject, Func<Symbol, bool> isSound) => new(subject.Name)
    {
        Fields = [.. subject.Fields.Select((symbol, ordinal) => Lower(symbol, ordinal, null))],
        Details = [.. subject.Details.Where(detail => isSound(detail)).Select(Lower)],
    };

    private IrDetail Lower(DetailSymbol detail, int ordinal)
    {
        var fields = detail.Fields.Select((symbol, index) => Lower(symbol, index, detail.Name)).ToImmutableArray();
        var lowered = new IrDetail(detail.Name, ordinal, detail.IsBuiltIn)
        {
            Fields = fields,
            Key = detail.Key is { } key ? _fields[key] : null,
            IsByYear = detail.Year is not null,
            CountingUnit = detail.Unit,
        };
        _details.Add(detail, lowered);
        return lowered;
    }

    private IrField Lower(FieldSymbol symbol, int ordinal, string? detail)
    {
        var lowered = new IrField(symbol.Name, symbol.Type, ordinal, detail)
        {
            InputRange = symbol.InputRange,
            DeclaredRange = symbol.DeclaredRange,
            Default = symbol.Default,
            IsRecognition = symbol.IsRecognition,
            IsChoice = _choices.Contains(symbol),
            IsCreditCode = symbol.IsCreditCode,
        };
        _fields.Add(symbol, lowered);
        return lowered;
    }

    private static IrParameter Lower(ParameterSymbol parameter) => new(parameter.Name, parameter.Type)
    {
        IsExternal = parameter.IsExternal,
        History = parameter.History,
        Origin = Locations.Of(parameter.Source, parameter.Span),
    };
}
