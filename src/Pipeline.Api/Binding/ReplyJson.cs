using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Pipeline.Application.Closings;

namespace Pipeline.Api.Binding;

/// <summary>Writes with the options that replies are written with.</summary>
internal sealed class ReplyJson(IOptions<JsonOptions> options) : IReplyJson
{
    public byte[] Write<TReply>(TReply reply) =>
        JsonSerializer.SerializeToUtf8Bytes(reply, options.Value.SerializerOptions);
}
