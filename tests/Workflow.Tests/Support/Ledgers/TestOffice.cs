using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Refusals;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Running;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>A database with one published process, a register that knows everybody as a clerk of the hall, and a clock to set.</summary>
internal sealed class TestOffice : IAsyncDisposable
{
    private TestOffice(Database database, SetTime time)
    {
        (Database, Time) = (database, time);
        Processes = new PublishedProcesses(database);
        Runner = new CaseRunner(database, Processes, SmallPermit.Around(time));
    }

    internal Database Database { get; }

    internal SetTime Time { get; }

    internal PublishedProcesses Processes { get; }

    internal CaseRunner Runner { get; }

    internal static DateTimeOffset Monday { get; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    internal static async Task<TestOffice> Open(Dialect dialect)
    {
        var office = new TestOffice(Database.Open(dialect), new SetTime(Monday));
        await office.Processes.Publish(SmallPermit.Published, null, Monday, default);
        return office;
    }

    internal async Task<Written> Write(string? number, Request request, string? key = null, string? hash = null) =>
        await Runner.Submit(number, request, key, hash) switch
        {
            Written written => written,
            NotWritten refused => throw new AssertionException(refused.Refusal.English.Sentence),
            var other => throw new AssertionException($"{other}"),
        };

    internal async Task<Refusal> Refused(string? number, Request request, string? key = null, string? hash = null, long? ifMatch = null) =>
        await Runner.Submit(number, request, key, hash, ifMatch) is NotWritten refused
            ? refused.Refusal
            : throw new AssertionException("It was written.");

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
