// The exit codes of the program; scripts rely on them.
namespace Dsl.Cli.Hosting;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCode
{
    /// <summary>Done, nothing to complain about.</summary>
    public const int Done = 0;

    /// <summary>Done, with findings: mistakes in policies, examples that fail, rejected rows under --strict.</summary>
    public const int Findings = 1;

    /// <summary>The command line or an input cannot be understood.</summary>
    public const int Usage = 2;

    /// <summary>A mistake of the program itself.</summary>
    public const int InternalError = 3;

    /// <summary>Ctrl+C.</summary>
    public const int Interrupted = 130;
}
