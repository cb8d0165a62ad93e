// Names of five to ten Chinese characters, each once.
namespace Dsl.Agreement.Tests.Generating;

/// <summary>Makes names.</summary>
/// <param name="draw">The draws.</param>
/// <param name="used">Names that are not made again; those that are made are added.</param>
internal sealed class Names(Draw draw, HashSet<string> used)
{
    private static readonly string[] Words =
    [
        "研发", "创新", "平台", "投入", "设备", "成果", "转化", "孵化", "载体", "融资", "贷款", "知识", "产权", "引进", "培育", "智能",
        "绿色", "数字",
        "工业", "软件", "物流", "检测", "认证", "出口", "品牌", "标准", "专利", "并购", "上市", "技改", "园区", "文旅", "金融", "生态",
        "国际", "联合",
    ];

    /// <summary>A name of two to four words with an ending that shows its kind.</summary>
    public string Next(string ending)
    {
        while (true)
        {
            var name = string.Concat(Enumerable.Range(0, draw.Between(2, 4)).Select(_ => draw.Pick(Words))) + ending;
            if (name.Length is >= 5 and <= 10 && used.Add(name))
                return name;
        }
    }
}
