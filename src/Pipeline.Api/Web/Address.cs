using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Pipeline.Api.Web;

/// <summary>The address of a view, to be had with something else in it: every view is an address, and every link one of these.</summary>
public sealed class Address
{
    private readonly string _path;
    private readonly List<KeyValuePair<string, string>> _query;

    private Address(string path, IEnumerable<KeyValuePair<string, string>> query) =>
        (_path, _query) = (path, [.. query]);

    /// <summary>The address that was asked for.</summary>
    public static Address Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(request.Path, Each(request.Query));
    }

    /// <summary>An address with a query as it was kept.</summary>
    public static Address Of(string path, string query) => new(path, Each(QueryHelpers.ParseQuery(query)));

    /// <summary>An address from its beginning.</summary>
    public static Address Of(string path) => new(path, []);

    /// <summary>What it says of one key; null where it says nothing.</summary>
    public string? this[string key] => _query.Where(q => q.Key == key).Select(q => q.Value).FirstOrDefault();

    /// <summary>Everything that it asks for, but where in a list one is.</summary>
    public IEnumerable<KeyValuePair<string, string>> Query => _query;

    /// <summary>The same with another value of one key; without it where the value is null or empty.</summary>
    public Address With(string key, string? value) =>
        new(
            _path,
            string.IsNullOrEmpty(value)
                ? _query.Where(q => q.Key != key)
                : _query.Where(q => q.Key != key).Append(KeyValuePair.Create(key, value))
        );

    /// <summary>The same with one more value of a key.</summary>
    public Address And(string key, string value) => new(_path, _query.Append(KeyValuePair.Create(key, value)));

    /// <summary>The same query on another page.</summary>
    public Address At(string path) => new(path, _query);

    /// <inheritdoc />
    public override string ToString() =>
        QueryHelpers.AddQueryString(_path, _query.Select(q => KeyValuePair.Create(q.Key, new StringValues(q.Value))));

    private static IEnumerable<KeyValuePair<string, string>> Each(
        IEnumerable<KeyValuePair<string, StringValues>> query
    ) => query.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")));
}
