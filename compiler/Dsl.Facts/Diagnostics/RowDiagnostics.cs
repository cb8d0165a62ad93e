// Findings about rows: the row goes to the rejected rows, the run goes on.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Facts.Diagnostics;

/// <summary>DSL52xx: rows of tables and records.</summary>
public static class RowDiagnostics
{
    /// <summary>Too few or too many cells.</summary>
    public static readonly DiagnosticRule CellCount =
        new("DSL5201", Severity.Error, "这一行有 {0} 个单元格，表头有 {1} 列。",
            "请补上或删去多出的逗号；内容里有逗号的，把这一格放在双引号中。");

    /// <summary>A quotation mark inside a cell.</summary>
    public static readonly DiagnosticRule StrayQuote =
        new("DSL5202", Severity.Error, "这一格里的双引号写得不对。",
            "内容里的每个双引号写成两个，再把整格放在双引号中，如 \"甲\"\"乙\"\"\"。");

    /// <summary>A cell that goes on behind its closing quotation mark.</summary>
    public static readonly DiagnosticRule TextAfterQuote = StrayQuote.Worded("这一格的双引号已经结束，后面还有“{0}”。");

    public static readonly DiagnosticRule NoKey =
        new("DSL5203", Severity.Error, "主键“{0}”是空的，不知道是谁的数据。", "请在这一行填上“{0}”；不要的行，删去。");

    /// <summary>A key that says that there is none.</summary>
    public static readonly DiagnosticRule KeyIsPlaceholder =
        new("DSL5138", Severity.Error, "主键“{0}”填的是“{1}”，不是编号，不知道是谁的数据。",
            "请在这一行填上“{0}”；是示例或者不要的行，删去。");

    /// <summary>A key that stood before.</summary>
    public static readonly DiagnosticRule DuplicateKey =
        new("DSL5204", Severity.Error, "主键“{0}”与第 {1} 行重复。", "请只保留正确的一行，另一行删去。");

    /// <summary>A key that stood before in another writing.</summary>
    public static readonly DiagnosticRule DuplicateKeyInOtherWriting = DuplicateKey.Worded(
        "主键“{0}”与第 {1} 行重复（写法不同，全角半角、大小写、空格和看不见的字符不算区别）。");

    /// <summary>A subject that stood before with the same cells.</summary>
    public static readonly DiagnosticRule DuplicateRow = DuplicateKey.Worded("主键“{0}”与第 {1} 行重复，内容相同，已采用前一行。");

    public static readonly DiagnosticRule DuplicateRowInOtherWriting = DuplicateKey.Worded(
        "主键“{0}”与第 {1} 行重复（写法不同，全角半角、大小写、空格和看不见的字符不算区别），内容相同，已采用前一行。");

    /// <summary>A subject that stood before with other cells.</summary>
    public static readonly DiagnosticRule OtherRowOfKey = DuplicateKey.Worded("主键“{0}”与第 {1} 行重复，内容不同，都未采用。");

    public static readonly DiagnosticRule OtherRowInOtherWriting = DuplicateKey.Worded(
        "主键“{0}”与第 {1} 行重复（写法不同，全角半角、大小写、空格和看不见的字符不算区别），内容不同，都未采用。");

    /// <summary>A detail or record whose subject does not exist.</summary>
    public static readonly DiagnosticRule NoOwner =
        new("DSL5205", Severity.Error, "主表里没有主键为“{0}”的{1}，这一行不知道是谁的。", "请改正主键，或在主表里补上这个{1}。");

    /// <summary>A detail or record of a subject whose own row was rejected.</summary>
    public static readonly DiagnosticRule OwnerRejected =
        new("DSL5206", Severity.Error, "所属的{1}“{0}”在主表里的那一行没有读进来，这一行也没有用。",
            "改正主表里的那一行，这一行就会一并读入。");

    /// <summary>A subject that is not computed because its history is incomplete.</summary>
    public static readonly DiagnosticRule HistoryDamaged =
        new("DSL5207", Severity.Error, "“{0}”的兑现记录有未能读入的行，为防止重复兑现，本次不测算。",
            "请先改正兑现记录里的那些行，再测算。");

    /// <summary>Two approvals of the same thing.</summary>
    public static readonly DiagnosticRule DuplicateApproval =
        new("DSL5208", Severity.Error, "同一主体、条款、事项行和年度有不止一条核定（见第 {0} 行），都未采用。",
            "请只保留正确的一条，其余删去。");

    /// <summary>A record of a clause that the policy does not have.</summary>
    public static readonly DiagnosticRule NoSuchClause =
        new("DSL5209", Severity.Error, "{0}没有可以核定或兑现的条款“{1}”{2}。", "请改正这一行的文号或条款编号。");

    /// <summary>A record of a clause for another kind of subject.</summary>
    public static readonly DiagnosticRule ClauseOfOtherSubject =
        NoSuchClause.Worded("{0}没有可以核定或兑现的条款“{1}”：它给的是“{2}”，不是“{3}”。");

    /// <summary>A record that does not say under which policy.</summary>
    public static readonly DiagnosticRule NoPolicyNumber =
        new("DSL5210", Severity.Error, "同时测算多份政策时，记录必须写明文号。", "请在这一行填上“文号”。");

    /// <summary>A record without a row key.</summary>
    public static readonly DiagnosticRule RowKeyMissing =
        new("DSL5211", Severity.Error, "条款“{0}”按“{1}”逐行计算，须写明事项行。", "请改正这一行的“事项行”。");

    /// <summary>A record with a row key, of a clause that is computed for the subject as a whole.</summary>
    public static readonly DiagnosticRule RowKeyUseless = RowKeyMissing.Worded("条款“{0}”不按行计算，不应写事项行。");

    /// <summary>A record without 数量, of a clause that counts something over the years.</summary>
    public static readonly DiagnosticRule QuantityMissing =
        new("DSL5260", Severity.Error, "条款“{0}”按数量累计，这一笔没有写数量，不知道还余多少。",
            "请在“数量”一列填上这一笔计多少，如 {1}；退回的写负数，没有计的写 0。");

    /// <summary>期次 that the clause does not have, or in another form.</summary>
    public static readonly DiagnosticRule NoSuchPart =
        new("DSL5262", Severity.Error, "“{0}”不是条款“{1}”的期次，它分 {2} 期。", "请写成 2023年度第1期 的样子：哪一年度的应得，第几期。");

    /// <summary>期次 with a row of the detail, or the row of parts without 期次.</summary>
    public static readonly DiagnosticRule PartRow = NoSuchPart.Worded(
        "条款“{0}”各行合计以后分期，付的一期事项行写（分期兑付）并写期次；应得的各行写自己的事项行，不写期次。");

    /// <summary>期次 of a clause that is paid at once.</summary>
    public static readonly DiagnosticRule PartUseless = NoSuchPart.Worded("条款“{0}”不分期兑付，不应写期次。");

    /// <summary>A required cell is empty.</summary>
    public static readonly DiagnosticRule RequiredCell =
        new("DSL5212", Severity.Error, "“{0}”是空的，这一项必须填。", "请填上“{0}”。");

    /// <summary>Records under policies that are not evaluated now.</summary>
    public static readonly DiagnosticRule OtherPolicies =
        new("DSL5213", Severity.Remark, "有 {0} 条记录属于本次没有测算的政策或对象（如“{1}”），未使用。", "文号或条款写错了的，请改正。");

    /// <summary>An external parameter that the policies do not declare.</summary>
    public static readonly DiagnosticRule UnknownParameter =
        new("DSL5214", Severity.Error, "政策中没有名为“{0}”的外部参数{1}。", "请改正名称；可以写的有：{2}。");

    /// <summary>An external parameter where the policies declare none at all.</summary>
    public static readonly DiagnosticRule NoParameters =
        UnknownParameter.Worded("政策中没有名为“{0}”的外部参数{1}。", "请改正名称；可以写的有：（没有外部参数）。");

    public static readonly DiagnosticRule NegativeApproval =
        new("DSL5215", Severity.Error, "核定金额不能小于 0。", "请改正金额；不予支持的，填 0。");

    /// <summary>A quotation mark that is never closed.</summary>
    public static readonly DiagnosticRule UnclosedQuote =
        new("DSL5216", Severity.Error, "这一格以双引号开头，后面没有结尾的双引号。", "请补上结尾的双引号；内容里的双引号写成两个。");

    /// <summary>A quotation mark too many that has joined rows.</summary>
    public static readonly DiagnosticRule JoinedRows = UnclosedQuote.Worded(
        "这一格的双引号到第 {0} 行才结束，而其间每一行都像单独的一行（各 {1} 个单元格）。",
            "多写了双引号的，删去或者写成两个；确是一格里的几行字的，请把其中的逗号改成“，”。");

    /// <summary>核定 without an amount: not decided yet.</summary>
    public static readonly DiagnosticRule UndecidedApprovals =
        new("DSL5218", Severity.Remark, "有 {0} 行没有填金额，按尚未核定处理。", "");

    /// <summary>核定 that were not taken as they stand.</summary>
    public static readonly DiagnosticRule ApprovalsNotTaken =
        new("DSL5219", Severity.Warning, "有 {0} 条核定没有照数采用，如“{1}”{2}：{3}",
            "其余的见结果的备注一列；不符合条件的，结果中没有这一行。");

    /// <summary>A row whose subject does not exist, with a key that looks like that of a subject.</summary>
    public static readonly DiagnosticRule LooksLikeOwner =
        new("DSL5220", Severity.Error, "主表中没有主键为“{0}”的{1}，但有几乎一样的“{2}”{3}。",
            "请改成主表中的写法；改正之前，“{2}”的{4}。");

    /// <summary>Rows that do not say whose they are.</summary>
    public static readonly DiagnosticRule OwnerlessRows =
        new("DSL5221", Severity.Warning, "有 {0} 行看不出是谁的（主键是空的、读不懂的，或者整行读不进来），没有计入任何主体。",
            "补上主键之前，结果可能漏算了这些行的主体，请不要据此兑付。");

    /// <summary>事项行 that the detail does not have.</summary>
    public static readonly DiagnosticRule NoSuchRow =
        new("DSL5222", Severity.Error, "“{0}”的“{1}”里没有事项行“{2}”。", "请改正“事项行”，或在明细里补上这一行。");

    /// <summary>事项行 that is nearly one of the detail.</summary>
    public static readonly DiagnosticRule NearRow = NoSuchRow.Worded("“{0}”的“{1}”里没有事项行“{2}”（是否应为“{3}”？）。");

    /// <summary>文号 that is nearly that of a policy.</summary>
    public static readonly DiagnosticRule NearPolicyNumber =
        new("DSL5223", Severity.Error, "没有文号为“{0}”的政策（是否应为“{1}”？），不知道这条记录该算在哪里。", "请改成政策文件里的文号；"
            + "确实是另一份文件的，用 --other-documents {0}（policy.json 的“其他文件”）说明，或者把它的记录移到别的文件里。");

    /// <summary>文号 of a document that is neither evaluated nor named as another one.</summary>
    public static readonly DiagnosticRule UnknownDocument =
        new("DSL5250", Severity.Error, "没有文号为“{0}”的政策{1}，不知道这条记录该算在哪里。",
            "文号写错了的，请改正；确实是另一份文件的，把它一起测算，或者用 --other-documents {0}（policy.json 的“其他文件”）说明。");

    /// <summary>事项 of 其他政策支持 that is nearly that of a clause.</summary>
    public static readonly DiagnosticRule NearBenefitItem =
        new("DSL5224", Severity.Error, "没有一项条款的事项是“{0}”（是否应为“{1}”？），这一行不会参加竞合。",
            "请改成条款里的事项；有意写不相干的事项的，用一个不会混淆的词。");

    /// <summary>兑现记录 of rows that the detail does not have (any more).</summary>
    public static readonly DiagnosticRule PaymentsOfOtherRows =
        new("DSL5225", Severity.Remark, "有 {0} 条兑现记录的事项行不在这次的明细里（如“{1}”），只用于累计上限。",
            "事项行写错了的，请改正：写错的记录挡不住重复兑现。");

    /// <summary>兑现记录 of years to come.</summary>
    public static readonly DiagnosticRule PaymentsOfLaterYears =
        new("DSL5226", Severity.Remark, "有 {0} 条兑现记录的年度晚于本次测算的 {1}年度（如 {2}年度），未使用。", "年度写错了的，请改正。");

    /// <summary>事项 of 其他政策支持 that no clause has.</summary>
    public static readonly DiagnosticRule OtherBenefitItems =
        new("DSL5227", Severity.Remark, "有 {0} 行的事项或事项行是这些政策里没有的（如“{1}”），没有参加竞合。", "写错了的，请改正。");

    /// <summary>A subject whose rows in the main table differ.</summary>
    public static readonly DiagnosticRule ConflictingRows =
        new("DSL5228", Severity.Error, "主键“{0}”有不止一行，内容不同（见第 {1} 行），不知道哪一行是对的，本次不测算。",
            "请只保留正确的一行，其余删去。");

    /// <summary>核定 beside another one of the same thing that could not be read.</summary>
    public static readonly DiagnosticRule DoubtfulApproval =
        new("DSL5229", Severity.Error, "同一主体、条款和事项行还有一条核定未能读入（第 {0} 行），不知道哪一条是对的，这一条也未采用。",
            "请改正那一行，或者只保留一条。");

    /// <summary>A parameter that is given twice.</summary>
    public static readonly DiagnosticRule DuplicateParameter =
        new("DSL5217", Severity.Error, "参数“{0}”给了不止一个值。", "请只保留一行。");

    /// <summary>
    /// A blank row, and in other wordings a total, a remark, a row of units: certainly no data, so no subject's data is missing with it.
    /// </summary>
    public static readonly DiagnosticRule NotData =
        new("DSL5230", Severity.Error, "这一行不是数据，没有读入：空行。", "不影响其他行；如果它确实是数据，请改正这一行的内容。");

    public static readonly DiagnosticRule RepeatedHeader = NotData.Worded("这一行不是数据，没有读入：是重复的表头。");

    public static readonly DiagnosticRule UnitsRow = NotData.Worded("这一行不是数据，没有读入：是单位行。");

    /// <summary>The numbers of the columns.</summary>
    public static readonly DiagnosticRule NumbersRow = NotData.Worded(
        "这一行不是数据，没有读入：是栏次（列的编号）行。", "不影响其他行；如果它确实是数据，请改正这一行的内容（如给数写上单位）。");

    public static readonly DiagnosticRule TotalsRow = NotData.Worded(
        "这一行不是数据，没有读入：是合计行（“{0}”）。", "不影响其他行；如果它确实是数据，请改正这一行的“{1}”。");

    public static readonly DiagnosticRule SignsAsKey = NotData.Worded(
        "这一行不是数据，没有读入：主键只有符号（“{0}”）。", "不影响其他行；如果它确实是数据，请改正这一行的“{1}”。");

    public static readonly DiagnosticRule FooterRow = NotData.Worded(
        "这一行不是数据，没有读入：是备注、落款等（“{0}”）。", "不影响其他行；如果它确实是数据，请改正这一行的“{1}”。");

    /// <summary>A row that looks like a total and has the marks of data, too.</summary>
    public static readonly DiagnosticRule PerhapsNotData =
        new("DSL5231", Severity.Error, "这一行像是合计行（“{0}”），又像是数据，没有读入。",
            "是合计、小计的，请删去这一行；是数据的，请改正“{1}”。");

    public static readonly DiagnosticRule PerhapsRemark = PerhapsNotData.Worded("这一行像是备注、其中项（“{0}”），又像是数据，没有读入。");

    /// <summary>The numbers of the columns, or details of a subject that is called 1.</summary>
    public static readonly DiagnosticRule PerhapsNumbersRow = PerhapsNotData.Worded(
        "这一行像是栏次（列的编号）行，又像是数据，没有读入。", "是合计、小计的，请删去这一行；是数据的，请改正“{0}”。");

    /// <summary>Another table below the table.</summary>
    public static readonly DiagnosticRule OtherTable =
        new("DSL5248", Severity.Error, "第 {0} 行像是另一张表的表头：空行下面又是一张表。",
            "一张工作表、一个文件只放一张表：请把下面的表移到别处；是这张表的数据的，请删去上面的空行，数填数字或留空。");

    /// <summary>A key that a spreadsheet took for a date.</summary>
    public static readonly DiagnosticRule IdentityIsDate =
        new("DSL5240", Severity.Error, "编号在文件里是日期（{0}），原来填的多半被表格软件改掉了。", "请把这一列设为“文本”，重新填写编号。");

    /// <summary>A number with a point where 3.10 and 3.1 differ.</summary>
    public static readonly DiagnosticRule IdentityIsNumber =
        new("DSL5241", Severity.Error, "编号在文件里是数 {0}，末尾的 0 可能已经丢失（3.10 变成 3.1）。",
            "请把这一列设为“文本”，重新填写编号。");

    /// <summary>A returned sheet in which more than the amount was changed.</summary>
    public static readonly DiagnosticRule ApprovalChanged =
        new("DSL5242", Severity.Error, "这一行的主键、文号、条款、事项行、年度或名称与导出待核定的表时不一样，未采用。",
            "只填金额，别的不要改动；请用 --approvals 重新导出这一行。");

    /// <summary>The same of what the sheet shows of the clause.</summary>
    public static readonly DiagnosticRule ApprovalTextChanged =
        ApprovalChanged.Worded("这一行的条款标题或最高与导出待核定的表时不一样，未采用。");

    /// <summary>A title that is not the clause's.</summary>
    public static readonly DiagnosticRule TitleMismatch =
        new("DSL5243", Severity.Error, "条款标题“{0}”与条款 {1} 的标题“{2}”不符，未采用。",
            "请核对条款编号（表格软件会把 3.10 变成 3.1）；政策改过的，请重新导出待核定的表。");

    /// <summary>A returned sheet of another year.</summary>
    public static readonly DiagnosticRule ApprovalOfOtherYear =
        new("DSL5244", Severity.Error, "这一行是 {0} 年度的核定，本次测算 {1} 年度，未采用。",
            "请核对是不是拿错了表；测算那一年度请用 --year。");

    /// <summary>A returned sheet that was made before the clause was changed.</summary>
    public static readonly DiagnosticRule ApprovalOfOtherVersion =
        new("DSL5245", Severity.Error, "导出待核定的表以后，政策里的条款 {0} 改过，这一行未采用。",
            "请用 --approvals 重新导出，按现在的条款核定。");

    /// <summary>A row that was put into a sheet.</summary>
    public static readonly DiagnosticRule ApprovalAdded =
        new("DSL5246", Severity.Error, "这一行没有有效的校验，不是导出的行，未采用。",
            "请用导出的行填写；要另外增加的，写成没有“校验”一列的 核定 表。");

    /// <summary>核定 of other years, in a table that is kept over the years.</summary>
    public static readonly DiagnosticRule ApprovalsOfOtherYears =
        new("DSL5247", Severity.Remark, "有 {0} 条核定不是 {1} 年度的（{2}），未采用。", "");

    /// <summary>A table with nothing below its header.</summary>
    public static readonly DiagnosticRule NoRows =
        new("DSL5146", Severity.Remark, "只有表头，一行数据也没有。", "如果应当有数据，请重新导出。");
}
