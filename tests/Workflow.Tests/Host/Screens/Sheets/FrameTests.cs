using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Workflow.Host.Inbox;
using Workflow.Host.Screens.Sheets;

namespace Workflow.Tests.Host.Screens.Sheets;

/// <summary>What stands around every page.</summary>
public sealed class FrameTests
{
    private RunningHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    // The list of work counts further than the menu, in one pass for both.
    [TestCase(7, 7)]
    [TestCase(250, Frame.MostInMenu)]
    public void What_the_page_has_counted_is_not_counted_again(int counted, int inMenu)
    {
        var frame = Frame.Of(
            Signed("wang-fang"),
            "",
            "/work",
            new WorkTally(counted, ImmutableDictionary<string, int>.Empty.Add("red", 2), 0)
        );
        Assert.That((frame.Menu[0].Count, frame.Menu[0].IsLate), Is.EqualTo(((int?)inMenu, true)));
    }

    [Test]
    public async Task A_page_that_has_counted_nothing_shows_what_waits()
    {
        var before = Frame.Of(Signed("wang-fang"), "", "/cases").Menu[0].Count;
        await _host.Lodge();
        Assert.That(Frame.Of(Signed("wang-fang"), "", "/cases").Menu[0].Count, Is.EqualTo(before + 1));
    }

    private DefaultHttpContext Signed(string person) =>
        new()
        {
            RequestServices = _host.Part<IServiceProvider>(),
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], "test")),
        };
}
