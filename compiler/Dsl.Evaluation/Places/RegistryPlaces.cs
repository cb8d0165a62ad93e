// The settled claims of a registry, by clause and subject.
using Dsl.Ir.Nodes;

namespace Dsl.Evaluation.Places;

/// <summary>What 名额 and 总额 leave to each subject of a registry. Read only once it is made; safe on several threads.</summary>
public sealed class RegistryPlaces
{
    private readonly Dictionary<(IrClause Clause, string Key), SettledPlace> _places = [];

    private RegistryPlaces() { }

    /// <summary>Settles the claims of every clause; what is settled does not depend on their order.</summary>
    public static RegistryPlaces Settle(IEnumerable<ClauseClaims> clauses)
    {
        var places = new RegistryPlaces();
        foreach (var clause in clauses)
        {
            foreach (var (claim, place) in clause.Claims.Zip(PlaceSettling.Settle(clause)))
            {
                if (place is not null)
                    places._places[(clause.Clause, claim.Key)] = place;
            }
        }
        return places;
    }

    /// <summary>The place of a subject; null where it claimed nothing when places were settled.</summary>
    public SettledPlace? Find(IrClause clause, string key) => _places.GetValueOrDefault((clause, key));
}
