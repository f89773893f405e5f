using Workflow.Engine.Deciding;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Host.Adoption.Tables;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;

namespace Workflow.Host.Adoption;

/// <summary>The database into which cases are taken over, one row after the other. A dry run asks the same door and writes nothing, not even a database.</summary>
public sealed class AdoptionPlace : IAsyncDisposable
{
    private readonly string? _temporary;

    private AdoptionPlace(Workplace place, string? temporary) =>
        (Place, Editions, _temporary) = (place, new NamedDefinition(place), temporary);

    public Workplace Place { get; }

    public NamedDefinition Editions { get; }

    /// <summary>Opens the database; for a dry run without one a fresh one that is thrown away.</summary>
    /// <exception cref="OpeningRefusedException">It cannot be used, or the definitions have errors.</exception>
    public static async Task<AdoptionPlace> Open(
        string database,
        string? definitions,
        TimeProvider time,
        bool dry,
        CancellationToken cancellation
    )
    {
        var folder = DefinitionFolder.Read(DefinitionFolder.Find(definitions));
        if (dry && File.Exists(database))
            return new AdoptionPlace(Workplace.Look(database, folder, time), null);
        var temporary = dry ? Directory.CreateTempSubdirectory("workflow-adopt-").FullName : null;
        return new AdoptionPlace(
            await Workplace.Open(temporary is null ? database : Path.Combine(temporary, "dry.db"), folder, time, null, cancellation),
            temporary
        );
    }

    /// <summary>The definition whose names the columns use: the one named, otherwise the latest of the process.</summary>
    /// <exception cref="OpeningRefusedException">There is no such process.</exception>
    public PublishedProcess Names(string process, string? digest) =>
        Editions.Published(digest ?? Editions.Latest(process) ?? throw TransferRefusals.NoProcess(process, [.. Processes]))!;

    private IEnumerable<NameValue> Processes =>
        Place
            .Folder.Library.Readings.Select(r => r.Definition)
            .OfType<ProcessDefinition>()
            .Select(d => new NameValue(d.Id, d.Title.Zh, d.Title.En));

    /// <summary>Whether the register knows somebody.</summary>
    public bool Knows(string person) =>
        Place.Folder.Register.Person(person, DateOnly.FromDateTime(Place.Time.GetUtcNow().UtcDateTime)) is not null;

    /// <summary>Takes over one row, or tells what would come of it.</summary>
    public async Task<AdoptionLine> Take(ToldRow row, string by, bool dry)
    {
        if (row.Command is not { } command)
            return AdoptionLine.Refused(row, row.Problems);
        var request = new Request(by, command);
        if (dry)
            return Told(row, command, Place.Runner.Try(request, Editions.Beside));
        return await Place.Runner.Submit(new Submission(null, request)) switch
        {
            Written written => AdoptionLine.Of(row, Process(written.State), written.State, Today(written.State)),
            NotWritten refused => Not(row, command, refused.Refusal),
            var other => throw new System.Diagnostics.UnreachableException($"No answer for {other.GetType().Name}."),
        };
    }

    private AdoptionLine Told(ToldRow row, AdoptCase command, Passage passage) =>
        passage.Entry is { } entry
            ? AdoptionLine.Of(row, entry.Process, entry.After, entry.Stamp.Calendar.DayOf(entry.Stamp.RecordedAt)) with
            {
                Case = null,
            }
            : Not(row, command, passage.Refusal!);

    private AdoptionLine Not(ToldRow row, AdoptCase command, Refusal refusal) =>
        refusal.Code == AdoptCodes.Already && new Adoptions(Place.Database).Find(command.Number, command.System) is [var known, ..]
            ? new AdoptionLine(row.Line, row.Number, AdoptionFate.Already, known.Case)
            : AdoptionLine.Refused(row, [row.Refused(refusal)]);

    private PublishedProcess Process(CaseState state) => Place.Processes.Find(state.Definition)!;

    private DateOnly Today(CaseState state) =>
        Place.Calendars.At(Place.Authority(state.Process), Place.Time.GetUtcNow()).DayOf(Place.Time.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await Place.DisposeAsync();
        if (_temporary is not null)
            Directory.Delete(_temporary, recursive: true);
    }
}
