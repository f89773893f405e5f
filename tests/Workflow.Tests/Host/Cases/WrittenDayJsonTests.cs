using Workflow.Engine.Record.Commands;
using Workflow.Host.Cases;

namespace Workflow.Tests.Host.Cases;

/// <summary>A day in a body reads as it does in files, tables and addresses.</summary>
public sealed class WrittenDayJsonTests
{
    private static string Body(string day) => $$"""{"do": "supervise", "text": "请尽快办理", "reportBy": {{day}}}""";

    [TestCase("\"2026-03-02\"")]
    [TestCase("\"2026/3/2\"")]
    [TestCase("\"2026年3月2日\"")]
    [TestCase("\"二〇二六年三月二日\"")]
    public void Each_form_of_a_day_is_read(string day) =>
        Assert.That(((Supervise)CommandBody.Read(Body(day))).ReportBy, Is.EqualTo(new DateOnly(2026, 3, 2)));

    [TestCase("\"2026-02-30\"")]
    [TestCase("\"03/02/2026\"")]
    [TestCase("20260302")]
    public async Task What_is_no_day_is_told_with_the_form_of_one_and_its_place(string day)
    {
        await using var host = await RunningHost.Start();
        var answer = await host.Do(await host.Lodge(), "wang-fang", Body(day));
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "json.malformed")), answer.Text);
        Assert.That((string)answer.Json["detail"]!, Does.Contain("a day like 2020-05-14").And.Contain("$.reportBy"));
        Assert.That(answer.Text, Does.Contain("#/reportBy"));
    }
}
