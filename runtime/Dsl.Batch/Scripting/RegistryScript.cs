// The tables of a folder as a script of SQL reads them: where each lies, what columns it has, what is not there at all.
using System.Collections.Immutable;
using Dsl.Batch.Registries;
using Dsl.Data;
using Dsl.Facts.Records;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Sql.Dialects;
using Dsl.Sql.Inputs;
using Dsl.Sql.Scripts;

namespace Dsl.Batch.Scripting;

/// <summary>A script over the tables of a folder, or why there is none.</summary>
/// <param name="Script">The script; null where there is none.</param>
/// <param name="Findings">What is wrong, and what else there is to say.</param>
public sealed record RegistryScriptOutcome(SqlScript? Script, ImmutableArray<DataFinding> Findings);

/// <summary>Makes scripts over registries.</summary>
public static class RegistryScript
{
    // The database reads these itself; what else a registry can be is read by this program only.
    private static readonly (string Extension, bool IsText)[] Extensions = [(".csv", true), (".parquet", false)];

    /// <summary>The script of policies over a folder.</summary>
    /// <param name="folder">The folder; null where the analyst says where the tables are.</param>
    public static RegistryScriptOutcome Emit(IrProgram program, SqlDialect dialect, SqlOptions options, string? folder)
    {
        if (folder is null)
            return Said(SqlEmitter.Emit(program, dialect, options), []);
        if (!Directory.Exists(folder))
            return new(null, [ScriptDiagnostics.NoFolder.With().At(new(folder))]);
        var (registry, findings) = Registry.Open(program, new RegistrySource(folder));
        if (registry is null)
            return new(null, findings);
        var (inputs, problems) = Inputs(program, folder);
        if (problems.Count > 0)
            return new(null, [.. findings, .. problems]);
        var given = options with
        {
            Context = options.Context with { Parameters = registry.Parameters },
            Inputs = inputs,
            Missing = [.. program.Schema.Subjects.SelectMany(static subject => subject.Details)
                .Where(detail => !inputs.Any(input => input.Table == detail.Name))],
        };
        var script = SqlEmitter.Emit(program, dialect, given);
        var absent = Absent(script, inputs).ToList();
        return absent.Count > 0 ? new(null, [.. findings, .. absent]) : Said(script, findings);
    }

    private static RegistryScriptOutcome Said(SqlScript script, ImmutableArray<DataFinding> findings)
    {
        var refused = script.Clauses.Where(static clause => clause.Refusal is not null).ToList();
        return new(script, refused.Count == 0 ? findings :
        [
            .. findings,
            ScriptDiagnostics.ClausesNotSaid.With(refused.Count, script.Clauses.Length, string.Join("；", refused.Select(static clause =>
                $"{clause.Policy.Number} 条款 {clause.Clause.Number}（{clause.Refusal}）"))).At(new("--target sql")),
        ]);
    }

    private static (ImmutableArray<ScriptInput> Inputs, List<DataFinding> Problems) Inputs(IrProgram program, string folder)
    {
        var (inputs, problems) = (ImmutableArray.CreateBuilder<ScriptInput>(), new List<DataFinding>());
        foreach (var table in Tables(program))
        {
            foreach (var (extension, isText) in Extensions)
            {
                var path = Path.Combine(folder, table + extension);
                if (!File.Exists(path))
                    continue;
                var (source, finding) = TableSources.Open(path);
                if (finding is not null)
                    problems.Add(finding);
                else if (source is not null)
                    inputs.Add(new(table, path.Replace('\\', '/'), source.Header, isText));
                break;
            }
        }
        return (inputs.ToImmutable(), problems);
    }

    private static IEnumerable<string> Tables(IrProgram program) => program.Schema.Subjects
        .SelectMany(static subject => subject.Details.Select(static detail => detail.Name).Prepend(subject.Name))
        .Concat([BuiltInTables.Approvals, BuiltInTables.Payments]).Distinct();

    // A column that only this program finds under another header would be unknown to the database, unseen.
    private static IEnumerable<DataFinding> Absent(SqlScript script, ImmutableArray<ScriptInput> inputs) =>
        from table in script.Tables
        let input = inputs.FirstOrDefault(input => input.Table == table.Name)
        where input is not null
        from column in table.Columns
        where !input.Columns.Contains(column.Name)
        select ScriptDiagnostics.NoColumn.With(column.Name).At(new(input.Path));
}
