// A package of Office that cannot be read.
namespace Dsl.Loading.Documents;

/// <summary>A workbook, or another package of parts, whose parts contradict each other or are too large.</summary>
/// <param name="reason">What is wrong, for users.</param>
public sealed class BrokenSheetException(string reason) : Exception(reason);
