// What the function around the cursor takes.
using Dsl.LanguageServer.Features.Completion;
using Dsl.LanguageServer.Workspaces;

namespace Dsl.LanguageServer.Features.Signatures;

/// <summary>The function whose arguments the cursor is among.</summary>
/// <param name="Parameter">The index of the parameter at the cursor.</param>
internal sealed record SignatureHelp(FunctionTexts Function, int Parameter)
{
    /// <summary>The help at a place; null outside of calls.</summary>
    public static SignatureHelp? At(Snapshot snapshot, string path, int offset)
    {
        if (snapshot.TreeOf(path) is not { } tree || CompletionPlace.At(tree, offset) is not { } place
            || Calls.Around(place) is not ({ } call, var argument) || FunctionTexts.Find(call.Name.Value) is not { } function)
            return null;
        return new(function, function.IsOpen ? Math.Min(argument, function.Parameters.Length - 1) : argument);
    }
}
