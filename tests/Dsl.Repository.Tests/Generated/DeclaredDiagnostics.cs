// Every DiagnosticRule that the product declares, found by reflection.
using System.Reflection;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;

namespace Dsl.Repository.Tests.Generated;

/// <summary>A rule and where it is declared.</summary>
public sealed record DeclaredDiagnostic(DiagnosticRule Rule, string Declaration);

/// <summary>Finds the rules.</summary>
public static class DeclaredDiagnostics
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Assembly[] Product =
    [
        typeof(DiagnosticRule).Assembly, typeof(Rational).Assembly, typeof(Semantics.Symbols.Symbol).Assembly,
        typeof(Ir.Nodes.IrPolicy).Assembly, typeof(Compiler.Compilation).Assembly, typeof(Runtime.Loading.PolicyLoader).Assembly,
        typeof(Cli.Hosting.CliContext).Assembly,
    ];

    /// <summary>All rules, by code.</summary>
    public static IReadOnlyList<DeclaredDiagnostic> All { get; } = [.. Find().OrderBy(static declared => declared.Rule.Code, StringComparer.Ordinal)];

    private static IEnumerable<DeclaredDiagnostic> Find() =>
        from assembly in Product
        from type in assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(Static)
        where field.FieldType == typeof(DiagnosticRule)
        let rule = field.GetValue(null) as DiagnosticRule
        where rule is not null
        select new DeclaredDiagnostic(rule, $"{type.Name}.{field.Name}");
}
