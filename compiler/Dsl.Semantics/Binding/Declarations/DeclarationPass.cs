// The first pass: 名录, 数据 and 明细 of all files, so that bodies may refer to anything in any file.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Declarations;

/// <summary>Declares what the files of a set hold.</summary>
internal sealed class DeclarationPass(IReadOnlyList<FileContext> files)
{
    /// <summary>Declares everything but 参数: lists first, then tables, then what needs types.</summary>
    public void Run()
    {
        foreach (var file in files)
            DeclareLists(file);
        foreach (var file in files)
            DeclareSubjects(file);
        foreach (var file in files)
            DeclareDetails(file);
        foreach (var file in files)
            FieldDeclarations.Declare(file);
        foreach (var subject in files.SelectMany(static file => file.Subjects.Values))
            BuiltInDetails.AddTo(subject);
    }

    private static void DeclareLists(FileContext file)
    {
        foreach (var block in file.Tree.Root.Frame.OfType<ListBlock>())
        {
            if (block.Name.IsMissing)
                continue;
            CheckReserved(file.Sink, block.Name, "名录");
            if (block.Members is not (SetExpression or ErrorExpression))
                file.Sink.Report(DeclarationDiagnostics.EmptyList, block.Members.Span);
            var type = block.Members is SetExpression set
                ? TypeBinder.List(block.Name.Value, set, file.Sink)
                : new EnumType(block.Name.Value, [], IsOpen: false);
            var list = new ListSymbol(block.Name.Value, type, file.Home, block.Name.Span);
            Declare(file, file.Lists, static other => other.Lists, list, "名录");
        }
    }

    private void DeclareSubjects(FileContext file)
    {
        foreach (var block in file.Tree.Root.Frame.OfType<DataBlock>().Where(static block => !block.Name.IsMissing))
        {
            CheckReserved(file.Sink, block.Name, "数据");
            var subject = new SubjectSymbol(block.Name.Value, file.Home, block.Name.Span);
            if (FindTable(subject.Name) is { } earlier)
                ReportDuplicate(file.Sink, subject, earlier, "数据");
            else
            {
                file.Subjects.Add(subject.Name, subject);
                file.Sink.Names.Declare(subject);
            }
        }
    }

    private void DeclareDetails(FileContext file)
    {
        foreach (var block in file.Tree.Root.Frame.OfType<DetailBlock>()
            .Where(static block => !block.Name.IsMissing && !block.Owner.IsMissing))
        {
            CheckReserved(file.Sink, block.Name, "明细");
            if (files.Select(other => other.Subjects.GetValueOrDefault(block.Owner.Value))
                .FirstOrDefault(static subject => subject is not null)
                is not { } owner)
            {
                SubjectNames.ReportUnknown(file.Sink, block.Owner, files.SelectMany(static other => other.Subjects.Keys));
                continue;
            }
            file.Sink.Names.Add(block.Owner, owner);
            var unit = block.Unit is { IsMissing: false } word ? Units.Find(word.Value) : null;
            if (unit is null && block.Unit is { IsMissing: false } unknown)
                file.Sink.Report(DeclarationDiagnostics.UnknownUnit, unknown.Span, unknown.Text);
            var detail = new DetailSymbol(block.Name.Value, owner, unit, isBuiltIn: false, file.Home, block.Name.Span);
            if (FindTable(detail.Name) is { } earlier)
                ReportDuplicate(file.Sink, detail, earlier, "明细");
            else
            {
                file.Details.Add(detail.Name, detail);
                owner.Add(detail);
                file.Sink.Names.Declare(detail);
            }
        }
    }

    private TableSymbol? FindTable(string name) => files
        .Select(file => file.Subjects.GetValueOrDefault(name) ?? (TableSymbol?)file.Details.GetValueOrDefault(name))
        .FirstOrDefault(static table => table is not null);

    /// <summary>Adds a symbol to its file unless something in sight has the name.</summary>
    internal static void Declare<T>(FileContext file, Dictionary<string, T> own, Func<FileContext, Dictionary<string, T>> declared,
        T symbol, string what)
        where T : Symbol
    {
        var earlier = own.GetValueOrDefault(symbol.Name)
            ?? file.Uses.Select(other => declared(other).GetValueOrDefault(symbol.Name)).FirstOrDefault(static found => found is not null);
        if (earlier is not null)
            ReportDuplicate(file.Sink, symbol, earlier, what);
        else
        {
            own.Add(symbol.Name, symbol);
            file.Sink.Names.Declare(symbol);
        }
    }

    /// <summary>Reports a name declared twice, with the first place.</summary>
    internal static void ReportDuplicate(DiagnosticSink sink, Symbol symbol, Symbol earlier, string what) =>
        sink.Add(NameDiagnostics.DuplicateName.At(sink.Source, symbol.Span, symbol.Name, what) with
            { Related = [(earlier.Source, earlier.Span, "前一次写在这里")] });

    /// <summary>Reports names that the language keeps for itself.</summary>
    internal static void CheckReserved(DiagnosticSink sink, SyntaxToken name, string what)
    {
        var word = name.Value;
        var meaning = IntrinsicNames.Find(word) is not null ? NameDiagnostics.ContextKind
            // Of a field the parser reports it.
            : what != "字段" && SyntaxFacts.FindLineKeyword(word) is { } keyword && !SyntaxFacts.MayBeName(keyword) ? "行首的关键字"
            : what is "名录" && TypeBinder.IsTypeWord(word) ? "类型的名称" : null;
        if (meaning is not null && (what != "名录" || word != "事项"))
            sink.Report(NameDiagnostics.ReservedName, name.Span, word, meaning, what);
    }
}

/// <summary>其他政策支持: the detail that every subject has.</summary>
internal static class BuiltInDetails
{
    private static readonly (string Name, DslType Type)[] Fields =
        [("文号", DslType.Text), ("事项", DslType.Text), ("事项行", DslType.Text), ("年度", DslType.Year), ("金额", DslType.Money)];

    /// <summary>Its name.</summary>
    public const string OtherSupport = "其他政策支持";

    /// <summary>Adds it after the declared details.</summary>
    public static void AddTo(SubjectSymbol subject)
    {
        var detail = new DetailSymbol(OtherSupport, subject, null, isBuiltIn: true, subject.File, new TextSpan(0, 0));
        foreach (var (name, type) in Fields)
            detail.TryAdd(new FieldSymbol(name, type, detail, null, subject.File, new TextSpan(0, 0)));
        subject.Add(detail);
    }
}
