// Puts together what keeps decisions, ledger and publications.
using Dsl.Host.Ledger;
using Dsl.Host.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Dsl.Host.Publishing;

/// <summary>Adds the ledger.</summary>
internal static class LedgerServices
{
    /// <summary>Adds the services.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddSingleton<AwardLedger>().AddSingleton<DecisionStore>().AddSingleton<RecordAdoption>().AddSingleton<RecordFiles>()
        .AddSingleton<RunRegistry>().AddSingleton<SetApprovals>().AddSingleton<PublicationStore>().AddSingleton<Publications>()
        .AddSingleton<DecisionDesk>();
}
