// What a check is: one file that declares its rules and finds their cases. A new check is a class in this folder,
// a line in PolicyChecks and a page per code.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks.Framework;

/// <summary>A check over bound policies. Stateless.</summary>
public interface ICheck
{
    /// <summary>The rules whose findings it reports.</summary>
    ImmutableArray<DiagnosticRule> Rules { get; }

    /// <summary>Looks at all policies of the context and reports what it finds.</summary>
    void Run(CheckContext context);
}
