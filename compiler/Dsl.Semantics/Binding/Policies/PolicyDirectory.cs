// Numbers of all policies and their clauses, read before bodies are bound, for 落实, 连同 and duplicates.
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>The policies of the set by 文号.</summary>
internal sealed class PolicyDirectory
{
    private readonly Dictionary<string, FileContext> _byNumber = new(Identity.Comparer);
    private readonly Dictionary<FileContext, PolicySymbol> _symbols = [];

    /// <summary>The 文号 of all policies.</summary>
    public IEnumerable<string> Numbers => _byNumber.Keys;

    /// <summary>Reads the headers.</summary>
    public static PolicyDirectory Read(IEnumerable<FileContext> files)
    {
        var directory = new PolicyDirectory();
        foreach (var file in files)
        {
            if (file.Policy is not { } policy)
                continue;
            var number = NumberOf(policy);
            var place = policy.LinesOf<TextLine>("文号").FirstOrDefault()?.Text is { IsMissing: false } written ? written : policy.Title;
            var symbol = new PolicySymbol(number, policy, file.Tree.Source, place.Span);
            directory._symbols.Add(file, symbol);
            if (!place.IsMissing)
                file.Sink.Names.Declare(symbol);
            if (!directory._byNumber.TryAdd(number, file) && directory._byNumber[number].Policy is { } first)
            {
                file.Sink.Add(DeclarationDiagnostics.DuplicatePolicyNumber.At(file.Sink.Source, place.Span, number)
                    with { Related = [(directory._byNumber[number].Tree.Source, first.HeaderSpan(), "另一份政策在这里")] });
            }
        }
        return directory;
    }

    /// <summary>文号, else the title.</summary>
    public static string NumberOf(PolicyBlock policy) => policy.Text("文号") is { Length: > 0 } number ? number : policy.Title.Value.Trim();

    /// <summary>Whether a policy (and, where said, a clause of it) is in the set. Ways of writing a 文号 count alike.</summary>
    public bool Has(string policyNumber, string? clauseNumber) =>
        Find(policyNumber) is { } file && (clauseNumber is null || file.NumbersOf("条款").Contains(clauseNumber));

    /// <summary>The 文号 as the policy itself writes it; the given one where it is not in the set.</summary>
    public string Canonical(string policyNumber) => Find(policyNumber)?.Policy is { } policy ? NumberOf(policy) : policyNumber;

    /// <summary>Notes what a 文号, and the number of a clause behind it, stand for.</summary>
    public void Note(NameUses names, SyntaxToken policyNumber, SyntaxToken? clauseNumber)
    {
        if (Find(policyNumber.Text) is not { } file)
            return;
        names.Add(policyNumber, _symbols.GetValueOrDefault(file));
        if (clauseNumber is not null)
            names.Add(clauseNumber, file.FindNumbered("条款", clauseNumber.Value));
    }

    private FileContext? Find(string policyNumber) => _byNumber.GetValueOrDefault(policyNumber);
}
