// What is kept of earlier versions is bounded. Memory is measured of the whole process, so that nothing else may run beside it.
using Xunit;

namespace Dsl.Compiler.Tests.Incremental;

/// <summary>Tests that run by themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}

[Collection(AloneCollection.Name)]
public sealed class KeptMemoryTests
{
    [Fact]
    public void 很多次改动不使占用的内存增加()
    {
        var folder = EditedFolder.OfRepository();
        folder.Compile().Check(default);
        var before = 0L;
        for (var round = 0; round < 600; round++)
        {
            folder.Type(round);
            folder.Compile().Check(default);
            if (round == 200)
                before = GC.GetTotalMemory(forceFullCollection: true);
        }
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 4 << 20, $"{grown >> 10} KB");
    }
}
