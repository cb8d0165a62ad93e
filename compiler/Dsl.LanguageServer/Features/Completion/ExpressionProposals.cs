// Inside expressions: what may be an operand, and what may stand after one.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Completion;

internal static class ExpressionProposals
{
    public static IEnumerable<Candidate> For(CompletionInputs inputs)
    {
        var (place, names) = (inputs.Place, inputs.Names);
        if (place.Previous is { Kind: SyntaxKind.Dot } && place.Before.Count > 1)
            return MembersOf(names, place.Before[^2].Value);
        if (Calls.Around(place) is ({ } aggregate, var index) && AggregateFunctions.Find(aggregate.Name.Value) is not null)
        {
            if (index == 0 && place.Previous is { Kind: SyntaxKind.OpenParenthesis })
                return Tables(names);
            names = aggregate.Arguments.Items[0] switch
            {
                NameExpression { Name.Value: var rows } => Inside(names, rows),
                QualifiedNameExpression { Qualifier.Value: var rows } => Inside(names, rows),
                _ => names,
            };
        }
        return place.Previous is { } previous && (SyntaxFacts.EndsOperand(previous.Kind) || previous.Kind == SyntaxKind.EtcKeyword)
            && !IsCeilingWord(place)
            ? Behind(place, names, previous)
            : Operands(inputs with { Names = names });
    }

    /// <summary>Values of a type: those of a list, 是 and 否, days.</summary>
    public static IEnumerable<Candidate> Values(DslType? type, NamesInSight names) => type switch
    {
        EnumType list => [.. ListValues(list), .. list.IsOpen
            ? [new Candidate("等", CandidateKind.Keyword, 1) { Documentation = "列举没有列全：其余的待认定。" }]
            : Array.Empty<Candidate>()],
        TruthType => FixedWords.Truths,
        DateType => Intrinsics.Where(static special => special.Detail == "日期"),
        YearType => Intrinsics.Where(static special => special.Detail == "年度"),
        TextType => names.Lists.FirstOrDefault(static list => list.Name == "事项") is { } matters
            ? matters.Type.Members.Select(static matter => new Candidate($"\"{matter}\"", CandidateKind.EnumMember, 4))
            : [],
        _ => [],
    };

    /// <summary>The values of a list.</summary>
    public static IEnumerable<Candidate> ListValues(EnumType list) =>
        list.Members
            .Select(member => new Candidate(member, CandidateKind.EnumMember) { Detail = list.Name is { } name ? $"名录 {name}" : "取值" });

    /// <summary>A fact.</summary>
    public static Candidate Fact(FieldSymbol field, int group) => new(field.Name, CandidateKind.Field, group)
    {
        Detail = TypeOf(field) + "，" + field.Table.Name,
        Documentation = Comment(field),
    };

    /// <summary>测算日, 年度, 施行日期.</summary>
    private static readonly Candidate[] Intrinsics =
    [
        new(IntrinsicNames.AsOfDate, CandidateKind.Constant, 5) { Detail = "日期", Documentation = "以哪一天计算。" },
        new(IntrinsicNames.EffectiveDate, CandidateKind.Constant, 5) { Detail = "日期", Documentation = "本政策的施行日期。" },
        new(IntrinsicNames.ApplicationYear, CandidateKind.Constant, 5) { Detail = "年度", Documentation = "申报年度。" },
    ];

    /// <summary>第几年 or 当年月数, where 频次 has a period.</summary>
    private static IEnumerable<Candidate> OfPeriod(NamesInSight names) => names.Period switch
    {
        null => [],
        { IsMonthly: true } => [new Candidate(BoundWindow.MonthsOfYear, CandidateKind.Constant, 3)
            { Detail = "个月", Documentation = "频次写的期间落在申报年度里的整月数。" }],
        _ => [new Candidate(BoundWindow.NumberOfYear, CandidateKind.Constant, 3)
            { Detail = "年", Documentation = "频次写的期间里，申报年度是第几年。" }],
    };

    /// <summary>可补月数 or 可补数量, where 频次 counts something; 已得 of the clauses of the policy.</summary>
    private static IEnumerable<Candidate> OfHistory(NamesInSight names)
    {
        if (names.IsTarget || names.Owner is null)
            yield break;
        if (names.Counted is { } counted)
            yield return new Candidate(BoundHistory.NameOfLeft(counted), CandidateKind.Constant, 3)
                { Detail = counted.DisplayName, Documentation = Hover.HistoryTexts.Of(BoundHistory.NameOfLeft(counted)) ?? "" };
        foreach (var function in SyntaxFacts.HistoryFunctions)
            yield return new Candidate(function, CandidateKind.Function, 7)
            {
                Detail = $"{function}(条款 n)", Documentation = Hover.HistoryTexts.Of(function) ?? "",
                Insert = $"{function}(条款 ", Snippet = $"{function}(条款 ${{1:1}})",
            };
    }

    /// <summary>The type that is wanted at the place; null where nothing says it.</summary>
    public static DslType? Wanted(CompletionPlace place, NamesInSight names)
    {
        for (var i = place.Path.Count - 1; i >= 0; i--)
        {
            switch (place.Path[i])
            {
                case CallExpression call when BuiltinFunctions.Find(call.Name.Value) is { UnifiesArguments: false }
                    || AggregateFunctions.Find(call.Name.Value) is not null:
                    return null;
                case CallExpression call
                    when call.Arguments.Items.Select(names.TypeOf).FirstOrDefault(static type => type is not null) is { } same:
                    return same;
                case BinaryExpression { Operator: var sign } pair when sign.Span.Start < place.PathOffset
                    && sign.Kind is not (SyntaxKind.AndKeyword or SyntaxKind.OrKeyword or SyntaxKind.Star or SyntaxKind.Slash):
                    return sign.Kind == SyntaxKind.ReachedKeyword ? DslType.In(Units.Years) : names.TypeOf(pair.Left);
                case BinaryExpression { Operator: var sign }
                    when sign.Span.Start < place.PathOffset && sign.Kind is SyntaxKind.Star or SyntaxKind.Slash:
                    return null;
                case SuffixComparisonExpression suffixed:
                    return names.TypeOf(suffixed.Left);
                case MembershipExpression membership when membership.Operator.Span.Start < place.PathOffset:
                    return names.TypeOf(membership.Left);
                case AssignmentSyntax assignment when assignment.Name.Span.Start < place.PathOffset:
                    return ExampleProposals.TypeOfGiven(place, names, assignment.Name.Value);
                case TableCellSyntax cell:
                    return TypeOfColumn(place, names, cell);
                case ConditionalExpression choice
                    when choice.Condition.Span.End >= place.PathOffset && choice.Condition.Span.Start <= place.PathOffset:
                    return DslType.Truth;
                case FieldModifierSyntax when place.Path[i - 1] is FieldLine field:
                    return names.TypeOf(field.Type);
                case ParameterValueSyntax when place.Path[i - 1] is ParameterBlock parameter:
                    return names.TypeOf(parameter.Type);
                case LineSyntax or BlockSyntax:
                    return OfLine(place);
            }
        }
        return null;
    }

    private static DslType? OfLine(CompletionPlace place) => place.Keyword?.Word switch
    {
        _ when IsAmount(place) => DslType.Money,
        "应得" or "核定" or "兑现" => DslType.Money,
        "条件" or "排除" or "情形" or "须经" or "恒有" => DslType.Truth,
        "成文日期" or "施行日期" or "失效日期" or "测算日" or "期限" => DslType.Date,
        "年度" => DslType.Year,
        null when place.BlockKind == BlockKinds.Scope => DslType.Truth,
        _ => null,
    };

    private static DslType? TypeOfColumn(CompletionPlace place, NamesInSight names, TableCellSyntax cell)
    {
        if (place.Path.OfType<TableExpression>().LastOrDefault() is not { Rows: [var header, ..] } table
            || place.Path.OfType<TableRowSyntax>().LastOrDefault() is not { } row || row == header)
            return null;
        var column = row.Cells.IndexOf(cell);
        if (column == header.Cells.Length - 1)
            return place.Keyword?.Shape == LineForm.Award ? DslType.Money : table.Rows.Skip(1).Where(other => other.Cells.Length > column)
                .Select(other => names.TypeOf(other.Cells[column].Content)).FirstOrDefault(static type => type is not null);
        return column >= 0 && column < header.Cells.Length ? names.TypeOf(header.Cells[column].Content) : null;
    }

    private static IEnumerable<Candidate> Operands(CompletionInputs inputs)
    {
        var (place, names) = (inputs.Place, inputs.Names);
        var wanted = Wanted(place, names);
        if (IsHeaderCell(place))
            return [.. Facts(names, null), .. LocalNames(names), .. OfPeriod(names)];
        var isComparedWith =
            place.Path.Any(static node => node is MembershipExpression or BinaryExpression or TableCellSyntax or AssignmentSyntax)
            || place.Keyword is { Shape: LineForm.Field };
        var inSet = place.Path.OfType<SetExpression>().LastOrDefault();
        if (place.Path.OfType<MembershipExpression>().LastOrDefault() is { } membership && inSet is null
            && membership.Operator.Span.Start < place.PathOffset)
            return SetsOf(wanted, names);
        if (wanted is EnumType && (isComparedWith || inSet is not null))
        {
            var taken =
                inSet?.Items.Items.OfType<NameExpression>().Select(static item => item.Name.Value).ToHashSet(StringComparer.Ordinal) ?? [];
            var etc = new Candidate("等", CandidateKind.Keyword, 1) { Documentation = "原文的列举带「等」字：没有列出的待认定。" };
            return [.. Values(wanted, names).Where(value => !taken.Contains(value.Label)),
                .. inSet is not null ? [etc] : place.Path.OfType<TableCellSyntax>().Any() ? [AnyValue] : Array.Empty<Candidate>()];
        }
        if (place.Keyword is { Within: var within, Shape: LineForm.Expression }
            && (within & (BlockKinds.Policy | BlockKinds.Example)) != 0)
            return Values(wanted, names);
        var value = isComparedWith && wanted is not null ? Values(wanted, names) : [];
        return [.. value, .. Facts(names, wanted, place.Previous is { Kind: SyntaxKind.Star or SyntaxKind.Slash }), .. LocalNames(names),
            .. ParametersOf(names), .. OfPeriod(names), .. OfHistory(names), .. YearFacts.Words(names), .. Intrinsics,
            .. place.Keyword?.Word == "恒有"
                ? [new Candidate(IntrinsicNames.Award, CandidateKind.Constant) { Detail = "金额" }]
                : Array.Empty<Candidate>(),
            .. Functions(names), .. Openers(wanted),
            .. place.Path.OfType<TableCellSyntax>().Any() ? [AnyValue, .. FixedWords.Comparisons] : Array.Empty<Candidate>()];
    }

    private static Candidate AnyValue { get; } = new("-", CandidateKind.Operator, 2) { Detail = "任何值" };

    private static IEnumerable<Candidate> SetsOf(DslType? wanted, NamesInSight names)
    {
        if (wanted is EnumType { Members: var members })
            yield return new Candidate("[", CandidateKind.Operator)
                { Detail = "列出取值", Snippet = "[$1]", Keywords = string.Concat(members) };
        foreach (var list in names.Lists.Where(list => wanted is not EnumType { Name: { } name } || name == list.Name))
            yield return new Candidate(list.Name, CandidateKind.Enum)
                { Detail = list.Type.DisplayName, Documentation = string.Join('、', list.Type.Members.Take(20)) };
    }

    // What fits the place comes first: truths where a condition is wanted, amounts where money is.
    private static IEnumerable<Candidate> Facts(NamesInSight names, DslType? wanted, bool isScaled = false)
    {
        int Group(FieldSymbol field, int own) => field.IsKey ? 8 : wanted switch
        {
            QuantityType money when wanted.IsMoney => field.Type.IsMoney ? own : field.Type is QuantityType ? own + 1 : 7,
            QuantityType quantity =>
                field.Type is QuantityType { Dimension: var dimension } && dimension == quantity.Dimension ? own : own + 2,
            DateType or YearType => field.Type is DateType or YearType ? own : own + 2,
            // Neither added up nor true or false: a name says who it is.
            _ when wanted is not TextType => field.Type is TextType ? 7 : isScaled && field.Type is not QuantityType ? own + 4 : own,
            _ => own,
        };
        var subject = names.IsTarget && names.Row is null ? [] : names.Subject?.Fields ?? [];
        return [.. (names.Row?.Fields ?? []).Select(field => Fact(field, Group(field, 1))),
            .. subject.Select(field => Fact(field, Group(field, 3)))];
    }

    private static IEnumerable<Candidate> LocalNames(NamesInSight names) =>
        names.Locals.Select(local => new Candidate(local.Name.Value, CandidateKind.Variable, 1)
            { Detail = names.TypeOf(local.Value) is { } type ? $"令，{type}" : "令", Documentation = local.ToFullString().Trim() });

    private static IEnumerable<Candidate> ParametersOf(NamesInSight names) =>
        names.Parameters.Select(static parameter => new Candidate(parameter.Name, CandidateKind.Constant, 4)
            { Detail = $"参数，{parameter.Type}", Documentation = parameter.Syntax.ToFullString().Trim() });

    private static IEnumerable<Candidate> Functions(NamesInSight names)
    {
        var own = names.IsTarget && names.Row is null ? 0 : 6;
        // A ceiling is written far more often than a floor.
        foreach (var function in FunctionTexts.All
            .OrderBy(static function => BuiltinFunctions.Find(function.Name) is not { IsLeast: true }))
        {
            yield return new Candidate(function.Name, CandidateKind.Function, function.IsAggregate ? own : 6)
            {
                Detail = function.Signature, Documentation = function.Documentation, Insert = function.Name + "(",
                    Snippet = function.Snippet, Keywords = function.OtherNames,
            };
        }
    }

    private static IEnumerable<Candidate> Openers(DslType? wanted) =>
    [
        new("若", CandidateKind.Keyword, 6)
            { Detail = "若 条件 则 值 否则 值", Insert = "若 ", Snippet = "若 ${1:条件} 则 ${2:值} 否则 ${3:值}" },
        new("非", CandidateKind.Keyword, wanted is TruthType ? 6 : 9) { Detail = "不满足", Insert = "非 " },
        .. wanted is TruthType ? [] : FixedWords.Truths.Select(static truth => truth with { Group = 9 }),
    ];

    private static IEnumerable<Candidate> Behind(CompletionPlace place, NamesInSight names, SyntaxToken previous)
    {
        var type = names.TypeOf(previous);
        var isOperandOfComparison = place.Before.Count > 1 && Compares(place, place.Before.Count - 2);
        var isClosed =
            isOperandOfComparison || previous.Kind is SyntaxKind.OrMoreSuffix or SyntaxKind.OrLessSuffix or SyntaxKind.CloseBracket;
        IEnumerable<Candidate> own = isClosed ? [] : (type, previous.Kind) switch
        {
            (TruthType, _) => [],
            (EnumType, _) => [.. FixedWords.Equalities, .. FixedWords.Memberships],
            (TextType, _) => FixedWords.Equalities,
            (DateType or YearType, SyntaxKind.Name) when place.Keyword?.Word == "期限" =>
                FixedWords.Arithmetic.OrderBy(static sign => sign.Label != "+"),
            (DateType or YearType, SyntaxKind.Name) =>
                [FixedWords.Reached, .. FixedWords.ComparisonSigns, .. FixedWords.Equalities, .. FixedWords.Arithmetic],
            (QuantityType, SyntaxKind.Name) when IsAmount(place) =>
                [.. FixedWords.Arithmetic, .. FixedWords.Comparisons, .. FixedWords.ComparisonSigns, .. FixedWords.Equalities],
            (_, SyntaxKind.NumberLiteral) => IsAmount(place) ? FixedWords.Arithmetic : [.. FixedWords.Suffixes, .. FixedWords.Arithmetic],
            (QuantityType, _) =>
                [.. FixedWords.Comparisons, .. FixedWords.ComparisonSigns, .. FixedWords.Equalities, .. FixedWords.Arithmetic],
            _ => [.. FixedWords.Comparisons, .. FixedWords.ComparisonSigns, .. FixedWords.Equalities, .. FixedWords.Memberships,
                FixedWords.Reached, .. FixedWords.Arithmetic],
        };
        var suffixes = isOperandOfComparison && previous.Kind == SyntaxKind.NumberLiteral ? FixedWords.Arithmetic : [];
        return [.. Branch(place), .. own,
            .. IsAmount(place) && !place.Before.Any(static token => token.Kind == SyntaxKind.IfKeyword) ? [] : FixedWords.Connectives,
            .. suffixes,
            .. type is TruthType && !isClosed ? FixedWords.Equalities : []];
    }

    /// <summary>则 or 否则 of the 若 that is open.</summary>
    private static IEnumerable<Candidate> Branch(CompletionPlace place)
    {
        int Count(SyntaxKind kind) => place.Before.Count(token => token.Kind == kind);
        return Count(SyntaxKind.IfKeyword) > Count(SyntaxKind.ThenKeyword) ? [FixedWords.Then]
            : Count(SyntaxKind.ThenKeyword) > Count(SyntaxKind.ElseKeyword) ? [FixedWords.Else] : [];
    }

    private static bool IsAmount(CompletionPlace place) => place.Keyword is { IsAmount: true };

    private static IEnumerable<Candidate> MembersOf(NamesInSight names, string owner) =>
        names.Table(owner) is null && owner is YearFacts.ThisYear or YearFacts.LastYear
            ? YearFacts.Of(names).Select(static field => Fact(field, 0))
        : names.Table(owner) is { } table ? table.Fields.Select(static field => Fact(field, 0))
        : names.Lists.FirstOrDefault(list => list.Name == owner) is { } list ? ListValues(list.Type) : [];

    private static IEnumerable<Candidate> Tables(NamesInSight names)
    {
        var details = names.IsTarget
            ? names.Subjects.SelectMany(static subject => subject.Details.Where(static detail => !detail.IsBuiltIn))
            : names.Subject?.Details ?? [];
        return [.. names.IsTarget
            ? names.Subjects.Select(static subject => new Candidate(subject.Name, CandidateKind.Class) { Detail = "数据" })
            : [],
            .. details.Select(Detail)];
    }

    /// <summary>A 明细.</summary>
    public static Candidate Detail(DetailSymbol detail) => new(detail.Name, CandidateKind.Struct)
    {
        Detail = $"{detail.Subject.Name}的明细" + (detail.Unit is { } unit ? $"，计量 {unit}" : ""),
        Documentation = string.Join('、', detail.Fields.Select(static field => field.Name)),
    };

    private static NamesInSight Inside(NamesInSight names, string rows) => names.Table(rows) switch
    {
        DetailSymbol detail => names.Over(detail),
        SubjectSymbol subject => names.Over(subject),
        _ => names,
    };

    private static bool IsHeaderCell(CompletionPlace place) =>
        place.Path.OfType<TableExpression>().LastOrDefault() is { Rows: [var header, ..] }
        && place.Path.OfType<TableRowSyntax>().LastOrDefault() == header;

    private static bool IsCeilingWord(CompletionPlace place) =>
        place.Keyword?.Shape == LineForm.Award && place.Before
            is [_, _, { Value: SyntaxFacts.Approval or "一事一议" }, { Value: SyntaxFacts.AtMost or SyntaxFacts.AtLeast }]
            or [_, _, { Value: SyntaxFacts.Approval }, { Value: SyntaxFacts.AtLeast }, .., { Value: SyntaxFacts.AtMost }];

    // The = of 奖补 = and 令 名 = defines.
    private static bool Compares(CompletionPlace place, int index) =>
        place.Before[index].Kind is (>= SyntaxKind.Equals and <= SyntaxKind.LessOrEqual) or SyntaxKind.ReachedKeyword
        && !(place.Keyword?.Shape is LineForm.Award or LineForm.Let or LineForm.Indicator
            && place.Before.Take(index).All(static token => token.Kind != SyntaxKind.Equals));

    private static string TypeOf(FieldSymbol field) =>
        field.Type.DisplayName + (field.IsRecognition ? " 认定" : "") + (field.IsKey ? " 主键" : "");

    /// <summary>The comment after the line that declares a fact, and its list.</summary>
    private static string Comment(FieldSymbol field)
    {
        var text = field.Syntax is { } line ? field.Source[field.Source.LineSpan(field.Source.PositionOf(line.Span.End).Line)] : "";
        var mark = text.IndexOf("//", StringComparison.Ordinal);
        var values = field.Type is EnumType list ? "取值：" + string.Join('、', list.Members.Take(20)) + (list.IsOpen ? "，等" : "") : "";
        return string.Join("\n\n",
            new[] { mark >= 0 ? text[(mark + 2)..].Trim() : "", values, field.Default is not null && field.Syntax is { } written
                ? written.ToFullString().Trim()
                : "" }
                .Where(static part => part.Length > 0));
    }
}
