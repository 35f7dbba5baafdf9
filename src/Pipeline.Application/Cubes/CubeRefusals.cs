using Pipeline.Domain.Common;

namespace Pipeline.Application.Cubes;

/// <summary>What a cube refuses.</summary>
public static class CubeRefusals
{
    public static readonly Refusal SameDimension = Refusal.Invalid(
        "same_dimension",
        new(
            "Rows and columns are both “{0}”: ask for two different dimensions.",
            "Les lignes et les colonnes sont toutes deux « {0} » : demandez deux dimensions différentes."
        ),
        "Rows and columns have to be different dimensions."
    );
}
