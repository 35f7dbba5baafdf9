namespace Pipeline.Domain.Documents;

/// <summary>The types of files that are kept: what people write, and pictures; nothing that a program would run.</summary>
public static class DocumentTypes
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.",
        OpenDocument = "application/vnd.oasis.opendocument.";

    /// <summary>Portable documents.</summary>
    public static readonly DocumentType Pdf = new("pdf", "application/pdf");

    /// <summary>Word.</summary>
    public static readonly DocumentType Docx = new("docx", OpenXml + "wordprocessingml.document");

    /// <summary>Excel.</summary>
    public static readonly DocumentType Xlsx = new("xlsx", OpenXml + "spreadsheetml.sheet");

    /// <summary>PowerPoint.</summary>
    public static readonly DocumentType Pptx = new("pptx", OpenXml + "presentationml.presentation");

    /// <summary>Texts of LibreOffice.</summary>
    public static readonly DocumentType Odt = new("odt", OpenDocument + "text");

    /// <summary>Spreadsheets of LibreOffice.</summary>
    public static readonly DocumentType Ods = new("ods", OpenDocument + "spreadsheet");

    /// <summary>Presentations of LibreOffice.</summary>
    public static readonly DocumentType Odp = new("odp", OpenDocument + "presentation");

    /// <summary>Tables as text.</summary>
    public static readonly DocumentType Csv = new("csv", "text/csv");

    /// <summary>Plain text.</summary>
    public static readonly DocumentType Txt = new("txt", "text/plain");

    /// <summary>Pictures without loss.</summary>
    public static readonly DocumentType Png = new("png", "image/png");

    /// <summary>Photographs.</summary>
    public static readonly DocumentType Jpg = new("jpg", "image/jpeg", "jpeg");

    /// <summary>Pictures of the web.</summary>
    public static readonly DocumentType Webp = new("webp", "image/webp");

    /// <summary>All, as they are named to people.</summary>
    public static readonly IReadOnlyList<DocumentType> All =
    [
        Pdf,
        Docx,
        Xlsx,
        Pptx,
        Odt,
        Ods,
        Odp,
        Csv,
        Txt,
        Png,
        Jpg,
        Webp,
    ];

    /// <summary>The one of a media type.</summary>
    public static DocumentType Of(string mediaType) => All.Single(t => t.MediaType == mediaType);

    /// <summary>Their extensions in one sentence.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(t => t.Extension));
}
