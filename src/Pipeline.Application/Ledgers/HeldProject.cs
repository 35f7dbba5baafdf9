namespace Pipeline.Application.Ledgers;

/// <summary>A project that a portfolio held in a view, begun or not.</summary>
/// <param name="Name">As it was called.</param>
/// <param name="StartedOn">Its first day, as it was known.</param>
/// <param name="Led">Led by the portfolio then.</param>
internal sealed record HeldProject(Guid Id, string Code, string Name, DateOnly StartedOn, bool Led);
