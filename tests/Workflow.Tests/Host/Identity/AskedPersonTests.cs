namespace Workflow.Tests.Host.Identity;

/// <summary>Somebody whom the register does not know is refused in one sentence, wherever a request names them.</summary>
public sealed class AskedPersonTests
{
    private RunningHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Whoever_is_unknown_is_refused_alike_where_tokens_and_where_tasks_are_asked_for()
    {
        HostAnswer[] answers =
        [
            await _host.Get("/api/tokens?person=wang-fan", "lu-ping"),
            await _host.Post("/api/handovers", "gao-yang", """{"from": "wang-fan", "to": "zhou-li", "reasons": "x"}"""),
            await _host.Post("/api/handovers", "gao-yang", """{"from": "zhou-li", "to": "wang-fan", "reasons": "x"}"""),
        ];
        foreach (var answer in answers)
            Assert.That(
                (answer.Status, answer.Code, (string?)answer.Json["detail"], $"{answer.Json["wayOut"]}".Contains("wang-fang")),
                Is.EqualTo((422, "person.unknown", (string?)answers[0].Json["detail"], true)),
                answer.Text
            );
    }
}
