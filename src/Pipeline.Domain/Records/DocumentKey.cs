namespace Pipeline.Domain.Records;

/// <summary>Which document.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ProjectId">The project that it is of; null for a portfolio's own, and for what is nobody's.</param>
/// <param name="PortfolioId">The portfolio that it is of, or that it ties the project to; else null.</param>
/// <param name="DocumentId">Its id, the same in all of its versions.</param>
public sealed record DocumentKey(DocumentKind Kind, Guid? ProjectId, Guid? PortfolioId, Guid DocumentId)
{
    /// <summary>A document that a project has once: its id is the project's.</summary>
    public static DocumentKey OfProject(DocumentKind kind, Guid projectId) => new(kind, projectId, null, projectId);

    /// <summary>A document that a portfolio has once: its id is the portfolio's.</summary>
    public static DocumentKey OfPortfolio(DocumentKind kind, Guid portfolioId) =>
        new(kind, null, portfolioId, portfolioId);

    /// <summary>A document of which a portfolio has many.</summary>
    public static DocumentKey InPortfolio(DocumentKind kind, Guid portfolioId, Guid documentId) =>
        new(kind, null, portfolioId, documentId);

    /// <summary>What the shared directory says of an organisation: its id is the organisation's.</summary>
    public static DocumentKey OfOrganisation(DocumentKind kind, Guid organisationId) =>
        new(kind, null, null, organisationId);

    /// <summary>The project, or else the portfolio; the document itself where it is nobody's own.</summary>
    public Guid OwnerId => ProjectId ?? PortfolioId ?? DocumentId;
}
