namespace Workflow.Tests.Host.Screens.Auditing;

/// <summary>A case entry by entry.</summary>
public sealed class ReplayPageTests
{
    private RunningHost _host = null!;
    private string _number = "";

    private const string Remark = "此件请留意，先不要告诉申请人";

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start("2014-05-26T09:00:00+08:00");
        _number = await _host.Lodge();
        _host.Time.Now = DateTimeOffset.Parse("2014-05-26T10:00:00+08:00");
        var done = await _host.Do(
            _number,
            "wang-fang",
            """{"do":"complete","step":"receive","outcome":"done","materials":["application"]}"""
        );
        Assert.That(done.Status, Is.LessThan(300), done.Text);
        var remarked = await _host.Do(_number, "wang-fang", $$"""{"do":"comment","text":"{{Remark}}"}""");
        Assert.That(remarked.Status, Is.LessThan(300), remarked.Text);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Each_entry_says_what_it_changed_and_how_everything_stood_then()
    {
        using var auditor = await Visitor.SignedIn(_host, "xu-min");
        Assert.That((await auditor.Open($"/cases/{_number}/replay")).Text, Does.Contain("第 3 条").And.Contain(Remark));
        var second = await auditor.Open($"/cases/{_number}/replay?entry=2");
        Assert.That(
            second.Text,
            Does.Contain("第 2 条").And.Contain("受理审查时限，至 2014-06-03").And.Contain("收件时限，2014-05-26 停止")
        );
        Assert.That(second.Text, Does.Contain("class=\"step is-open is-changed\" data-node=\"acceptance\""));
        var first = await auditor.Open($"/cases/{_number}/replay?entry=1");
        Assert.That(
            first.Text,
            Does.Contain("第 1 条").And.Contain("is-ahead\" data-node=\"acceptance\"").And.Not.Contain("受理审查时限，至")
        );
    }

    [TestCase("0")]
    [TestCase("4")]
    [TestCase("-1")]
    public async Task An_entry_that_is_not_there_is_refused(string entry)
    {
        using var auditor = await Visitor.SignedIn(_host, "xu-min");
        var page = await auditor.Open($"/cases/{_number}/replay?entry={entry}");
        Assert.That((page.Status, page.Text.Contains("第 1 到第 3 号记录")), Is.EqualTo((404, true)), page.Text);
    }

    [Test]
    public async Task A_party_walks_through_what_a_party_sees()
    {
        using var applicant = await Visitor.SignedIn(_host, "chen-jie");
        var page = await applicant.Open($"/cases/{_number}/replay");
        Assert.That((page.Status, page.Text.Contains(Remark)), Is.EqualTo((200, false)));
        // Of its own entries and what they brought; the remark of the offices is the third in the ledger, and none of them.
        Assert.That(page.Text, Does.Contain("max=\"2\"").And.Contain("第 2 条"));
        Assert.That((await applicant.Open($"/cases/{_number}/replay?entry=3")).Status, Is.EqualTo(404));
        using var stranger = await Visitor.SignedIn(_host, "huang-hua");
        Assert.That((await stranger.Open($"/cases/{_number}/replay")).Status, Is.EqualTo(403));
    }
}
