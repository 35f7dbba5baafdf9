using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Pipeline.Api.Tests.Common;

/// <summary>A person at the API: JSON out, <see cref="Reply"/> in. Paths are below <c>/api/v1/</c>.</summary>
public sealed class Client(HttpClient http)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Guid UserId { get; private set; }

    public HttpClient Http => http;

    public async Task SignInAsync(string email, string password, string? language = null)
    {
        var tokens = (await PostAsync("auth/login", new { email, password }, language: language)).ShouldBe(200);
        http.DefaultRequestHeaders.Authorization = new("Bearer", tokens.Text("accessToken"));
        UserId = (await GetAsync("me")).ShouldBe(200).Id("id");
    }

    public Task<Reply> GetAsync(string path, string? language = null) =>
        SendAsync(HttpMethod.Get, path, null, null, null, language);

    /// <summary>Posts a body; a string is sent as it is.</summary>
    public Task<Reply> PostAsync(
        string path,
        object? body,
        string? ifMatch = null,
        Guid? key = null,
        string? language = null
    ) => SendAsync(HttpMethod.Post, path, Content(body), ifMatch, key, language);

    public Task<Reply> PutAsync(string path, object? body, string? ifMatch = null) =>
        SendAsync(HttpMethod.Put, path, Content(body), ifMatch, null, null);

    public Task<Reply> DeleteAsync(string path, object? body = null) =>
        SendAsync(HttpMethod.Delete, path, body is null ? null : Content(body), null, null, null);

    /// <summary>Sends a file as a form's part <c>file</c>, with fields beside it.</summary>
    public Task<Reply> UploadAsync(
        string path,
        string fileName,
        byte[] bytes,
        string? language = null,
        Guid? key = null,
        IEnumerable<(string Name, string Value)>? fields = null
    )
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", fileName } };
        foreach (var (name, value) in fields ?? [])
            form.Add(new StringContent(value), name);
        return SendAsync(HttpMethod.Post, path, form, null, key, language);
    }

    private async Task<Reply> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        string? ifMatch,
        Guid? key,
        string? language
    )
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = content };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key.ToString());
        if (language is not null)
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var response = await http.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    private static StringContent Content(object? body) =>
        new(body as string ?? JsonSerializer.Serialize(body, Json), Encoding.UTF8, "application/json");
}
