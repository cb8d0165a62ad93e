// The tables of a script: subjects, rows under 每个, rows of aggregates, records, and the values that an analyst may change.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Sql.Dialects;
using Dsl.Sql.Inputs;
using Dsl.Sql.Terms;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Sql.Tables;

/// <summary>Collects tables while clauses are written.</summary>
/// <param name="dialect">The dialect.</param>
/// <param name="program">The policies.</param>
/// <param name="context">Dates and external parameters.</param>
/// <param name="missing">Details that the registry does not have.</param>
internal sealed class ScriptTables(SqlDialect dialect, IrProgram program, EvaluationContext context, IReadOnlySet<IrDetail> missing)
{
    /// <summary>How the script calls the two values on which all depends.</summary>
    public const string AsOfName = "测算日", YearName = "年度";

    private const int MostDigits = 15;

    private readonly Dictionary<string, SourceTable> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<SqlTable, SourceTable> _sourceOf = [];
    private readonly Dictionary<IrSubject, SqlTable> _subjects = [];
    private readonly Dictionary<IrDetail, SqlTable> _rows = [];
    private readonly List<(IrParameter Parameter, ParameterRange Range)> _parameters = [];
    private readonly List<(AggregateRows Rows, SqlTable Subjects)> _aggregates = [];

    public SqlDialect Dialect => dialect;

    public IReadOnlySet<IrDetail> Missing => missing;

    /// <summary>测算日 as the number of a day.</summary>
    public SqlTerm AsOf { get; } =
        SqlTerm.Constant(dialect.DayNumber(dialect.ValueOf(AsOfName)).Text);

    /// <summary>年度.</summary>
    public SqlTerm Year { get; } = SqlTerm.Constant(dialect.Whole(dialect.ValueOf(YearName), isNarrow: true).Text);

    /// <summary>核定, 兑现记录, 其他政策支持.</summary>
    public RecordTables Records { get; } = new(dialect, program, dialect.ValueOf(YearName));

    /// <summary>The tables that are read, but for records.</summary>
    public IEnumerable<SourceTable> Sources => _sources.Values;

    /// <summary>The table of a kind of subject.</summary>
    public SqlTable Subjects(IrSubject subject)
    {
        if (!_subjects.TryGetValue(subject, out var table))
        {
            _subjects.Add(subject, table = new(subject.Name, dialect));
            _sourceOf.Add(table, Source(subject.Name, () => new(dialect, subject.Name, subject.Key.Name, null) { IsMain = true }));
        }
        return table;
    }

    /// <summary>The rows of a detail, with what clauses under 每个 compute of each.</summary>
    public SqlTable Rows(IrSubject subject, IrDetail detail)
    {
        if (!_rows.TryGetValue(detail, out var table))
        {
            _rows.Add(detail, table = new(detail.Name, dialect));
            _sourceOf.Add(table, Source(subject, detail));
        }
        return table;
    }

    /// <summary>The rows of a detail for one aggregate of a subject.</summary>
    public AggregateRows Aggregate(IrDetail detail, SqlTable subjects)
    {
        var subject = _subjects.First(pair => ReferenceEquals(pair.Value, subjects)).Key;
        var table = new SqlTable($"{detail.Name}#{_aggregates.Count + 1}", dialect);
        _sourceOf.Add(table, Source(subject, detail));
        var rows = new AggregateRows($"{detail.Name}#{_aggregates.Count + 1}#和", dialect, table, () => table.ImportedLevel + 1);
        _aggregates.Add((rows, subjects));
        subjects.Join(rows);
        return rows;
    }

    private SourceTable Source(IrSubject subject, IrDetail detail) =>
        Source(detail.Name, () => new(dialect, detail.Name, subject.Key.Name, detail.Key?.Name));

    private SourceTable Source(string name, Func<SourceTable> make)
    {
        if (!_sources.TryGetValue(name, out var source))
            _sources.Add(name, source = make());
        return source;
    }

    /// <summary>Where a table comes from.</summary>
    public SourceTable SourceOf(SqlTable table) => _sourceOf[table];

    /// <summary>A column of a table, and what is wrong with its name in the dialect.</summary>
    public (SqlTerm Column, string? Problem) Column(SqlTable table, IrField field)
    {
        var source = _sourceOf[table];
        var names = source.Used.Select(static used => used.Name).Append(field.Name);
        return (source.Column(field), SourceTable.Problem(dialect, source.Name, names));
    }

    /// <summary>How the script calls the value of a 参数.</summary>
    public static string NameOf(IrParameter parameter) => $"参数·{parameter.Name}";

    /// <summary>Notes a 参数; in what it is counted, or null where a value of it is finer or too large.</summary>
    public ParameterRange? Define(IrParameter parameter)
    {
        var at = _parameters.FindIndex(known => ReferenceEquals(known.Parameter, parameter));
        if (at >= 0)
            return _parameters[at].Range;
        var numbers = Values(parameter).Select(static value => (value as NumberValue)?.Bounds.Low).OfType<Rational>().ToList();
        var digits = CellScale.Digits(parameter.Type);
        while (digits < MostDigits && numbers.Exists(number => !(number * BigInteger.Pow(10, digits)).IsInteger))
            digits++;
        var fractions = numbers.ConvertAll(number => number * BigInteger.Pow(10, digits));
        // Two 参数 of one name can only be two external ones of different policies.
        if (fractions.Exists(static number => !number.IsInteger || BigInteger.Abs(number.Numerator) > CellScale.Limit)
            || _parameters.Exists(known => dialect.Folded(known.Parameter.Name) == dialect.Folded(parameter.Name))
            || !SqlDialect.CanQuote(parameter.Name))
            return null;
        // What is tried out instead has the same sign.
        var isSigned = fractions.Exists(static number => number.Sign < 0)
            || (fractions.Count == 0 && parameter.Type.InputRange.Low is not { Sign: >= 0 });
        var range = new ParameterRange(digits, isSigned ? -CellScale.Limit : BigInteger.Zero, CellScale.Limit);
        _parameters.Add((parameter, range));
        return range;
    }

    private IEnumerable<Value> Values(IrParameter parameter) =>
        context.Replaced.TryGetValue(parameter, out var tried) ? [tried]
        : parameter.IsExternal ? context.Parameters.TryGetValue(parameter.Name, out var given) ? [given] : []
        : parameter.History.Select(static entry => entry.Value);

    /// <summary>The statements that give 参数 their values.</summary>
    public IEnumerable<string> Definitions()
    {
        foreach (var (parameter, range) in _parameters)
        {
            var natural = $"参数·{parameter.Name}·写法";
            yield return dialect.Define(natural, Natural(parameter));
            var column = dialect.ValueOf(natural).Text;
            yield return dialect.Define(NameOf(parameter), parameter.Type switch
            {
                TruthType => dialect.ReadTruth(column),
                TextType or EnumType => dialect.ReadText(column),
                DateType => dialect.ReadDate(column, parameter.Name),
                _ => dialect.ReadNumber(column, range.Digits, range.Low, range.High, parameter.Name),
            });
        }
    }

    private string Natural(IrParameter parameter)
    {
        if (parameter.IsExternal || context.Replaced.ContainsKey(parameter))
            return Values(parameter).Select(value => Literal(value, parameter.Type)).FirstOrDefault() ?? Literal(null, parameter.Type);
        var cases = parameter.History.Reverse().Select(entry => entry.From is { } from
            ? $"WHEN {dialect.ValueOf(AsOfName)} >= {dialect.Date(from)} THEN {Literal(entry.Value, parameter.Type)}"
            : $"WHEN TRUE THEN {Literal(entry.Value, parameter.Type)}").ToImmutableArray();
        return cases.IsEmpty ? Literal(null, parameter.Type) : $"CASE {string.Join(' ', cases)} END";
    }

    private string Literal(Value? value, DslType type) => (value, type) switch
    {
        (TruthValue { IsCertain: true } truth, TruthType) => truth.IsYes ? "TRUE" : "FALSE",
        (TextValue { Text: { } text }, TextType or EnumType) => dialect.Text(text),
        (NumberValue { IsCertain: true, Bounds.Low: { } day }, DateType) => dialect.Date(CivilDate.FromNumber(day)),
        (NumberValue { IsCertain: true, Bounds.Low: { } number }, not (DateType or TruthType or TextType or EnumType)) => number.ToString(),
        (_, TruthType) => "CAST(NULL AS BOOLEAN)",
        (_, TextType or EnumType) => "CAST(NULL AS VARCHAR)",
        (_, DateType) => "CAST(NULL AS DATE)",
        _ => "CAST(NULL AS BIGINT)",
    };
}

/// <summary>In what a 参数 is counted.</summary>
/// <param name="Digits">Decimal digits of a fraction.</param>
/// <param name="Low">The least value that is accepted, in fractions.</param>
/// <param name="High">The greatest.</param>
internal sealed record ParameterRange(int Digits, BigInteger Low, BigInteger High);
