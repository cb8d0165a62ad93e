// The compiler settings of policies/policy.json, as plain data.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Compiler;

/// <summary>Settings of a set of policies.</summary>
/// <param name="Severities">Severity by code, such as DSL3004 → Error.</param>
public sealed record CompilationConfiguration(ImmutableDictionary<string, Severity> Severities)
{
    public static CompilationConfiguration Default { get; } =
        new(ImmutableDictionary<string, Severity>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// The finding with the severity in force. An error of form or meaning (DSL1xxx, DSL2xxx) stays one:
    /// a policy with it cannot be computed.
    /// </summary>
    public Diagnostic Apply(Diagnostic diagnostic) =>
        Severities.TryGetValue(diagnostic.Code, out var severity) && !IsFixed(diagnostic.Rule)
            ? diagnostic with { Severity = severity }
            : diagnostic;

    private static bool IsFixed(DiagnosticRule rule) =>
        rule.Severity == Severity.Error
        && (rule.Code.StartsWith("DSL1", StringComparison.Ordinal) || rule.Code.StartsWith("DSL2", StringComparison.Ordinal));
}
