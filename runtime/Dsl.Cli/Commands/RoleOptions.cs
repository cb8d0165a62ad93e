// Roles and the subject of a 企业, as accounts and keys are given them.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Host.Accounts;

namespace Dsl.Cli.Commands;

/// <summary>--role and --subject.</summary>
internal sealed class RoleOptions
{
    private readonly Option<string[]> _roles = new("--role")
    {
        Description = "角色：企业、经办、审核、系统管理、安全管理、审计；几个用顿号隔开（必填）",
        HelpName = "角色", Required = true, AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string?> _subject = CommonOptions.Text("--subject", "主键", "角色是企业时，它是哪个主体（统一社会信用代码）");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_roles);
        command.Add(_subject);
    }

    /// <summary>What was said; null where a word is no role, which is said to the user.</summary>
    public (Roles Roles, string Subject)? Read(ParseResult result, CliContext context)
    {
        var words = CommonOptions.DocumentsOf(result.GetValue(_roles));
        if (words.FirstOrDefault(static word => !RoleWords.All.Contains(word)) is { } unknown)
        {
            context.Refuse($"没有“{unknown}”这个角色。", $"可以写 {string.Join('、', RoleWords.All)}。");
            return null;
        }
        return (RoleWords.Parse(words), result.GetValue(_subject)?.Trim() ?? "");
    }

    /// <summary>How they are shown.</summary>
    public static string Shown(string roles, string subject) =>
        roles.Replace(' ', '、') + (subject.Length == 0 ? "" : $"（{subject}）");
}
