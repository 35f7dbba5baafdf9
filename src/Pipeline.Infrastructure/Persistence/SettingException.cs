namespace Pipeline.Infrastructure.Persistence;

/// <summary>A setting that cannot be; the message says which, and what is expected.</summary>
public sealed class SettingException(string message) : Exception(message);
