using Pipeline.Application.Organisations;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Imports;

/// <summary>What is wrong in a row of the product's own workbook.</summary>
public static class WorkbookRefusals
{
    public static readonly Refusal UnknownProject = Refusal.Invalid(
        "unknown_project",
        new("The portfolio has no project '{0}'.", "Le portefeuille n'a pas de projet « {0} »."),
        "No project, or more than one, has this code."
    );

    public static readonly Refusal UnknownSheet = Refusal.Invalid(
        "unknown_sheet",
        new(
            "There is no sheet '{0}' in this workbook's form: what it holds is read from the sheet '{1}'.",
            "La forme de ce classeur n'a pas de feuille « {0} » : ce qu'elle contient se lit dans la feuille « {1} »."
        ),
        "A sheet of the product's own workbook was renamed."
    );

    public static readonly Refusal HeadingNotRead = RowRefusals.HeadingBeside.Saying(
        new(
            "The column '{0}' is none of this sheet's: it is not read.",
            "La colonne « {0} » n'est pas de cette feuille : elle n'est pas lue."
        )
    );

    public static readonly Refusal AmbiguousProject = UnknownProject.Saying(
        new(
            "Several projects have the code '{0}': add the line in Pipeline.",
            "Plusieurs projets portent le code « {0} » : ajoutez la ligne dans Pipeline."
        )
    );

    public static readonly Refusal EmptyAmount = CommonRefusals.Required.Saying(
        new("'{0}' is no amount: a number is expected.", "« {0} » n'est pas un montant : un nombre est attendu.")
    );

    public static readonly Refusal EmptyDate = CommonRefusals.Required.Saying(
        new("'{0}' is no date: {1}.", "« {0} » n'est pas une date : {1}.")
    );

    public static readonly Refusal ProjectNotLed = RowRefusals.ProjectNotLed.Saying(
        new(
            "Another portfolio leads this project: it is changed there.",
            "Un autre portefeuille mène ce projet : il se modifie là-bas."
        )
    );

    public static readonly Refusal UnknownOrganisation = OrganisationRefusals.UnknownOrganisation.Saying(
        new(
            "No organisation is called '{0}': add it to the directory first, or write it as it stands there.",
            "Aucune organisation ne s'appelle « {0} » : ajoutez-la d'abord à l'annuaire, ou écrivez-la comme elle y figure."
        )
    );

    public static readonly Refusal CommitmentTwice = RowRefusals.DuplicateIdentifier.Saying(
        new(
            "The commitment stands in the sheet twice; a new one has no id.",
            "L'engagement figure deux fois dans la feuille ; un nouveau n'a pas d'id."
        )
    );

    public static readonly Refusal AppendOnly = Refusal.Invalid(
        "append_only",
        new(
            "A commitment is written once, and this one has another value here than '{0}': cancel it in Pipeline and add a row without an id.",
            "Un engagement ne s'écrit qu'une fois, et celui-ci a ici une autre valeur que « {0} » : annulez-le dans Pipeline et ajoutez une ligne sans id."
        ),
        "A commitment is written once: cancel it and add a new one."
    );

    public static readonly Refusal InvalidHours = CommonRefusals.InvalidNumber.Saying(
        new("'{0}' is no number of hours.", "« {0} » n'est pas un nombre d'heures.")
    );

    public static readonly Refusal StalePlan = CommonRefusals
        .Stale.As(RefusalKind.Invalid)
        .Saying(
            new(
                "The line is of an older plan: export the workbook as of today.",
                "La ligne est d'un plan plus ancien : exportez le classeur à ce jour."
            )
        );

    public static readonly Refusal PlanLineRemoved = Refusal.Invalid(
        "plan_line_removed",
        new(
            "The sheet has no line {0}, {1} of this project any more: it is planned no more.",
            "La feuille n'a plus de ligne {0}, {1} de ce projet : elle n'est plus prévue."
        ),
        "The line is in the workbook no more and is planned no more; a notice, not a refusal."
    );

    public static readonly Refusal NewProject = CommonRefusals.Required.Saying(
        new(
            "A row without an id would be a new project: projects are begun in Pipeline.",
            "Une ligne sans id serait un nouveau projet : les projets se créent dans Pipeline."
        )
    );

    public static readonly Refusal ProjectTwice = RowRefusals.DuplicateIdentifier.Saying(
        new("The project stands in the sheet twice.", "Le projet figure deux fois dans la feuille.")
    );

    public static readonly Refusal NotEditable = Refusal.Invalid(
        "not_editable",
        new(
            "'{0}' differs from what Pipeline has, and this column is not taken from a workbook.",
            "« {0} » diffère de ce que Pipeline connaît, et cette colonne n'est pas reprise d'un classeur."
        ),
        "The cell differs, and its column is not taken from a workbook."
    );

    public static readonly Refusal UnknownId = Refusal.Invalid(
        "unknown_id",
        new("'{0}' is no id of this portfolio.", "« {0} » n'est pas un identifiant de ce portefeuille."),
        "The id is none of this portfolio's."
    );

    public static readonly Refusal Stale = CommonRefusals
        .Stale.As(RefusalKind.Invalid)
        .Saying(
            new(
                "The project has changed since this workbook was exported: export it again and make the change there.",
                "Le projet a changé depuis l'export de ce classeur : exportez-le à nouveau et reportez-y la modification."
            )
        );

    public static readonly Refusal InvalidAmount = MoneyRefusals.InvalidAmount.Saying(
        new("'{0}' is no amount: a number is expected.", "« {0} » n'est pas un montant : un nombre est attendu.")
    );
}
