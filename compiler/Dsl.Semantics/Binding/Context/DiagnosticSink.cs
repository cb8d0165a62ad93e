// Where passes put what they find: knows the file, drops what was said before; and what the names of the file stand for.
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Binding.Context;

/// <summary>The findings in one file.</summary>
internal sealed class DiagnosticSink(DeclaringFile file, MemberTable members)
{
    /// <summary>How many findings of meaning a file may have before the rest is left out (which the last one says).</summary>
    public const int Limit = 20_000;

    /// <summary>Known names that unknown ones of a file are compared with, all in all, before proposals end.</summary>
    private const int MostCompared = 300_000;

    private List<Diagnostic> _found = [];
    private HashSet<(string Code, TextSpan Span)> _said = [];
    private int _muted;
    private int _compared;

    /// <summary>The file.</summary>
    public SourceText Source { get; } = file.Text;

    /// <summary>What the names of the file stand for.</summary>
    public NameUses Names { get; } = new(file, members);

    /// <summary>Whether something was left out: then what one part of the file leaves depends on the parts before it.</summary>
    public bool IsBeyondLimits => _found.Count > Limit || _compared > MostCompared;

    /// <summary>What was found, in the order found.</summary>
    public IReadOnlyList<Diagnostic> Found => _found;

    /// <summary>Adds a finding, unless it was said before or findings are muted.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (_muted > 0 || _found.Count > Limit || !_said.Add((diagnostic.Code, diagnostic.Span)))
            return;
        _found.Add(_found.Count == Limit
            ? LexicalDiagnostics.TooMany(Source, diagnostic.Span, Limit)
            : diagnostic);
    }

    /// <summary>Makes and adds a finding.</summary>
    public void Report(DiagnosticRule rule, TextSpan span, params ReadOnlySpan<object> facts)
    {
        // Words are put together only for what is kept: a file may be wrong in a million places.
        if (_muted == 0 && _found.Count <= Limit)
            Add(rule.At(Source, span, facts));
    }

    /// <summary>The text of an expression on one line, cut for messages.</summary>
    public string TextOf(BoundExpression bound) =>
        Excerpt.Start(string.Join(' ', Source[bound.Span].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), 40);

    /// <summary>
    /// The known name nearest to a wanted one; null where none is near. A file with thousands of unknown names gets proposals for
    /// the first of them only, because each is compared with every known name; findings that are dropped get none.
    /// </summary>
    public string? Nearest(string wanted, IEnumerable<string> known)
    {
        if (_muted > 0 || _found.Count > Limit || _compared > MostCompared)
            return null;
        return Spelling.Best(wanted, known.Select(name =>
        {
            _compared++;
            return name;
        }));
    }

    /// <summary>Drops findings until the result is disposed: for text that is bound a second time.</summary>
    public IDisposable Mute() => new Muting(this);

    /// <summary>Binds a part of the file apart from the rest: what that finds and names is to be added.</summary>
    public FilePart<T> Record<T>(Func<T?> bind)
        where T : class
    {
        var (found, said, compared) = (_found, _said, _compared);
        (_found, _said, _compared) = ([], [], 0);
        Names.BeginPart();
        T? bound;
        FilePart<T> part;
        try
        {
            bound = bind();
        }
        finally
        {
            part = new FilePart<T>(null, [.. _found], Names.EndPart(), _compared);
            (_found, _said, _compared) = (found, said, compared);
        }
        return part with { Bound = bound };
    }

    /// <summary>Adds what a part of the file finds and names.</summary>
    public void Add<T>(FilePart<T> part)
        where T : class
    {
        Names.AddPart(part.Names);
        _compared += part.Compared;
        foreach (var finding in part.Found)
            Add(finding);
    }

    /// <summary>Adds what the blocks of the file find and name.</summary>
    public void Add(BoundVersion version, IReadOnlyDictionary<string, SourceText> newest)
    {
        Names.AddParts(version.Bound.Select(static block => block.Part.Names));
        _compared += version.Compared;
        foreach (var block in version.WithFindings)
        {
            block.Bound.Part = block.Bound.Part.In(newest);
            foreach (var finding in block.Bound.Part.Found)
                Add(finding);
        }
    }

    private sealed class Muting : IDisposable
    {
        private readonly DiagnosticSink _sink;

        public Muting(DiagnosticSink sink) => (_sink = sink)._muted++;

        public void Dispose() => _sink._muted--;
    }
}
