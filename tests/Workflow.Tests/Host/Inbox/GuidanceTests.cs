using System.Text.Json.Nodes;

namespace Workflow.Tests.Host.Inbox;

/// <summary>What the designer wrote for those who work at a step stands beside the task.</summary>
public sealed class GuidanceTests
{
    private RunningHost _host = null!;
    private string _number = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        _number = await _host.Lodge();
        var done = await _host.Do(
            _number,
            "wang-fang",
            "{\"do\": \"complete\", \"step\": \"receive\", \"outcome\": \"done\", \"materials\": [\"application\"]}"
        );
        Assert.That(done.Status, Is.EqualTo(200), done.Text);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("zh", "逐项核对材料清单，需要补正的一次性告知全部内容", "逾期不告知的，自收到申请材料之日起即为受理")]
    [TestCase(
        "en",
        "Go through the list of materials; whatever is missing is told once, and all of it",
        "Who says nothing in time has accepted, from the day the materials came in"
    )]
    public async Task Whoever_has_a_task_reads_what_to_look_at_and_what_goes_wrong(string language, string help, string risk)
    {
        var work = (await _host.Get("/api/work", "wang-fang", ("Accept-Language", language))).Json["items"]!.AsArray();
        var task = work.Single(i => $"{i!["case"]}" == _number && $"{i["step"]}" == "acceptance")!;
        Assert.That(Said(task), Is.EqualTo((help, risk)));
        var steps = (await _host.Get($"/api/cases/{_number}", "wang-fang", ("Accept-Language", language))).Json["steps"]!.AsArray();
        Assert.That(Said(steps.Single(s => $"{s!["key"]}" == "acceptance")!), Is.EqualTo((help, risk)));
        Assert.That(steps.Single(s => $"{s!["key"]}" == "receive")!["guidance"], Is.Null);
    }

    private static (string?, string?) Said(JsonNode task) =>
        task["guidance"]![0]! is var said ? ((string?)said["help"], (string?)said["risk"]) : default;
}
