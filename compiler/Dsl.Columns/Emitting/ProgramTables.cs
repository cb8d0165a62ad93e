// What the clauses of a program share: the texts that they name, the parameters and the fields that they read.
using System.Numerics;
using Dsl.Columns.Kernels;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Columns.Emitting;

/// <summary>Tables of a program, filled while its code is written.</summary>
public sealed class ProgramTables
{
    /// <summary>The class of the numbers of texts in the generated code.</summary>
    internal const string TextClass = "文本";

    private readonly List<string> _texts = [];
    private readonly List<string> _textNames = [];
    private readonly CodeWriter _names = new();
    private readonly Dictionary<string, int> _textCodes = new(StringComparer.Ordinal);
    private readonly List<IrParameter> _parameters = [];
    private readonly HashSet<(IrDetail? Detail, IrField Field)> _fields = [];
    private readonly HashSet<IrDetail> _details = [];

    /// <summary>The texts that the program names; their index is their number in the <see cref="StringDictionary"/>.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The parameters that it reads; their index is that of <see cref="KernelRun"/>.</summary>
    public IReadOnlyList<IrParameter> Parameters => _parameters;

    /// <summary>Whether a fact is read (of a detail, or of the subject).</summary>
    public bool Reads(IrDetail? detail, IrField field) => _fields.Contains((detail, field));

    /// <summary>Whether any row of a detail is looked at.</summary>
    public bool Reads(IrDetail detail) => _details.Contains(detail);

    /// <summary>
    /// How a parameter is held: in the fraction of its history, or for an external one in that of a column; exact where no lane holds it.
    /// </summary>
    public static FixedPointLayout LayoutOf(IrParameter parameter)
    {
        if (parameter.IsExternal)
            return FixedPointLayout.Fixed(FixedPoint.Denominator(parameter.Type), FixedPoint.Limit);
        var values = parameter.History.Select(static entry => entry.Value).OfType<NumberValue>().Select(static value => value.Bounds.Low)
            .OfType<Rational>().ToList();
        var denominator = values.Aggregate(BigInteger.One,
            static (common, value) => common / BigInteger.GreatestCommonDivisor(common, value.Denominator) * value.Denominator);
        var magnitude = values.Select(value => BigInteger.Abs((value * denominator).Numerator)).DefaultIfEmpty(0).Max();
        return FixedPointLayout.Fixed(denominator, magnitude);
    }

    /// <summary>The name of text i in the generated code, within <see cref="TextClass"/>.</summary>
    internal IReadOnlyList<string> TextNames => _textNames;

    /// <summary>The number of a text, by its name in the generated code.</summary>
    internal string CodeOf(string text)
    {
        if (!_textCodes.TryGetValue(text, out var index))
        {
            index = _textCodes[text] = _texts.Count;
            _texts.Add(text);
            _textNames.Add(_names.Fresh(text));
        }
        return $"{TextClass}.{_textNames[index]}";
    }

    /// <summary>Whether the generated code calls its texts so.</summary>
    internal static bool IsReserved(string name) => name == TextClass;

    /// <summary>The index of a parameter.</summary>
    internal int Parameter(IrParameter parameter)
    {
        if (!_parameters.Contains(parameter))
            _parameters.Add(parameter);
        return _parameters.IndexOf(parameter);
    }

    /// <summary>Notes that a fact, or (without a field) rows of a detail are read.</summary>
    internal void Read(IrDetail? detail, IrField? field)
    {
        if (detail is not null)
            _details.Add(detail);
        if (field is not null)
            _fields.Add((detail, field));
    }
}
