using Workflow.Engine.Deciding;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;
using Workflow.Storage.Refusals;

namespace Workflow.Storage.Running;

/// <summary>
/// Brings what people, API, bulk and scheduler ask to the engine's <see cref="Door"/> and writes what it decides: load, ask, write.
/// Submissions that wait at the same time are committed together, and decided on their callers' threads before their turn where
/// nothing moves meanwhile; none is answered before it is on disk.
/// </summary>
public sealed class CaseRunner
{
    // A folded case takes some tens of kilobytes; so many keep a busy office in memory.
    private const int CasesInMemory = 4_096;

    private readonly Database _database;
    private readonly Desk _desk;

    /// <param name="database">The database.</param>
    /// <param name="processes">Its published definitions.</param>
    /// <param name="surroundings">The outside: register, calendars, time.</param>
    public CaseRunner(Database database, PublishedProcesses processes, Surroundings surroundings)
    {
        var cache = new CaseCache(CasesInMemory);
        (_database, _desk) = (database, new Desk(surroundings, processes, cache, new CaseLoader(cache, processes), new ExpectedSerials()));
    }

    /// <summary>Submits one command and waits until it is on disk or refused.</summary>
    /// <remarks>When nobody else writes, the caller's thread does so itself before this returns; to submit many together, submit from many threads.</remarks>
    /// <param name="submission">The command, and under which terms.</param>
    /// <param name="cancellation">Gives up while it waits for its turn; once its transaction began it is written.</param>
    /// <exception cref="UnreadableException">The ledger or a definition is not what was written.</exception>
    public async Task<RunnerAnswer> Submit(Submission submission, CancellationToken cancellation = default)
    {
        var job = new SubmitJob(_desk, submission, cancellation);
        await _database.Writer.Submit(job).ConfigureAwait(false);
        return job.Answer;
    }

    /// <summary>Returns a case as it stands on disk, from memory where it was used lately; null when there is none with this number.</summary>
    /// <exception cref="UnreadableException">The ledger or a definition is not what was written.</exception>
    public CaseState? Look(string number)
    {
        using var reading = _database.Reading();
        return _desk.Loader.Look(number, reading) is { State.Entries: > 0 } loaded ? loaded.State : null;
    }

    /// <summary>Asks what would come of something to a case as it is on disk. Nothing is written, no number is taken, and the writer goes on beside it.</summary>
    /// <param name="number">The case.</param>
    /// <param name="question">The case, the moment and the outside in; the answer out. It only reads.</param>
    /// <returns>The answer, or null when there is no such case.</returns>
    /// <exception cref="UnreadableException">The ledger or a definition is not what was written.</exception>
    public T? Ask<T>(string number, Func<CaseState, DateTimeOffset, IOutside, T> question)
        where T : class => Look(number) is { } state ? question(state, Now, Looking()) : null;

    /// <summary>Asks what would come of a command that begins a case, with numbers as they stand now. Nothing is written and no number is taken.</summary>
    /// <param name="request">Who asks what.</param>
    /// <param name="beside">The outside as it is to be seen; null for as it is.</param>
    /// <exception cref="UnreadableException">The ledger or a definition is not what was written.</exception>
    public Passage Try(Request request, Func<IOutside, IOutside>? beside = null)
    {
        var looking = Looking() with { Serials = new NextNumbers(_database).Of };
        return Door.Pass(CaseState.Empty, request, Now, beside?.Invoke(looking) ?? looking);
    }

    /// <summary>Returns the definition that binds a case to be taken over; null when there is none.</summary>
    public PublishedProcess? Binds(AdoptCase command) => Binding.Of(command, command.LodgedOn, Looking()).Process;

    internal Database Database => _database;

    internal Surroundings Surroundings => _desk.Surroundings;

    /// <summary>Runs a command and, when it is written, further statements in the same transaction.</summary>
    internal async Task<RunnerAnswer> Submit(Submission submission, Action<WriteSession> alsoWhenWritten, CancellationToken cancellation)
    {
        var job = new SubmitJob(_desk, submission, cancellation) { AlsoWhenWritten = alsoWhenWritten };
        await _database.Writer.Add(job).ConfigureAwait(false);
        return job.Answer;
    }

    /// <summary>Writes what is due on one case and returns how many entries that took; the sweep of a live system does so for all.</summary>
    /// <param name="number">The case.</param>
    /// <param name="at">The recorded moment, up to which things are due.</param>
    /// <param name="cancellation">Gives up while it waits for its turn.</param>
    /// <exception cref="UnreadableException">The ledger, a definition or the case's rows are not what was written.</exception>
    public Task<int> SettleDue(string number, DateTimeOffset at, CancellationToken cancellation) =>
        Settle(new SettleDueJob(_desk, number, at, cancellation));

    /// <summary>The same, decided on this thread before its turn from what a connection reads beside the writer.</summary>
    internal Task<int> SettleDue(string number, DateTimeOffset at, PreparedStatements reading, CancellationToken cancellation)
    {
        var job = new SettleDueJob(_desk, number, at, cancellation);
        job.Prepare(reading);
        return Settle(job);
    }

    private async Task<int> Settle(SettleDueJob job)
    {
        await _database.Writer.Add(job).ConfigureAwait(false);
        return job.Entries;
    }

    private DateTimeOffset Now => _desk.Surroundings.Time.GetUtcNow().ToUniversalTime();

    private LookingOutside Looking() => new(_desk.Surroundings, _desk.Processes, _database);
}
