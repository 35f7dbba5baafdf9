using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Webhooks;
using Pipeline.Domain.Common;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Api.Tests.Webhooks;

/// <summary>Where no message may go, by a program that nothing was set for: refused when it is registered, and again when it is dialled.</summary>
[UseCases(typeof(CheckWebhookAddress))]
public sealed class WebhookAddressTests(NamesApi api) : IClassFixture<NamesApi>
{
    [Theory]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://127.8.9.10:8443/hook")]
    [InlineData("https://localhost/hook")]
    [InlineData("https://a.LOCALHOST./hook")]
    [InlineData("https://2130706433/hook")]
    [InlineData("https://0177.1/hook")]
    [InlineData("https://10.1.2.3/hook")]
    [InlineData("https://172.16.0.1/hook")]
    [InlineData("https://192.168.1.1:8443/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://0.0.0.0/hook")]
    [InlineData("https://100.64.0.1/hook")]
    [InlineData("https://224.0.0.1/hook")]
    [InlineData("https://255.255.255.255/hook")]
    [InlineData("https://0x0a.1/hook")]
    [InlineData("https://167772161/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://[::]/hook")]
    [InlineData("https://[::ffff:127.0.0.1]/hook")]
    [InlineData("https://[::ffff:10.0.0.1]/hook")]
    [InlineData("https://[::127.0.0.1]/hook")]
    [InlineData("https://[fe80::1]/hook")]
    [InlineData("https://[fd00::1]/hook")]
    [InlineData("https://[fd00:ec2::254]/latest/meta-data")]
    [InlineData("https://[ff02::1]/hook")]
    [InlineData("https://[64:ff9b::a00:1]/hook")]
    [InlineData("https://[2002:a00:1::]/hook")]
    [InlineData("https://１０.0.0.1/hook")]
    [InlineData("https://10。0。0。1/hook")]
    [InlineData("https://①⓪.⓪.⓪.①/hook")]
    [InlineData("https://10.0.0.1./hook")]
    [InlineData("https://inside.planted/hook")]
    [InlineData("https://mapped.planted/hook")]
    [InlineData("https://both.planted/hook")]
    public async Task An_address_within_a_private_network_is_refused(string url)
    {
        api.Names.Plant("inside.planted", "10.0.0.5");
        api.Names.Plant("mapped.planted", "::ffff:127.0.0.1");
        api.Names.Plant("both.planted", "93.184.215.14 10.0.0.5");
        var fund = await Fund.OpenAsync(api);
        (await WebhookApi.RegisterAsync(fund, url, "project.created"))
            .ShouldBeProblem(422, "webhook_address_not_allowed")
            .ShouldBlame("url", "webhook_address_not_allowed");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/webhooks")).Items().Should().BeEmpty();
    }

    // Longer than any name may be, though none of its parts is.
    public static TheoryData<string> TooLongNames =>
        [$"https://{string.Concat(Enumerable.Repeat(new string('a', 30) + ".", 9))}example.org/hook"];

    [Theory]
    [InlineData("http://example.org/hook")]
    [InlineData("http://127.0.0.1/hook")]
    [InlineData("https://example.org:0/hook")]
    [InlineData("https://example.org:65536/hook")]
    [InlineData("ftp://example.org/hook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/hook")]
    [InlineData("https://")]
    [InlineData("https://user:secret@example.org/hook")]
    [InlineData("https://user@example.org/hook")]
    [InlineData("https://example.org/hook#part")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://example.org/\r\nX-Planted: 1")]
    [InlineData("https://example.org/\u2028hook")]
    [MemberData(nameof(TooLongNames))]
    public async Task What_is_no_web_address_is_refused(string url) =>
        (await WebhookApi.RegisterAsync(await Fund.OpenAsync(api), url, "project.created")).ShouldBlame(
            "url",
            "invalid_link"
        );

    [Fact]
    public async Task A_name_from_outside_is_taken_as_one_that_does_not_resolve_yet()
    {
        api.Names.Plant("outside.planted", "93.184.215.14");
        (
            await WebhookApi.RegisterAsync(await Fund.OpenAsync(api), "https://outside.planted/hook", "project.created")
        ).ShouldBe(201);
        (
            await WebhookApi.RegisterAsync(await Fund.OpenAsync(api), "https://nobody.invalid/hook", "project.created")
        ).ShouldBe(201);
    }

    // A name that led outside when it was registered, and an address that was registered where more was allowed.
    [Fact]
    public async Task What_leads_inside_when_it_is_dialled_is_not_dialled_and_is_looked_up_once()
    {
        string[] inside =
        [
            "127.0.0.1",
            "::1",
            "::ffff:127.0.0.1",
            "10.0.0.5",
            "172.31.255.254",
            "192.168.0.1",
            "169.254.169.254",
            "0.0.0.0",
            "::",
            "fe80::1",
            "fd00::1",
            "93.184.215.14 10.0.0.5",
        ];
        string[] literals =
        [
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://localhost/",
        ];
        var fund = await Fund.OpenAsync(api);
        for (var i = 0; i < inside.Length + literals.Length; i++)
        {
            api.Names.Plant($"rebound-{i}.planted", "93.184.215.14", inside.ElementAtOrDefault(i) ?? "93.184.215.14");
            (await WebhookApi.RegisterAsync(fund, $"https://rebound-{i}.planted/hook", "project.created")).ShouldBe(
                201
            );
        }
        foreach (var (literal, i) in literals.Select((l, i) => (l, i + inside.Length)))
            await api.InDatabaseAsync(db =>
                db.Webhooks.Where(w => w.Url == $"https://rebound-{i}.planted/hook")
                    .ExecuteUpdateAsync(set => set.SetProperty(w => w.Url, literal))
            );
        await fund.ProjectAsync();
        var tried = await Eventually.Async(
            () => api.InDatabaseAsync(db => db.WebhookDeliveries.AsNoTracking().ToListAsync()),
            all => all.Count == inside.Length + literals.Length && all.TrueForAll(d => d.Log.Count == 1)
        );
        tried
            .Should()
            .OnlyContain(d => d.Log[0].Outcome == WebhookOutcome.AddressRefused && d.State == DeliveryState.Pending);
        for (var i = 0; i < inside.Length; i++)
            api.Names.Asked($"rebound-{i}.planted").Should().Be(2, inside[i]);
    }
}
