using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Identity.Keys;

/// <summary>Keeps the keys that seal tokens where everything else is kept, so that all instances on one database share them and a restart keeps them.</summary>
internal sealed class DatabaseKeyRepository(IServiceScopeFactory scopes, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PipelineDbContext>();
        return
        [
            .. db
                .DataProtectionKeys.AsNoTracking()
                .Select(k => new { k.Id, k.Xml })
                .ToList()
                // Ids begin with their time, by which not every database sorts them.
                .OrderBy(k => k.Id)
                .Select(k => XElement.Parse(k.Xml)),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PipelineDbContext>();
        db.DataProtectionKeys.Add(
            new()
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                FriendlyName = friendlyName,
                Xml = element.ToString(SaveOptions.DisableFormatting),
            }
        );
        // The interface does not wait; this happens once in months, and on a thread of its own.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
