// The keys that cookies are protected with: in the control store, so that they outlast a start and are the same for several processes.
using System.Xml.Linq;
using Dsl.Host.Accounts;
using Dsl.Host.Store;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Dsl.Host.Access;

/// <summary>Keeps keys of the framework's data protection.</summary>
internal sealed class ProtectionKeyStore(IControlStore store, TimeProvider clock) : IXmlRepository
{
    // The framework asks for them at the start and once in some months; its interface knows no waiting.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.Read(static session => session.Query<string>("SELECT xml FROM protection_key ORDER BY created_at, name"),
            CancellationToken.None).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        store.Write(session => session.Execute("INSERT INTO protection_key (name, xml, created_at) VALUES (@Name, @Xml, @At)", new
        {
            Name = $"{friendlyName}-{Guid.NewGuid():N}", Xml = element.ToString(SaveOptions.DisableFormatting),
            At = StoreTime.Text(clock.GetUtcNow()),
        }), CancellationToken.None).GetAwaiter().GetResult();
}
