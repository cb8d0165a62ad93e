// The figures and words that the policies compare facts with: where a value begins to matter, for questions and for samples.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Questions;

/// <summary>The interesting values of each field.</summary>
public sealed class Thresholds
{
    private readonly Dictionary<IrField, SortedSet<Rational>> _numbers = [];
    private readonly Dictionary<IrField, SortedSet<string>> _words = [];

    /// <summary>Those of a program.</summary>
    public Thresholds(IrProgram program) : this(program.Policies.SelectMany(static policy => policy.Clauses),
        program.Policies.SelectMany(static policy => policy.Procedures))
    {
    }

    /// <summary>Those of some clauses and procedures.</summary>
    public Thresholds(IEnumerable<IrClause> clauses, IEnumerable<IrProcedure> procedures)
    {
        foreach (var clause in clauses)
            AddGroup([.. clause.Expressions.SelectMany(IrWalk.All)]);
        foreach (var procedure in procedures)
            AddGroup([.. procedure.Steps.Select(static step => step.Expression).Append(procedure.Applies).OfType<IrExpression>()
                .SelectMany(IrWalk.All)]);
    }

    /// <summary>Figures that matter to a field, ascending.</summary>
    public ImmutableArray<Rational> Numbers(IrField field) => _numbers.TryGetValue(field, out var numbers) ? [.. numbers] : [];

    /// <summary>Words that a field is compared with.</summary>
    public ImmutableArray<string> Words(IrField field) => _words.TryGetValue(field, out var words) ? [.. words] : [];

    /// <summary>The money that a ceiling or a floor names.</summary>
    public static ImmutableArray<Rational> CeilingOf(IrClause clause) =>
    [
        .. new[] { clause.Award?.Floor, (clause.Award as IrApproval)?.Ceiling }.OfType<IrExpression>()
            .SelectMany(static limit => Constants(IrWalk.All(limit)))
            .Where(static pair => pair.Type.IsMoney).Select(static pair => pair.Number),
    ];

    /// <summary>
    /// Every figure of a clause matters to every field of the same type; money also divided by the clause's ratios (where a cap begins to
    /// bite).
    /// </summary>
    private void AddGroup(ImmutableArray<IrExpression> nodes)
    {
        var constants = Constants(nodes).ToList();
        var ratios = constants
            .Where(static pair =>
                pair.Type is QuantityType { Dimension: var dimension } && dimension == Dimension.None && pair.Number.Sign > 0)
            .Select(static pair => pair.Number).Append(Rational.One).Distinct().ToList();
        foreach (var field in nodes.OfType<IrFact>().Select(static fact => fact.Field))
        {
            foreach (var (number, type) in constants.Where(pair => SameKind(pair.Type, field.Type)))
            {
                foreach (var ratio in field.Type.IsMoney ? ratios : [Rational.One])
                    Add(_numbers, field, new Rational((number / ratio * 100).Floor(), 100));
            }
        }
        foreach (var member in nodes.OfType<IrMember>())
            AddWords(member.Operand, member.Values);
        foreach (var same in nodes.OfType<IrSameText>())
        {
            if (same.Right is IrConstant { Value: TextValue { Text: { } right } })
                AddWords(same.Left, [right]);
            else if (same.Left is IrConstant { Value: TextValue { Text: { } left } })
                AddWords(same.Right, [left]);
        }
    }

    private void AddWords(IrExpression operand, ImmutableArray<string> words)
    {
        if (operand is not IrFact { Field: var field })
            return;
        foreach (var word in words)
        {
            if (!_words.TryGetValue(field, out var known))
                _words.Add(field, known = new(StringComparer.Ordinal));
            known.Add(word);
        }
    }

    private static IEnumerable<(Rational Number, DslType Type)> Constants(IEnumerable<IrExpression> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is IrConstant { Value: NumberValue { Bounds.Low: { } number } })
                yield return (number, node.Type);
            foreach (var (_, value) in node is IrParameterValue parameter ? parameter.Parameter.History : [])
            {
                if (value is NumberValue { Bounds.Low: { } written })
                    yield return (written, node.Type);
            }
        }
    }

    private static bool SameKind(DslType left, DslType right) =>
        left is QuantityType a && right is QuantityType b ? a.Dimension == b.Dimension : left.GetType() == right.GetType();

    private static void Add(Dictionary<IrField, SortedSet<Rational>> sets, IrField field, Rational number)
    {
        if (!sets.TryGetValue(field, out var set))
            sets.Add(field, set = []);
        set.Add(number);
    }
}
