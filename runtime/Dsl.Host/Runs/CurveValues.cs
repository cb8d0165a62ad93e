// The 参数 of a set, and the values that may be tried for one: read as the values of external parameters are, a range as its steps.
using System.Collections.Immutable;
using Dsl.Facts.Cells;
using Dsl.Host.Problems;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Host.Runs;

/// <summary>A 参数 with the document that declares it; empty where that is none of a policy.</summary>
internal sealed record PolicyParameter(string PolicyNumber, IrParameter Parameter);

/// <summary>Values of a 参数.</summary>
internal static class CurveValues
{
    /// <summary>So many are tried at most.</summary>
    public const int Most = 50;

    /// <summary>The 参数 of a set.</summary>
    public static ImmutableArray<PolicyParameter> All(IrProgram program)
    {
        var numbers = program.Policies
            .SelectMany(static policy => policy.Clauses.Select(clause => (clause.LegalBasis.Origin.Path, policy.Number)))
            .DistinctBy(static pair => pair.Path)
            .ToDictionary(static pair => pair.Path, static pair => pair.Number, StringComparer.Ordinal);
        return [.. program.Parameters.Select(parameter =>
            new PolicyParameter(numbers.GetValueOrDefault(parameter.Origin.Path, ""), parameter))];
    }

    /// <summary>A 参数 by its name; where several policies have one of the name, that of the policy.</summary>
    /// <exception cref="HostException">There is none.</exception>
    public static PolicyParameter Find(IrProgram program, string name, string policy) =>
        All(program).FirstOrDefault(found =>
            Identity.Same(found.Parameter.Name, name) && (policy.Length == 0 || Identity.Same(found.PolicyNumber, policy)))
        ?? throw new HostException(JobDiagnostics.NoSuchParameter.With(name));

    /// <summary>The values of texts.</summary>
    /// <exception cref="HostException">There are none or too many, or one cannot be used.</exception>
    public static ImmutableArray<Value> Read(IrParameter parameter, IReadOnlyList<string> texts) => texts.Count is 0 or > Most
        ? throw new HostException(JobDiagnostics.TooManyValues.With(Most))
        : [.. texts.Select(text => Read(parameter, text))];

    /// <summary>The values from one to another, as texts.</summary>
    /// <exception cref="HostException">They are no numbers, there are too many, or one cannot be used.</exception>
    public static IReadOnlyList<string> Range(IrParameter parameter, string from, string to, string step)
    {
        if (parameter.Type is not QuantityType)
            throw new HostException(JobDiagnostics.NoCurveRange.With(parameter.Name, parameter.Type.DisplayName));
        var (first, last, width) = (Number(parameter, from), Number(parameter, to), Number(parameter, step));
        if (width.Sign <= 0 || last < first)
            throw new HostException(JobDiagnostics.EmptyCurveRange.With());
        if ((last - first) / width > Most)
            throw new HostException(JobDiagnostics.TooManyValues.With(Most));
        var texts = new List<string>();
        for (var value = first; value <= last; value += width)
            texts.Add(QuantityFormat.Typeable(value, parameter.Type));
        return texts;
    }

    private static Rational Number(IrParameter parameter, string text) =>
        Read(parameter, text) is NumberValue { Bounds.Low: { } number } ? number : Rational.Zero;

    private static Value Read(IrParameter parameter, string text)
    {
        var reading = ValueReader.ReadPlain(text, parameter.Type, parameter.Type.InputRange);
        return reading.Problem is { } problem
            ? throw new HostException(
                JobDiagnostics.BadCurveValue.With(parameter.Name, text, problem.Message.TrimEnd('。'), problem.Remedy))
            : reading.Value ?? throw new HostException(JobDiagnostics.TooManyValues.With(Most));
    }
}
