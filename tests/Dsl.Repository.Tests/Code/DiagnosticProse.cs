// Sentences that reach a diagnostic as a fact: from the call through locals, parameters, members and helpers to where they stand.
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dsl.Repository.Tests.Code;

/// <summary>
/// What a rule says is declared in a class *Diagnostics, *Phrases or *Remedies; what is passed to it are names, numbers, places and values.
/// A sentence is text with a Chinese mark in it, or with more than six Chinese characters in a row. Messages of exceptions count as facts,
/// since findings are made of them.
/// </summary>
public sealed partial class DiagnosticProse(Compilation compilation)
{
    // The types whose methods make diagnostics of facts.
    private static readonly string[] Makers = ["DiagnosticRule", "DiagnosticPhrase", "DataProblemExtensions", "DiagnosticSink"];

    // Calls by the simple name of what is called.
    private readonly ILookup<string, ExpressionSyntax> _calls = compilation.SyntaxTrees
        .SelectMany(static tree => tree.GetRoot().DescendantNodes())
        .Where(static node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
        .Cast<ExpressionSyntax>().ToLookup(static call => NameOf(call), StringComparer.Ordinal);

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    /// <summary>A compilation of sources against what the tests refer to. It need not be free of errors.</summary>
    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> sources) => CSharpCompilation.Create("Prose",
        [.. sources, CodeRules.Parse(
            "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;").SyntaxTree],
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(static path => MetadataReference.CreateFromFile(path)),
        new(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>The sentences, each where it is written.</summary>
    /// <param name="isMeant">The files that are looked at.</param>
    /// <param name="throwsFindings">The files of whose exceptions findings are made.</param>
    public IReadOnlyList<(SyntaxTree Tree, Breach Breach)> Find(Func<SyntaxTree, bool> isMeant, Func<SyntaxTree, bool> throwsFindings)
    {
        var found =
            from name in (string[])["At", "With", "Say", "Report", .. _calls.Select(static calls => calls.Key).Where(IsException)]
            from call in _calls[name]
            where !IsInWords(call) && (IsException(name) ? throwsFindings(call.SyntaxTree) : isMeant(call.SyntaxTree) && IsMaker(call))
            from argument in ArgumentsOf(call)
            from text in Texts(argument.Expression)
            where isMeant(text.SyntaxTree)
            select (text.SyntaxTree, new Breach(text.GetLocation().GetLineSpan().StartLinePosition.Line + 1, text.ToString()));
        return [.. found.Distinct()];
    }

    private static bool IsException(string name) => name.EndsWith("Exception", StringComparison.Ordinal);

    private bool IsMaker(ExpressionSyntax call) =>
        Symbol(call) is IMethodSymbol { ContainingType.Name: var type } && Makers.Contains(type);

    /// <summary>The sentences that an expression may come to.</summary>
    private IEnumerable<SyntaxNode> Texts(SyntaxNode expression)
    {
        // What is passed to a rule or phrase in between is looked at there.
        foreach (var node in expression.DescendantNodesAndSelf(node => !(node is InvocationExpressionSyntax call && IsMaker(call))))
        {
            if (node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax)
            {
                if (Sentence().IsMatch(node.ToString()))
                    yield return node;
            }
            else if (node is SimpleNameSyntax && Symbol(node) is { } symbol && _seen.Add(symbol))
            {
                foreach (var text in Origins(symbol).SelectMany(Texts))
                    yield return text;
            }
        }
    }

    /// <summary>The expressions that a text may come from, which goes by a name.</summary>
    private IEnumerable<SyntaxNode> Origins(ISymbol symbol)
    {
        var declared = symbol.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax())
            .Where(static node => !IsInWords(node));
        return symbol switch
        {
            ILocalSymbol or IFieldSymbol when HoldsText(symbol) => declared.SelectMany(node => Values(node, symbol.Name)),
            IMethodSymbol { ReturnType: var type } when HoldsText(type) => declared.SelectMany(Returned),
            IPropertySymbol { Type: var type } when HoldsText(type) => declared.SelectMany(Returned),
            // Examples are text of a policy or of a file, which may be long and has marks of its own.
            IParameterSymbol { Name: "example" } => [],
            IParameterSymbol { Type: var type, ContainingSymbol: IMethodSymbol method } when HoldsText(type) => Passed(method, symbol),
            _ => [],
        };
    }

    private static bool HoldsText(ISymbol symbol) => HoldsText((symbol as ILocalSymbol)?.Type ?? ((IFieldSymbol)symbol).Type);

    private static bool HoldsText(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || (type is INamedTypeSymbol { IsGenericType: true } generic && generic.TypeArguments.Any(HoldsText)
            && (type.IsTupleType || type.OriginalDefinition.SpecialType != SpecialType.None));

    /// <summary>What a local or field is set to where it is declared, and what is assigned to its name in the same member.</summary>
    private static IEnumerable<SyntaxNode> Values(SyntaxNode declaration, string name)
    {
        var scope = declaration.Ancestors()
            .FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax);
        var assigned = scope?.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(one => one.Left.DescendantNodesAndSelf().Any(left => left.ToString() == name))
            .Select(static one => (SyntaxNode)one.Right) ?? [];
        return declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => assigned.Prepend(value),
            // var (what, remedy) = …; x is { } what
            SingleVariableDesignationSyntax => assigned.Concat(declaration.Ancestors()
                .Select(static node => node switch
                {
                    AssignmentExpressionSyntax deconstruction => deconstruction.Right,
                    IsPatternExpressionSyntax pattern => pattern.Expression,
                    _ => null,
                }).OfType<SyntaxNode>().Take(1)),
            _ => assigned,
        };
    }

    private static IEnumerable<SyntaxNode> Returned(SyntaxNode member) => member.DescendantNodes()
        .Select(static node => node switch
        {
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            ReturnStatementSyntax { Expression: { } value } => value,
            YieldStatementSyntax { Expression: { } value } => value,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } initial => initial.Value,
            _ => null,
        }).OfType<SyntaxNode>();

    /// <summary>What the callers of a method pass for a parameter.</summary>
    private IEnumerable<SyntaxNode> Passed(IMethodSymbol method, ISymbol parameter) =>
        from call in _calls[method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name]
        where !IsInWords(call)
        where SymbolEqualityComparer.Default.Equals((Symbol(call) as IMethodSymbol)?.OriginalDefinition, method.OriginalDefinition)
        from argument in ArgumentsOf(call).Index()
        let ordinal = method.Parameters.IndexOf((IParameterSymbol)parameter)
        where argument.Item.NameColon is { } named ? named.Name.Identifier.Text == parameter.Name : argument.Index == ordinal
        select argument.Item.Expression;

    private ISymbol? Symbol(SyntaxNode node)
    {
        if (!_models.TryGetValue(node.SyntaxTree, out var model))
            _models.Add(node.SyntaxTree, model = compilation.GetSemanticModel(node.SyntaxTree));
        var info = model.GetSymbolInfo(node);
        return info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
    }

    private static SeparatedSyntaxList<ArgumentSyntax> ArgumentsOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList.Arguments,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments } => arguments,
        _ => [],
    };

    private static string NameOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var name } } => name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.Text: var name } } => name,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax { Identifier.Text: var name } } => name,
        ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.Text: var name } } => name,
        _ => "",
    };

    private static bool IsInWords(SyntaxNode node) =>
        node.Ancestors().OfType<TypeDeclarationSyntax>().Any(static type => WordsClass().IsMatch(type.Identifier.Text));

    // *Failure and DuckDbException: what the system, DuckDB and PostgreSQL say, in Chinese.
    [GeneratedRegex("(Diagnostics|Phrases|Remedies|Failure|^DuckDbException)$")]
    private static partial Regex WordsClass();

    [GeneratedRegex("[\u4e00-\u9fff].*[，。；：？！]|[，。；：？！].*[\u4e00-\u9fff]|[\u4e00-\u9fff]{7,}")]
    private static partial Regex Sentence();
}
