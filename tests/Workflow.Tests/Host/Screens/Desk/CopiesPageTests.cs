namespace Workflow.Tests.Host.Screens.Desk;

/// <summary>What somebody was sent for information, as they see it.</summary>
public sealed class CopiesPageTests
{
    private RunningHost _host = null!;

    // Late in the evening of 2014-05-26 in UTC, early on the day after where the offices are.
    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start("2014-05-26T20:00:00Z");

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_copy_stands_there_unread_until_the_case_is_read()
    {
        var number = await _host.Lodge();
        using var reader = await Visitor.SignedIn(_host, "li-ming");
        Assert.That((await reader.Open("/copies")).Text, Does.Contain("还没有抄送给您的案件").And.Not.Contain(number));
        var sent = await _host.Do(number, "wang-fang", """{"do":"copy","people":["li-ming"]}""");
        Assert.That(sent.Status, Is.LessThan(300), sent.Text);
        Assert.That((await reader.Open("/copies")).Text, Does.Contain(number).And.Contain("未读").And.Contain("<td>2014-05-27</td>"));
        await reader.Open($"/cases/{number}");
        Assert.That((await reader.Open("/copies")).Text, Does.Contain(number).And.Not.Contain("未读"));
    }
}
