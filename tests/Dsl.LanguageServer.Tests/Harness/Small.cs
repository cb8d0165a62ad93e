// A small policy with its schema, for tests of single features.
namespace Dsl.LanguageServer.Tests.Harness;

/// <summary>Texts.</summary>
internal static class Small
{
    public const string Schema = """
        名录 行业 = [文化旅游, 专业服务, 其他]
        名录 事项 = [主题活动, 研发投入]

        数据 企业
          主键 统一社会信用代码 : 文本
          名称       : 文本
          行业       : 行业
          研发人员数 : 人  // 全职
          职工总数   : 人
          实际费用   : 金额
          登记日期   : 日期
          已认定     : 是否 认定

        明细 主题活动 属于 企业
          主键 活动编号 : 文本
          活动费用 : 金额
          协同举办 : 是否
        """;

    public const string Policy = """
        政策 支持办法
          文号     试政发〔2021〕1号
          发文机关 试验区人民政府
          施行日期 2021-06-21
          级次     区级
          原文     sources/原文.txt
          使用     schema.policy

        条款 1 费用补贴
          条   一1
          依据 「按实际费用30%给予补贴，最高100万元」
          牵头 区科技局
          事项 研发投入
          频次 每年
          条件 已认定
          奖补 = min(实际费用 * 30%, 100万元)

        算例 条款 1 三成
          已知 已认定 = 是; 实际费用 = 200万元
          应得 60万元
        """;

    public const string Official = "试政发〔2021〕1号\n1.支持研发。对经认定的企业，按实际费用30%给予补贴，最高100万元。"
        + "（牵头单位：区科技局）\n2.支持活动。每场活动给予最高5万元补贴。\n";

    /// <summary>A folder with the three files, and a policy.json so that it is a folder of its own.</summary>
    public static Folder Folder(string? policy = null)
    {
        var folder = new Folder();
        folder.Write("policy.json", "{\"测算日\": \"2023-06-30\"}");
        folder.Write("schema.policy", Schema);
        folder.Write("sources/原文.txt", Official);
        folder.Write("办法.policy", policy ?? Policy);
        return folder;
    }
}
