// What records mean and the texts of their cells by code, for the tables 核定 and 兑现记录.
using Dsl.Columns.Kernels;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Batch.Registries;

/// <summary>What records about one clause mean.</summary>
/// <param name="Kind">The kind of subject; -1 for none.</param>
/// <param name="Policy">The policy as the program writes it, by its code.</param>
/// <param name="Clause">The clause as the program writes it, by its code.</param>
/// <param name="Found">The clause; null where it is of no policy that is evaluated.</param>
/// <param name="Problem">Why the record is of none.</param>
/// <param name="Column">The column that the problem is in.</param>
internal sealed record ResolvedRecord(int Kind, int Policy, int Clause, IrClause? Found, DataProblem? Problem, string Column);

/// <summary>Texts of cells and their codes.</summary>
internal static class RecordTexts
{
    /// <summary>The code of a text; <see cref="DictionaryCode.Missing"/> for an empty one.</summary>
    public static int CodeOf(ReadOnlySpan<char> text, StringDictionary texts) => text.IsEmpty ? DictionaryCode.Missing : texts.CodeOf(text);

    /// <summary>The text of a code; null for <see cref="DictionaryCode.Missing"/>.</summary>
    public static string? TextOf(int code, StringDictionary texts) => code == DictionaryCode.Missing ? null : texts.TextOf(code);

    /// <summary>Whether a text begins with a character as it is compared: then it is not without visible ones.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => text.IsEmpty || Identity.IsCanonical(text[..1]);
}
