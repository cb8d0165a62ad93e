// Numbers of all policies and their clauses, read before bodies are bound, for 落实, 连同 and duplicates.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.Semantics.Binding.Context;

/// <summary>The policies of the set by 文号.</summary>
internal sealed class PolicyDirectory
{
    private readonly Dictionary<string, FileContext> _byNumber = new(Identity.Comparer);
    private readonly Dictionary<FileContext, PolicySymbol> _symbols = [];
    private readonly HashSet<FileContext> _declared = [];
    private readonly List<Diagnostic> _findings = [];
    private readonly List<object> _state = [];

    /// <summary>文号 that two policies have.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>All that answers are read from: the policies with the numbers of their blocks.</summary>
    public ImmutableArray<object> State => [.. _state];

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
            directory._symbols.Add(file, file.SymbolOf(policy, number, place.Span));
            directory._state.AddRange([directory._symbols[file], file.Numbers]);
            if (!place.IsMissing)
                directory._declared.Add(file);
            if (!directory._byNumber.TryAdd(number, file) && directory._byNumber[number].Policy is { } first)
            {
                directory._findings.Add(DeclarationDiagnostics.DuplicatePolicyNumber.At(file.Sink.Source, place.Span, number)
                    with { Related = [(directory._byNumber[number].Tree.Source, first.HeaderSpan(), "另一份政策在这里")] });
            }
        }
        return directory;
    }

    /// <summary>Notes where the policy of a file is named.</summary>
    public void Declare(FileContext file)
    {
        if (_declared.Contains(file))
            file.Sink.Names.Declare(_symbols[file]);
    }

    /// <summary>文号, else the title.</summary>
    public static string NumberOf(PolicyBlock policy) => policy.Text("文号") is { Length: > 0 } number ? number : policy.Title.Value.Trim();

    /// <summary>Whether a policy (and, where said, a clause of it) is in the set. Ways of writing a 文号 count alike.</summary>
    public bool Has(string policyNumber, string? clauseNumber) =>
        FileOf(policyNumber) is { } file && (clauseNumber is null || file.FindNumbered("条款", clauseNumber) is not null);

    /// <summary>The 文号 as the policy itself writes it; the given one where it is not in the set.</summary>
    public string Canonical(string policyNumber) => FileOf(policyNumber)?.Policy is { } policy ? NumberOf(policy) : policyNumber;

    /// <summary>What a 文号 stands for; null where it is not in the set.</summary>
    public PolicySymbol? Find(string policyNumber) => FileOf(policyNumber) is { } file ? _symbols.GetValueOrDefault(file) : null;

    /// <summary>What the number of a clause after a 文号 stands for; null where there is none.</summary>
    public NumberedSymbol? Find(string policyNumber, SyntaxToken clauseNumber) =>
        FileOf(policyNumber)?.FindNumbered("条款", clauseNumber.Value);

    private FileContext? FileOf(string policyNumber) => _byNumber.GetValueOrDefault(policyNumber);
}
