// What C# code of this repository keeps to, as rules over syntax trees: each names the lines that break it.
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dsl.Repository.Tests.Code;

/// <summary>A line that breaks a rule, and what of it.</summary>
public readonly record struct Breach(int Line, string What);

/// <summary>The rules.</summary>
public static partial class CodeRules
{
    /// <summary>Lines of a method with a block body, from the end of its head.</summary>
    public const int MostLinesOfMethod = 60;

    /// <summary>Parameters of a method, constructor or record: more are the members of a record with names.</summary>
    public const int MostParameters = 7;

    /// <summary>Chinese characters in a row that still are a word, and not a sentence.</summary>
    private const int LongestWord = 6;

    // What makes a diagnostic: rule.At(…), rule.With(…), rule.Say(…), sink.Report(rule, …).
    private static readonly string[] Makers = ["At", "With", "Say", "Report"];

    /// <summary>Parses a file.</summary>
    public static SyntaxNode Parse(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse)).GetRoot();

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

    /// <summary>
    /// Sentences as facts of a diagnostic, outside of the classes that declare rules and their words (*Diagnostics, *Rules, *Remedies).
    /// A sentence is text with a Chinese mark in it, or with more than <see cref="LongestWord"/> Chinese characters in a row.
    /// It is looked for in the arguments themselves, and in what the locals that they name are set to.
    /// </summary>
    public static IEnumerable<Breach> ProseInDiagnostics(SyntaxNode root) =>
        from call in root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: var name } && Makers.Contains(name)
            && !DeclaresWords(call)
        from argument in call.ArgumentList.Arguments
        from text in Texts(argument.Expression).Concat(LocalsOf(argument.Expression).SelectMany(Texts))
        where IsSentence(text.ToString())
        select Of(text, text.ToString());

    private static bool DeclaresWords(SyntaxNode node) =>
        node.Ancestors().OfType<TypeDeclarationSyntax>().Any(static type => WordsClass().IsMatch(type.Identifier.Text));

    /// <summary>
    /// Texts in an expression, but for those in calls: what is looked up by them is a fact. Fixes have texts of their own.
    /// </summary>
    private static IEnumerable<SyntaxNode> Texts(SyntaxNode expression) =>
        expression.DescendantNodesAndSelf(static node =>
            node is not (ArgumentListSyntax or SwitchExpressionArmSyntax { Expression: InvocationExpressionSyntax }))
            .Where(static node => node.IsKind(SyntaxKind.StringLiteralExpression) || node is InterpolatedStringExpressionSyntax);

    private static IEnumerable<ExpressionSyntax> LocalsOf(ExpressionSyntax argument) =>
        from name in argument.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        from method in argument.Ancestors().OfType<BaseMethodDeclarationSyntax>().Take(1)
        from local in method.DescendantNodes().OfType<VariableDeclaratorSyntax>()
        where local.Identifier.Text == name.Identifier.Text
        from value in new[] { local.Initializer?.Value }.OfType<ExpressionSyntax>()
        select value;

    private static bool IsSentence(string text) => Sentence().IsMatch(text);

    private static Breach Of(SyntaxNode node, string what) => new(LineOf(node.GetFirstToken()), what.ReplaceLineEndings(" "));

    private static int LineOf(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    [GeneratedRegex("(Diagnostics|Rules|Remedies)$")]
    private static partial Regex WordsClass();

    [GeneratedRegex("[，。；：？！]|[\u4e00-\u9fff]{7,}")]
    private static partial Regex Sentence();
}
