// A piece of policy text that knows how it can be made smaller: what may be left out, what may stand for the whole.
using System.Collections.Immutable;
using System.Text;

namespace Dsl.Agreement.Tests.Generating;

/// <summary>Text as a tree. Immutable: a smaller text is another tree.</summary>
internal sealed class Fragment
{
    private readonly string _text;
    private readonly ImmutableArray<Fragment> _parts;

    private Fragment(string text, ImmutableArray<Fragment> parts) => (_text, _parts) = (text, parts);

    /// <summary>What kind of expression this is; an expression below it of the same kind may stand for it. Null for other text.</summary>
    public Kind? Kind { get; private init; }

    /// <summary>Whether the text around it stands without it.</summary>
    public bool IsOptional { get; private init; }

    public static Fragment Empty { get; } = new("", []);

    public static implicit operator Fragment(string text) => new(text, []);

    /// <summary>Parts one after another.</summary>
    public static Fragment Of(params IEnumerable<Fragment> parts) => new("", [.. parts]);

    public static Fragment Expression(Kind kind, params IEnumerable<Fragment> parts) => new("", [.. parts]) { Kind = kind };

    /// <summary>A line or block that may be left out.</summary>
    public static Fragment Optional(params IEnumerable<Fragment> parts) => new("", [.. parts]) { IsOptional = true };

    /// <summary>The text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text);
        return text.ToString();
    }

    /// <summary>Smaller trees, those that leave out most first: each is one step away.</summary>
    public IEnumerable<Fragment> Smaller()
    {
        for (var depth = 0; depth < 24; depth++)
        {
            var any = false;
            foreach (var smaller in SmallerAt(depth))
            {
                any = true;
                yield return smaller;
            }
            if (!any && depth > 16)
                yield break;
        }
    }

    private IEnumerable<Fragment> SmallerAt(int depth)
    {
        if (depth == 0)
        {
            for (var i = 0; i < _parts.Length; i++)
            {
                if (_parts[i].IsOptional)
                    yield return With(_parts.RemoveAt(i));
            }
            if (Kind is { } kind)
            {
                foreach (var below in _parts.SelectMany(part => part.NearestOf(kind)))
                    yield return below;
            }
            yield break;
        }
        for (var i = 0; i < _parts.Length; i++)
        {
            foreach (var smaller in _parts[i].SmallerAt(depth - 1))
                yield return With(_parts.SetItem(i, smaller));
        }
    }

    private IEnumerable<Fragment> NearestOf(Kind kind) => Kind == kind ? [this] : _parts.SelectMany(part => part.NearestOf(kind));

    private Fragment With(ImmutableArray<Fragment> parts) => new(_text, parts) { Kind = Kind, IsOptional = IsOptional };

    private void Append(StringBuilder text)
    {
        text.Append(_text);
        foreach (var part in _parts)
            part.Append(text);
    }
}
