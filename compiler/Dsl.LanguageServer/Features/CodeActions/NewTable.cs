// A 数据, 明细 or 名录 value for what nothing declares: a first file can be written without knowing how a schema looks.
using Dsl.LanguageServer.Features.Names;
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.CodeActions;

internal static class NewTable
{
    /// <summary>The actions for a finding; none for one that is about something else.</summary>
    public static IEnumerable<ProposedAction> For(Snapshot snapshot, Diagnostic finding)
    {
        if (snapshot.TreeOf(finding.Source.Path) is not { } tree)
            return [];
        var word = finding.Source[finding.Span];
        return finding.Code == DeclarationDiagnostics.NoSubject.Code ? Subject(snapshot, finding, tree, "企业")
            : finding.Rule == DeclarationDiagnostics.UnknownSubject ? Subject(snapshot, finding, tree, word)
            : finding.Code == NameDiagnostics.UnknownTable.Code && IsRows(tree, finding) ? Detail(snapshot, finding, tree, word)
            : finding.Rule == DeclarationDiagnostics.UnknownBenefitItem ? BenefitItem(snapshot, finding, tree, word)
            : [];
    }

    private static IEnumerable<ProposedAction> Subject(Snapshot snapshot, Diagnostic finding, SyntaxTree tree, string name)
    {
        // Data definitions that lie in the folder may only lack their 使用 line.
        if (tree.Root.Blocks.OfType<PolicyBlock>().FirstOrDefault() is { } header)
        {
            var end =
                tree.Source.LineSpan(tree.Source.PositionOf(header.Lines.LastOrDefault()?.Span.End ?? header.Title.Span.End).Line).End;
            foreach (var schema in snapshot.Compilation.Trees.Where(other => other != tree
                && other.Root.Blocks.OfType<DataBlock>()
                    .Any(data => finding.Code == DeclarationDiagnostics.NoSubject.Code || data.Name.Value == name)))
            {
                var path = PathText.Relative(tree.Source.Path, schema.Source.Path);
                yield return ProposedAction.Of($"使用 {path}", finding, tree.Source, new TextEdit(new(end, 0), $"\n  使用 {path}"));
            }
        }
        if (!snapshot.Model.Subjects.Any(subject => subject.Name == name))
            yield return ProposedAction.Of($"新建数据「{name}」", finding, tree.Source,
                AtEnd(tree, $"数据 {name}\n  主键 {(name == "企业" ? "统一社会信用代码" : name + "编号")} : 文本\n  名称 : 文本\n"));
    }

    private static IEnumerable<ProposedAction> Detail(Snapshot snapshot, Diagnostic finding, SyntaxTree tree, string name)
    {
        foreach (var subject in snapshot.Model.Subjects)
        {
            var owner = snapshot.TreeOf(subject.Source.Path) ?? tree;
            yield return ProposedAction.Of($"新建明细「{name}」，属于 {subject.Name}", finding, owner.Source,
                AtEnd(owner, $"明细 {name} 属于 {subject.Name}\n  主键 {name}编号 : 文本\n"));
        }
    }

    /// <summary>Whether the name stands where rows are asked for: 每个, or the first argument of an aggregate.</summary>
    private static bool IsRows(SyntaxTree tree, Diagnostic finding) =>
        TreePath.To(tree, finding.Span.Start + 1) is { } place
        && place.Nodes.Any(static node => node is CallExpression or LineSyntax { Keyword.Value: "每个" });

    private static IEnumerable<ProposedAction> BenefitItem(Snapshot snapshot, Diagnostic finding, SyntaxTree tree, string name)
    {
        const string List = "事项";
        foreach (var other in snapshot.Compilation.Trees)
        {
            if (other.Root.Blocks.OfType<ListBlock>().FirstOrDefault(static block => block.Name.Value == List)
                is { Members: SetExpression { Items.Items: [.., var last] } })
            {
                yield return ProposedAction.Of($"在名录 {List} 中加入「{name}」", finding, other.Source,
                    new TextEdit(new(last.Span.End, 0), $", {name}"));
                yield break;
            }
        }
        yield return ProposedAction.Of($"新建名录 {List}，写上「{name}」", finding, tree.Source, AtEnd(tree, $"名录 {List} = [{name}]\n"));
    }

    /// <summary>A block after the last one, a blank line between them.</summary>
    private static TextEdit AtEnd(SyntaxTree tree, string block)
    {
        var end = tree.Source.Content.TrimEnd().Length;
        return new(tree.Source.SpanBetween(end, tree.Source.Content.Length), $"\n\n{block}");
    }
}
