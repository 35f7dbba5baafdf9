using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Api.Tests.Common;

/// <summary>Bodies that differ in some fields.</summary>
public static class Fields
{
    /// <summary>A body with other fields, or further ones.</summary>
    public static JsonObject Merge(object body, object? more)
    {
        var merged = JsonSerializer.SerializeToNode(body)!.AsObject();
        if (more is not null)
            foreach (var (name, value) in JsonSerializer.SerializeToNode(more)!.AsObject())
                merged[name] = value?.DeepClone();
        return merged;
    }
}
