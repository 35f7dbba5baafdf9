using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>A fact that several read: what it says is read once.</summary>
internal sealed class HeldFact(FactEntry entry)
{
    private object? _says;

    /// <summary>As it is stored.</summary>
    public FactEntry Entry => entry;

    /// <summary>What it says; every kind is of one type.</summary>
    public T Says<T>()
    {
        if (Volatile.Read(ref _says) is { } read)
            return (T)read;
        var says = RecordJson.Read<T>(entry.Json);
        Volatile.Write(ref _says, says);
        return says;
    }
}
