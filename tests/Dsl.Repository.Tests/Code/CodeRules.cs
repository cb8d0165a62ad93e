// What C# code of this repository keeps to, as rules over syntax trees: each names the lines that break it.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dsl.Repository.Tests.Code;

/// <summary>A line that breaks a rule, and what of it.</summary>
public readonly record struct Breach(int Line, string What);

/// <summary>The rules.</summary>
public static class CodeRules
{
    /// <summary>Lines of a method with a block body, from the end of its head.</summary>
    public const int MostLinesOfMethod = 60;

    /// <summary>Parameters of a method, constructor or record: more are the members of a record with names.</summary>
    public const int MostParameters = 7;

    /// <summary>Parses a file.</summary>
    public static SyntaxNode Parse(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse)).GetRoot();

    /// <summary>The names of the types that are nested in no other.</summary>
    public static IEnumerable<string> TypeNames(SyntaxNode root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Select(static member => member switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.Text,
                DelegateDeclarationSyntax type => type.Identifier.Text,
                _ => null,
            })
            .OfType<string>();

    /// <summary>Methods that are too long.</summary>
    public static IEnumerable<Breach> LongMethods(SyntaxNode root) =>
        from body in root.DescendantNodes().OfType<BlockSyntax>()
        where body.Parent is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        let first = LineOf(body.GetFirstToken().GetPreviousToken())
        let lines = LineOf(body.GetLastToken()) - first + 1
        where lines > MostLinesOfMethod
        select new Breach(first, $"{lines} lines");

    /// <summary>Parameter lists that are too long, also those of types (positional records).</summary>
    public static IEnumerable<Breach> LongParameterLists(SyntaxNode root) =>
        from list in root.DescendantNodes().OfType<ParameterListSyntax>()
        where list.Parameters.Count > MostParameters
        select Of(list, $"{list.Parameters.Count} parameters");

    /// <summary>x! without a proof.</summary>
    public static IEnumerable<Breach> NullForgiving(SyntaxNode root) =>
        root.DescendantNodes().Where(static node => node.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            .Select(static node => Of(node, node.ToString()));

    /// <summary>Code that was left for later.</summary>
    public static IEnumerable<Breach> Unfinished(SyntaxNode root) =>
        root.DescendantNodes().Where(static node => node is IdentifierNameSyntax { Identifier.Text: "NotImplementedException" }
            or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "NotSupportedException" },
                ArgumentList.Arguments.Count: 0 })
            .Select(static node => Of(node, node.ToString()));

    /// <summary>Tests and code that are switched off.</summary>
    public static IEnumerable<Breach> Skipped(SyntaxNode root) =>
        root.DescendantNodes(descendIntoTrivia: true)
            .Where(static node => node is AttributeArgumentSyntax { NameEquals.Name.Identifier.Text: "Skip" }
                or IfDirectiveTriviaSyntax { Condition.RawKind: (int)SyntaxKind.FalseLiteralExpression })
            .Select(static node => Of(node, node.ToString()));

    private static Breach Of(SyntaxNode node, string what) => new(LineOf(node.GetFirstToken()), what.ReplaceLineEndings(" "));

    private static int LineOf(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
