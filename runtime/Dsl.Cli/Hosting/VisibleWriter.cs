// What goes to a screen or a log: control characters of data are written as visible codes and never reach a terminal.
using System.Buffers;
using System.Globalization;
using System.Text;
using Dsl.Loading.Findings;

namespace Dsl.Cli.Hosting;

/// <summary>
/// Passes text on, with everything that would steer a terminal, or show a text in another order than it is read,
/// written as \u001B and the like (which is also how JSON writes it). Line ends and tabs pass.
/// The program's own colours come as the marks of <see cref="Palette"/>.
/// </summary>
/// <param name="inner">Where the text goes.</param>
/// <param name="colours">Whether it understands colours.</param>
internal sealed class VisibleWriter(TextWriter inner, bool colours) : TextWriter(CultureInfo.InvariantCulture)
{
    private static readonly SearchValues<char> Odd = SearchValues.Create(
        [.. Enumerable.Range(0, 0x2070).Concat(Enumerable.Range(Palette.First, Palette.Count)).Select(static unit => (char)unit)
            .Where(static unit => Palette.SequenceOf(unit) is not null || VisibleText.IsUnsafe(unit))]);

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.IndexOfAny(Odd) is >= 0 and var at)
        {
            inner.Write(buffer[..at]);
            // Of \r\n only the second half is kept: a return by itself would let what follows overwrite the line.
            if (buffer[at] != '\r' || at + 1 >= buffer.Length || buffer[at + 1] != '\n')
                inner.Write(Shown(buffer[at]));
            buffer = buffer[(at + 1)..];
        }
        inner.Write(buffer);
    }

    public override void WriteLine(string? value)
    {
        Write(value.AsSpan());
        inner.Write('\n');
    }

    public override void WriteLine() => inner.Write('\n');

    public override void Flush() => inner.Flush();

    private string Shown(char odd) =>
        VisibleText.IsUnsafe(odd) ? VisibleText.Shown(odd) : (colours ? Palette.SequenceOf(odd) : null) ?? odd.ToString();
}
