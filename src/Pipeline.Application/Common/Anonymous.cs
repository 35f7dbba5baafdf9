namespace Pipeline.Application.Common;

/// <summary>Whoever sends a request without being signed in: what such a request changes carries this id.</summary>
public static class Anonymous
{
    /// <summary>A fixed id; no person has it.</summary>
    public static readonly Guid Id = new("00000000-0000-7000-8000-000000000002");

    /// <summary>Shown where a person's name would be.</summary>
    public const string Name = "Not signed in";
}
