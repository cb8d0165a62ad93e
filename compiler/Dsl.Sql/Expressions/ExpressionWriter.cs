// Every expression of the IR as SQL, node by node; the first that SQL cannot say is kept, and nothing is thrown.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.Sql.Dialects;
using Dsl.Sql.Inputs;
using Dsl.Sql.Tables;
using Dsl.Sql.Terms;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Sql.Expressions;

/// <summary>Writes expressions.</summary>
/// <param name="tables">The tables of the script.</param>
internal sealed partial class ExpressionWriter(ScriptTables tables) : IrExpressionVisitor<SqlPlace, SqlValue>
{
    // Each level is a query around the one below; databases end at some depth, and so does this program.
    private const int MostNesting = 150;

    private static readonly SqlNumber Refused = SqlNumber.Of(Rational.Zero);

    private readonly Dictionary<(IrLocal, SqlTable), SqlValue> _locals = [];
    private int _depth;

    private SqlDialect Dialect => tables.Dialect;

    /// <summary>Why there is no SQL; null while there is.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>Notes that something cannot be said.</summary>
    public void Refuse(string reason, SourceLocation place) => Refusal ??= new(reason, place);

    /// <summary>A number.</summary>
    public SqlNumber Number(IrExpression node, SqlPlace place) => Visit(node, place) as SqlNumber ?? Refused;

    /// <summary>A truth.</summary>
    public SqlTruth Truth(IrExpression node, SqlPlace place) => Visit(node, place) as SqlTruth ?? SqlTruth.No;

    /// <summary>Arithmetic in a table.</summary>
    public NumberWriter Numbers(SqlPlace place) => new(Dialect, place.Table);

    /// <inheritdoc/>
    public override SqlValue Visit(IrExpression node, SqlPlace context)
    {
        // What does not read the row is computed once for the subject.
        if (context is { Subjects: { } subjects, Detail: { } detail, IsAggregate: false } && node is not (IrConstant or IrFact)
            && !SqlPlace.Reads(node, detail))
            return Import(Visit(node, subjects), context);
        if (Refusal is not null || ++_depth > MostNesting)
        {
            Refuse("算式嵌套太深", node.Origin);
            return node.Type is TruthType ? SqlTruth.No
                : node.Type is TextType or EnumType ? new SqlText(SqlTerm.Constant("''"), false) : Refused;
        }
        var value = base.Visit(node, context);
        _depth--;
        if (value is SqlNumber { Shape.Fits: false })
            Refuse("算到这里可能超过 120 位", node.Origin);
        return value;
    }

    /// <summary>A value of the subject in another table.</summary>
    public SqlValue Import(SqlValue value, SqlPlace place)
    {
        var from = place.OfSubject.Table;
        SqlTerm Moved(SqlTerm term) => place.Table.Import(from.Keep(term));
        return value switch
        {
            SqlTruth { Known: null } truth => truth with { Term = Moved(truth.Term) },
            SqlText text => text with { Term = Moved(text.Term) },
            SqlNumber { Constant: null } number => NumberWriter.Each(number, number.Shape, Moved),
            _ => value,
        };
    }

    /// <inheritdoc/>
    protected override SqlValue Constant(IrConstant node, SqlPlace context) => node.Value switch
    {
        NumberValue { IsCertain: true, Bounds.Low: { } number } => SqlNumber.Of(number),
        TruthValue { IsCertain: true } truth => SqlTruth.Of(truth.IsYes),
        TextValue { Text: { } text } => new SqlText(SqlTerm.Constant(Dialect.Text(text)), MayBeOpen: false),
        _ => Refuse(node, "常数不确定"),
    };

    private SqlNumber Refuse(IrExpression node, string reason)
    {
        Refuse(reason, node.Origin);
        return Refused;
    }

    /// <inheritdoc/>
    protected override SqlValue Fact(IrFact node, SqlPlace context)
    {
        var field = node.Field;
        if (field.Detail is null)
        {
            var subjects = context.OfSubject;
            var value = ValueOf(node, Column(subjects.Table, node));
            return ReferenceEquals(subjects, context) ? value : Import(value, context);
        }
        if (context.RowIsUnknown?.Name == field.Detail)
            return Missing(field.Type, field.DeclaredRange);
        return context.Detail?.Name == field.Detail
            ? ValueOf(node, Column(context.Table, node))
            : Refuse(node, "汇总里用到另一张明细表的列");
    }

    private SqlTerm Column(SqlTable table, IrFact node)
    {
        var (column, problem) = tables.Column(table, node.Field);
        if (problem is not null)
            Refuse(problem, node.Origin);
        return column;
    }

    private SqlValue ValueOf(IrFact node, SqlTerm column)
    {
        var field = node.Field;
        switch (field.Type)
        {
            case TruthType:
                return field.Default is TruthValue { IsCertain: true } truth
                    ? new SqlTruth(SqlTerm.Of($"coalesce({column}, {SqlTruth.Of(truth.IsYes).Term})"), MayBeOpen: false)
                    : new SqlTruth(column, MayBeOpen: true);
            case TextType or EnumType:
                return field.Default is TextValue { Text: { } text }
                    ? new SqlText(SqlTerm.Of($"coalesce({column}, {Dialect.Text(text)})"), MayBeOpen: false)
                    : new SqlText(column, MayBeOpen: true);
        }
        var digits = CellScale.Digits(field.Type);
        var (low, high) = field.Type is DateType ? (0, CivilDate.LastDay) : CellScale.Range(field, digits);
        var denominator = BigInteger.Pow(10, digits);
        if (field.Default is NumberValue { IsCertain: true, Bounds.Low: { } known })
        {
            var point = known * denominator;
            return !point.IsInteger ? Refuse(node, "缺省的数比数据列能分辨的还细")
                : SqlNumber.Point(SqlTerm.Of($"coalesce({column}, {point.Numerator})"),
                    new(denominator, Greatest(low, high, point.Numerator), low.Sign >= 0 && point.Sign >= 0));
        }
        return Open(column, BoundsOf(field.Type, field.DeclaredRange), denominator, low, high) ?? Refuse(node, "范围比数据列能分辨的还细");
    }

    /// <summary>A number in a column, with what is known where that is empty; null where this is finer than the column.</summary>
    private static SqlNumber? Open(SqlTerm column, Bounds missing, BigInteger denominator, BigInteger low, BigInteger high)
    {
        var (least, most) = (missing.Low * (Rational)denominator, missing.High * (Rational)denominator);
        if (least is { IsInteger: false } || most is { IsInteger: false })
            return null;
        SqlTerm End(Rational? end) => end is { } known ? SqlTerm.Of($"coalesce({column}, {known.Numerator})") : column;
        return new(End(least), End(most),
            new(denominator, Greatest(low, high, (least ?? 0).Numerator, (most ?? 0).Numerator), low.Sign >= 0 && least is { Sign: >= 0 }))
            { LowMayBeOpen = least is null, HighMayBeOpen = most is null };
    }

    private static BigInteger Greatest(params ReadOnlySpan<BigInteger> values)
    {
        var greatest = BigInteger.One;
        foreach (var value in values)
            greatest = BigInteger.Max(greatest, BigInteger.Abs(value));
        return greatest;
    }

    private static Bounds BoundsOf(DslType type, Bounds? declared) =>
        declared ?? (type is DateType or YearType ? Bounds.Everything : Bounds.NonNegative);

    /// <summary>What is known of a value that is not there.</summary>
    private static SqlValue Missing(DslType type, Bounds? declared)
    {
        if (type is TruthType)
            return new SqlTruth(SqlTerm.Constant("CAST(NULL AS BOOLEAN)"), MayBeOpen: true);
        if (type is TextType or EnumType)
            return new SqlText(SqlTerm.Constant("CAST(NULL AS VARCHAR)"), MayBeOpen: true);
        var bounds = BoundsOf(type, declared);
        var (low, high) = (bounds.Low ?? 0, bounds.High ?? 0);
        var denominator = NumberShape.Common(new(low.Denominator, 1, false), new(high.Denominator, 1, false));
        SqlTerm? End(Rational? end) => end is { } known ? SqlTerm.Number((known * denominator).Numerator) : null;
        return new SqlNumber(End(bounds.Low), End(bounds.High),
            new(denominator, Greatest((low * denominator).Numerator, (high * denominator).Numerator), bounds.Low is { Sign: >= 0 }))
            { LowMayBeOpen = bounds.Low is null, HighMayBeOpen = bounds.High is null };
    }

    /// <inheritdoc/>
    protected override SqlValue ParameterValue(IrParameterValue node, SqlPlace context)
    {
        var parameter = node.Parameter;
        if (tables.Define(parameter) is not { } range)
            return Refuse(node, "参数的值比数据列能分辨的还细，或者太大");
        var value = Dialect.ValueOf(ScriptTables.NameOf(parameter));
        return parameter.Type switch
        {
            TruthType => new SqlTruth(value, MayBeOpen: true),
            TextType or EnumType => new SqlText(value, MayBeOpen: true),
            DateType => Open(value, BoundsOf(parameter.Type, null), 1, 0, CivilDate.LastDay) ?? Refused,
            _ => Open(value, BoundsOf(parameter.Type, null), BigInteger.Pow(10, range.Digits), range.Low, range.High) ?? Refused,
        };
    }

    /// <inheritdoc/>
    protected override SqlValue Context(IrContext node, SqlPlace context) => node.Kind switch
    {
        ContextKind.AsOfDate => SqlNumber.Point(tables.AsOf, NumberShape.UpTo(CivilDate.LastDay)),
        ContextKind.ApplicationYear => SqlNumber.Point(tables.Year, NumberShape.UpTo(9999)),
        ContextKind.EffectiveDate => SqlNumber.Of(context.Policy.EffectiveDate.DayNumber),
        _ => Refuse(node, "「奖补」只在 恒有 中有值"),
    };

    /// <inheritdoc/>
    protected override SqlValue History(IrHistory node, SqlPlace context) => Refuse(node, "用到以前年度的兑现记录");

    /// <inheritdoc/>
    protected override SqlValue LocalValue(IrLocalValue node, SqlPlace context)
    {
        // In an aggregate a 令 is that of the clause.
        var place = context.IsAggregate ? context.OfSubject : context;
        if (!_locals.TryGetValue((node.Local, place.Table), out var value))
            _locals[(node.Local, place.Table)] = value = Kept(Visit(node.Local.Value, place), place);
        return ReferenceEquals(place, context) ? value : Import(value, context);
    }

    /// <summary>A value as columns.</summary>
    public SqlValue Kept(SqlValue value, SqlPlace place) => value switch
    {
        SqlTruth { Known: null } truth => truth with { Term = place.Table.Keep(truth.Term) },
        SqlText text => text with { Term = place.Table.Keep(text.Term) },
        SqlNumber { Constant: null } number => Numbers(place).Kept(number),
        _ => value,
    };

    /// <inheritdoc/>
    protected override SqlValue Arithmetic(IrArithmetic node, SqlPlace context)
    {
        // Chains nest on the left as deep as they are long.
        var spine = new Stack<IrArithmetic>();
        IrExpression first = node;
        for (; first is IrArithmetic link; first = link.Left)
            spine.Push(link);
        var value = Number(first, context);
        for (var links = 1; spine.TryPop(out var link) && Refusal is null; links++)
        {
            value = Apply(link, value, Number(link.Right, context), context);
            // A text of many brackets is as deep as it is long.
            value = links % 20 == 0 && value.Constant is null ? Numbers(context).Kept(value) : value;
            if (!value.Shape.Fits)
                Refuse("算到这里可能超过 120 位", link.Origin);
        }
        return value;
    }

    private SqlNumber Apply(IrArithmetic node, SqlNumber left, SqlNumber right, SqlPlace place)
    {
        var numbers = Numbers(place);
        switch (node.Operator)
        {
            case ArithmeticOperator.Add or ArithmeticOperator.Subtract:
                return numbers.Add(left, right, node.Operator == ArithmeticOperator.Subtract);
            case ArithmeticOperator.Multiply:
                return numbers.Multiply(left, right) ?? Refuse(node, "相乘的两项都可能没有界限");
            default:
                return right.Constant is { IsZero: false } divisor
                    ? numbers.Multiply(left, SqlNumber.Of(Rational.One / divisor)) ?? Refused
                    : Refuse(node, "除数不是常数");
        }
    }

    /// <inheritdoc/>
    protected override SqlValue Negate(IrNegate node, SqlPlace context) => NumberWriter.Negate(Number(node.Operand, context));

    /// <inheritdoc/>
    protected override SqlValue DateShift(IrDateShift node, SqlPlace context)
    {
        var (date, amount) = (Number(node.Date, context), Number(node.Amount, context));
        if (!date.Shape.Denominator.IsOne || !date.Shape.IsNarrow)
            return Refuse(node, "移动的日期可能不是整天");
        var numbers = Numbers(context);
        var whole = numbers.Round(amount, 1, RoundingMode.Down, 1);
        if (!whole.Shape.IsNarrow)
            return Refuse(node, "日期移动的天数或月数可能超过 64 位");
        SqlTerm? Moved(SqlTerm? day, SqlTerm? by) => day is { } d && by is { } n
            ? node.InMonths ? Dialect.AddMonths(context.Table.Keep(d), n) : Dialect.HeldDay(SqlTerm.Of($"({d} + {n})"))
            : null;
        var (low, high) = (Moved(date.Low, whole.Low), Moved(date.High, whole.High));
        var isPoint = date.IsPoint && whole.IsPoint;
        return new SqlNumber(low, isPoint ? low : high, new(1, CivilDate.LastDay, !date.LowMayBeOpen && !whole.LowMayBeOpen))
        {
            IsPoint = isPoint,
            LowMayBeOpen = low is null || date.LowMayBeOpen || whole.LowMayBeOpen,
            HighMayBeOpen = high is null || date.HighMayBeOpen || whole.HighMayBeOpen,
        };
    }

    /// <inheritdoc/>
    protected override SqlValue Compare(IrCompare node, SqlPlace context)
    {
        if (node.Left is IrArithmetic { Operator: ArithmeticOperator.Divide, Right: not IrConstant } left)
            return CompareQuotient(node, left, node.Operator, node.Right, context);
        if (node.Right is IrArithmetic { Operator: ArithmeticOperator.Divide, Right: not IrConstant } right)
            return CompareQuotient(node, right, Turned(node.Operator), node.Left, context);
        return Numbers(context).Compare(node.Operator, Number(node.Left, context), Number(node.Right, context));
    }

    /// <inheritdoc/>
    protected override SqlValue SameText(IrSameText node, SqlPlace context) =>
        Visit(node.Left, context) is SqlText left && Visit(node.Right, context) is SqlText right
            ? new SqlTruth(SqlTerm.Of($"({left.Term} = {right.Term})"), left.MayBeOpen || right.MayBeOpen) : SqlTruth.No;

    /// <inheritdoc/>
    protected override SqlValue SameTruth(IrSameTruth node, SqlPlace context)
    {
        var (left, right) = (Truth(node.Left, context), Truth(node.Right, context));
        return new SqlTruth(SqlTerm.Of($"({left.Term} = {right.Term})"), left.MayBeOpen || right.MayBeOpen);
    }

    /// <inheritdoc/>
    protected override SqlValue Member(IrMember node, SqlPlace context)
    {
        if (Visit(node.Operand, context) is not SqlText text)
            return SqlTruth.No;
        var list = string.Join(", ", node.Values.Select(Dialect.Text));
        return node.Values.IsEmpty ? Refuse(node, "列举是空的")
            : node.IsOpen ? new SqlTruth(SqlTerm.Of($"CASE WHEN {text.Term} IN ({list}) THEN TRUE END"), MayBeOpen: true)
            : new SqlTruth(SqlTerm.Of($"({text.Term} IN ({list}))"), text.MayBeOpen);
    }

    /// <inheritdoc/>
    protected override SqlValue And(IrAnd node, SqlPlace context) => All([.. node.Operands.Select(operand => Truth(operand, context))]);

    /// <inheritdoc/>
    protected override SqlValue Or(IrOr node, SqlPlace context) =>
        Chain([.. node.Operands.Select(operand => Truth(operand, context))], " OR ", decisive: true);

    /// <summary>且 over any number of truths.</summary>
    public static SqlTruth All(ImmutableArray<SqlTruth> truths) => Chain(truths, " AND ", decisive: false);

    private static SqlTruth Chain(ImmutableArray<SqlTruth> truths, string word, bool decisive)
    {
        if (truths.Any(truth => truth.Known == decisive))
            return SqlTruth.Of(decisive);
        var open = truths.Where(static truth => truth.Known is null).ToList();
        return open.Count == 0 ? SqlTruth.Of(!decisive)
            : open.Count == 1 ? open[0]
            : new(SqlTerm.Of($"({SqlTerm.Join(word, open.Select(static truth => truth.Term))})"),
                open.Exists(static truth => truth.MayBeOpen));
    }

    /// <inheritdoc/>
    protected override SqlValue Not(IrNot node, SqlPlace context) => NumberWriter.Not(Truth(node.Operand, context));
}
