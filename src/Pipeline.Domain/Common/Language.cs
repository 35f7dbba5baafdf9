namespace Pipeline.Domain.Common;

/// <summary>The two languages the product speaks. Codes are never translated, sentences always are.</summary>
public enum Language
{
    /// <summary>English, the default.</summary>
    En,

    /// <summary>French, the field's own language.</summary>
    Fr,
}
