// Binds an 算例: facts, rows, records, and what is expected.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds one example.</summary>
internal sealed class ExampleBinder(PolicyContext context, ExampleBlock block)
{
    /// <summary>More subjects than any registry holds.</summary>
    private const long MostSubjects = 1_000_000_000_000;

    private readonly DiagnosticSink _sink = context.Sink;
    private readonly ExpressionBinder _constants = new(context.Sink, context.File.Frame with { AllowsOpenValues = true });
    private readonly List<BoundGiven> _facts = [];
    private readonly Dictionary<DetailSymbol, List<ImmutableArray<BoundGiven>>> _rows = [];
    private readonly Dictionary<string, Value> _parameters = new(StringComparer.Ordinal);
    private readonly List<BoundFigure> _figures = [];
    private readonly List<BoundGroup> _groups = [];

    /// <summary>Binds it; null where its clause or subject is unknown (reported).</summary>
    public BoundExample? Bind()
    {
        BlockLines.CheckOnce(block, _sink);
        var isTarget = block.TargetKind.Value == "目标";
        CheckLines(isTarget);
        var number = block.Number.Value;
        if (!context.CheckClause(block.Number, isTarget ? "目标" : "条款"))
            return null;
        if (((isTarget ? null : context.FindSubjectOf(number)) ?? context.DefaultSubject) is not { } subject)
            return null;
        var target = isTarget ? context.FindTarget(number) : null;
        foreach (var line in block.LinesOf<GivenLine>())
        {
            if (line is { Count: { } count, Table: { } kind })
                BindGroup(line, count, kind, isTarget);
            else if (isTarget && line.Table?.Value == "目标")
                BindFigures(line, target);
            else
                BindGiven(line, subject);
        }
        var expectations = new ExpectationBinder(context, block, _constants, target);
        var records = new RecordBinder(context, block, _constants);
        var (status, amount, expectation) = expectations.Bind();
        return new BoundExample
        {
            Syntax = block,
            Number = number,
            IsTarget = isTarget,
            Subject = subject,
            Facts = [.. _facts],
            Rows = _rows.ToImmutableDictionary(static pair => pair.Key, static pair => pair.Value.ToImmutableArray()),
            Parameters = _parameters.ToImmutableDictionary(StringComparer.Ordinal),
            Figures = [.. _figures],
            Groups = [.. _groups],
            ExpectedParts = expectations.BindParts(),
            Approvals = records.Records("核定"),
            Payments = records.Records("兑现"),
            AsOf = records.Number("测算日", DslType.Date) is { } day ? CivilDate.FromNumber(day) : null,
            Year = block.Expression("年度") is { } year ? records.YearOf(year) : null,
            CompetingClauses = records.CompetingClauses(),
            ExpectedPayout = Payout(records, number, isTarget),
            ExpectedStatus = status,
            ExpectedAmount = amount,
            Expectation = expectation,
        };
    }

    private Rational? Payout(RecordBinder records, string number, bool isTarget)
    {
        if (!isTarget && block.LinesOf("本年兑付").FirstOrDefault()?.Keyword is { } word && context.PartsOf(number) == 0)
            _sink.Report(PayoutDiagnostics.NotInParts, word.Span, number);
        return records.Number("本年兑付", DslType.Money);
    }

    /// <summary>Lines that the examples of a 条款 read and those of a 目标 do not, and the other way round.</summary>
    private void CheckLines(bool isTarget)
    {
        string[] unread = isTarget ? ["核定", "兑现", "连同", "本年兑付"] : ["其中"];
        foreach (var word in unread.SelectMany(block.LinesOf).Select(static line => line.Keyword).OfType<SyntaxToken>())
            _sink.Report(TailDiagnostics.LineOfOtherExample, word.Span, word.Text, isTarget ? "目标" : "条款", isTarget ? "条款" : "目标");
    }

    private void BindGiven(GivenLine line, SubjectSymbol subject)
    {
        if (line is { None: { } none, Table: { IsMissing: false } owner } && subject.FindDetail(owner.Value) is null)
            _sink.Report(TailDiagnostics.NoneOfNoTable, owner.Span.Cover(none.Span), owner.Text);
        if (line.Table is { IsMissing: false } named)
            _sink.Names.Add(named, named.Value == subject.Name ? subject : subject.FindDetail(named.Value));
        if (line.Table is not { IsMissing: false } table || table.Value == subject.Name)
            _facts.AddRange(Assignments(line, subject, _facts));
        else if (table.Value == "参数")
            BindParameters(line);
        else if (subject.FindDetail(table.Value) is { } detail)
            BindRow(line, detail, table);
        else
            _constants.Unknown.ReportTable(table, $"明细（{subject.Name} 名下的）",
                subject.Details.Select(static known => known.Name).Prepend(subject.Name).Append("参数"));
    }

    /// <summary>已知 企业 7110家: 高新技术企业 = 是. So many subjects, for what a target counts.</summary>
    private void BindGroup(GivenLine line, LiteralExpression count, SyntaxToken table, bool isTarget)
    {
        var subjects = context.File.Visible.Subjects;
        if (subjects.GetValueOrDefault(table.Value) is not { } subject)
        {
            _constants.Unknown.ReportTable(table, "申报主体", subjects.Keys);
            return;
        }
        var counted = _constants.Bind(count);
        var number = ConstantFolder.Number(counted);
        if (line.None is { } none)
            _sink.Report(TailDiagnostics.NoneOfNoTable, table.Span.Cover(none.Span), table.Text);
        if (!isTarget)
            _sink.Report(ExampleDiagnostics.MisplacedCount, count.Span, _sink.Source[count.Span]);
        else if (counted.Type is not (QuantityType { IsBare: true }
            or QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Counting, Power: 1 }] }))
            _sink.Report(ExampleDiagnostics.CountWithoutUnit, count.Span, _sink.Source[count.Span]);
        else if (number is not { IsInteger: true, Sign: >= 0 } whole || whole > MostSubjects)
            _sink.Report(ExampleDiagnostics.CountNotWhole, count.Span, _sink.Source[count.Span]);
        else
            _groups.Add(new BoundGroup(subject, (long)whole.Floor(), [.. Assignments(line, subject, [])]));
    }

    private void BindRow(GivenLine line, DetailSymbol detail, SyntaxToken table)
    {
        var isNew = !_rows.TryGetValue(detail, out var rows);
        rows ??= _rows[detail] = [];
        var row = Assignments(line, detail, []);
        if (line.None is null)
        {
            CheckYear(detail, row, rows, table);
            rows.Add([.. row]);
        }
        var lines = block.LinesOf<GivenLine>().Where(other => other.Table?.Value == detail.Name).ToList();
        if (isNew && lines.Count > 1 && lines.Exists(static other => other.None is not null))
            _sink.Report(ExampleDiagnostics.RowsAndNone, table.Span, detail.Name);
    }

    private void CheckYear(DetailSymbol detail, List<BoundGiven> row, List<ImmutableArray<BoundGiven>> rows, SyntaxToken place)
    {
        if (detail.Year is not { } field)
            return;
        if (row.Find(given => given.Field == field) is not { } year)
            _sink.Report(YearDiagnostics.RowWithoutYear, place.Span, detail.Name);
        else if (rows.Exists(other => other.Any(given => given.Field == field && given.Value.Equals(year.Value))))
            _sink.Report(YearDiagnostics.YearTwice, place.Span, detail.Name,
                year.Value is NumberValue { Bounds.Low: { } number } ? number : "");
    }

    private List<BoundGiven> Assignments(GivenLine line, TableSymbol table, IReadOnlyCollection<BoundGiven> before)
    {
        var given = new List<BoundGiven>();
        var named = new HashSet<FieldSymbol>();
        foreach (var assignment in line.Assignments.Items.Where(static assignment => !assignment.Name.IsMissing))
        {
            if (table.FindField(assignment.Name.Value) is not { } found)
            {
                _constants.Unknown.ReportField(assignment.Name, table);
                continue;
            }
            _sink.Names.Add(assignment.Name, found);
            NoteBenefitItem(found, assignment.Value);
            if (!named.Add(found) || before.Any(other => other.Field == found))
                _sink.Report(ExampleDiagnostics.FactTwice, assignment.Name.Span, found.Name);
            if (assignment.Value is NameExpression { Name.Value: "未知" }
                || FieldDeclarations.Constant(_constants, _sink, assignment.Value, found.Type) is not { } value)
                continue;
            FieldDeclarations.CheckRange(_sink, found, value, assignment.Value);
            given.Add(new BoundGiven(found, value));
        }
        return given;
    }

    /// <summary>事项 of 其他政策支持 is a text; what it means is a value of a list, which clauses name.</summary>
    private void NoteBenefitItem(FieldSymbol field, ExpressionSyntax value)
    {
        if (field is { Name: "事项", Table: DetailSymbol { IsBuiltIn: true } }
            && value is LiteralExpression { Token: { Kind: SyntaxKind.TextLiteral } text }
            && context.File.Visible.ListWith(text.Value) is { } list)
            _sink.Names.AddMember(text, list.Type, text.Value);
    }

    /// <summary>已知 目标: 指标 = 1.28万家; 中心城区 = 7110家: figures that come from outside.</summary>
    private void BindFigures(GivenLine line, BoundTarget? target)
    {
        if (target is null)
            return;
        var parts = target.Parts.Where(static part => part.Indicator is null).Select(static part => part.Text).ToList();
        var known = target.Indicator is null ? parts.Prepend(BoundFigure.Whole).ToList() : parts;
        foreach (var assignment in line.Assignments.Items.Where(static assignment => !assignment.Name.IsMissing))
        {
            var name = assignment.Name.Value;
            if (!known.Contains(name))
                _sink.Report(ExampleDiagnostics.NotExternalFigure, assignment.Name.Span, name, target.LegalBasis.Number,
                    Spelling.Listing(known));
            else if (_figures.Exists(figure => (figure.Part ?? BoundFigure.Whole) == name))
                _sink.Report(ExampleDiagnostics.FactTwice, assignment.Name.Span, name);
            else if (FieldDeclarations.Constant(_constants, _sink, assignment.Value, target.Type) is { } value)
            {
                FieldDeclarations.CheckRange(_sink, name, target.Type, target.Type.InputRange, value, assignment.Value);
                _figures.Add(new BoundFigure(name == BoundFigure.Whole ? null : name, value));
            }
        }
    }

    private void BindParameters(GivenLine line)
    {
        var visible = context.File.Visible.Parameters;
        foreach (var assignment in line.Assignments.Items.Where(static assignment => !assignment.Name.IsMissing))
        {
            _sink.Names.Add(assignment.Name, visible.GetValueOrDefault(assignment.Name.Value));
            if (visible.GetValueOrDefault(assignment.Name.Value) is not { IsExternal: true } parameter)
            {
                var known =
                    visible.Values.Where(static candidate => candidate.IsExternal).Select(static candidate => candidate.Name).ToList();
                _sink.Report(ExampleDiagnostics.NotExternal, assignment.Name.Span, assignment.Name.Value, Spelling.Listing(known));
            }
            else if (FieldDeclarations.Constant(_constants, _sink, assignment.Value, parameter.Type) is { } value)
            {
                FieldDeclarations.CheckRange(_sink, parameter.Name, parameter.Type, parameter.Type.InputRange, value, assignment.Value);
                if (!_parameters.TryAdd(parameter.Name, value))
                    _sink.Report(ExampleDiagnostics.FactTwice, assignment.Name.Span, parameter.Name);
            }
        }
    }
}
