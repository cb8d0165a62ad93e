// No code identifies a builtin function by name: all properties are in its definition.
using System.Text.RegularExpressions;
using Dsl.Values.Functions;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public class FunctionNameTests
{
    // The same word for something else.
    private static readonly Dictionary<string, string> OtherMeanings = new()
    {
        ["SyntaxFacts.cs 四舍五入"] = "a mode of 取整",
        ["Wording.cs 四舍五入"] = "a mode of 取整",
        ["Wording.cs 向上取整"] = "a mode of 取整",
        ["Wording.cs 向下取整"] = "a mode of 取整",
        ["CliffCheck.cs 年数"] = "a word in the name of a fact",
        ["CliffCheck.cs 年龄"] = "a word in the name of a fact",
        ["UnitPhrases.cs 年初"] = "a word after the figure of a year",
        ["UnitPhrases.cs 年末"] = "a word after the figure of a year",
        ["LimitedClause.cs 年数"] = "a key of the manifest",
        ["XlsxSurvey.cs min"] = "an attribute of Office Open XML",
        ["XlsxSurvey.cs max"] = "an attribute of Office Open XML",
        ["DuckDbDialect.cs 四舍五入"] = "a mode of 取整",
        ["AggregateWriter.cs min"] = "a function of SQL",
        ["AggregateWriter.cs max"] = "a function of SQL",
    };

    private static IEnumerable<string> Found
    {
        get
        {
            var name = new Regex($"\"({string.Join('|', BuiltinFunctions.Names.Select(Regex.Escape))})\"", RegexOptions.CultureInvariant);
            return RepositoryFiles.Sources
                .Where(static file => file.IsProduct && !file.Path.Contains("/Functions/", StringComparison.Ordinal))
                .SelectMany(file => name.Matches(file.Text).Select(match => $"{Path.GetFileName(file.Path)} {match.Groups[1].Value}"))
                .Distinct();
        }
    }

    [Fact]
    public void 定义以外没有函数的名称() => Assert.Empty(Found.Except(OtherMeanings.Keys));

    [Fact]
    public void 例外名单没有多余的() => Assert.Empty(OtherMeanings.Keys.Except(Found));
}
