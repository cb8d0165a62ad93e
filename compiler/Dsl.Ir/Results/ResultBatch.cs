// Results of some subjects of one kind by column: what a registry is computed into. Plain data; objects where columns do not hold them.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Ir.Results;

/// <summary>Results of subjects. For one thread; its columns are used for other subjects once it is disposed of.</summary>
/// <param name="facts">The subjects.</param>
public abstract class ResultBatch(ImmutableArray<SubjectFacts> facts) : IDisposable
{
    /// <summary>The subjects, in their order.</summary>
    public ImmutableArray<SubjectFacts> Facts { get; } = facts;

    /// <summary>
    /// The clauses of the kind in the order of the policies, those without an award excepted; empty where no subject is in columns.
    /// </summary>
    public ImmutableArray<ClauseColumn> Clauses { get; protected init; } = [];

    /// <summary>The numbers of texts in the columns.</summary>
    public StringDictionary? Texts { get; protected init; }

    /// <summary>Whether the results of a subject are in the columns.</summary>
    public abstract bool IsInColumns(int subject);

    /// <summary>
    /// Whether the totals of a subject are the sums of its clauses: none is open against another, or displaced row by row.
    /// </summary>
    public abstract bool IsSum(int subject);

    /// <summary>The totals of a subject over all policies.</summary>
    public abstract Totals TotalsOf(int subject);

    /// <summary>The whole result of a subject, made when asked for; without remarks, and without rows where a clause is refused.</summary>
    public abstract SubjectResult ResultOf(int subject);

    /// <summary>The result of one clause of <see cref="Clauses"/> for a subject in columns, made when asked for.</summary>
    public abstract ClauseResult ResultOf(int subject, int clause);

    /// <summary>Gives the columns back.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>Results that are at hand.</summary>
    public static ResultBatch Of(ImmutableArray<SubjectFacts> facts, ImmutableArray<SubjectResult> results) => new AtHand(facts, results);

    private sealed class AtHand(ImmutableArray<SubjectFacts> facts, ImmutableArray<SubjectResult> results) : ResultBatch(facts)
    {
        public override bool IsInColumns(int subject) => false;

        public override bool IsSum(int subject) => false;

        public override Totals TotalsOf(int subject) => results[subject].Totals;

        public override SubjectResult ResultOf(int subject) => results[subject];

        public override ClauseResult ResultOf(int subject, int clause) => throw new InvalidOperationException("There are no columns.");
    }
}

/// <summary>Statuses and amounts, one each per subject or row. Amounts are in fen.</summary>
public sealed class AmountColumns
{
    /// <summary>最高 of an amount that is 不封顶.</summary>
    public const long Unbounded = long.MinValue;

    private const int FenPerYuan = 100;

    /// <summary><see cref="ClauseStatus"/>.</summary>
    public byte[] Status { get; private set; } = [];

    /// <summary>金额.</summary>
    public long[] Low { get; private set; } = [];

    /// <summary>最高, or <see cref="Unbounded"/>.</summary>
    public long[] High { get; private set; } = [];

    /// <summary>缺少 and 等待; null for nothing. Sets that many subjects share are one object.</summary>
    public Unknowns?[] Unknowns { get; private set; } = [];

    /// <summary>Makes room; what is there is not kept.</summary>
    public void Reserve(int count)
    {
        if (Status.Length >= count)
            return;
        var capacity = Math.Max(count, 2 * Status.Length);
        (Status, Low, High, Unknowns) = (new byte[capacity], new long[capacity], new long[capacity], new Unknowns?[capacity]);
    }

    /// <summary>The amount at an index, in yuan.</summary>
    public Bounds YuanAt(int index) =>
        Low[index] == High[index] ? Bounds.Exactly(Yuan(Low[index]))
        : new(Yuan(Low[index]), High[index] == Unbounded ? null : Yuan(High[index]));

    /// <summary>Fen as yuan.</summary>
    public static Rational Yuan(Int128 fen) => fen == 0 ? Rational.Zero : new Rational((BigInteger)fen, FenPerYuan);

    /// <summary>The status at an index.</summary>
    public ClauseStatus StatusAt(int index) => (ClauseStatus)Status[index];
}

/// <summary>The results of one clause.</summary>
/// <param name="policy">The policy.</param>
/// <param name="clause">The clause.</param>
public sealed class ClauseColumn(IrPolicy policy, IrClause clause)
{
    /// <summary>The policy.</summary>
    public IrPolicy Policy { get; } = policy;

    /// <summary>The clause.</summary>
    public IrClause Clause { get; } = clause;

    /// <summary>One per subject; 0 for one that is refused.</summary>
    public AmountColumns Amounts { get; } = new();

    /// <summary>Per subject, bit i is set where condition i is certainly false.</summary>
    public ulong[] Failed { get; private set; } = [];

    /// <summary>
    /// One per row of 每个, of subjects that are not refused; row i of subject s stands at <see cref="Offsets"/>[s] + i. Amounts are before
    /// caps of the subject.
    /// </summary>
    public AmountColumns Rows { get; } = new();

    /// <summary>The first row of each subject, and the number of rows; empty without 每个.</summary>
    public int[] Offsets { get; set; } = [];

    /// <summary>事项行 by the number of its text.</summary>
    public int[] RowKeys { get; set; } = [];

    /// <summary>
    /// Results that say more than the columns (records, competitions), by subject; they go before the columns, which are not filled there.
    /// </summary>
    public Dictionary<int, ClauseResult> Objects { get; } = [];

    /// <summary>Begins results of so many subjects.</summary>
    public void Begin(int subjects)
    {
        Objects.Clear();
        Amounts.Reserve(subjects);
        if (Failed.Length < subjects)
            Failed = new ulong[Amounts.Status.Length];
    }
}
