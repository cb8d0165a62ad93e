// Every DiagnosticRule that the product declares, found by reflection.
using System.Reflection;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Repository.Tests.Generated;

/// <summary>A rule and where it is declared.</summary>
public sealed record DeclaredDiagnostic(DiagnosticRule Rule, string Declaration);

/// <summary>Finds the rules.</summary>
public static class DeclaredDiagnostics
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    // The program and whatever of the project it refers to, so that a new room needs no line here.
    private static readonly IReadOnlyCollection<Assembly> Product = Closure(typeof(Cli.Hosting.CliContext).Assembly);

    /// <summary>All rules, by code.</summary>
    public static IReadOnlyList<DeclaredDiagnostic> All { get; } =
        [.. Find().OrderBy(static declared => declared.Rule.Code, StringComparer.Ordinal)];

    private static HashSet<Assembly> Closure(Assembly program)
    {
        var (found, open) = (new HashSet<Assembly>(), new Queue<Assembly>([program]));
        while (open.TryDequeue(out var assembly))
        {
            if (!found.Add(assembly))
                continue;
            foreach (var name in assembly.GetReferencedAssemblies()
                .Where(static name => name.Name?.StartsWith("Dsl.", StringComparison.Ordinal) == true))
                open.Enqueue(Assembly.Load(name));
        }
        return found;
    }

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
