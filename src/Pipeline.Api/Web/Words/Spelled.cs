using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Words;

/// <summary>A number with the words for it: none is plural in English and singular in French.</summary>
internal static class Spelled
{
    /// <summary>The number in the words for one or for several.</summary>
    public static Text Of(int count, Text one, Text several) =>
        new Text(count == 1 ? one.En : several.En, count < 2 ? one.Fr : several.Fr).With((decimal)count);
}
