using Pipeline.Api.Problems;

namespace Pipeline.Api.Binding;

/// <summary>Multipart bodies.</summary>
internal static class Forms
{
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

    /// <summary>The one file of a request that is nothing else.</summary>
    /// <exception cref="BadHttpRequestException">415: it is no form.</exception>
    /// <exception cref="Domain.Common.InvalidValueException">There is no file, or more than one.</exception>
    public static async Task<IFormFile> ReadOneFileAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("multipart expected", StatusCodes.Status415UnsupportedMediaType);
        var form = await ReadAsync(context);
        var file = form.Files.GetFile("file") ?? throw BindingRefusals.FileRequired.At("file");
        return form.Files.Count > 1 ? throw BindingRefusals.TooManyFiles.At("file") : file;
    }
}
