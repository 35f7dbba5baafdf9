namespace Pipeline.Api.Hosting;

/// <summary>Marks an endpoint that sends what people wrote elsewhere: a browser is told to run nothing of it, also at the address of a page.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SandboxedAttribute : Attribute;
