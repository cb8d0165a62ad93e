// Writes a draft as text and remembers which span of it came from which block, so that what does not compile can be reduced.
using System.Text;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Structure;

namespace Dsl.Drafting.Writing;

/// <summary>A written draft.</summary>
/// <param name="Policy">The .policy text; with the data definitions in it where they have no file of their own.</param>
/// <param name="Schema">The data definitions; empty where they stand in the policy.</param>
/// <param name="Owners">Spans of the policy, in their order, with the index of the block that they came from; -1 is the head.</param>
internal sealed record WrittenDraft(string Policy, string Schema, IReadOnlyList<(int Start, int Owner)> Owners)
{
    /// <summary>The block that a place of the policy came from; null for the head and the data definitions.</summary>
    public int? OwnerOf(int position)
    {
        var owner = Owners.LastOrDefault(span => span.Start <= position, (Start: 0, Owner: -1)).Owner;
        return owner < 0 ? null : owner;
    }
}

internal sealed class PolicyWriter(DocumentHead head, DraftOptions options)
{
    /// <summary>A day for 成文日期 where the document says none; the check of the head reports it as not in the document.</summary>
    private const string NoDate = "2000-01-01";

    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int Owner)> _owners = [];

    /// <summary>Writes the head, the blocks and the data definitions.</summary>
    /// <param name="blocks">The blocks in their order.</param>
    /// <param name="competitions">The 竞合 of the whole policy.</param>
    public WrittenDraft Write(IReadOnlyList<PlacedBlock> blocks, IReadOnlyList<string> competitions)
    {
        var facts = new FactTable();
        Own(-1);
        WriteHead(competitions);
        foreach (var (index, numbered) in blocks.Index())
        {
            Own(numbered.Block.IsRemark ? -1 : index);
            if (numbered.Block.IsRemark || numbered.Extent == Extent.Nothing)
                WriteRemark(numbered.Block);
            else
                WriteBlock(numbered, facts);
        }
        Own(-1);
        var schema = SchemaWriter.Write(facts);
        if (options.SchemaPath is not null)
            return new(_text.ToString(), SchemaWriter.Purpose + schema, _owners);
        _text.Append('\n').Append("// ── 数据定义：条款用到的事实，可另存为一个文件，供几份政策共用 ──\n\n").Append(schema);
        return new(_text.ToString(), "", _owners);
    }

    private void Own(int owner) => _owners.Add((_text.Length, owner));

    private void WriteHead(IReadOnlyList<string> competitions)
    {
        _text.Append("// 从原文起草的初稿。先处理每一处「待定」，再逐条核对，最后补写算例；没有「待定」的也要对照依据看一遍。\n\n");
        _text.Append("政策 ").Append(head.Title).Append('\n');
        foreach (var doubt in head.Doubts)
            _text.Append("  // 待定：").Append(Plain(doubt)).Append('\n');
        Line("文号", head.Number);
        Line("发文机关", string.Join('、', head.Issuers));
        Line("地区", head.Region);
        if (head.Dated is not null || head.Effective is null)
            Line("成文日期", head.Dated ?? NoDate);
        if (head.Effective is not null)
            _text.Append("  施行日期 ").Append(head.Effective).Append("  // 原文：").Append(Plain(head.EffectiveWords ?? "")).Append('\n');
        if (head.Expires is not null)
            _text.Append("  失效日期 ").Append(head.Expires).Append("  // 原文：").Append(Plain(head.ExpiryWords ?? "")).Append('\n');
        Line("级次", head.Level);
        Line("原文", options.SourcePath);
        if (options.SchemaPath is not null)
            Line("使用", options.SchemaPath);
        foreach (var competition in competitions)
            Line("竞合", competition);
    }

    private void Line(string keyword, string? content)
    {
        if (content is { Length: > 0 })
            _text.Append("  ").Append(keyword).Append(' ').Append(content).Append('\n');
    }

    /// <summary>Words in a comment: a heading, or a sentence of the document.</summary>
    private void WriteRemark(DraftBlock block)
    {
        if (block.Kind == "标题")
            _text.Append('\n').Append("// ── ").Append(Plain(block.Title)).Append(" ──\n");
        else
            _text.Append("\n// ").Append(block.IsRemark ? block.Kind : "未起草").Append('：')
                .Append(Plain(string.Join("……", block.Quote.AddRange(block.Further)))).Append('\n');
    }

    private static string Quoted(IEnumerable<string> pieces) =>
        "「"
        + string.Join("……",
            pieces.SelectMany(static piece =>
                piece.Split(['「', '」', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        + "」";

    private void WriteBlock(PlacedBlock numbered, FactTable facts)
    {
        var (block, explained) = (numbered.Block, numbered.Extent == Extent.Explained);
        if (!explained)
            block = facts.Add(block);
        var kind = explained ? "条款" : block.Kind;
        _text.Append('\n').Append(kind).Append(' ').Append(kind == "范围" ? "" : numbered.Number + " ")
            .Append(explained && block.Kind == "范围" ? "适用范围" : block.Title).Append('\n');
        foreach (var note in explained
            ? [numbered.Refusal.Length > 0
                ? $"照原文起草的写法没有通过检查（{numbered.Refusal}），请补写"
                : "原文的另一项范围，请并入「范围」"]
            : block.Notes)
            _text.Append("  // 待定：").Append(Plain(note)).Append('\n');
        Line("条", numbered.Article.Place);
        Line("依据", Quoted(block.Quote));
        foreach (var further in block.Further)
            Line("依据", Quoted([further]));
        if (kind != "范围")
        {
            Line("牵头", string.Join('、', numbered.Departments.Leads));
            Line("责任", string.Join('、', numbered.Departments.Others));
        }
        if (explained)
        {
            Line("说明", "待起草。");
            return;
        }
        foreach (var line in block.Lines)
            _text.Append("  ").Append(line.Keyword).Append(line.Keyword.Length > 0 ? " " : "").Append(line.Content).Append('\n');
    }

    /// <summary>Words for a comment of one line.</summary>
    private static string Plain(string words) => words.Replace('\n', ' ');
}
