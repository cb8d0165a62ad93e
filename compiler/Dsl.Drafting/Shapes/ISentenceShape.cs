// A kind of sentence that grants something other than a computed award: one file per shape, tried in the order of ShapeTable.
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

/// <summary>A shape of sentences: targets, funds, duties. It claims the figures that it uses.</summary>
internal interface ISentenceShape
{
    /// <summary>The blocks of a sentence; none where it is not of this shape.</summary>
    IEnumerable<DraftBlock> Read(SentenceReading sentence);
}
