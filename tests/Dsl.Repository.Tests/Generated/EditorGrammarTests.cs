// The TextMate grammar and the language configuration of the editor extension, made from the word tables of the compiler.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.Values.Quantities;
using Dsl.Syntax.Tree;
using Dsl.Testing;
using Dsl.Values.Functions;
using Dsl.Values.Types;
using Xunit;

namespace Dsl.Repository.Tests.Generated;

public sealed class EditorGrammarTests
{
    // A name: Chinese characters, Latin letters, digits and _ after the first.
    private const string NameCharacter = @"[\p{Han}A-Za-z0-9_]";

    private static readonly (string Open, string Close)[] Pairs = [("(", ")"), ("（", "）"), ("[", "]"), ("「", "」"), ("\"", "\"")];

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void 编辑器的文法与关键字表一致() =>
        GeneratedFile.Check("vscode-extension/syntaxes/policy.tmLanguage.json", Grammar().ToJsonString(Indented) + "\n");

    [Fact]
    public void 编辑器的语言配置与关键字表一致() =>
        GeneratedFile.Check("vscode-extension/language-configuration.json", Configuration().ToJsonString(Indented) + "\n");

    private static JsonObject Grammar()
    {
        var blocks = Words(SyntaxFacts.LineKeywords.Where(static keyword => keyword.Opens != BlockKinds.None));
        var lines = Words(SyntaxFacts.LineKeywords.Where(static keyword => keyword.Opens == BlockKinds.None));
        var functions = Alternatives(BuiltinFunctions.All.SelectMany(static function => function.Aliases.Prepend(function.Name))
            .Concat(AggregateFunctions.All.Select(static aggregate => aggregate.Name)).Concat(SyntaxFacts.HistoryFunctions));
        var units = Alternatives(Units.Words.Concat(["%", "％", "‰"]));
        var scales = Alternatives(Scales.All.Select(static scale => scale.Word));
        var suffixes = Alternatives(SyntaxFacts.LiteralSuffixes.Select(static suffix => suffix.Word));
        return new JsonObject
        {
            ["name"] = "policy",
            ["scopeName"] = "source.policy",
            ["fileTypes"] = new JsonArray("policy"),
            ["patterns"] = new JsonArray(
                Include("comment"), Include("block"), Include("line"), Include("quote"), Include("expression")),
            ["repository"] = new JsonObject
            {
                ["comment"] = Match(@"(?<=^|[\s\u3000])//.*$", "comment.line.double-slash.policy"),
                ["quote"] = new JsonObject
                {
                    ["name"] = "string.quoted.other.policy", ["begin"] = "「", ["end"] = "」",
                    ["patterns"] = new JsonArray(Match("……", "constant.character.escape.policy"))
                },
                // 条款 3.1 title: the number and the title are text, not expressions.
                ["block"] = new JsonObject
                {
                    ["match"] = $@"^\s*({blocks})(?!{NameCharacter})(?:\s+([^\s/]\S*))?(.*?)(?=\s//|$)",
                    ["captures"] = new JsonObject
                    {
                        ["1"] = Named("keyword.control.block.policy"), ["2"] = Named("entity.name.section.policy"),
                            ["3"] = new JsonObject { ["patterns"] = new JsonArray(Include("expression")) },
                    },
                },
                ["line"] = Match($@"^\s*({lines})(?!{NameCharacter})", "keyword.other.line.policy"),
                ["expression"] = new JsonObject
                {
                    ["patterns"] = new JsonArray(
                        Match("\"[^\"\\n]*\"", "string.quoted.double.policy"),
                        Match(@"[0-9０-９]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}年度",
                            "constant.numeric.date.policy"),
                        Match($@"[0-9０-９]+(?:[.．][0-9０-９]+)?(?:[:：][0-9０-９]+(?:[.．][0-9０-９]+)?)*(?:{scales})?(?:{units})?(?:/(?:{scales})?(?:{units}))?(?:{suffixes})?", "constant.numeric.policy"),
                        Match($@"(?<!{NameCharacter})(?:{functions})(?=\s*[（(])", "support.function.policy"),
                        Match($@"(?<!{NameCharacter})(?:是|否)(?!{NameCharacter})", "constant.language.policy"),
                        Match($@"(?<!{NameCharacter})(?:{Alternatives(SyntaxFacts.ExpressionWords.Keys.Where(static word => word is not ("是" or "否")))})(?!{NameCharacter})", "keyword.operator.word.policy"),
                        Match($@"(?<!{NameCharacter})(?:核定|一事一议|最高|{Alternatives(SyntaxFacts.FrequencyModes)}|最多|累计|计|数量|期次|余款|连续|{Alternatives(SyntaxFacts.FirstYears)}|{Alternatives(PlaceWords.All)}|外部|缺省|认定|不封顶|不限|从高不重复|只给一项|晋级补差|择一|不重复享受|{SyntaxFacts.ByYear}|{SyntaxFacts.ForTheFirstTime}|{SyntaxFacts.PerIncrease}|{ReferenceWords.Amount}|{ReferenceWords.Like}|{SyntaxFacts.ClauseKind})(?!{NameCharacter})", "keyword.other.policy"),
                        Match(@"[-+*/<>=!＋－×÷＝≥≤≠|]+", "keyword.operator.policy")),
                },
            },
        };
    }

    private static IEnumerable<LineKeyword> Openers =>
        SyntaxFacts.LineKeywords.Where(static keyword => keyword.Opens != BlockKinds.None);

    private static JsonObject Configuration() => new()
    {
        ["comments"] = new JsonObject { ["lineComment"] = "//" },
        ["brackets"] = new JsonArray(new JsonArray("(", ")"), new JsonArray("（", "）"), new JsonArray("[", "]"),
            new JsonArray("「", "」")),
        ["autoClosingPairs"] =
            new JsonArray([.. Pairs.Select(static pair => new JsonObject { ["open"] = pair.Open, ["close"] = pair.Close })]),
        ["surroundingPairs"] = new JsonArray([.. Pairs.Select(static pair => new JsonArray(pair.Open, pair.Close))]),
        // Chinese input starts suggestions and filters them only where its characters are parts of words.
        ["wordPattern"] = "[\\u3400-\\u4dbf\\u4e00-\\u9fffA-Za-z0-9_.%％‰]+",
        ["indentationRules"] = new JsonObject
        {
            ["increaseIndentPattern"] =
                $"^\\s*(?:{Words(Openers.Where(static keyword => keyword.Word is not ("名录" or "恒有")))})(?:\\s.*)?$",
            ["decreaseIndentPattern"] = $"^\\s*(?:{Words(Openers)})\\s.*$",
        },
        ["folding"] = new JsonObject { ["offSide"] = true },
    };

    private static JsonObject Include(string name) => new() { ["include"] = "#" + name };

    private static JsonObject Named(string scope) => new() { ["name"] = scope };

    private static JsonObject Match(string pattern, string scope) => new() { ["match"] = pattern, ["name"] = scope };

    private static string Words(IEnumerable<LineKeyword> keywords) =>
        Alternatives(keywords.SelectMany(static keyword => keyword.Aliases.Prepend(keyword.Word)));

    /// <summary>The words as one pattern, longest first.</summary>
    private static string Alternatives(IEnumerable<string> words) =>
        string.Join('|',
            words.Distinct(StringComparer.Ordinal).OrderByDescending(static word => word.Length)
                .ThenBy(static word => word, StringComparer.Ordinal).Select(static word => word));
}
