// Paths of the files of a draft, as the draft refers to them.
namespace Dsl.Drafting;

/// <summary>Where the files of a draft lie.</summary>
/// <param name="SourcePath">The cleaned text, relative to the .policy file.</param>
/// <param name="SchemaPath">The data definitions, relative to the folder of the .policy file;
/// null where they stand in the .policy file itself.</param>
public sealed record DraftOptions(string SourcePath, string? SchemaPath);
