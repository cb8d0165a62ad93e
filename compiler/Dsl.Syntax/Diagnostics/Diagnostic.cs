// A mistake (or remark) as a value: where, what, and how it can be fixed. Declared once as a DiagnosticRule, made with facts.
using System.Collections.Immutable;
using Dsl.Syntax.Text;
using Dsl.Values.Text;

namespace Dsl.Syntax.Diagnostics;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>提示: a remark; never changes an exit code.</summary>
    Remark,

    /// <summary>警告: works, but is probably not what was meant.</summary>
    Warning,

    /// <summary>错误: what it stands in cannot be computed.</summary>
    Error,
}

/// <summary>A replacement of one span of text.</summary>
public sealed record TextEdit(TextSpan Span, string NewText)
{
    /// <summary>A text after replacements that do not overlap.</summary>
    public static string Apply(SourceText source, IEnumerable<TextEdit> edits)
    {
        var text = source.Content;
        foreach (var edit in edits.OrderByDescending(static edit => edit.Span.Start))
            text =
                string.Concat(text.AsSpan(0, source.OffsetOf(edit.Span.Start)), edit.NewText, text.AsSpan(source.OffsetOf(edit.Span.End)));
        return text;
    }
}

/// <summary>A fix computed by the pass that reported the diagnostic.</summary>
/// <param name="Title">What it does, in Chinese, such as 改为「且」.</param>
/// <param name="Edits">Replacements in the diagnostic's file that do not overlap.</param>
public sealed record TextFix(string Title, ImmutableArray<TextEdit> Edits)
{
    /// <summary>Whether it may say something else than was meant: offered, but never done without a look.</summary>
    public bool IsGuess { get; init; }

    /// <summary>
    /// A word that must name a fact, 令, 参数 or value, else the fix is dropped; null if the fix has no such condition.
    /// </summary>
    public string? Needs { get; init; }
}

/// <summary>
/// The one declaration of a kind of diagnostic. The message is a Chinese template with {0}, {1} … for facts: what is wrong,
/// what was expected. <see cref="Remedy"/> says what to do. Every code has a page compiler/docs/diagnostics/&lt;code&gt;.md.
/// </summary>
/// <param name="Code">DSL1xxx: form; DSL2xxx: names, types, units; DSL3xxx: checks; DSL4xxx: back ends; DSL5xxx: data and runs; DSL6xxx:
/// the service.</param>
/// <param name="Severity">The severity unless policies/policy.json sets another.</param>
/// <param name="Message">The template.</param>
/// <param name="Remedy">What to do, in Chinese, also a template over the same facts.</param>
public sealed record DiagnosticRule(string Code, Severity Severity, string Message, string Remedy)
{
    /// <summary>The rule that this is another wording of; null for a rule of its own.</summary>
    public DiagnosticRule? WordingOf { get; private init; }

    /// <summary>The same rule (code, severity, page) in other words: for one of several mistakes that it is about.</summary>
    /// <param name="message">The template.</param>
    /// <param name="remedy">What to do; null for the same.</param>
    public DiagnosticRule Worded(string message, string? remedy = null) =>
        this with { Message = message, Remedy = remedy ?? Remedy, WordingOf = WordingOf ?? this };

    /// <summary>Whether it is a rule, or another wording of it.</summary>
    public bool Is(DiagnosticRule rule) => this == rule || WordingOf == rule;

    /// <summary>Makes a diagnostic of this kind at a place. What it quotes is cut (<see cref="Excerpt"/>).</summary>
    public Diagnostic At(SourceText source, TextSpan span, params ReadOnlySpan<object> facts) =>
        new(this, source, span, Excerpt.Fill(Message, facts), Excerpt.Fill(Remedy, facts));

    /// <summary>Message and remedy with their facts, for findings whose place is no text.</summary>
    public (string Message, string Remedy) Say(params ReadOnlySpan<object> facts) =>
        (Excerpt.Fill(Message, facts), Excerpt.Fill(Remedy, facts));
}

/// <summary>A finding at a place.</summary>
/// <param name="Rule">Its kind.</param>
/// <param name="Source">The file.</param>
/// <param name="Span">The place in the file.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Diagnostic(DiagnosticRule Rule, SourceText Source, TextSpan Span, string Message, string Remedy)
{
    /// <summary>The code, such as DSL1003.</summary>
    public string Code => Rule.Code;

    /// <summary>The severity in force (a configuration may differ from the rule's).</summary>
    public Severity Severity { get; init; } = Rule.Severity;

    /// <summary>The block that the place lies in, such as 条款 3.1 or 资金池 9; null outside. Known once all stages are done.</summary>
    public string? Block { get; init; }

    /// <summary>Fixes, best first; empty if none is known.</summary>
    public ImmutableArray<TextFix> Fixes { get; init; } = [];

    /// <summary>The fix that may be applied without review: the only one, and not a guess; null if there is none.</summary>
    public TextFix? PreferredFix => Fixes is [{ IsGuess: false } only] ? only : null;

    /// <summary>Other places that belong to it (the first of two equal numbers), with a word each.</summary>
    public ImmutableArray<(SourceText Source, TextSpan Span, string Note)> Related { get; init; } = [];

    /// <summary>The same diagnostic with one fix.</summary>
    public Diagnostic WithFix(string title, params ReadOnlySpan<TextEdit> edits) =>
        this with { Fixes = Fixes.Add(new(Excerpt.Of(title), [.. edits])) };

    /// <summary>The same diagnostic with a fix that applies only if a word names something.</summary>
    public Diagnostic WithFixOn(string name, string title, params ReadOnlySpan<TextEdit> edits) =>
        this with { Fixes = Fixes.Add(new(Excerpt.Of(title), [.. edits]) { Needs = name }) };

    /// <summary>The same diagnostic with a fix that may not be what was meant.</summary>
    public Diagnostic WithGuess(string title, params ReadOnlySpan<TextEdit> edits) =>
        this with { Fixes = Fixes.Add(new(Excerpt.Of(title), [.. edits]) { IsGuess = true }) };

    /// <summary>
    /// The same finding with a known word proposed for a written one: surely where both sound alike, as a guess where one character
    /// slipped, not at all where the two would mean different things.
    /// </summary>
    public Diagnostic WithRename(TextSpan span, string written, string known, string? text = null) => NameLikeness.Of(written, known) switch
    {
        Likeness.Same => WithFix($"改为「{known}」", new TextEdit(span, text ?? known)),
        Likeness.Slip => WithGuess($"改为「{known}」", new TextEdit(span, text ?? known)),
        _ => this,
    };
}
