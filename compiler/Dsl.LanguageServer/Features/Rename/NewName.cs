// Whether a word can be the name of a thing: its form, the words of the language, other names that it would be taken for.
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Symbols;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.LanguageServer.Features.Rename;

internal static class NewName
{
    /// <summary>The subject of a policy that names none, where there are several.</summary>
    private const string DefaultSubject = "企业";

    /// <summary>Why a thing cannot be renamed at all; null where it can.</summary>
    public static string? Obstacle(Symbol symbol, bool isDeclared) => symbol switch
    {
        FileSymbol => "这里写的是数据定义文件的路径；改文件名以后，请改这一行。",
        DetailSymbol { IsBuiltIn: true } or FieldSymbol { Syntax: null } => $"「{symbol.Name}」是系统自带的名称，不能改。",
        PolicySymbol policy when !policy.Syntax.LinesOf("文号").Any() => "没有写文号的政策以标题为名，请直接改标题。",
        _ => isDeclared ? null : $"没有找到「{symbol.Name}」的定义，不能改名。",
    };

    /// <summary>Why a word cannot be the new name; null where it can.</summary>
    public static string? Problem(Snapshot snapshot, Symbol symbol, string word)
    {
        if (word.Trim() != word || word.Length == 0)
            return "名称不能是空的，前后也不能有空格。";
        if (symbol is SubjectSymbol { Name: DefaultSubject } && snapshot.Model.Subjects.Length > 1
            && snapshot.Model.Policies.Any(static policy => !policy.Syntax.LinesOf("对象").Any()))
            return $"没有写 对象 的政策以「{DefaultSubject}」为申报主体：请先在这些政策里写一行 对象 {DefaultSubject}，再改名。";
        return FormProblem(symbol, word)
            ?? (Taken(snapshot, symbol, WidthFolding.HalfWidth(word)) is { } other ? $"「{word}」已经是{other}的名称，请换一个。" : null);
    }

    private static string? FormProblem(Symbol symbol, string word) => symbol switch
    {
        NumberedSymbol => Header<NumberedBlock>($"条款 {word} 标题") is { } block && block.Number.Text == word && block.Title.Text == "标题"
            ? null
            : $"「{word}」不能作编号：编号里不能有空格。",
        PolicySymbol =>
            Header<NumberedBlock>($"条款 1 标题\n  落实 {word} 条款 1")?.Lines is [WordsLine { Words.Items: [var number, _, _] }]
            && number.Text == word
                ? null : $"「{word}」不能作文号：文号里不能有空格、逗号和顿号。",
        MemberSymbol =>
            Header<ListBlock>($"名录 甲 = [{word}]")?.Members is SetExpression { Etc: null, Items.Items: [NameExpression member] }
            && member.Name.Text == word
                ? null : $"「{word}」不能作取值：取值是一个词，不能有空格和标点。",
        _ => NameProblem(word),
    };

    private static string? NameProblem(string word)
    {
        if (IntrinsicNames.Find(word) is not null)
            return $"「{word}」有固定的含义，不能作名称。";
        if ((SyntaxFacts.FindLineKeyword(word) is { } keyword && !SyntaxFacts.MayBeName(keyword))
            || SyntaxFacts.ExpressionWords.ContainsKey(word))
            return $"「{word}」是关键词，不能作名称。";
        return Header<NumberedBlock>($"条款 1 标题\n  令 {word} = 1元")?.Lines is [LetLine { Name: var name }] && name.Text == word
            ? null : $"「{word}」不能作名称：名称由汉字、字母和数字组成，不能有空格和标点，不能全是数字。";
    }

    /// <summary>The first block of a text without mistakes of form; null where it has some.</summary>
    private static T? Header<T>(string text) where T : BlockSyntax =>
        SyntaxTree.Parse(new SourceText("", text)) is { Diagnostics.IsEmpty: true, Root.Blocks: [T block] } ? block : null;

    /// <summary>What has the name already where the thing's own name counts; null where nothing has.</summary>
    private static string? Taken(Snapshot snapshot, Symbol symbol, string word)
    {
        var model = snapshot.Model;
        return symbol switch
        {
            FieldSymbol field => field.Table.FindField(word) is not null ? $"「{field.Table.Name}」的另一个字段" : null,
            MemberSymbol member => member.Type.Members.Contains(word) ? "同一名录中另一个取值" : null,
            TableSymbol =>
                model.Subjects.SelectMany(static subject => subject.Details.Cast<TableSymbol>().Prepend(subject))
                    .Any(table => table.Name == word)
                    ? "另一张表"
                    : null,
            ListSymbol => model.Lists.Any(list => list.Name == word) ? "另一个名录" : null,
            ParameterSymbol => model.Parameters.Any(parameter => parameter.Name == word) ? "另一个参数" : null,
            PolicySymbol => model.Policies.Any(policy => policy.Number == word) ? "另一份政策" : null,
            NumberedSymbol numbered => snapshot.TreeOf(numbered.Source.Path)?.Root.Blocks.OfType<NumberedBlock>()
                .Any(block =>
                    block.Number.Span != numbered.Span && block.Keyword?.Value == numbered.Syntax.Keyword?.Value
                    && block.Number.Value == word)
                    == true
                ? $"另一个{numbered.Syntax.Keyword?.Value}" : null,
            _ => null,
        };
    }
}
