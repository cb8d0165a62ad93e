// What a name stands for. Symbols have reference identity; they are made by the declaration pass and read by everything after it.
using System.Collections.Immutable;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Symbols;

/// <summary>A file as it is now: what is declared in it outlives the versions of its text.</summary>
public sealed class DeclaringFile(SourceText text)
{
    /// <summary>The newest text that was bound.</summary>
    public SourceText Text { get; internal set; } = text;
}

/// <summary>A declared thing.</summary>
public abstract class Symbol(string name, DeclaringFile file, TextSpan span)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The file that declares it.</summary>
    public DeclaringFile File { get; } = file;

    /// <summary>The text of that file.</summary>
    public SourceText Source => File.Text;

    /// <summary>Where its name stands in the declaration.</summary>
    public TextSpan Span { get; } = span;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A 名录.</summary>
public sealed class ListSymbol(string name, EnumType type, DeclaringFile file, TextSpan span) : Symbol(name, file, span)
{
    /// <summary>Its values as a type.</summary>
    public EnumType Type { get; } = type;
}

/// <summary>A value of a 名录 or of an inline list.</summary>
public sealed class MemberSymbol(string name, EnumType type, DeclaringFile file, TextSpan span) : Symbol(name, file, span)
{
    /// <summary>The list.</summary>
    public EnumType Type { get; } = type;
}

/// <summary>A policy, by its 文号 (by its title where it has none).</summary>
public sealed class PolicySymbol(string name, PolicyBlock syntax, DeclaringFile file, TextSpan span) : Symbol(name, file, span)
{
    /// <summary>The block, in the newest text that was bound.</summary>
    public PolicyBlock Syntax { get; internal set; } = syntax;
}

/// <summary>A numbered block: 条款, 目标, 资金池, 义务, 程序. Its name is the number in half width.</summary>
public sealed class NumberedSymbol(string name, NumberedBlock syntax, DeclaringFile file) : Symbol(name, file, syntax.Number.Span)
{
    /// <summary>The block, in the newest text that was bound.</summary>
    public NumberedBlock Syntax { get; internal set; } = syntax;
}

/// <summary>A schema file that 使用 names. Its span is empty.</summary>
public sealed class FileSymbol(string name, DeclaringFile file) : Symbol(name, file, new TextSpan(0, 0));

/// <summary>A table of facts: a 数据, or a 明细 of one.</summary>
public abstract class TableSymbol(string name, DeclaringFile file, TextSpan span) : Symbol(name, file, span)
{
    private readonly Dictionary<string, FieldSymbol> _byName = new(StringComparer.Ordinal);
    private readonly List<FieldSymbol> _fields = [];

    /// <summary>The fields in the order written; the key of a 数据 first.</summary>
    public IReadOnlyList<FieldSymbol> Fields => _fields;

    /// <summary>主键; null where none is declared.</summary>
    public FieldSymbol? Key => _fields.Find(static candidate => candidate.IsKey);

    /// <summary>The field of a name, or null.</summary>
    public FieldSymbol? FindField(string name) => _byName.GetValueOrDefault(name);

    internal bool TryAdd(FieldSymbol field)
    {
        if (!_byName.TryAdd(field.Name, field))
            return false;
        _fields.Add(field);
        return true;
    }
}

/// <summary>A kind of subject (数据).</summary>
public sealed class SubjectSymbol(string name, DeclaringFile file, TextSpan span) : TableSymbol(name, file, span)
{
    private readonly List<DetailSymbol> _details = [];

    /// <summary>Its details in the order of declaration, the built-in 其他政策支持 last.</summary>
    public IReadOnlyList<DetailSymbol> Details => _details;

    /// <summary>The detail of a name, or null.</summary>
    public DetailSymbol? FindDetail(string name) => _details.Find(detail => detail.Name == name);

    internal void Add(DetailSymbol detail) => _details.Add(detail);
}

/// <summary>A 明细.</summary>
public sealed class DetailSymbol(string name, SubjectSymbol subject, Unit? unit, bool isBuiltIn, DeclaringFile file, TextSpan span)
    : TableSymbol(name, file, span)
{
    /// <summary>Whose rows it holds.</summary>
    public SubjectSymbol Subject { get; } = subject;

    /// <summary>计量; null where none is said.</summary>
    public Unit? Unit { get; } = unit;

    /// <summary>按年度: the field that says of which year a row is, its key; null for other details.</summary>
    public FieldSymbol? Year => Key is { Syntax: null } year ? year : null;

    /// <summary>Whether it is 其他政策支持.</summary>
    public bool IsBuiltIn { get; } = isBuiltIn;
}

/// <summary>A fact of a subject or of a row.</summary>
public sealed class FieldSymbol(string name, DslType type, TableSymbol table, FieldLine? syntax, DeclaringFile file, TextSpan span)
    : Symbol(name, file, span)
{
    /// <summary>Its type.</summary>
    public DslType Type { get; } = type;

    /// <summary>The table that it belongs to.</summary>
    public TableSymbol Table { get; } = table;

    /// <summary>The line that declares it; null for built-in fields.</summary>
    public FieldLine? Syntax { get; } = syntax;

    /// <summary>Whether it is the 主键.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether it is declared as a 统一社会信用代码: a text whose check digit is tested.</summary>
    public bool IsCreditCode => Syntax?.Type is { Members: null, PerUnits.IsEmpty: true, Name.Value: CreditCode.TypeWord };

    /// <summary>认定: decided by an authority.</summary>
    public bool IsRecognition { get; init; }

    /// <summary>范围; null where none is declared.</summary>
    public Bounds? DeclaredRange { get; init; }

    /// <summary>缺省; null where none is declared.</summary>
    public Value? Default { get; init; }

    /// <summary>What input is checked against: the declared 范围, else that of the type.</summary>
    public Bounds InputRange => DeclaredRange ?? Type.InputRange;
}

/// <summary>A 参数.</summary>
public sealed class ParameterSymbol(string name, DslType type, ParameterBlock syntax, DeclaringFile file, TextSpan span)
    : Symbol(name, file, span)
{
    /// <summary>Its type.</summary>
    public DslType Type { get; } = type;

    /// <summary>The block that declares it.</summary>
    public ParameterBlock Syntax { get; } = syntax;

    /// <summary>外部: an input of the run.</summary>
    public bool IsExternal => Syntax.External is not null;

    /// <summary>The values, ascending by date; a null date holds from the beginning.</summary>
    public ImmutableArray<(DateOnly? From, Value Value)> History { get; init; } = [];
}

/// <summary>A 令 of a clause.</summary>
public sealed class LocalSymbol(LetLine syntax, DeclaringFile file) : Symbol(syntax.Name.Value, file, syntax.Name.Span)
{
    /// <summary>The line.</summary>
    public LetLine Syntax { get; } = syntax;
}
