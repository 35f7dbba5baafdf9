using System.IO.Compression;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>Who asks for compressed replies gets the same ones, shorter; who does not gets them as they are.</summary>
public sealed class CompressionTests(DemoApi api) : IClassFixture<DemoApi>
{
    [Theory]
    [InlineData("reference", 200, "application/json")]
    [InlineData("projects/export.csv", 200, "text/csv")]
    [InlineData("projects?page=0", 422, "application/problem+json")]
    public async Task What_is_read_is_the_same_compressed_or_not(string path, int status, string type)
    {
        var client = api.Administrator;
        var plain = await AskAsync(client, path, null);
        ((int)plain.Answer.StatusCode).Should().Be(status);
        plain.Answer.Content.Headers.ContentEncoding.Should().BeEmpty();
        foreach (
            var (encoding, open) in new (string, Func<Stream, Stream>)[]
            {
                ("br", s => new BrotliStream(s, CompressionMode.Decompress)),
                ("gzip", s => new GZipStream(s, CompressionMode.Decompress)),
            }
        )
        {
            var (answer, bytes) = await AskAsync(client, path, encoding);
            ((int)answer.StatusCode).Should().Be(status);
            answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
            answer.Content.Headers.ContentEncoding.Should().Equal(encoding);
            answer.Headers.Vary.Should().Contain("Accept-Encoding");
            using var text = new MemoryStream();
            await open(new MemoryStream(bytes)).CopyToAsync(text);
            Comparable(text.ToArray()).Should().Be(Comparable(plain.Bytes));
            if (plain.Bytes.Length > 2000)
                bytes.Length.Should().BeLessThan(plain.Bytes.Length * 3 / 4);
        }
    }

    [Fact]
    public async Task A_workbook_is_not_compressed_twice()
    {
        var (answer, bytes) = await AskAsync(api.Administrator, "projects/export.xlsx", "br");
        answer.Content.Headers.ContentEncoding.Should().BeEmpty();
        bytes.AsSpan(0, 2).ToArray().Should().Equal("PK"u8.ToArray());
    }

    private static async Task<(HttpResponseMessage Answer, byte[] Bytes)> AskAsync(
        Client client,
        string path,
        string? encoding
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}");
        if (encoding is not null)
            request.Headers.AcceptEncoding.Add(new(encoding));
        var answer = await client.Http.SendAsync(request);
        return (answer, await answer.Content.ReadAsByteArrayAsync());
    }

    // Each problem names its own request.
    private static string Comparable(byte[] reply) =>
        System.Text.RegularExpressions.Regex.Replace(
            System.Text.Encoding.UTF8.GetString(reply),
            "\"traceId\":\"[0-9a-f]+\"",
            ""
        );
}
