// Why a back end cannot say something, and where that is written.
using Dsl.Ir.Schema;

namespace Dsl.Ir.Printing;

/// <summary>Why something has no code, or no SQL.</summary>
/// <param name="Reason">In Chinese, without a full stop.</param>
/// <param name="Place">The expression, or the clause.</param>
public sealed record Refusal(string Reason, SourceLocation Place)
{
    private const int LongestText = 40;

    /// <summary>The reason with the place.</summary>
    public override string ToString()
    {
        if (Place.Line == 0)
            return Reason;
        var text = Place.Text.Length > LongestText ? $"{Place.Text[..LongestText]}……" : Place.Text;
        return text.Length == 0 ? $"{Reason}（{Place.Path}:{Place.Line}）" : $"{Reason}：「{text}」（{Place.Path}:{Place.Line}）";
    }
}
