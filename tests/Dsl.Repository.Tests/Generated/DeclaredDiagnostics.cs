// Every DiagnosticRule that the product declares, found by reflection.
using System.Reflection;
using System.Xml.Linq;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Repository.Tests.Generated;

/// <summary>A rule and where it is declared.</summary>
public sealed record DeclaredDiagnostic(DiagnosticRule Rule, string Declaration);

/// <summary>Finds the rules.</summary>
public static class DeclaredDiagnostics
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    // By the projects in the repository: a new one needs no line here, and one that is not beside the tests makes them fail.
    private static readonly IReadOnlyCollection<Assembly> Product =
        [.. RepositoryFiles.Projects.Where(static project => project.IsProduct)
            .Select(static project => Assembly.Load(
                XElement.Parse(project.Text).Descendants("AssemblyName").FirstOrDefault()?.Value
                ?? Path.GetFileNameWithoutExtension(project.Path)))];

    /// <summary>All rules, by code.</summary>
    public static IReadOnlyList<DeclaredDiagnostic> All { get; } =
        [.. Find().OrderBy(static declared => declared.Rule.Code, StringComparer.Ordinal)];

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
