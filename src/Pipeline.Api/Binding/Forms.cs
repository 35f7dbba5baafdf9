using Pipeline.Api.Problems;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>Multipart bodies.</summary>
internal static class Forms
{
    private const string Part = "file";

    /// <summary>The form of a request; read once, however often it is asked for.</summary>
    /// <exception cref="HttpProblemException">400: the body is damaged or was cut off.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw HttpRefusals.BrokenForm.Exception();
        }
    }

    /// <summary>The one file of a request, with the fields that may stand beside it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fields">Every other is refused.</param>
    /// <exception cref="BadHttpRequestException">415: it is no form.</exception>
    /// <exception cref="InvalidValueException">There is no file, or more than one; or a field that nobody asks for.</exception>
    public static async Task<(IFormFile File, IFormCollection Form)> ReadFileAsync(
        HttpContext context,
        params string[] fields
    )
    {
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("multipart expected", StatusCodes.Status415UnsupportedMediaType);
        var form = await ReadAsync(context);
        if (form.ContainsKey(Part))
            throw BindingRefusals.FileWithoutName.At(Part);
        var file = form.Files.GetFile(Part) ?? throw BindingRefusals.FileRequired.At(Part);
        if (form.Keys.FirstOrDefault(key => !fields.Contains(key)) is { } unknown)
            throw BindingRefusals.UnknownFieldOf(unknown, [Part, .. fields]).At(unknown);
        return form.Files.Count > 1 ? throw BindingRefusals.TooManyFiles.At(Part) : (file, form);
    }
}
