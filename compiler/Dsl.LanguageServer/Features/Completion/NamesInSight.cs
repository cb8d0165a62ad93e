// What the names at a place may stand for: the declarations that the file sees, the subject and the row of the block.
using System.Collections.Immutable;
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>The names of a place. Read from the declarations and the lines of the block, so that it holds for broken lines too.</summary>
internal sealed class NamesInSight
{
    private const int DeepestType = 40;
    private int _depth;

    private NamesInSight(Snapshot snapshot, SyntaxTree tree, BlockSyntax? block)
    {
        var seen = snapshot.PolicyOf(tree.Source.Path)?.SchemaFiles.Add(tree.Source.Path).ToHashSet(StringComparer.Ordinal);
        bool IsSeen(Symbol symbol) => seen is null || seen.Contains(symbol.Source.Path);
        Lists = [.. snapshot.Model.Lists.Where(IsSeen)];
        Subjects = [.. snapshot.Model.Subjects.Where(IsSeen)];
        Parameters = [.. snapshot.Model.Parameters.Where(IsSeen)];
        Policy = tree.Root.Blocks.OfType<PolicyBlock>().FirstOrDefault();
        Owner = OwnerOf(tree, block);
        Subject = SubjectOf(block);
        Row = Owner is { } owner && Word(owner, "每个") is { } each ? Subject?.FindDetail(each) : null;
    }

    /// <summary>The 名录.</summary>
    public ImmutableArray<ListSymbol> Lists { get; }

    /// <summary>The 数据.</summary>
    public ImmutableArray<SubjectSymbol> Subjects { get; }

    /// <summary>The 参数.</summary>
    public ImmutableArray<ParameterSymbol> Parameters { get; }

    /// <summary>The 政策 block of the file; null where it has none.</summary>
    public PolicyBlock? Policy { get; }

    /// <summary>The numbered block that the place belongs to: the block itself, or the one that an 算例 or 恒有 is about.</summary>
    public NumberedBlock? Owner { get; }

    /// <summary>The subject whose facts bare names are; null where none is known.</summary>
    public SubjectSymbol? Subject { get; }

    /// <summary>The detail under 每个; null where there is none.</summary>
    public DetailSymbol? Row { get; private init; }

    /// <summary>频次 自 X of the clause; null where it has none.</summary>
    public FrequencyLine? Period => Owner?.LinesOf<FrequencyLine>().FirstOrDefault(static line => line.Anchor is not null);

    /// <summary>The unit of what 频次 counts over the years; null where it counts nothing.</summary>
    public DslType? Counted => BoundHistory.CountedBy(Owner?.LinesOf<FrequencyLine>().FirstOrDefault());

    /// <summary>Whether awards of the clause are paid in parts.</summary>
    public bool IsInParts => Owner?.LinesOf<PayoutLine>().Any() == true;

    /// <summary>Whether the place is a 目标: aggregates go over all tables.</summary>
    public bool IsTarget => Owner?.Keyword?.Value == "目标";

    /// <summary>令 of the clause and of the policy, by name, with what stands after =.</summary>
    public IEnumerable<LetLine> Locals => (Owner?.LinesOf<LetLine>() ?? []).Concat(Policy?.LinesOf<LetLine>() ?? [])
        .Where(static line => !line.Name.IsMissing);

    public static NamesInSight At(Snapshot snapshot, CompletionPlace place) => new(snapshot, place.Tree, place.Block);

    public static NamesInSight Of(Snapshot snapshot, SyntaxTree tree, BlockSyntax? block) => new(snapshot, tree, block);

    /// <summary>The first word of the lines of a keyword; null where there is none.</summary>
    public static string? Word(BlockSyntax block, string keyword) => Words(block, keyword).FirstOrDefault();

    /// <summary>The words of the lines of a keyword.</summary>
    public static IEnumerable<string> Words(BlockSyntax block, string keyword) =>
        block.LinesOf(keyword).OfType<WordsLine>().SelectMany(static line => line.Words.Items)
            .Where(static word => !word.IsMissing && word.Value.Length > 0).Select(static word => word.Value);

    /// <summary>The table of a name: a 明细 of the subject, a 数据, or any 明细.</summary>
    public TableSymbol? Table(string name) =>
        Subject?.FindDetail(name)
        ?? Subjects.FirstOrDefault(subject => subject.Name == name)
            ?? (TableSymbol?)Subjects.SelectMany(static subject => subject.Details).FirstOrDefault(detail => detail.Name == name);

    /// <summary>The fact of a name: of the row, then of the subject.</summary>
    public FieldSymbol? Fact(string name) => Row?.FindField(name) ?? Subject?.FindField(name);

    /// <summary>The type of an expression as far as names and figures say it; null where that is not enough.</summary>
    public DslType? TypeOf(ExpressionSyntax? expression)
    {
        // A chain of thousands of terms is no operand whose unit is worth a stack of that depth.
        if (_depth > DeepestType)
            return null;
        _depth++;
        var type = TypeOfParts(expression);
        _depth--;
        return type;
    }

    private DslType? TypeOfParts(ExpressionSyntax? expression) => expression switch
    {
        NameExpression { Name.Value: var name } => TypeOfName(name),
        QualifiedNameExpression { Qualifier.Value: var table, Name.Value: var name } =>
            Table(table)?.FindField(name)?.Type ?? Lists.FirstOrDefault(list => list.Name == table)?.Type,
        LiteralExpression { Token: var token } => TypeOf(token),
        ParenthesizedExpression => TypeOf((expression as ParenthesizedExpression)?.Children.OfType<ExpressionSyntax>().FirstOrDefault()),
        UnaryExpression { Operator.Kind: SyntaxKind.NotKeyword } => DslType.Truth,
        UnaryExpression unary => TypeOf(unary.Operand),
        BinaryExpression { Operator.Kind: SyntaxKind.Plus or SyntaxKind.Minus } sum => TypeOf(sum.Left) ?? TypeOf(sum.Right),
        BinaryExpression { Operator.Kind: SyntaxKind.Star } product => Product(TypeOf(product.Left), TypeOf(product.Right)),
        BinaryExpression { Operator.Kind: SyntaxKind.Slash } quotient => Quotient(TypeOf(quotient.Left), TypeOf(quotient.Right)),
        BinaryExpression or MembershipExpression or SuffixComparisonExpression => DslType.Truth,
        ConditionalExpression choice => TypeOf(choice.WhenTrue) ?? TypeOf(choice.WhenFalse),
        CallExpression call => TypeOfCall(call),
        _ => null,
    };

    /// <summary>The type of the value that a token is.</summary>
    public DslType? TypeOf(SyntaxToken token) => token.Kind switch
    {
        SyntaxKind.Name => TypeOfName(token.Value),
        SyntaxKind.NumberLiteral when token.Number is { Dimension: { } dimension } number =>
            number is { IsShare: true, PerUnit.Length: 0 } ? DslType.Ratio : new QuantityType(dimension),
        SyntaxKind.DateLiteral => DslType.Date,
        SyntaxKind.YearLiteral => DslType.Year,
        SyntaxKind.TextLiteral => DslType.Text,
        SyntaxKind.YesKeyword or SyntaxKind.NoKeyword => DslType.Truth,
        _ => null,
    };

    /// <summary>The type that a written type means; null where it is none.</summary>
    public DslType? TypeOf(TypeSyntax syntax)
    {
        if (syntax.Members is { } members)
            return new EnumType(null, [.. members.Items.Items.OfType<NameExpression>().Select(static item => item.Name.Value)],
                members.Etc is not null);
        var word = syntax.Name?.Value ?? "";
        if (CompoundUnits.Find(word, string.Join('/', syntax.PerUnits.Select(static unit => unit.Value))) is { } dimension)
            return new QuantityType(dimension);
        return DslType.Named.FirstOrDefault(named => named.Word == word).Type ?? Lists.FirstOrDefault(list => list.Name == word)?.Type;
    }

    /// <summary>The same place inside an aggregate over some rows.</summary>
    public NamesInSight Over(DetailSymbol detail) => new(this, detail.Subject, detail);

    /// <summary>The same place inside an aggregate over all of a kind of subject.</summary>
    public NamesInSight Over(SubjectSymbol subject) => new(this, subject, null);

    private NamesInSight(NamesInSight outer, SubjectSymbol subject, DetailSymbol? row)
    {
        (Lists, Subjects, Parameters, Policy, Owner) = (outer.Lists, outer.Subjects, outer.Parameters, outer.Policy, outer.Owner);
        (Subject, Row) = (subject, row);
    }

    private DslType? TypeOfName(string name)
    {
        if (IntrinsicNames.Find(name) is { } special)
            return special.Type;
        if (Locals.FirstOrDefault(local => local.Name.Value == name) is { } local)
            return local.Value is NameExpression { Name.Value: var same } && same == name ? null : TypeOfLocal(local);
        return Fact(name)?.Type ?? Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Type
            ?? (Period is { } period ? BoundWindow.TypeOf(name, period.IsMonthly) : null)
            ?? (Counted is { } counted && BoundHistory.NameOfLeft(counted) == name ? counted : null);
    }

    // A 令 may name others, in a circle while it is being written: one step is enough for units.
    private DslType? TypeOfLocal(LetLine local) => local.Value switch
    {
        NameExpression { Name.Value: var name } => Fact(name)?.Type,
        LiteralExpression { Token: var token } when token.Kind != SyntaxKind.Name => TypeOf(token),
        CallExpression { Name.Value: var name } when AggregateFunctions.Find(name) is null => ResultOf(name),
        _ => null,
    };

    private DslType? TypeOfCall(CallExpression call)
    {
        if (AggregateFunctions.Find(call.Name.Value) is not { } aggregate)
            return ResultOf(call.Name.Value) ?? call.Arguments.Items.Select(TypeOf).FirstOrDefault(static type => type is not null);
        var rows = call.Arguments.Items is [var first, ..]
            ? first switch { NameExpression name => name.Name.Value, QualifiedNameExpression name => name.Qualifier.Value, _ => "" }
            : "";
        if (aggregate.Kind == AggregateKind.Exists)
            return DslType.Truth;
        if (aggregate.Kind == AggregateKind.Count)
            return Table(rows) is DetailSymbol { Unit: { } unit } ? DslType.In(unit) : DslType.Number;
        return call.Arguments.Items switch
        {
            [QualifiedNameExpression qualified, ..] => TypeOf(qualified),
            [_, NameExpression { Name.Value: var field }, ..] => Table(rows)?.FindField(field)?.Type,
            _ => null,
        };
    }

    // What is computed of dates has the same type whatever the arguments are.
    private static DslType? ResultOf(string function) =>
        BuiltinFunctions.Find(function) is { Meaning: CalendarMeaning } known
        && known.Typing([.. Enumerable.Repeat(DslType.Date, known.MinArity)]).Result is { IsError: false } type ? type : null;

    private static DslType? Product(DslType? left, DslType? right) =>
        left is QuantityType { Dimension: var a } && right is QuantityType { Dimension: var b } ? new QuantityType(a.Times(b)) : null;

    private static DslType? Quotient(DslType? left, DslType? right) =>
        left is QuantityType { Dimension: var a } && right is QuantityType { Dimension: var b }
            ? (a == b ? DslType.Ratio : new QuantityType(a.Over(b)))
            : null;

    private static NumberedBlock? OwnerOf(SyntaxTree tree, BlockSyntax? block)
    {
        var (kind, number) = block switch
        {
            ExampleBlock example => (example.TargetKind.Value, example.Number.Value),
            InvariantBlock invariant => (invariant.TargetKind.Value, invariant.Number.Value),
            _ => ("", ""),
        };
        return block as NumberedBlock ?? tree.Root.Blocks.OfType<NumberedBlock>()
            .FirstOrDefault(numbered => numbered.Keyword?.Value == kind && numbered.Number.Value == number);
    }

    private SubjectSymbol? SubjectOf(BlockSyntax? block)
    {
        var name = block switch
        {
            ScopeBlock scope => scope.Subject?.Value,
            DataBlock data => data.Name.Value,
            DetailBlock detail => detail.Owner.Value,
            _ => Owner is { } owner ? Word(owner, "对象") : null,
        };
        name ??= Policy is { } policy ? Word(policy, "对象") : null;
        return Subjects.FirstOrDefault(subject => subject.Name == (name ?? "企业"))
            ?? (Subjects.Length == 1 || name is null ? Subjects.FirstOrDefault() : null);
    }
}
