using Pipeline.Application.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>An uploaded file, recognised by its first bytes: the name only has to agree.</summary>
/// <param name="Kind"><c>csv</c>, <c>json</c> or <c>xlsx</c>.</param>
/// <param name="Tables">One, or one for each sheet.</param>
internal sealed record SourceFile(string Kind, IReadOnlyList<SourceTable> Tables)
{
    /// <summary>What has to be said of how its letters were read; null where nothing has.</summary>
    public ImportFault? Notice { get; private init; }

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
    /// <param name="encoding">What the letters of a text are written in that are not UTF-8; null to find out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnreadableFileException">With the one reason why the file is not read.</exception>
    public static SourceFile Open(
        Stream content,
        string fileName,
        ImportLimits limits,
        FileEncoding? encoding,
        CancellationToken cancellationToken
    )
    {
        if (content.Length == 0)
            throw new UnreadableFileException(FileRefusals.EmptyFile);
        if (content.Length > limits.FileBytes)
            throw new UnreadableFileException(FileRefusals.TooLarge.With(limits.FileBytes / 1024 / 1024));
        var head = new byte[8];
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        switch (head.AsSpan(0, read))
        {
            case [0x50, 0x4B, 0x03, 0x04, ..]:
                WorkbookGuard.Check(content, limits, cancellationToken);
                return Agreeing("xlsx", fileName, () => WorkbookTable.Read(content, limits, cancellationToken));
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                throw new UnreadableFileException(FileRefusals.ProtectedWorkbook);
            case [0x25, 0x50, 0x44, 0x46, ..]:
                throw new UnreadableFileException(FileRefusals.Pdf);
        }
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        var (text, notice) = TextFile.Decode(bytes, encoding);
        var file = text.AsSpan().TrimStart() is ['{' or '[', ..]
            ? Agreeing("json", fileName, () => [JsonTable.Read(text, limits, cancellationToken)])
            : Agreeing("csv", fileName, () => [CsvTable.Read(text, limits, cancellationToken)]);
        return file with { Notice = notice };
    }

    private static SourceFile Agreeing(string kind, string fileName, Func<IReadOnlyList<SourceTable>> read)
    {
        var extension = Path.GetExtension(fileName);
        if (extension.Length > 1 && Kinds.GetValueOrDefault(extension) != kind)
            throw new UnreadableFileException(FileRefusals.WrongExtension.With(extension, kind.ToUpperInvariant()));
        return new(kind, read());
    }
}
