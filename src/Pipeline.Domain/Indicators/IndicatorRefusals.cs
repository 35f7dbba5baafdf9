using Pipeline.Domain.Common;

namespace Pipeline.Domain.Indicators;

/// <summary>What indicators, their readings and targets refuse of their own.</summary>
public static class IndicatorRefusals
{
    public static readonly Refusal UnknownIndicator = Refusal.Invalid(
        "unknown_indicator",
        new(
            "The lead portfolio has no indicator '{0}'; it has {1}.",
            "Le portefeuille chef de file n'a pas d'indicateur « {0} » ; il a {1}."
        ),
        "The lead portfolio has no such indicator."
    );

    public static readonly Refusal UnitInUse = Refusal.Invalid(
        "unit_in_use",
        new(
            "Indicator {0} has readings in {1}: another unit is another indicator, with a code of its own.",
            "L'indicateur {0} a des relevés en {1} : une autre unité est un autre indicateur, avec son propre code."
        ),
        "The indicator has readings in another unit."
    );

    public static readonly Refusal UnitDiffers = Refusal.Invalid(
        "unit_differs",
        new("Indicator {0} is read in {1}, not in {2}.", "L'indicateur {0} se relève en {1}, et non en {2}."),
        "The lead portfolio has the indicator in another unit."
    );

    public static readonly Refusal ShareSummed = Refusal.Invalid(
        "share_summed",
        new(
            "Values in {0} do not add up, for they are shares of different wholes: total is none.",
            "Des valeurs en {0} ne s'additionnent pas, car ce sont des parts de totaux différents : total vaut none."
        ),
        "Shares of different wholes do not add up."
    );

    public static readonly Refusal SdgOutOfRange = CommonRefusals.TooEarly.Saying(
        new("A Sustainable Development Goal is 1 to 17.", "Un objectif de développement durable va de 1 à 17.")
    );

    public static readonly Refusal TooManyDecimals = MoneyRefusals.TooManyDecimals.Saying(
        new("{0} has more than nine decimals.", "{0} a plus de neuf décimales.")
    );

    public static readonly Refusal ValueTooLarge = CommonRefusals.TooEarly.Saying(
        new("{0} has more than fifteen digits before the point.", "{0} a plus de quinze chiffres avant la virgule.")
    );

    public static readonly Refusal NothingAimedAt = CommonRefusals.Required.Saying(
        new(
            "A baseline or a target is required for {0}.",
            "Une valeur de départ (baseline) ou une cible (target) est obligatoire pour {0}."
        )
    );

    public static readonly Refusal DayWithoutValue = CommonRefusals.Required.Saying(
        new("{0} is required, since its day is given.", "{0} est obligatoire, puisque son jour est donné.")
    );
}
