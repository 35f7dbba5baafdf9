namespace Pipeline.Api.Web.Parts;

/// <summary>A row of a list within a form.</summary>
/// <param name="At">What the names of its fields begin with, for example <c>objectives[0]</c>.</param>
/// <param name="Index">Its place, from 0.</param>
public sealed record FormRow(string At, int Index);
