using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>What an organisation is that takes part (CT l.458-495).</summary>
public enum ParticipantNature
{
    /// <summary>Collectivité territoriale.</summary>
    [Label("Local authority", "Collectivité territoriale")]
    LocalAuthority = 1,

    /// <summary>Association.</summary>
    [Label("Association", "Association")]
    Association,

    /// <summary>Entreprise.</summary>
    [Label("Company", "Entreprise")]
    Company,

    /// <summary>Académique.</summary>
    [Label("Academic", "Académique")]
    Academic,

    /// <summary>Collectif, public, territorial or of companies.</summary>
    [Label("Collective", "Collectif")]
    Collective,

    /// <summary>Pôle territorial de coopération économique.</summary>
    [Label("Territorial cluster of economic cooperation", "PTCE")]
    CooperativeCluster,

    /// <summary>Entrepreneur social.</summary>
    [Label("Social entrepreneur", "Entrepreneur social")]
    SocialEntrepreneur,
}
