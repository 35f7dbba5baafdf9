namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>An uploaded file, recognised by its first bytes: the name only has to agree.</summary>
/// <param name="Kind"><c>csv</c>, <c>json</c> or <c>xlsx</c>.</param>
/// <param name="Tables">One, or one for each sheet.</param>
internal sealed record SourceFile(string Kind, IReadOnlyList<SourceTable> Tables)
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = "csv",
        [".tsv"] = "csv",
        [".txt"] = "csv",
        [".json"] = "json",
        [".xlsx"] = "xlsx",
    };

    /// <param name="content">A seekable stream, at its beginning.</param>
    /// <param name="fileName">Its extension, where it has one, has to be the content's.</param>
    /// <param name="limits">What is read at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnreadableFileException">With the one reason why the file is not read.</exception>
    public static SourceFile Open(
        Stream content,
        string fileName,
        ImportLimits limits,
        CancellationToken cancellationToken
    )
    {
        if (content.Length == 0)
            throw new UnreadableFileException("empty_file", new("The file is empty.", "Le fichier est vide."));
        if (content.Length > limits.FileBytes)
            throw new UnreadableFileException(
                "file_too_large",
                new(
                    $"The file is larger than {limits.FileBytes / 1024 / 1024} MB.",
                    $"Le fichier dépasse {limits.FileBytes / 1024 / 1024} Mo."
                )
            );
        var head = new byte[8];
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        switch (head.AsSpan(0, read))
        {
            case [0x50, 0x4B, 0x03, 0x04, ..]:
                WorkbookGuard.Check(content, limits, cancellationToken);
                return Agreeing("xlsx", fileName, () => WorkbookTable.Read(content, limits, cancellationToken));
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                throw new UnreadableFileException(
                    "unreadable_file",
                    new(
                        "The workbook is protected by a password, or in the old .xls format: save it as .xlsx without a password.",
                        "Le classeur est protégé par un mot de passe, ou à l'ancien format .xls : enregistrez-le en .xlsx sans mot de passe."
                    )
                );
            case [0x25, 0x50, 0x44, 0x46, ..]:
                throw new UnreadableFileException(
                    "unreadable_file",
                    new(
                        "This is a PDF: CSV, JSON or XLSX is expected.",
                        "C'est un PDF : un CSV, JSON ou XLSX est attendu."
                    )
                );
        }
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        var text = TextFile.Decode(bytes);
        return text.AsSpan().TrimStart() is ['{' or '[', ..]
            ? Agreeing("json", fileName, () => [JsonTable.Read(text, limits, cancellationToken)])
            : Agreeing("csv", fileName, () => [CsvTable.Read(text, limits, cancellationToken)]);
    }

    private static SourceFile Agreeing(string kind, string fileName, Func<IReadOnlyList<SourceTable>> read)
    {
        var extension = Path.GetExtension(fileName);
        if (extension.Length > 1 && Kinds.GetValueOrDefault(extension) != kind)
            throw new UnreadableFileException(
                "wrong_extension",
                new(
                    $"The file is named {extension}, but its content is {kind.ToUpperInvariant()}: one of the two is a mistake.",
                    $"Le fichier se nomme {extension}, mais son contenu est {kind.ToUpperInvariant()} : l'un des deux est une erreur."
                )
            );
        return new(kind, read());
    }
}
