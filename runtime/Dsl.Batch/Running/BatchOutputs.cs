// The files that a batch writes, looked at before it begins: none of them is an input, another output, or a file made by hand.
using System.Collections.Immutable;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Data;
using Dsl.Data.DuckDb;
using Dsl.Data.Outputs;
using Dsl.Data.Postgres;
using Dsl.Facts.Records;
using Dsl.Ir.Nodes;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Running;

/// <summary>Looks at the outputs of a batch.</summary>
internal static class BatchOutputs
{
    private const int UsualPort = 5432;
    private const string UsualSchema = "public";

    /// <summary>Why the batch must not write what it is asked to; null where all is well.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="policyFiles">The files that they were read from.</param>
    /// <param name="options">What it is asked to.</param>
    /// <param name="sources">SRC of every table that is read.</param>
    /// <param name="closed">Folders that nothing may be put into: a snapshot, partitions.</param>
    public static DataFinding? Problem(IrProgram program, ImmutableArray<InputFile> policyFiles, BatchOptions options,
        ImmutableArray<string> sources, ImmutableArray<string> closed)
    {
        static DataFinding Of(DiagnosticRule rule, string path) => rule.With(PathText.Shown(path)).At(new(PathText.Shown(path)));
        var result = PostgresAddress.IsAddress(options.Output) ? null : DuckDbSource.Parse(options.Output)?.Path ?? options.Output;
        if (IsTableThatIsRead(options.Output, sources))
            return Of(FileDiagnostics.OutputIsInput, options.Output);
        // Results may go into the database that the tables come from, beside these: the other tables stay as they are.
        var isShared = result is not null && DuckDbSource.Parse(options.Output) is { IsParquet: false };
        var inputs = sources.Select(OutputCheck.FileOf).OfType<string>()
            .Where(path => !(isShared && OutputPath.KeyOf(path) == OutputPath.KeyOf(result ?? "")))
            .Concat(OutputCheck.Protected(policyFiles.Select(static file => file.Path))).Append(options.Source.Mapping.File)
            .Where(static path => path.Length > 0);
        string?[] outputs =
            [result, SideFiles.Rejected(options.Output), SideFiles.Manifest(options.Output), options.SummaryPath, options.ApprovalsPath];
        if (OutputCheck.Problem(outputs.OfType<string>(), inputs, closed) is { } problem)
            return problem;
        var tables = RegistrySource.TableNames(program.Schema);
        if (OutputCheck.RealTable(options.Output, tables, options.Source.Path) is { } real)
            return real;
        if (options.SummaryPath is { } summary && OutputCheck.RealTable(summary, tables, folder: null) is { } table)
            return table;
        if (Foreign(options.Output) is { } foreign)
            return foreign;
        // An officer fills in the sheet under this name: what it holds is looked at.
        if (options.ApprovalsPath is not { } sheet)
            return null;
        return Path.GetFileNameWithoutExtension(sheet) != BuiltInTables.Approvals
            && OutputCheck.RealTable(sheet, tables, folder: null) is { } taken
            ? taken
            : FilledSheet.HoldsAmounts(sheet) ? Of(FileDiagnostics.FilledSheet, sheet) : null;
    }

    private static bool IsTableThatIsRead(string output, ImmutableArray<string> sources) => sources.Any(source =>
        PostgresAddress.IsAddress(output) ? PostgresAddress.IsAddress(source) && IsSameTable(source, output)
        : DuckDbSource.Parse(output) is { IsParquet: false, Table: { } table } target
            && DuckDbSource.Parse(source) is { IsParquet: false, Table: { } read } database
            && string.Equals(table, read, StringComparison.OrdinalIgnoreCase)
            && OutputPath.KeyOf(target.Path) == OutputPath.KeyOf(database.Path));

    private static bool IsSameTable(string left, string right) =>
        PostgresAddress.Parse(left).Address is { } one && PostgresAddress.Parse(right).Address is { } other
        && Place(one) == Place(other);

    private static (string, int, string, string, string) Place(PostgresAddress address) => (
        address.Host.ToUpperInvariant() is var host && host is "" or "127.0.0.1" or "[::1]" or "::1"
            ? "LOCALHOST"
            : address.Host.ToUpperInvariant(),
        address.Port ?? UsualPort, address.Database, address.Schema ?? UsualSchema, address.Table);

    /// <summary>What stands where rejected rows or the manifest go, and was not written by a run.</summary>
    private static DataFinding? Foreign(string output)
    {
        foreach (var (path, what, start) in (ReadOnlySpan<(string, string, string)>)[
            (SideFiles.Rejected(output), "未读入的行", RejectedCsv.Head), (SideFiles.Manifest(output), "清单", Manifest.Head)])
        {
            if (FileStatus.Of(path) is { Kind: FileKind.File, Size: > 0 } && !BeginsWith(path, start))
                return FileDiagnostics.ForeignFile.With(PathText.Shown(path), what).At(new(PathText.Shown(path)));
        }
        return null;
    }

    private static bool BeginsWith(string path, string start)
    {
        try
        {
            var expected = System.Text.Encoding.UTF8.GetBytes(start);
            using var file = InputStream.Open(path);
            var found = new byte[expected.Length];
            return file.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) == found.Length
                && found.AsSpan().SequenceEqual(expected);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
