using System.Text.Json.Nodes;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>Something that was recorded, as a plain second computation reads it.</summary>
/// <param name="Known">The first of the instants by which it was known.</param>
/// <param name="Day">On which day it was recorded.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Project">Of which project; empty for what is of none.</param>
/// <param name="Id">Of what, which later ones say anew.</param>
/// <param name="Says">What was sent.</param>
internal sealed record Done(int Known, DateOnly Day, string Kind, Guid Project, Guid Id, JsonObject Says);
