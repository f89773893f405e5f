using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Host.Answers;
using Workflow.Host.Waking;
using Workflow.Storage.Ledger;

namespace Workflow.Tests.Host.Answers;

/// <summary>What the log says, and what it must not say.</summary>
public sealed class LoggedTests
{
    [Test]
    public async Task A_fault_of_the_host_stands_in_the_log_under_the_trace_of_its_answer()
    {
        using var body = new MemoryStream();
        await using var services = new ServiceCollection().AddLogging().AddProblemDetails().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, TraceIdentifier = "0HNQ:1" };
        http.Response.Body = body;
        var log = new Lines();
        await new ProblemHandler(log).TryHandleAsync(http, new InvalidOperationException("lost"), default);
        var answer = JsonNode.Parse(Encoding.UTF8.GetString(body.ToArray()))!;
        Assert.That(answer["status"]!.GetValue<int>(), Is.EqualTo(500));
        Assert.That(log.Written.Single(), Does.Contain(answer["traceId"]!.GetValue<string>()));
    }

    [Test]
    public async Task A_message_without_a_receiver_is_named_in_the_log_and_not_told()
    {
        var log = new Lines();
        await Relay.ToLog(log)(new OutboxMessage("A-1", 3, 0, "document.issued", """{"text": "陈杰住址"}"""), default);
        Assert.That(log.Written.Single(), Does.Contain("document.issued").And.Contain("A-1").And.Not.Contain("陈杰"));
    }

    private sealed class Lines : ILogger<ProblemHandler>
    {
        internal List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Add(formatter(state, exception));
    }
}
