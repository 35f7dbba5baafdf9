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
}
