using MediatR;
using Microsoft.AspNetCore.Components;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Api.Web.Parts;
using Pipeline.Application.Common;
using Pipeline.Application.Documents;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web;

/// <summary>
/// What every page does alike. It asks as the signed-in caller, with the API's own requests. A refusal on reading is left to be thrown: it becomes a page with its status.
/// What writes does so within <see cref="DoAsync"/>.
/// </summary>
public abstract class Page : ComponentBase
{
    // The forms of the page that have fields, by the name of the field: the one that had it first.
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private Form? _form;

    /// <summary>The request that is answered.</summary>
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>Sends requests.</summary>
    [Inject]
    public required IMediator Mediator { get; set; }

    /// <summary>In whose name.</summary>
    [Inject]
    public required ICaller Caller { get; set; }

    /// <summary>Who looks, and what they may do.</summary>
    [Inject]
    public required Visitor Visitor { get; set; }

    /// <summary>The time.</summary>
    [Inject]
    public required TimeProvider Time { get; set; }

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Inject]
    internal Flash Flash { get; set; } = null!;

    [Inject]
    internal ILogger<Page> Log { get; set; } = null!;

    /// <summary>The language of the page.</summary>
    public Language Language => Caller.Language;

    /// <summary>Today (UTC), as the product counts days.</summary>
    public DateOnly Today => Time.GetUtcNow().Today();

    /// <summary>Why the form that was posted did nothing; null where nothing was posted, or it was done.</summary>
    public Refused? Refused { get; private set; }

    /// <summary>What was posted; empty where nothing was.</summary>
    public Form Form => _form ??= new(Http.Request, Language);

    /// <summary>Waits for what the page shows before anything of it is drawn: a page is never drawn half.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Asks for what the page shows.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>The text in the page's language.</summary>
    protected string T(Text text) => text.In(Language);

    /// <summary>What a member of the vocabulary is called.</summary>
    protected string T(Enum value) => Labels.Of(value).In(Language);

    /// <summary>Asks. What is refused becomes the error page, with its status.</summary>
    protected Task<TReply> AskAsync<TReply>(IRequest<TReply> request) => Mediator.Send(request, Http.RequestAborted);

    /// <summary>Asks for all pages of a list, one after another: what is to be chosen from is never cut off.</summary>
    protected async Task<IReadOnlyList<T>> AskAllAsync<T>(Func<PageOf, IRequest<Paged<T>>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var all = new List<T>();
        for (var page = new PageOf(1, PageOf.MaxSize); ; page = page with { Page = page.Page + 1 })
        {
            var some = await AskAsync(ask(page));
            all.AddRange(some.Items);
            if (page.Page >= some.TotalPages)
                return all;
        }
    }

    /// <summary>A project's documents, to choose from.</summary>
    protected async Task<IReadOnlyList<Option>> DocumentsOfAsync(Guid projectId) =>
        [
            .. (await AskAllAsync(page => new ListDocuments(projectId, page))).Select(d => new Option(
                d.Id.ToString(),
                d.Title
            )),
        ];

    /// <summary>Asks for what may not be there yet; null where it is not.</summary>
    protected async Task<TReply?> FindAsync<TReply>(IRequest<TReply> request)
        where TReply : class
    {
        try
        {
            return await AskAsync(request);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <summary>What the address says of one key, read as the API reads it; null where it says nothing.</summary>
    /// <exception cref="DomainException">It is not what is expected there.</exception>
    protected T? Asked<T>(string name)
        where T : struct => Query<T>.Read(Http, name);

    /// <summary>Which page of a list the address asks for.</summary>
    protected PageOf AskedPage() => PageQuery.Read(Http);

    /// <summary>
    /// Does what a form asks for. What is refused is kept in <see cref="Refused"/>, and the page answers with its status, showing it beside what was typed. Unless it ends
    /// with <see cref="Done"/>, nothing that it wrote stays.
    /// </summary>
    protected async Task DoAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work();
        }
        catch (Exception e) when (e is DomainException or HttpProblemException)
        {
            var refusal = Thrown.Read(e, Http, Log);
            Refused = new(refusal.Status, refusal.Code, refusal.Sentence, (e as DomainException)?.Faults ?? []);
            Http.Features.Set(new AnsweredRefusal(refusal, [.. Refused.Faults.Select(f => f.Code)]));
            Http.Response.StatusCode = refusal.Status;
        }
    }

    /// <summary>Answers a form with a refusal, shown beside what was typed.</summary>
    internal Task RefuseAsync(Refusal refusal) => DoAsync(() => throw refusal.Exception());

    /// <summary>Where something that is wrong can be mended: its field, unless a page knows better.</summary>
    public virtual string PlaceOf(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Here(fault.Field.Length == 0 ? "main" : IdOf(Form.Name ?? "", Form.FieldOf(fault.Field)));
    }

    /// <summary>The id of a field, of which a page has only one: where several of its forms have a field of that name, all but the first say which form.</summary>
    /// <param name="form">The form's name.</param>
    /// <param name="field">The field's name, or that of a list or group of fields.</param>
    internal string IdOf(string form, string field) =>
        _fields.TryAdd(field, form) || _fields[field] == form ? $"f-{field}" : $"f-{form}-{field}";

    /// <summary>A place on this page.</summary>
    protected string Here(string id) => $"{Http.Request.Path}{Http.Request.QueryString}#{id}";

    /// <summary>Leads on to another page, which says what was done.</summary>
    /// <param name="said">For people; null where the next page says it all.</param>
    /// <param name="address">Within this site, for example <c>/projects/…</c>.</param>
    /// <param name="secret">A key or a link that came of it, which the next page shows once.</param>
    protected void Done(Text? said, string address, string? secret = null)
    {
        if (said is not null)
            Flash.Say(new(T(said), address.Split('?', '#')[0], secret));
        Navigation.NavigateTo(address);
    }
}
