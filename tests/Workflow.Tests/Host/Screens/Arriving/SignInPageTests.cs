using Microsoft.AspNetCore.Routing;
using Workflow.Host.Screens.Sheets;

namespace Workflow.Tests.Host.Screens.Arriving;

/// <summary>How people come in and leave, and in which language they are spoken to.</summary>
public sealed class SignInPageTests
{
    private RunningHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start("2014-05-26T09:00:00+08:00");

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Whoever_has_not_signed_in_is_asked_to_and_comes_back()
    {
        using var stranger = Visitor.At(_host);
        var asked = await stranger.Open("/cases");
        Assert.That((asked.Status, asked.Address), Is.EqualTo((200, "/sign-in?return=%2Fcases")));
        var wrong = await stranger.Send(asked, asked.Address, ("token", "wf_nobody"));
        Assert.That((wrong.Address, wrong.Text.Contains("role=\"alert\"")), Is.EqualTo((asked.Address, true)));
        var back = await stranger.Send(wrong, asked.Address, ("token", _host.Token("wang-fang")));
        Assert.That((back.Status, back.Address), Is.EqualTo((200, "/cases")));
    }

    [Test]
    public async Task An_address_that_leads_nowhere_asks_a_stranger_to_sign_in_and_a_program_for_its_token()
    {
        using var stranger = Visitor.At(_host);
        Assert.That((await stranger.Open("/nowhere")).Address, Is.EqualTo("/sign-in?return=%2Fnowhere"));
        Assert.That(await _host.Status("/nowhere"), Is.EqualTo(401));
    }

    [Test]
    public async Task Pages_speak_the_language_that_was_chosen()
    {
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        var page = await clerk.Open("/work");
        Assert.That(page.Text, Does.Contain("待办"));
        var english = await clerk.Send(page, "/language", ("to", "en"), ("back", "/work"));
        Assert.That((english.Address, english.Text.Contains("<h1>Work</h1>")), Is.EqualTo(("/work", true)));
        Assert.That((await clerk.Send(english, "/language", ("to", "zh"), ("back", "//elsewhere.example"))).Address, Is.EqualTo("/work"));
    }

    [Test]
    public void Every_page_needs_a_sign_in_but_the_one_for_it()
    {
        var pages = _host
            .Part<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<BrowserPage>() is not null)
            .ToList();
        var open = pages.Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null);
        Assert.That(pages, Has.Count.GreaterThan(8));
        Assert.That(open.Select(e => e.RoutePattern.RawText).Distinct(), Is.EquivalentTo(new[] { "/language", "/sign-in", "/sign-out" }));
    }

    [Test]
    public async Task Whoever_signs_out_on_a_page_is_out_however_long_it_stood_open()
    {
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        var page = await clerk.Open("/work");
        Assert.That((await clerk.Send(page, "/sign-out")).Address, Is.EqualTo("/sign-in"));
        Assert.That((await clerk.Open("/work")).Address, Does.StartWith("/sign-in?"));
        using var other = await Visitor.SignedIn(_host, "wang-fang");
        Assert.That((await other.Send("/sign-out")).Address, Is.EqualTo("/sign-in"));
        Assert.That((await other.Open("/work")).Address, Does.StartWith("/sign-in?"));
    }

    [Test]
    public async Task Whoever_signs_in_and_came_from_nowhere_has_their_work_before_them()
    {
        using var clerk = Visitor.At(_host);
        var page = await clerk.Open("/sign-in");
        Assert.That((await clerk.Send(page, page.Address, ("token", _host.Token("wang-fang")))).Address, Is.EqualTo("/work"));
    }
}
