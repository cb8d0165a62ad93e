// The tables that a script reads, and where they lie.
using System.Collections.Immutable;
using Dsl.Values.Types;

namespace Dsl.Sql.Inputs;

/// <summary>A column of the registry.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
public sealed record SourceColumn(string Name, DslType Type);

/// <summary>A table that a script reads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">The columns that must be there.</param>
public sealed record ReadTable(string Name, ImmutableArray<SourceColumn> Columns);

/// <summary>A file with a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Path">The file, as the database will open it.</param>
/// <param name="Columns">The columns that it has; those that are asked for and not there are unknown.</param>
/// <param name="IsText">Whether its cells are texts (CSV), so that each is read strictly.</param>
public sealed record ScriptInput(string Table, string Path, ImmutableArray<string> Columns, bool IsText);
