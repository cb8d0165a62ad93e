// Where the statements of a file that is being edited lie: the addresses used in spans, and the offsets into the current text.
namespace Dsl.Syntax.Text;

/// <summary>
/// A statement is given a range of addresses with room after it when it is read, and keeps it while its text stays as it is, whatever is
/// written before it. So its nodes and diagnostics stay valid from version to version; only this table is rebuilt.
/// </summary>
/// <param name="addresses">The first address of each statement with the space before it, ascending.</param>
/// <param name="offsets">The first offset of each, ascending.</param>
/// <param name="length">The length of the text.</param>
internal sealed class AddressTable(int[] addresses, Starts offsets, int length)
{
    /// <summary>The highest address that is given out.</summary>
    public const int Highest = int.MaxValue - 1;

    /// <summary>The first address of each statement.</summary>
    public int[] Addresses => addresses;

    /// <summary>The first offset of each statement.</summary>
    public Starts Offsets => offsets;

    /// <summary>Where an address lies in the text.</summary>
    public int OffsetOf(int address)
    {
        var index = Array.BinarySearch(addresses, address);
        var statement = Math.Max(0, index < 0 ? ~index - 1 : index);
        var end = statement + 1 < offsets.Count ? offsets[statement + 1] : length;
        return Math.Clamp(offsets[statement] + address - addresses[statement], offsets[statement], end);
    }

    /// <summary>The address of a place in the text. Between two statements it belongs to the first.</summary>
    public int AddressOf(int offset)
    {
        var statement = Math.Max(0, offsets.CountBelow(offset) - 1);
        return addresses[statement] + offset - offsets[statement];
    }
}
