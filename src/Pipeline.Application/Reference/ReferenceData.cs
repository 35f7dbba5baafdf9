using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Resources;
using Pipeline.Domain.Risks;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Reference;

/// <summary>One need of the profile: how much a phase needs of a lever, 0 to 3.</summary>
public sealed record NeedEntry(Phase Phase, Lever Lever, int Need);

/// <summary>The reference data in force: what an administrator stored, and the domain's own figures else.</summary>
public sealed class ReferenceData(IPipelineDb db)
{
    internal const string References = "ratioReferences",
        Needs = "needProfile",
        Resources = "resources";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly NeedEntry[] DefaultNeeds =
    [
        .. PhaseOrder.All.SelectMany(phase =>
            Levers.All.Select(lever => new NeedEntry(phase, lever, NeedProfile.Need(lever, phase)))
        ),
    ];

    /// <summary>What ratios are shown beside, and its version: 0 while it stands as installed.</summary>
    public Task<(IReadOnlyList<RatioReference> Items, long Version)> RatioReferencesAsync(
        CancellationToken cancellationToken
    ) => ReadAsync(References, RatioReferences.Defaults, cancellationToken);

    /// <summary>The need profile, every phase and lever, and its version.</summary>
    public Task<(IReadOnlyList<NeedEntry> Items, long Version)> NeedProfileAsync(CancellationToken cancellationToken) =>
        ReadAsync<NeedEntry>(Needs, DefaultNeeds, cancellationToken);

    /// <summary>What ratios were shown beside at a view's instant.</summary>
    public Task<IReadOnlyList<RatioReference>> RatioReferencesAsync(
        IKnownThen view,
        CancellationToken cancellationToken
    ) => ReadAsync(References, RatioReferences.Defaults, view, cancellationToken);

    /// <summary>The need profile of a view's instant.</summary>
    public Task<IReadOnlyList<NeedEntry>> NeedProfileAsync(IKnownThen view, CancellationToken cancellationToken) =>
        ReadAsync<NeedEntry>(Needs, DefaultNeeds, view, cancellationToken);

    /// <summary>Replaces the references; saving is the caller's.</summary>
    /// <exception cref="StaleException"><paramref name="version"/> is not the current one.</exception>
    public Task SetRatioReferencesAsync(
        IReadOnlyList<RatioReference> references,
        long? version,
        CancellationToken cancellationToken
    ) => WriteAsync(References, references, version, cancellationToken);

    /// <summary>Replaces the need profile; saving is the caller's.</summary>
    /// <exception cref="StaleException"><paramref name="version"/> is not the current one.</exception>
    public Task SetNeedProfileAsync(
        IReadOnlyList<NeedEntry> needs,
        long? version,
        CancellationToken cancellationToken
    ) => WriteAsync(Needs, needs, version, cancellationToken);

    /// <summary>What helps, and its version.</summary>
    public Task<(IReadOnlyList<Resource> Items, long Version)> ResourcesAsync(CancellationToken cancellationToken) =>
        ReadAsync(Resources, KitResources.Defaults, cancellationToken);

    /// <summary>Replaces what helps; saving is the caller's.</summary>
    /// <exception cref="StaleException"><paramref name="version"/> is not the current one.</exception>
    public Task SetResourcesAsync(
        IReadOnlyList<Resource> resources,
        long? version,
        CancellationToken cancellationToken
    ) => WriteAsync(Resources, resources, version, cancellationToken);

    /// <summary>A list of entries, and its version.</summary>
    public Task<(IReadOnlyList<ReferenceEntry> Items, long Version)> ListAsync(
        ReferenceListKind list,
        CancellationToken cancellationToken
    ) => ReadAsync(Codes.Of(list), DefaultsOf(list), cancellationToken);

    /// <summary>A list of entries as it was.</summary>
    /// <param name="then">At whose instant; null for now.</param>
    public async Task<IReadOnlyList<ReferenceEntry>> ListAsync(
        ReferenceListKind list,
        IKnownThen? then,
        CancellationToken cancellationToken
    ) =>
        then is null
            ? (await ListAsync(list, cancellationToken)).Items
            : await ReadAsync(Codes.Of(list), DefaultsOf(list), then, cancellationToken);

    /// <summary>The codes of a list of entries.</summary>
    public async Task<IReadOnlyCollection<string>> CodesAsync(
        ReferenceListKind list,
        CancellationToken cancellationToken
    ) => [.. (await ListAsync(list, cancellationToken)).Items.Select(e => e.Code)];

    /// <summary>Replaces a list of entries; saving is the caller's.</summary>
    /// <exception cref="StaleException"><paramref name="version"/> is not the current one.</exception>
    public Task SetListAsync(
        ReferenceListKind list,
        IReadOnlyList<ReferenceEntry> entries,
        long? version,
        CancellationToken cancellationToken
    ) => WriteAsync(Codes.Of(list), entries, version, cancellationToken);

    private static IReadOnlyList<ReferenceEntry> DefaultsOf(ReferenceListKind list) =>
        list == ReferenceListKind.AllianceKinds ? AllianceKinds.Defaults : OfferedRisks.Defaults;

    private async Task<(IReadOnlyList<T>, long)> ReadAsync<T>(
        string key,
        IReadOnlyList<T> defaults,
        CancellationToken cancellationToken
    )
    {
        var document = await db
            .ReferenceDocuments.AsNoTracking()
            .FirstOrDefaultAsync(d => d.Key == key, cancellationToken);
        return (Items(document?.Json, defaults), document?.Version ?? 0);
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        string key,
        IReadOnlyList<T> defaults,
        IKnownThen view,
        CancellationToken cancellationToken
    )
    {
        var document = await db
            .ReferenceDocuments.AsNoTracking()
            .FirstOrDefaultAsync(d => d.Key == key, cancellationToken);
        var then = await view.FormerAsync(key, cancellationToken);
        return Items(then.Of(Guid.Empty, "json", document?.Json), defaults);
    }

    /// <summary>The items of a version, as it was stored.</summary>
    internal static IReadOnlyList<T> Stored<T>(string json) => Items<T>(json, []);

    private static IReadOnlyList<T> Items<T>(string? json, IReadOnlyList<T> defaults) =>
        json is null ? defaults : JsonSerializer.Deserialize<List<T>>(json, Json)!;

    private async Task WriteAsync<T>(
        string key,
        IReadOnlyList<T> items,
        long? version,
        CancellationToken cancellationToken
    )
    {
        var document = await db.ReferenceDocuments.FirstOrDefaultAsync(d => d.Key == key, cancellationToken);
        if (version is { } expected && expected != (document?.Version ?? 0))
            throw CommonRefusals.Stale.Exception();
        var json = JsonSerializer.Serialize(items, Json);
        if (document is null)
        {
            db.ReferenceDocuments.Add(new ReferenceDocument { Key = key, Json = json });
            return;
        }
        // What says what it said is no new version: the audit, which tells the versions, has nothing to tell of it.
        if (document.Json == json)
            return;
        document.Json = json;
        document.Version++;
    }
}
