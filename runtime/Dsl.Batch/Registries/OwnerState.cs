// What became of a subject whose key a detail or record names.
namespace Dsl.Batch.Registries;

/// <summary>What became of the subject that rows belong to.</summary>
internal enum OwnerState : byte
{
    /// <summary>No row of the main table has the key (so far).</summary>
    None,

    /// <summary>Its row was read.</summary>
    Read,

    /// <summary>Its row was rejected.</summary>
    Rejected,
}
