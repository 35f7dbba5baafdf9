using Pipeline.Application.Deadlines;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>What is due.</summary>
internal static class DeadlineWords
{
    public static readonly Text Title = new("Deadlines", "Échéances"),
        Lead =
            new(
                "Everything that is due in what you see, the earliest first.",
                "Tout ce qui est attendu dans ce que vous voyez, au plus tôt d'abord."
            ),
        None = new("Nothing is due as asked for.", "Rien n'est attendu dans cette sélection."),
        NothingSoon = new("Nothing is due within the next 60 days.", "Rien n'est attendu dans les 60 prochains jours."),
        Due = new("Due on", "Échéance"),
        What = new("What", "Quoi"),
        State = new("State", "État"),
        From = new("From", "Du"),
        To = new("To", "Au"),
        All = new("All deadlines", "Toutes les échéances");

    /// <summary>How a deadline stands.</summary>
    public static Text Of(DeadlineState state) =>
        state switch
        {
            DeadlineState.Late => new("Late", "En retard"),
            DeadlineState.Due => new("Due", "À faire"),
            _ => new("Ahead", "À venir"),
        };
}
