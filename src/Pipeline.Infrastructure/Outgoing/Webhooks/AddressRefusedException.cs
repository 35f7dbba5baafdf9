namespace Pipeline.Infrastructure.Outgoing.Webhooks;

/// <summary>A name led to an address that messages are not sent to.</summary>
internal sealed class AddressRefusedException() : Exception("The address is not one that messages are sent to.");
