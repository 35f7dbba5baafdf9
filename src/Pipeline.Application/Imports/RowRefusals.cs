using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>What is wrong in a row of grants, and what is taken differently from how it is written.</summary>
public static class RowRefusals
{
    public static readonly Refusal CommitmentHasDeliveries = Refusal.Invalid(
        "commitment_has_deliveries",
        new(
            "The agreement differs from the commitment that is recorded, and something was delivered on that: correct it there.",
            "L'accord diffère de l'engagement enregistré, sur lequel quelque chose a été versé : corrigez-le là-bas."
        ),
        "The agreement differs from the recorded commitment, on which something was delivered."
    );

    public static readonly Refusal PortfolioLeft = Refusal.Invalid(
        "portfolio_left",
        new(
            "This portfolio has left the project: nothing new is committed to it.",
            "Ce portefeuille a quitté le projet : rien de nouveau ne peut y être engagé."
        ),
        "The portfolio has left the project, to which nothing new is committed."
    );

    public static readonly Refusal ProjectNotLed = Refusal.Invalid(
        "project_not_led",
        new(
            "Another portfolio leads this project: its name and beneficiary are changed there.",
            "Un autre portefeuille mène ce projet : son nom et son bénéficiaire se modifient là-bas."
        ),
        "Another portfolio leads the project: it is changed there."
    );

    public static readonly Refusal SheetSkipped = Refusal.Invalid(
        "sheet_skipped",
        new(
            "The sheet '{0}' has none of the format's headings together and is not read.",
            "La feuille « {0} » ne réunit pas les intitulés du format et n'est pas lue."
        ),
        "The sheet has not the format's headings; a notice, not a refusal."
    );

    public static readonly Refusal DatesReversed = CommitmentRefusals.EndsBeforeAgreed.Saying(
        new(
            "The planned end lies before the start or the award: it is left out.",
            "La fin prévue précède le début ou l'attribution : elle est omise."
        )
    );

    public static readonly Refusal PlannedDateLeftOut = CommonRefusals.InvalidDate.Saying(
        new("'{0}' is no date and is left out: {1}.", "« {0} » n'est pas une date et est omis : {1}.")
    );

    public static readonly Refusal EmptyCell = CommonRefusals.Required.Saying(
        new("The cell is empty; a value is expected.", "La cellule est vide ; une valeur est attendue.")
    );

    public static readonly Refusal InvalidCharacter = Refusal.Invalid(
        "invalid_character",
        new(
            "The cell holds NUL or half a character, which is no text.",
            "La cellule contient NUL ou la moitié d'un caractère, ce qui n'est pas du texte."
        ),
        "The cell holds a character that is no text."
    );

    public static readonly Refusal ErrorValue = Refusal.Invalid(
        "error_value",
        new(
            "The cell holds {0}, which a spreadsheet writes where a formula failed: write the value that is meant.",
            "La cellule contient {0}, qu'un tableur écrit quand une formule échoue : écrivez la valeur voulue."
        ),
        "The cell holds what a spreadsheet writes where a formula failed."
    );

    public static readonly Refusal ErrorLeftOut = ErrorValue.Saying(
        new(
            "The cell holds {0}, which a spreadsheet writes where a formula failed: it is left out.",
            "La cellule contient {0}, qu'un tableur écrit quand une formule échoue : elle est omise."
        )
    );

    public static readonly Refusal LostLetter = Refusal.Invalid(
        "lost_letter",
        new(
            "The cell holds the sign \uFFFD for a letter that was lost before the file was written: write the letter.",
            "La cellule contient le signe \uFFFD pour une lettre perdue avant l'écriture du fichier : écrivez la lettre."
        ),
        "A letter of the cell was lost before the file was written."
    );

    public static readonly Refusal LettersRestored = Refusal.Invalid(
        "letters_restored",
        new(
            "The cell held letters that were read wrongly before the file was written, as \u00C3\u00A9 for é: those that were meant are put in their place.",
            "La cellule contenait des lettres mal lues avant l'écriture du fichier, comme \u00C3\u00A9 pour é : celles qui étaient voulues ont été rétablies."
        ),
        "Letters that were read wrongly before the file was written are restored; a notice, not a refusal."
    );

    public static readonly Refusal SeveralValues = Refusal.Invalid(
        "several_values",
        new(
            "The row has another one beside '{0}' in '{1}': one is expected, for a part of the money each is a row of its own.",
            "La ligne en a un autre que « {0} » dans « {1} » : un seul est attendu ; chacun, avec sa part du montant, forme une ligne."
        ),
        "The row has a second recipient, or another second value, where one is expected."
    );

    public static readonly Refusal SeveralLeftOut = SeveralValues.Saying(
        new("'{1}' is left out: '{0}' counts.", "« {1} » est omis : « {0} » compte.")
    );

    public static readonly Refusal TooLong = CommonRefusals.TooLong.Saying(
        new(
            "The cell has {0} characters; at most {1} are taken.",
            "La cellule compte {0} caractères ; {1} au plus sont acceptés."
        )
    );

    public static readonly Refusal InvalidDate = PlannedDateLeftOut.Saying(
        new("'{0}' is no date: {1}.", "« {0} » n'est pas une date : {1}.")
    );

    public static readonly Refusal DateInFuture = CommonRefusals.DateInFuture.Saying(
        new(
            "{0} is in the future; a grant that was awarded is expected.",
            "{0} est dans le futur ; un don déjà accordé est attendu."
        )
    );

    public static readonly Refusal PlaceholderIdentifier = Refusal.Invalid(
        "placeholder_identifier",
        new(
            "'{0}' names no list (as GB-CHC-1070468 does) and is not taken as an identifier: the organisation is found by its exact name.",
            "« {0} » ne nomme aucun registre (comme GB-CHC-1070468) et n'est pas pris pour un identifiant : l'organisation est retrouvée par son nom exact."
        ),
        "The identifier is a placeholder and identifies nobody; a notice, not a refusal."
    );

    public static readonly Refusal UnknownFormat = Refusal.Invalid(
        "unknown_format",
        new(
            "None of the headings is known: the 360Giving standard, the French format of subsidy agreements or Pipeline's own workbook is expected.",
            "Aucun intitulé n'est connu : le standard 360Giving, le format français des conventions de subvention ou le classeur de Pipeline est attendu."
        ),
        "None of the headings is known."
    );

    public static readonly Refusal MissingHeading = Refusal.Invalid(
        "missing_heading",
        new("There is no column '{0}'.", "Il n'y a pas de colonne « {0} »."),
        "A column that is needed is missing."
    );

    public static readonly Refusal DuplicateHeading = Refusal.Invalid(
        "duplicate_heading",
        new("The heading '{0}' stands there twice.", "L'intitulé « {0} » figure deux fois."),
        "A heading stands there twice."
    );

    public static readonly Refusal SameMeaning = DuplicateHeading.Saying(
        new(
            "The columns '{0}' and '{1}' mean the same: leave one out, or say in a mapping which one counts.",
            "Les colonnes « {0} » et « {1} » disent la même chose : retirez-en une, ou dites dans une correspondance laquelle compte."
        )
    );

    public static readonly Refusal HeadingBeside = Refusal.Invalid(
        "heading_not_read",
        new(
            "The column '{0}' is not read: '{1}' has its meaning.",
            "La colonne « {0} » n'est pas lue : « {1} » en a le sens."
        ),
        "A column that nothing is read from; a notice, not a refusal."
    );

    public static readonly Refusal TooManyCells = Refusal.Invalid(
        "too_many_cells",
        new(
            "The row has {0} cells under {1} headings: a text with a separator in it needs quotation marks.",
            "La ligne a {0} cellules sous {1} intitulés : un texte qui contient un séparateur demande des guillemets."
        ),
        "The row has more cells than there are headings."
    );

    public static readonly Refusal DuplicateIdentifier = Refusal.Invalid(
        "duplicate_identifier",
        new(
            "'{0}' stands in {1} already; each grant is expected once.",
            "« {0} » figure déjà à {1} ; chaque don est attendu une fois."
        ),
        "Two rows have the same identifier."
    );

    public static readonly Refusal InvalidShare = Refusal.Invalid(
        "invalid_share",
        new(
            "'{0}' is no share: more than 0, at most 1, for example 0.8.",
            "« {0} » n'est pas une part : plus de 0, au plus 1, par exemple 0.8."
        ),
        "A share is more than 0 and at most 1."
    );

    public static readonly Refusal ShareTooSmall = MoneyRefusals.AmountNotPositive.Saying(
        new("The share of the amount is less than a cent.", "La part du montant est inférieure à un centime.")
    );

    public static readonly Refusal AmbiguousShare = Refusal.Invalid(
        "ambiguous_share",
        new(
            "It cannot be told whether {0} is the whole amount of the decision or the line's own part of it: the decision's lines that are here do not show it. Bring them in together, or write the line's own amount with the share 1.",
            "On ne peut savoir si {0} est le montant total de la décision ou la part propre de la ligne : les lignes présentes de la décision ne le montrent pas. Importez-les ensemble, ou écrivez le montant propre de la ligne avec la part 1."
        ),
        "A line has a part of a decision, and nothing says whether its amount is the whole or the part."
    );

    public static readonly Refusal DecisionIncomplete = Refusal.Invalid(
        "decision_incomplete",
        new(
            "Lines of the same decision are left out (rows {0}): those that share an amount are taken together.",
            "D'autres lignes de la même décision sont omises ({0}) : celles qui se partagent un montant sont prises ensemble."
        ),
        "Another line of the decision is left out, and lines that share an amount are taken together."
    );

    public static readonly Refusal UnknownNature = CommonRefusals.UnknownCode.Saying(
        new(
            "'{0}' is not known here; known are 'aide en numéraire', 'aide en nature' and their everyday forms, or both with a semicolon between them.",
            "« {0} » est inconnu ici ; sont connus « aide en numéraire », « aide en nature » et leurs formes courantes, ou les deux séparés par un point-virgule."
        )
    );

    public static readonly Refusal MixedNature = Refusal.Invalid(
        "mixed_nature",
        new(
            "The line is cash and in kind under one amount: it is recorded as cash.",
            "La ligne est en numéraire et en nature sous un seul montant : elle est enregistrée en numéraire."
        ),
        "Cash and in kind under one amount is recorded as cash; a notice, not a refusal."
    );

    public static readonly Refusal InvalidPeriod = Refusal.Invalid(
        "invalid_period",
        new(
            "'{0}' is no day and no period like 2017-12-14_2018-12-14: it is left out.",
            "« {0} » n'est ni un jour ni une période comme 2017-12-14_2018-12-14 : elle est omise."
        ),
        "The period cannot be read and is left out; a notice, not a refusal."
    );

    public static readonly Refusal InvalidAmount = MoneyRefusals.InvalidAmount.Saying(
        new(
            "'{0}' is no amount: a number is expected, for example 1250.50 or 1 250,50.",
            "« {0} » n'est pas un montant : un nombre est attendu, par exemple 1250,50 ou 1 250,50."
        )
    );

    public static readonly Refusal AmbiguousAmount = Refusal.Invalid(
        "ambiguous_amount",
        new(
            "'{0}' can be read in two ways, and no other amount of the file shows which sign is the decimal one: write it with two decimals, or name the sign in a mapping.",
            "« {0} » peut se lire de deux façons, et aucun autre montant du fichier ne montre quel signe est décimal : écrivez-le avec deux décimales, ou nommez le signe dans une correspondance."
        ),
        "The amount can be read in two ways, and nothing in the file says which."
    );

    public static readonly Refusal ContradictedAmount = AmbiguousAmount.Saying(
        new(
            "'{0}' can be read in two ways, and the file shows both: a decimal point in row {1}, a decimal comma in row {2}. Write it with two decimals, or name the sign in a mapping.",
            "« {0} » peut se lire de deux façons, et le fichier montre les deux : un point décimal à la ligne {1}, une virgule décimale à la ligne {2}. Écrivez-le avec deux décimales, ou nommez le signe dans une correspondance."
        )
    );

    public static readonly Refusal AmbiguousDate = Refusal.Invalid(
        "ambiguous_date",
        new(
            "'{0}' can be read in two ways, as row {1} shows: write it as 2014-03-31, or name the form in a mapping.",
            "« {0} » peut se lire de deux façons, comme le montre la ligne {1} : écrivez 2014-03-31, ou nommez la forme dans une correspondance."
        ),
        "The day can be read in two ways: the file writes the month first elsewhere."
    );

    public static readonly Refusal AmbiguousDateLeftOut = AmbiguousDate.Saying(
        new(
            "'{0}' can be read in two ways, as row {1} shows: it is left out.",
            "« {0} » peut se lire de deux façons, comme le montre la ligne {1} : il est omis."
        )
    );

    public static readonly Refusal OtherCurrency = MoneyRefusals.CurrencyDiffers.Saying(
        new(
            "The amount is in {0}; this portfolio is kept in {1}. It belongs into a portfolio in {0}.",
            "Le montant est en {0} ; ce portefeuille est tenu en {1}. Il relève d'un portefeuille en {0}."
        )
    );

    public static readonly Refusal SignDiffers = MoneyRefusals.CurrencyDiffers.Saying(
        new(
            "The amount has the sign {0}, but is said to be in {1}.",
            "Le montant porte le signe {0}, mais est dit en {1}."
        )
    );

    public static readonly Refusal ZeroAmount = Refusal.Invalid(
        "zero_amount",
        new(
            "The amount is zero: the project is recorded without a commitment.",
            "Le montant est nul : le projet est enregistré sans engagement."
        ),
        "An amount of zero makes no commitment; a notice, not a refusal."
    );

    public static readonly Refusal TitleShortened = Refusal.Invalid(
        "title_shortened",
        new(
            "The text has {0} characters, a name at most {1}: its beginning is the name, the whole is in the description.",
            "Le texte compte {0} caractères, un nom {1} au plus : son début sert de nom, le tout figure dans la description."
        ),
        "A text longer than a name is cut and kept whole in the description; a notice, not a refusal."
    );

    public static readonly Refusal IndividualRecipient = Refusal.Invalid(
        "individual_recipient",
        new(
            "The grant goes to a person: only organisations are supported here, and names of persons are not kept.",
            "Le don va à une personne : seules des organisations sont soutenues ici, et les noms de personnes ne sont pas conservés."
        ),
        "The grant goes to a person, who is not recorded."
    );

    public static readonly Refusal ControlCharacters = Refusal.Invalid(
        "control_character",
        new(
            "The cell held characters that are no text: what they stood for was put in their place, or they were removed.",
            "La cellule contenait des caractères qui ne sont pas du texte : ils ont été remplacés par ce qu'ils figuraient, ou retirés."
        ),
        "Characters that are no text were replaced or removed; a notice, not a refusal."
    );

    public static readonly Refusal LineEnds = ControlCharacters.Saying(
        new(
            "The cell held line ends where one line is kept: blanks were put in their place.",
            "La cellule contenait des retours à la ligne là où une seule ligne est gardée : ils ont été remplacés par des espaces."
        )
    );

    public static readonly Refusal RoundedIdentifier = Refusal.Invalid(
        "rounded_identifier",
        new(
            "'{0}' was rounded by a spreadsheet and is the number of nobody: the organisation is found by its exact name.",
            "« {0} » a été arrondi par un tableur et n'est le numéro de personne : l'organisation est retrouvée par son nom exact."
        ),
        "The number was rounded and identifies nobody; a notice, not a refusal."
    );

    public static readonly Refusal WrongCheckDigits = Refusal.Invalid(
        "wrong_check_digits",
        new(
            "'{0}' is no SIRET or SIREN, its check digits do not agree: the organisation is found by its exact name.",
            "« {0} » n'est ni un SIRET ni un SIREN, sa clé de contrôle ne concorde pas : l'organisation est retrouvée par son nom exact."
        ),
        "The number's check digits do not agree, so it identifies nobody; a notice, not a refusal."
    );

    public static readonly Refusal LeadingZero = Refusal.Invalid(
        "leading_zero",
        new(
            "'{0}' has lost the zero in front of it: it is taken as {1}, whose check digits agree.",
            "« {0} » a perdu son zéro initial : il est lu {1}, dont la clé de contrôle concorde."
        ),
        "A zero in front of a number was given back; a notice, not a refusal."
    );

    public static readonly Refusal AgreedAgain = Refusal.Invalid(
        "agreed_again",
        new(
            "What was agreed of {0} had been cancelled; the file has it still, so it is agreed again.",
            "L'engagement de {0} avait été annulé ; le fichier le porte encore : il est pris de nouveau."
        ),
        "A cancelled commitment is agreed again, since the file has it; a notice, not a refusal."
    );

    public static readonly Refusal BesideAnother = Refusal.Invalid(
        "beside_another",
        new(
            "The same beneficiary has {0} ('{1}') of that decision or day, with another object or funder: this one was recorded beside it.",
            "Le même bénéficiaire a déjà {0} (« {1} ») pour cette décision ou ce jour, avec un autre objet ou un autre attribuant : celle-ci est enregistrée en plus."
        ),
        "A grant was recorded beside another of the same decision or day and beneficiary; a notice, not a refusal."
    );

    public static readonly Refusal SeveralOfName = Refusal.Invalid(
        "several_of_name",
        new(
            "Several organisations are called '{0}', and the row does not say by an identifier which is meant: it is recorded for the one that was there first. Merge them if they are one body.",
            "Plusieurs organisations s'appellent « {0} », et la ligne ne dit pas par un identifiant laquelle est visée : elle est enregistrée pour la première inscrite. Fusionnez-les s'il s'agit d'un même organisme."
        ),
        "Several organisations have the name, and no identifier tells which is meant; a notice, not a refusal."
    );

    public static readonly Refusal OtherName = Refusal.Invalid(
        "identifier_other_name",
        new(
            "The row says '{0}', but its identifier {1} is that of '{2}': it is recorded for '{2}'. Check which of the two is meant.",
            "La ligne dit « {0} », mais son identifiant {1} est celui de « {2} » : elle est enregistrée pour « {2} ». Vérifiez laquelle est visée."
        ),
        "The identifier belongs to an organisation of another name; a notice, not a refusal."
    );

    public static readonly Refusal MixedEncoding = Refusal.Invalid(
        "mixed_encoding",
        new(
            "The file mixes UTF-8 and {0}: each word was read in its own, of which there is no doubt.",
            "Le fichier mêle UTF-8 et {0} : chaque mot a été lu dans le sien, sans doute possible."
        ),
        "The file mixes two encodings, each word read in its own; a notice, not a refusal."
    );

    public static readonly Refusal RareEncoding = Refusal.Invalid(
        "encoding_recognised",
        new("The letters are read as {0}.", "Les lettres sont lues en {0}."),
        "The letters are of an old encoding, recognised by its words; a notice, not a refusal."
    );

    public static readonly Refusal TitleRows = Refusal.Invalid(
        "title_rows",
        new(
            "The headings stand in row {0}: what is above them is taken for a title and not read.",
            "Les intitulés sont à la ligne {0} : ce qui les précède est pris pour un titre et n'est pas lu."
        ),
        "What stands above the headings is not read; a notice, not a refusal."
    );

    public static readonly Refusal MissingHeadingNear = MissingHeading.Saying(
        new(
            "There is no column '{0}'; the nearest is '{1}'.",
            "Il n'y a pas de colonne « {0} » ; la plus proche est « {1} »."
        )
    );

    public static readonly Refusal HeadingAbsent = Refusal.Invalid(
        "heading_absent",
        new(
            "The mapping names the column '{0}', which the table does not have.",
            "La correspondance nomme la colonne « {0} », que le tableau n'a pas."
        ),
        "A column of the mapping is not in the table; a notice, not a refusal."
    );
}
