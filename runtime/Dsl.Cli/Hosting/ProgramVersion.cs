// The version of the program, as the build gives it.
namespace Dsl.Cli.Hosting;

/// <summary>The version of the program.</summary>
internal static class ProgramVersion
{
    /// <summary>Such as 0.1.0.</summary>
    public static string Current { get; } = typeof(ProgramVersion).Assembly.GetName().Version?.ToString(3) ?? "0";
}
