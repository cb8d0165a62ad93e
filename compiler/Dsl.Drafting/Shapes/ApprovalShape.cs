// 一事一议, 一人（团队）一策: everything is decided by the authority.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class ApprovalShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        if (Approval().Match(sentence.Text) is not { Success: true } match || OpenClause.Denies(sentence.Text))
            return [];
        return [OpenClause.Make(sentence, match.Index, "= 一事一议", match.Value.Trim('“', '”'), [])];
    }

    [GeneratedRegex("“?一事一议”?|“?一人（?团?队?）?一策”?|“?一企一策”?|“?一项一策”?|“?一院一策”?", RegexOptions.CultureInvariant)]
    private static partial Regex Approval();
}
