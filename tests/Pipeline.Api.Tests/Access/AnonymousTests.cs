using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;
using Pipeline.Application.Calendars;
using Pipeline.Application.Closings;
using Pipeline.Application.Common;
using Pipeline.Application.Notifications;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.Access;

/// <summary>Whatever runs without a request and for nobody by name may nothing: a worker that forgot to open its scope for somebody is refused, not let in as the operator.</summary>
public sealed class AnonymousTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly Type[] Requests =
    [
        .. typeof(IPipelineDb)
            .Assembly.GetTypes()
            .Where(t =>
                t is { IsAbstract: false, IsGenericTypeDefinition: false } && t.IsAssignableTo(typeof(IBaseRequest))
            ),
    ];

    public static TheoryData<string> Guarded =>
        [.. Requests.Where(t => !t.IsAssignableTo(typeof(IAnonymousRequest))).Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task A_scope_without_a_caller_may_nothing(string request)
    {
        await using var scope = api.Services.CreateAsyncScope();
        scope
            .ServiceProvider.GetRequiredService<ICaller>()
            .Should()
            .Match<ICaller>(c => c.UserId == Anonymous.Id && !c.IsAdministrator);
        // Refused before anything is read of it.
        var sent = RuntimeHelpers.GetUninitializedObject(Requests.Single(t => t.FullName == request));
        await FluentActions
            .Awaiting(() => SendAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), sent))
            .Should()
            .ThrowAsync<UnauthenticatedException>();
    }

    [Fact]
    public void Only_links_of_mails_public_keys_and_calendars_need_no_caller() =>
        Requests
            .Where(t => t.IsAssignableTo(typeof(IAnonymousRequest)))
            .Should()
            .BeEquivalentTo([
                typeof(AcceptInvitation),
                typeof(RequestPasswordReset),
                typeof(ResetPassword),
                typeof(EndMail),
                typeof(ListClosingKeys),
                typeof(OpenCalendar),
            ]);

    [Fact]
    public async Task A_scope_that_is_opened_for_somebody_acts_as_them()
    {
        await using var scope = api.Services.CreateAsyncScopeFor(Operator.Id);
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ListUsers(new())))
            .Items.Should()
            .NotBeEmpty();
        var person = (await api.NewUserAsync("Somebody")).UserId;
        await using var theirs = api.Services.CreateAsyncScopeFor(person);
        await FluentActions
            .Awaiting(() => theirs.ServiceProvider.GetRequiredService<IMediator>().Send(new ListUsers(new())))
            .Should()
            .ThrowAsync<ForbiddenException>();
    }

    private static Task SendAsync(IMediator mediator, object request)
    {
        var reply = request
            .GetType()
            .GetInterfaces()
            .Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))
            .GetGenericArguments();
        return (Task)
            typeof(IMediator)
                .GetMethods()
                .Single(m => m is { Name: nameof(IMediator.Send), IsGenericMethod: true })
                .MakeGenericMethod(reply)
                .Invoke(mediator, BindingFlags.DoNotWrapExceptions, null, [request, CancellationToken.None], null)!;
    }
}
