// A drafted block with its number and its place in the document, and how far it had to be reduced to compile.
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Structure;

namespace Dsl.Drafting.Writing;

/// <summary>How much of a block is written.</summary>
internal enum Extent
{
    /// <summary>All that was drafted.</summary>
    Whole,

    /// <summary>Its quotation and a 说明.</summary>
    Explained,

    Nothing,
}

/// <summary>A block as it is written; the refusal is what the check said of it when it was whole.</summary>
internal sealed record PlacedBlock(string Number, Article Article, Departments Departments, DraftBlock Block,
    Extent Extent = Extent.Whole, string Refusal = "");
