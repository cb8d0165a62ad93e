// A mistake in data as a value: what is wrong, what to do, and where in which file.
using System.Globalization;
using System.Text;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Loading.Findings;

/// <summary>What is wrong with a piece of data, without its place.</summary>
/// <param name="Rule">Its kind.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Remedy">What to do.</param>
public sealed record DataProblem(DiagnosticRule Rule, string Message, string Remedy)
{
    /// <summary>The same problem at a place.</summary>
    public DataFinding At(DataPlace place) => new(this, place);
}

/// <summary>A place in an input file.</summary>
/// <param name="File">The file as shown in messages.</param>
/// <param name="Row">The line in the file, 1-based (the header is line 1); null for the file as a whole.</param>
/// <param name="Column">The column as its header says, or the path of a JSON property; null for the row as a whole.</param>
/// <param name="Value">What stands there; null where no single value is meant.</param>
public sealed record DataPlace(string File, long? Row = null, string? Column = null, string? Value = null)
{
    /// <summary>In JSON the row of a table, from 0; null where no row is meant.</summary>
    public int? Item { get; init; }
}

/// <summary>A problem at a place.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Place">Where.</param>
public sealed record DataFinding(DataProblem Problem, DataPlace Place)
{
    /// <summary>The code, such as DSL5301.</summary>
    public string Code => Problem.Rule.Code;

    /// <summary>How grave it is: an error stops a run before anything is written, or rejects a row.</summary>
    public Severity Severity => Problem.Rule.Severity;

    /// <summary>One line for a terminal: place, code, message, remedy.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Place.File);
        if (Place.Row is { } row)
            text.Append(CultureInfo.InvariantCulture, $" 第 {row} 行");
        if (Place.Column is { } column)
            text.Append(CultureInfo.InvariantCulture, $"“{Excerpt.Of(column)}”");
        text.Append(CultureInfo.InvariantCulture, $"：{Code} {Problem.Message}");
        return VisibleText.OneLine(text.Append(Problem.Remedy).ToString());
    }
}

/// <summary>Makes problems from rules.</summary>
public static class DataProblemExtensions
{
    /// <summary>The problem of a rule with its facts filled in.</summary>
    public static DataProblem With(this DiagnosticRule rule, params ReadOnlySpan<object> facts)
    {
        var (message, remedy) = rule.Say(facts);
        return new(rule, message, remedy);
    }
}
