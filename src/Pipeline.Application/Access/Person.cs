namespace Pipeline.Application.Access;

/// <summary>Somebody's name beside an id, where a query joins it: a view of the accounts, which are kept where passwords are kept.</summary>
public sealed class Person
{
    /// <summary>UUID.</summary>
    public Guid Id { get; init; }

    /// <summary>As they are called.</summary>
    public string Name { get; init; } = "";
}
