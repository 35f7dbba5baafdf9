using Pipeline.Domain.Common;

namespace Pipeline.Domain.Webhooks;

/// <summary>What webhooks refuse.</summary>
public static class WebhookRefusals
{
    public static readonly Refusal InvalidAddress = CommonRefusals.InvalidLink.Saying(
        new(
            "The address has to be an absolute https address without user name, password and fragment, on a port from 1 on.",
            "L'adresse doit être une adresse https absolue, sans nom d'utilisateur, mot de passe ni fragment, sur un port à partir de 1."
        )
    );

    public static readonly Refusal AddressNotAllowed = Refusal.Invalid(
        "webhook_address_not_allowed",
        new(
            "{0} leads into a network that webhooks are not sent to: this machine, a private, a local or a reserved one.",
            "{0} mène à un réseau vers lequel aucun webhook n'est envoyé : cette machine, un réseau privé, local ou réservé."
        ),
        "The address leads to this machine, or into a private, local or reserved network."
    );

    public static readonly Refusal TooManyWebhooks = CommonRefusals
        .TooMany.As(RefusalKind.Refused)
        .Saying(
            new(
                "The portfolio has {0} webhooks already, the most that one has.",
                "Le portefeuille a déjà {0} webhooks, le maximum."
            )
        );

    public static readonly Refusal SwitchedOff = Refusal.Refused(
        "webhook_switched_off",
        new("The webhook is switched off: switch it on first.", "Le webhook est désactivé : activez-le d'abord.")
    );
}
