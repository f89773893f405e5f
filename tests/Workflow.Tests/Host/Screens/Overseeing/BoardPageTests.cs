namespace Workflow.Tests.Host.Screens.Overseeing;

/// <summary>The board as supervisors see it.</summary>
public sealed class BoardPageTests
{
    private RunningHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start("2014-05-26T09:00:00+08:00");
        await _host.Lodge();
        _host.Time.Now = DateTimeOffset.Parse("2014-06-09T09:00:00+08:00");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task It_leads_from_a_number_to_the_case_and_to_whom_it_urges()
    {
        using var supervisor = await Visitor.SignedIn(_host, "sun-jing");
        var board = await supervisor.Open("/board");
        Assert.That(board.Text, Does.Contain("政务服务中心综合窗口").And.Contain("超 9 日").And.Contain("9 日"));
        var tasks = await supervisor.Open("/board/tasks?office=window&lamp=red");
        Assert.That(tasks.Text, Does.Contain("XN-GS-0001-2014-000001").And.Contain("收件").And.Contain("待签收"));
        var urge = await supervisor.Open("/cases/XN-GS-0001-2014-000001/act?action=urge&target=receive");
        Assert.That((urge.Status, urge.Text.Contains("确认催办")), Is.EqualTo((200, true)));
    }

    [Test]
    public async Task A_clerk_has_no_such_entry_in_the_menu_and_is_refused()
    {
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        Assert.That((await clerk.Open("/work")).Text, Does.Not.Contain("电子监察"));
        Assert.That((await clerk.Open("/board")).Status, Is.EqualTo(403));
    }
}
