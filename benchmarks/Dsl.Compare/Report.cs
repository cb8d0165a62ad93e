// The figures: a line each, `name: value`, on the screen and in the file that is checked in.
using System.Globalization;

namespace Dsl.Compare;

/// <summary>Takes figures.</summary>
/// <param name="file">Where they are kept, too.</param>
internal sealed class Report(TextWriter file)
{
    /// <summary>Says a figure. Marks stand in brackets at the end of its name.</summary>
    public void Say(string name, double value)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{name}: {(Math.Abs(value) >= 1e6 ? $"{value:0}" : $"{value:0.###}")}");
        Console.WriteLine(line);
        file.WriteLine(line);
        file.Flush();
    }

    /// <summary>The one in the middle.</summary>
    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}
