// Figures as users write them, as literals of the language.
namespace Dsl.Agreement.Tests.Generating;

/// <summary>Makes literals.</summary>
internal static class Literals
{
    private static readonly string[] Money =
    [
        "0元", "0.01元", "100元", "1234.56元", "3万元", "10万元", "12.5万元", "50万元", "100万元", "500万元", "1000万元", "0.3亿元",
        "1亿元",
    ];

    private static readonly string[] Dates =
        ["2018-02-28", "2019-12-31", "2020-02-29", "2021-01-01", "2021-06-21", "2022年8月31日", "2023-03-31", "2024-02-29", "2025-06-30"];

    /// <summary>A figure of a kind that is an amount, a date, a year or a length of time.</summary>
    public static string Of(Kind kind, Draw draw) =>
        InUnits(kind, draw.IsWild && draw.Chance(60) ? Wild(kind, draw) : Plain(kind, draw), draw);

    /// <summary>A text with the units of this draw in place of the usual ones.</summary>
    public static string InUnits(Kind kind, string text, Draw draw) => kind switch
    {
        Kind.Persons => text.Replace("人", draw.Counted, StringComparison.Ordinal),
        Kind.Area or Kind.Rent => text.Replace("平方米", draw.Measured, StringComparison.Ordinal),
        _ => text,
    };

    private static string Plain(Kind kind, Draw draw) => kind switch
    {
        Kind.Money => draw.Pick(Money),
        Kind.Ratio => draw.Pick("0.2%", "3‰", "3%", "10%", "20%", "33.3%", "50%", "100%", "150%", "100.1%"),
        Kind.Number => draw.Pick("0.5", "1", "1.5", "2", "3", "10"),
        Kind.Persons => draw.Pick("0人", "1人", "10人", "50人", "100人", "0.1万人"),
        Kind.Pieces => draw.Pick("1件", "3件", "17件", "100件"),
        Kind.Area => draw.Pick("50平方米", "1000平方米", "2.5万平方米", "10万平方米"),
        Kind.PiecePrice => draw.Pick("500元/件", "2万元/件", "0.15万元/件"),
        Kind.Rent => draw.Pick("40元/平方米/月", "480元/平方米/年", "0.5万元/月/平方米", "12.5元/平方米·月"),
        Kind.Dollars => draw.Pick("0美元", "100美元", "3.5万美元", "0.2亿美元"),
        Kind.Exchange => draw.Pick("7元/美元", "7.1234元/美元", "70元/万美元"),
        Kind.Date => draw.Pick(Dates),
        Kind.Year => $"{draw.Between(2018, 2025)}年度",
        Kind.Years => draw.Pick("1年", "2年", "3年", "5年"),
        Kind.Months => draw.Pick("1个月", "6个月", "13个月", "30个月"),
        Kind.Days => draw.Pick("1天", "30天", "365天"),
        Kind.Age => draw.Pick("18岁", "35周岁", "55岁", "60岁"),
        Kind.Truth => draw.Pick("是", "否"),
        _ => "",
    };

    /// <summary>A figure at the ends of what numbers in columns, and in the language, can be.</summary>
    private static string Wild(Kind kind, Draw draw)
    {
        var digits = draw.Pick("0", "0.01", "0.005", "0.0000001", "1", "7", "2520", "1234567.891", "90071992547409.93", "9007199254740993",
            "92233720368547758.07",
            "46116860184273879.04", "9223372036854775807", "12345678901234567890", "1000000000000000000000000000000",
            $"{new string('9', 45)}", $"0.{new string('0', 30)}3");
        var whole = digits.Split('.')[0];
        var figure = kind switch
        {
            Kind.Money => digits + draw.Pick("元", "元", "万元", "亿元"),
            Kind.Ratio => digits + draw.Pick("%", "‰"),
            Kind.Number => digits,
            Kind.Persons => whole + draw.Pick("人", "万人"),
            Kind.Pieces => whole + "件",
            Kind.Area => digits + "平方米",
            Kind.PiecePrice => digits + draw.Pick("元/件", "万元/件"),
            Kind.Rent => digits + draw.Pick("元/平方米/月", "万元/平方米/年"),
            Kind.Dollars => digits + draw.Pick("美元", "万美元"),
            Kind.Exchange => digits + "元/美元",
            Kind.Age => whole + "岁",
            Kind.Date => draw.Pick("0001-01-01", "9999-12-31", "1900-02-28", "2000-02-29"),
            Kind.Year => draw.Pick("1000年度", "9999年度", "2021年度"),
            Kind.Years => whole + "年",
            Kind.Months => whole + "个月",
            Kind.Days => whole + "天",
            Kind.Truth => Plain(kind, draw),
            _ => "",
        };
        return kind is Kind.Date or Kind.Year or Kind.Truth || draw.Chance(75) ? figure : $"(-{figure})";
    }

    /// <summary>Two figures of a kind, the smaller first and not equal.</summary>
    public static (string Low, string High) Pair(Kind kind, Draw draw)
    {
        var (low, high) = draw.IsWild && draw.Chance(40) ? WildPair(kind, draw) : PlainPair(kind, draw);
        return (InUnits(kind, low, draw), InUnits(kind, high, draw));
    }

    /// <summary>Figures next to each other, and figures with all that can be between them.</summary>
    private static (string Low, string High) WildPair(Kind kind, Draw draw) => kind switch
    {
        Kind.Money => draw.Pick(("-5元", "0元"), ("0元", "0.000001元"), ("0.01元", "92233720368547758.07元"),
            ("90071992547409.92元", "90071992547409.93元"), ("0.004元", "0.005元"), ("1亿元", $"{new string('9', 40)}元")),
        Kind.Ratio => draw.Pick(("-1%", "0%"), ("33.33333333%", "33.33333334%"), ("0%", $"{new string('9', 30)}%")),
        Kind.Persons => draw.Pick(("0人", "1人"), ("1人", "12345678901234567890人")),
        Kind.Pieces => ("2件", "9223372036854775807件"),
        Kind.Area => ("0.0001平方米", "1000000000000000000000平方米"),
        Kind.Date => draw.Pick(("0001-01-01", "9999-12-31"), ("2020-02-28", "2020-02-29")),
        Kind.Year => draw.Pick(("1000年度", "9999年度"), ("2021年度", "2022年度")),
        Kind.Years => ("0年", "99999999999年"),
        Kind.Months => ("12个月", "13个月"),
        Kind.Days => ("0天", "99999999999999999999天"),
        Kind.PiecePrice => ("0.01元/件", "10000000000000000亿元/件"),
        Kind.Rent => ("0.01元/平方米/月", "10000000000000000亿元/平方米/月"),
        Kind.Dollars => ("0.01美元", "92233720368547758.07美元"),
        Kind.Exchange => ("0.0001元/美元", "99999999999元/美元"),
        Kind.Age => ("0岁", "99999999999岁"),
        _ => ("0.0001", "12345678901234567890"),
    };

    private static (string Low, string High) PlainPair(Kind kind, Draw draw) => kind switch
    {
        Kind.Money => draw.Pick(("10万元", "50万元"), ("0.01元", "100万元"), ("500万元", "0.3亿元")),
        Kind.Ratio => draw.Pick(("3%", "10%"), ("30%", "60%")),
        Kind.Persons => draw.Pick(("10人", "50人"), ("1人", "0.1万人")),
        Kind.Pieces => ("3件", "17件"),
        Kind.Area => ("50平方米", "2.5万平方米"),
        Kind.Date => ("2019-12-31", "2022年8月31日"),
        Kind.Year => ("2019年度", "2022年度"),
        Kind.Years => ("2年", "5年"),
        Kind.Months => ("6个月", "30个月"),
        Kind.Days => ("30天", "365天"),
        Kind.PiecePrice => ("500元/件", "2万元/件"),
        Kind.Rent => ("40元/平方米/月", "600元/平方米/年"),
        Kind.Dollars => ("100美元", "3.5万美元"),
        Kind.Exchange => ("7元/美元", "7.1234元/美元"),
        Kind.Age => ("18岁", "55周岁"),
        _ => ("1", "3"),
    };
}
