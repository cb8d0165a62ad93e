// Random sets of policies: one schema, one to three policies that compete, with 参数, 范围, 目标, 资金池, 义务 and 程序.
using System.Collections.Immutable;
using Dsl.Compiler;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Values.Types;
using static Dsl.Agreement.Tests.Generating.Fragment;

namespace Dsl.Agreement.Tests.Generating;

/// <summary>A set of policies as text.</summary>
/// <param name="Files">The files by path.</param>
internal sealed record PolicySet(ImmutableArray<(string Path, Fragment Text)> Files)
{
    // Tables with gaps and overlaps are computed with, as they are if the user suppressed the diagnostic.
    private static readonly CompilationConfiguration GapsAreAllowed =
        new(CompilationConfiguration.Default.Severities.Add("DSL3006", Severity.Remark).Add("DSL3007", Severity.Remark));

    private readonly Lazy<Compilation> _compilation = new(() =>
        Compilation.Create(Files.Select(static file => new SourceText(file.Path, file.Text.ToString())), [])
            .ApplyConfiguration(GapsAreAllowed));

    /// <summary>Its compilation.</summary>
    public Compilation Compilation => _compilation.Value;

    /// <summary>Smaller sets, one step away: without a policy, then with less in a file.</summary>
    public IEnumerable<PolicySet> Smaller()
    {
        for (var i = 1; Files.Length > 2 && i < Files.Length; i++)
            yield return new(Files.RemoveAt(i));
        for (var i = Files.Length - 1; i >= 0; i--)
        {
            foreach (var smaller in Files[i].Text.Smaller())
                yield return new(Files.SetItem(i, (Files[i].Path, smaller)));
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("\n", Files.Select(static file => $"// file: {file.Path}\n{file.Text}"));
}

/// <summary>Makes sets of policies.</summary>
internal sealed class PolicyMaker
{
    private static readonly Kind[] ParameterKinds = [Kind.Money, Kind.Ratio, Kind.Persons, Kind.Date, Kind.Years];
    private static readonly Kind[] WildParameterKinds =
        [Kind.Number, Kind.Pieces, Kind.Year, Kind.Days, Kind.PiecePrice, Kind.Truth, Kind.Exchange];

    private readonly Draw _draw;
    private readonly Names _names;
    private readonly ExpressionMaker _expressions;
    private readonly List<(string Policy, string? Clause)> _passable = [("国发〔2020〕9号", null), ("国发〔2020〕9号", "1")];

    private PolicyMaker(ulong seed, int attempt, bool isWild = false, HashSet<string>? used = null)
    {
        // Each wild program has its own units: in many programs every unit of the language comes up.
        _draw = isWild
            ? new(seed, $"政策{attempt}")
                { IsWild = true, Counted = UnitOf(UnitKind.Counting, seed), Measured = UnitOf(UnitKind.Measure, seed) }
            : new(seed, $"政策{attempt}");
        _names = new(_draw, used ?? []);
        _expressions = new(_draw);
    }

    private static string UnitOf(UnitKind kind, ulong seed)
    {
        List<string> words = [.. Units.Words.Where(word => word != "件" && Units.Find(word)?.Kind == kind).Order(StringComparer.Ordinal)];
        return words[(int)(seed % (ulong)words.Count)];
    }

    // A ceiling below zero, a divisor of zero, a unit of rounding that is none, a number beyond the limits.
    private static readonly string[] Contradictions = ["DSL2214", "DSL2246", "DSL2247", "DSL2248"];

    /// <summary>
    /// The set of a seed. Figures drawn at random may contradict each other, which check rejects: then it is drawn again.
    /// </summary>
    public static PolicySet Make(ulong seed)
    {
        for (var attempt = 0; ; attempt++)
        {
            var set = new PolicyMaker(seed, attempt).Make();
            if (set.Compilation.Diagnostics.All(static finding => !Contradictions.Contains(finding.Code)))
                return set;
        }
    }

    /// <summary>
    /// Many policies over one schema, with unrealistic figures. Those that check rejects are drawn again:
    /// what is compared is what is valid.
    /// </summary>
    public static PolicySet MakeWild(ulong seed, int count)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var maker = new PolicyMaker(seed, 0, isWild: true, used);
        var schema = new SchemaMaker(maker._draw, maker._names).Make();
        var files = ImmutableArray.Create<(string Path, Fragment Text)>(("schema/数据.policy", schema.Text));
        for (var i = 1; files.Length <= count; i++)
        {
            // Names are drawn without return: each policy has its own.
            var policy = ($"{i}.policy", new PolicyMaker(seed, i, isWild: true, used).Policy(schema, $"示府办〔2021〕{i}号"));
            if (new PolicySet([files[0], policy]).Compilation.Diagnostics.All(static finding => finding.Severity != Severity.Error))
                files = files.Add(policy);
        }
        return new(files);
    }

    private PolicySet Make()
    {
        var schema = new SchemaMaker(_draw, _names).Make();
        var files = ImmutableArray.CreateBuilder<(string, Fragment)>();
        files.Add(("schema/数据.policy", schema.Text));
        for (var (i, count) = (1, _draw.Pick(1, 2, 2, 3)); i <= count; i++)
            files.Add(($"{i}.policy", Policy(schema, $"示府办〔2021〕{i}号")));
        return new(files.ToImmutable());
    }

    private Fragment Policy(SchemaModel schema, string number)
    {
        var subject = _draw.Pick<SubjectModel>(schema.Subjects);
        var parts = new List<Fragment>(Head(number, subject));
        var head = parts.Count;
        parts.Add("\n");
        var parameters = Parameters(parts);
        var all = new Scope(subject) { Parameters = [.. parameters] };
        foreach (var scoped in schema.Subjects.Where(_ => _draw.Chance(60)))
            parts.Add(Scoping(scoped, all with { Subject = scoped }));
        var setting = new ClauseSetting(schema, parameters, subject, [.. _passable]);
        var clauses = new ClauseMaker(_draw, _names, _expressions, setting);
        var numbers = Enumerable.Range(1, _draw.Between(2, 6)).Select(static index => $"{index}").ToList();
        List<Fragment> made = [.. numbers.Select(clauses.Make)];
        parts.InsertRange(head,
            [.. JointCaps(all, [.. numbers.Where((_, index) => IsOfSum($"{made[index]}"))]), .. Exclusions(numbers, made, subject)]);
        parts.AddRange(made);
        if (_draw.Chance(40))
            parts.Add(Procedure(schema, all, numbers));
        if (_draw.Chance(60))
            parts.Add(Target(all with { SeesSubject = false, OverRegistry = true }));
        if (_draw.Chance(30))
            parts.Add(ExternalTarget(all));
        if (_draw.Chance(50))
            parts.Add(Optional($"资金池 91 {_names.Next("资金池")}\n  规模 {Literals.Of(Kind.Money, _draw)}\n",
                Optional(numbers.Count % 2 == 0 ? "  资金 市级 区级\n" : ""), Optional($"  适用条款 {string.Join(" ", numbers.Take(2))}\n"),
                "\n"));
        if (_draw.Chance(30))
            parts.Add(Optional($"义务 92 {_names.Next("细则")}\n",
                _draw.Chance(70) ? Optional($"  期限 施行日期 + {_draw.Pick("1个月", "30天", "2年")}\n") : "  牵头 区科技局\n", "\n"));
        _passable.AddRange(numbers.Take(2).Select(clause => (number, (string?)clause)));
        _passable.Add((number, null));
        return Of(parts);
    }

    private IEnumerable<Fragment> Head(string number, SubjectModel subject)
    {
        yield return $"政策 {_names.Next("若干政策")}\n  文号 {number}\n  发文机关 示例区人民政府\n  地区 "
            + $"{_draw.Pick("示例区", "示例区", "示例区", "另一个区")}\n";
        var from = _draw.Pick("2020-01-01", "2021-06-21", "2021-12-31", "2023-02-28");
        yield return _draw.Chance(80) ? $"  施行日期 {from}\n" : $"  成文日期 {from}\n";
        if (_draw.Chance(35))
            yield return Optional($"  失效日期 {_draw.Pick("2023-12-31", "2024-06-30", "2026-01-01")}\n");
        if (_draw.Chance(85))
            yield return Optional($"  级次 {_draw.Pick("区级", "市级")}\n");
        yield return $"  使用 schema/数据.policy\n  对象 {subject.Name}\n";
        foreach (var rule in (string[])["本区其他政策 从高不重复", "本政策内 从高不重复", "以往政策 从新"])
        {
            if (_draw.Chance(rule.EndsWith("从新", StringComparison.Ordinal) ? 20 : 45))
                yield return Optional($"  竞合 {rule}\n");
        }
    }

    /// <summary>Grants to the 对象 of the policy that are paid by it.</summary>
    private static bool IsOfSum(string clause) => clause.Contains("\n  奖补 ", StringComparison.Ordinal)
        && !((string[])["\n  对象 ", "\n  形式 ", "\n  落实 "]).Any(line => clause.Contains(line, StringComparison.Ordinal));

    /// <summary>竞合 between clauses of one kind of subject, with the same 事项 or none.</summary>
    private IEnumerable<Fragment> Exclusions(List<string> numbers, List<Fragment> made, SubjectModel subject)
    {
        static bool CanStand(string clause) => clause.Contains("\n  奖补 ", StringComparison.Ordinal)
            && !((string[])["\n  对象 ", "\n  另行给予", "\n  事项 "]).Any(line => clause.Contains(line, StringComparison.Ordinal));
        var some = _draw.Shuffle(numbers.Where((_, index) => CanStand($"{made[index]}"))).Take(3).ToList();
        if (_draw.Chance(8))
            yield return Optional("  竞合 本政策内 晋级补差\n");
        if (some.Count == 0 || !_draw.Chance(40))
            yield break;
        var all = string.Join('、', some);
        var text = subject.Fields.FirstOrDefault(static field => field.Kind == Kind.Text);
        yield return Optional(some.Count == 1 ? $"  竞合 条款 {all} 晋级补差\n" : _draw.Make<string>(
            () => $"  竞合 条款 {all} 晋级补差\n", () => $"  竞合 条款 {all} 只给一项\n", () => $"  竞合 条款 {all} 从高不重复\n",
            () => $"  竞合 条款 {some[0]} 与 条款 {string.Join('、', some.Skip(1))} 不重复享受\n",
            () => text is null ? $"  竞合 只给一项 条款 {all}\n" : $"  竞合 择一 条款 {all} 依 {text.Name}\n"));
    }

    private IEnumerable<Fragment> JointCaps(Scope scope, List<string> numbers)
    {
        for (var i = _draw.Chance(22) ? _draw.Between(1, 2) : 0; i > 0 && numbers.Count > 1; i--)
        {
            List<string> some = _draw.Chance(30) ? numbers : [.. _draw.Shuffle(numbers).Take(_draw.Between(1, numbers.Count))];
            var over = some.Count == numbers.Count && _draw.Chance(40) ? "全部" : $"条款 {string.Join('、', some)}";
            var tail = _draw.Chance(35) && some.Count > 1 ? $" 先 条款 {some[0]}" : _draw.Chance(20) ? " 按比例" : "";
            var limit = _expressions.Make(Kind.Money, scope, _draw.Between(0, 2));
            if (_draw.Chance(30))
            {
                var shared = _names.Next("共用");
                yield return Of($"  令 {shared} = ", _expressions.Make(Kind.Money, scope, 1), "\n");
                limit = Of($"min({shared}, ", limit, ")");
            }
            yield return Optional($"  合计上限 {over} 不超过 ", limit, $"{tail}\n");
        }
    }

    private List<ParameterModel> Parameters(List<Fragment> parts)
    {
        var parameters = new List<ParameterModel>();
        foreach (var kind in ParameterKinds.Concat(_draw.IsWild ? WildParameterKinds : []))
        {
            if (!_draw.Chance(35))
                continue;
            var (name, type) = (_names.Next("参数"), ParameterType(kind));
            string Value() => Literals.Of(kind, _draw);
            parts.Add(Optional(_draw.IsWild && _draw.Chance(15) ? $"参数 {name} : {type} = 2022-02-28 起 {Value()} | 2022-03-01 起 "
                + $"{Value()} | 2024-06-30 起 {Value()} | 9999-12-31 起 {Value()}\n" : _draw.Pick(
                $"参数 {name} : {type} = {Value()}\n", $"参数 {name} : {type} 外部\n", $"参数 {name} : {type} 外部\n",
                $"参数 {name} : {type} = {_draw.Pick("2019-01-01", "2022-01-01")} 起 {Value()} | 2023-01-01 起 {Value()}\n")));
            parameters.Add(new(name, kind));
        }
        parts.Add("\n");
        return parameters;
    }

    private string ParameterType(Kind kind) => kind switch
    {
        Kind.Money => "金额", Kind.Ratio => "比率", Kind.Persons => _draw.Counted, Kind.Date => "日期", Kind.Years => "年",
        Kind.Number => "数", Kind.Pieces => "件", Kind.Year => "年度", Kind.Days => "天", Kind.PiecePrice => "元/件",
        Kind.Exchange => "元/美元", _ => "是否",
    };

    private Fragment Scoping(SubjectModel subject, Scope scope) => Optional(
        [$"范围 {subject.Name}\n", Of("  ", _expressions.Make(Kind.Truth, scope, 1), "\n"),
        .. Enumerable.Range(0, _draw.Between(0, 1)).Select(_ => Optional("  排除 ", _expressions.Make(Kind.Truth, scope, 1), "\n")), "\n"]);

    private Fragment Procedure(SchemaModel schema, Scope scope, List<string> numbers)
    {
        var subject = _draw.Pick<SubjectModel>(schema.Subjects);
        var place = scope with { Subject = subject };
        return Optional(
            $"程序 90 {_names.Next("审批")}\n  对象 {subject.Name}\n",
            _draw.Chance(60) ? Optional("  情形 ", _expressions.Make(Kind.Truth, place, 1), "\n") : Empty,
            Of("  须经 ", _expressions.Make(Kind.Truth, place, 0), "\n"),
            _draw.Chance(40) ? Optional("  须经 ", _expressions.Make(Kind.Truth, place, 1), "\n") : Empty,
            $"  适用条款 {(_draw.Chance(50) ? "全部" : numbers[0])}\n\n");
    }

    private Fragment Target(Scope scope)
    {
        var within = scope.Within(null);
        var subject = scope.Subject.Name;
        Fragment Filter() => _expressions.Make(Kind.Truth, within, 1);
        var kind = _draw.Pick(Kind.Money, Kind.Persons, Kind.Ratio, Kind.Pieces);
        var (figure, value, takesParts) = _draw.Make<(Fragment, string, bool)>(
            () => (Of("计数(", subject, ", ", Filter(), ")"), $"{_draw.Between(0, 40)}", true),
            () => (Of("合计(", subject, ", ", _expressions.Make(kind, within, 1), ", ", Filter(), ")"), Literals.Of(kind, _draw), true),
            () => (Of("(计数(", subject, ", ", Filter(), ") / 计数(", subject, "))"), "0.3", true),
            () => (_expressions.Make(kind, scope, 3), Literals.Of(kind, _draw), false));
        return Optional(
            $"目标 80 {_names.Next("目标")}\n", Deadline(), "  指标 = ", figure, $"\n  值 {Comparison()}{value}\n",
            takesParts && _draw.Chance(60)
                ? Optional("  其中 ", _expressions.Leaf(Kind.Truth, within), $" : {Comparison()}{value}\n")
                : Empty,
            "\n");
    }

    private Fragment ExternalTarget(Scope scope) => Optional(
        $"目标 81 {_names.Next("指标")}\n", Deadline(), $"  指标 外部 : 金额\n",
        $"  值 {Comparison()}",
        scope.Parameters.FirstOrDefault(static parameter => parameter.Kind == Kind.Money) is { } known && _draw.Chance(60)
            ? known.Name
            : "100万元",
        "\n",
        _draw.Chance(40) ? Optional($"  其中 {_names.Next("部分")} : 达到 10万元\n") : Empty, "\n");

    private Fragment Deadline() =>
        _draw.Pick("每年", "2025年度", "2022年度", "2023-06-30", "") is { Length: > 0 } deadline ? Optional($"  期限 {deadline}\n") : Empty;

    private string Comparison() => _draw.Pick("超过 ", "达到 ", "不超过 ", "低于 ", "= ", "!= ", "");
}
