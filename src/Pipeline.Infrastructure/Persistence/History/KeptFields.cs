using Pipeline.Application.Common;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Infrastructure.Persistence.History;

/// <summary>What of a thing is kept when it is replaced: all that views show or judge by. Another thing is a line here.</summary>
/// <param name="Kind">As a <see cref="FormerVersion"/> calls it; of a document, its key.</param>
/// <param name="Fields">Properties, parts that share its row, and lists.</param>
internal sealed record KeptFields(Func<object, string> Kind, params string[] Fields)
{
    private static readonly Dictionary<Type, KeptFields> Rules = new()
    {
        [typeof(Project)] = new(
            _ => FormerVersion.Project,
            nameof(Project.Name),
            nameof(Project.Summary),
            nameof(Project.StartedOn),
            nameof(Project.OwnerOrganisationId),
            nameof(Project.LeadPortfolioId),
            nameof(Project.Version),
            nameof(Project.SolutionHypotheses),
            nameof(Project.SocioEconomicModel),
            nameof(Project.Need),
            nameof(Project.Model),
            nameof(Project.TakeOver),
            nameof(Project.Territories),
            nameof(Project.Stakeholders)
        ),
        [typeof(Portfolio)] = new(_ => FormerVersion.Portfolio, nameof(Portfolio.Name), nameof(Portfolio.Policy)),
        [typeof(Organisation)] = new(
            _ => FormerVersion.Organisation,
            nameof(Organisation.Name),
            nameof(Organisation.IdentifierScheme),
            nameof(Organisation.IdentifierId),
            nameof(Organisation.Country),
            nameof(Organisation.ActorProfile),
            nameof(Organisation.MergedIntoId)
        ),
        [typeof(ReferenceDocument)] = new(
            document => ((ReferenceDocument)document).Key,
            nameof(ReferenceDocument.Json)
        ),
    };

    /// <summary>The rule of a type; null for what is kept otherwise, or never shown.</summary>
    public static KeptFields? Of(Type type) => Rules.GetValueOrDefault(type);
}
