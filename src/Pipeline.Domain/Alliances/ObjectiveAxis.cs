using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>What a partner wants of an alliance for itself.</summary>
public enum ObjectiveAxis
{
    /// <summary>Its own people take part.</summary>
    [Label("Internal mobilisation", "Mobilisation interne")]
    InternalMobilisation = 1,

    /// <summary>Others join.</summary>
    [Label("External mobilisation", "Mobilisation externe")]
    ExternalMobilisation,

    /// <summary>It works better; this product's own.</summary>
    [Label("Internal performance", "Performance interne")]
    InternalPerformance,

    /// <summary>It achieves more; this product's own.</summary>
    [Label("External performance", "Performance externe")]
    ExternalPerformance,
}
