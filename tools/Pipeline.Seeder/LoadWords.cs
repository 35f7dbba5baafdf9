namespace Pipeline.Seeder;

/// <summary>What generated things are called: invented, and readable.</summary>
internal static class LoadWords
{
    private static readonly string[] What =
    [
        "Mobility",
        "Housing",
        "Écoles",
        "Energy",
        "Care",
        "Jardins",
        "Inclusion",
        "Repair",
        "Atelier",
        "Food",
        "Advice",
        "Reading",
        "Ageing well",
        "Digital help",
        "Sport",
        "Culture",
    ];

    private static readonly string[] How =
    [
        "together",
        "for all",
        "solidaire",
        "on wheels",
        "by the neighbours",
        "in the village",
        "de proximité",
        "without waste",
        "at work",
        "at school",
        "en partage",
        "after prison",
    ];

    private static readonly string[] Where =
    [
        "Nanterre",
        "La Ciotat",
        "Brest",
        "Lille",
        "Grenoble",
        "Limoges",
        "Bastia",
        "Metz",
        "Rouen",
        "Nantes",
        "Dijon",
        "Tours",
        "Pau",
        "Perpignan",
        "Roubaix",
        "Saint-Denis",
    ];

    private static readonly string[] Sentences =
    [
        "People find work again who had stopped looking for it.",
        "Les habitants décident ensemble de ce qui est construit.",
        "What was thrown away is repaired and used again.",
        "Volunteers and professionals meet once a week.",
        "The town lends the rooms; the association opens them.",
        "Chaque bénéficiaire a un interlocuteur unique.",
        "A first year has shown that the need is larger than was thought.",
        "Three partners share the costs and the results.",
    ];

    public static string Name(LoadRandom random) => $"{random.OneOf(What)} {random.OneOf(How)} {random.OneOf(Where)}";

    public static string Place(int i) => Where[i];

    public static int Places => Where.Length;

    public static string Text(LoadRandom random, int sentences) => string.Join(' ', random.Some(Sentences, sentences));
}
