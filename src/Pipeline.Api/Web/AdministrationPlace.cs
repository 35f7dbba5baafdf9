using Pipeline.Domain.Common;

namespace Pipeline.Api.Web;

/// <summary>A part of the administration.</summary>
/// <param name="Address">Its page.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Help">What it is for.</param>
/// <param name="ForManagers">Managers of a portfolio open it too, not administrators alone.</param>
internal sealed record AdministrationPlace(string Address, Text Name, Text Help, bool ForManagers = false);
