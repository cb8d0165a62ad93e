// The kinds of tokens.
namespace Dsl.Syntax.Tree;

/// <summary>The kind of a token. Names of operators say the meaning, not the glyph: full-width and half-width forms are one kind.</summary>
public enum SyntaxKind
{
    /// <summary>Characters that no token may start with.</summary>
    Bad,

    /// <summary>The end of the file; carries the trivia after the last token.</summary>
    EndOfFile,

    /// <summary>The first word of a line that is a keyword of <see cref="SyntaxFacts"/>: 政策, 条件, 奖补 …</summary>
    LineKeyword,

    /// <summary>A name, or a word that only the parser of one line knows (每年, 最多, 核定 …).</summary>
    Name,

    /// <summary>Free text to the end of the line (titles, metadata), without surrounding space and trailing comment.</summary>
    FreeText,

    /// <summary>A word of a words line: separated by space or by one of 、，,；; (departments, clause numbers, paths).</summary>
    Word,

    /// <summary>A quotation 「…」 with its brackets; may span lines. Its value is the text between the brackets.</summary>
    Quote,

    /// <summary>"…" or “…”, a text literal. Its value is the text between the quotation marks.</summary>
    TextLiteral,

    /// <summary>A figure with scale and unit: 100万元, 30%, 2万元/件, 3.</summary>
    NumberLiteral,

    /// <summary>6:4, 1:1, 5:3:2: digits touching colons.</summary>
    RatioLiteral,

    /// <summary>2021-06-21 or 2021年6月21日.</summary>
    DateLiteral,

    /// <summary>2021年度.</summary>
    YearLiteral,

    /// <summary>是.</summary>
    YesKeyword,

    /// <summary>否.</summary>
    NoKeyword,

    /// <summary>且.</summary>
    AndKeyword,

    /// <summary>或.</summary>
    OrKeyword,

    /// <summary>非.</summary>
    NotKeyword,

    /// <summary>属于.</summary>
    InKeyword,

    /// <summary>不属于.</summary>
    NotInKeyword,

    /// <summary>满: date plus duration is reached on the as-of date.</summary>
    ReachedKeyword,

    /// <summary>若.</summary>
    IfKeyword,

    /// <summary>则.</summary>
    ThenKeyword,

    /// <summary>否则.</summary>
    ElseKeyword,

    /// <summary>等 as the last member of a list: the list is open.</summary>
    EtcKeyword,

    /// <summary>以上, 及以上 after a literal: at least.</summary>
    OrMoreSuffix,

    /// <summary>以下, 及以下, 以内 after a literal: at most.</summary>
    OrLessSuffix,

    /// <summary>= ＝ (equality, or definition).</summary>
    Equals,

    /// <summary>≠ != &lt;&gt;.</summary>
    NotEquals,

    /// <summary>&gt; 超过.</summary>
    Greater,

    /// <summary>&gt;= ≥ 达到 不低于 不少于.</summary>
    GreaterOrEqual,

    /// <summary>&lt; 低于 不足 不满.</summary>
    Less,

    /// <summary>&lt;= ≤ 不超过.</summary>
    LessOrEqual,

    /// <summary>+ ＋.</summary>
    Plus,

    /// <summary>- － −.</summary>
    Minus,

    /// <summary>* × ＊.</summary>
    Star,

    /// <summary>/ ÷ ／.</summary>
    Slash,

    /// <summary>( （.</summary>
    OpenParenthesis,

    /// <summary>) ）.</summary>
    CloseParenthesis,

    /// <summary>[ ［ 【.</summary>
    OpenBracket,

    /// <summary>] ］ 】.</summary>
    CloseBracket,

    /// <summary>, ， 、.</summary>
    Comma,

    /// <summary>; ；.</summary>
    Semicolon,

    /// <summary>: ：.</summary>
    Colon,

    /// <summary>. between names: 企业.名称.</summary>
    Dot,

    /// <summary>.. in a range, both ends included.</summary>
    Range,

    /// <summary>..&lt; in a range, the end excluded.</summary>
    RangeExclusive,

    /// <summary>| ｜ in tables and parameter histories.</summary>
    Pipe,
}
