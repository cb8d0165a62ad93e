// A small folder of policies for tests, whose rate can be changed.
namespace Dsl.Host.Tests;

internal sealed class PolicyFolderFiles : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policy-set-").FullName;

    /// <summary>A subject with costs of so many yuan.</summary>
    public static string Facts(string cost) => $$"""{"企业": {"统一社会信用代码": "A1", "研发投入": {{cost}} } }""";

    /// <summary>Writes a policy that pays a part of the cost.</summary>
    public void Write(int percent, string name = "办法.policy") => WriteText(
        $"""
        数据 企业
          主键 统一社会信用代码 : 文本
          研发投入              : 金额

        政策 测试办法
          文号     测府〔2024〕1号
          发文机关 测试区人民政府
          成文日期 2023-12-20
          施行日期 2024-01-01
          级次     区级

        条款 1 研发补助
          依据 「按研发投入的{percent}%给予补助」
          频次 每年
          奖补 = 研发投入 * {percent}%
        """, name);

    public void WriteText(string text, string name = "办法.policy") => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
