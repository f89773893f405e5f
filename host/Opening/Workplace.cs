using Workflow.Definitions.Registers;
using Workflow.Engine.Processes;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Running;
using Workflow.Storage.Sweeping;
using Register = Workflow.Definitions.Registers.Register;

namespace Workflow.Host.Opening;

/// <summary>An open database with the definitions published into it: what the server and every verb over a ledger work with.</summary>
public sealed class Workplace : IAsyncDisposable
{
    private Workplace(Database database, DefinitionFolder folder, TimeProvider time, Func<byte[]>? chance)
    {
        (Database, Folder, Time) = (database, folder, time);
        Processes = new PublishedProcesses(database);
        Calendars = new AuthorityCalendars(folder.Calendars);
        var surroundings = new Surroundings
        {
            Register = Answers(folder.Register),
            Calendars = Calendars,
            Time = time,
        };
        Runner = new CaseRunner(database, Processes, chance is null ? surroundings : surroundings with { Chance = chance });
        Sweep = new Sweep(Runner);
    }

    public Database Database { get; }

    public DefinitionFolder Folder { get; }

    public TimeProvider Time { get; }

    public PublishedProcesses Processes { get; }

    public AuthorityCalendars Calendars { get; }

    public CaseRunner Runner { get; }

    public Sweep Sweep { get; }

    /// <summary>Opens a database file, creates it when it does not exist, and publishes the folder's processes.</summary>
    /// <param name="file">The database file.</param>
    /// <param name="folder">The definitions.</param>
    /// <param name="time">Where the time comes from.</param>
    /// <param name="chance">Where chance comes from; null for the system's. A story is told the same way every time.</param>
    /// <param name="cancellation">Stops between publications.</param>
    /// <exception cref="OpeningRefusedException">The file cannot be used.</exception>
    public static async Task<Workplace> Open(
        string file,
        DefinitionFolder folder,
        TimeProvider time,
        Func<byte[]>? chance,
        CancellationToken cancellation
    )
    {
        var place = new Workplace(DatabaseFile.Open(file), folder, time, chance);
        HostSchema.Update(place.Database);
        await place.Publish(cancellation);
        await new StaleRows(place.Database, place.Processes).Refresh(cancellation);
        return place;
    }

    /// <summary>Publishes the folder's processes; what was published before stays as it is.</summary>
    public async Task Publish(CancellationToken cancellation)
    {
        var now = Time.GetUtcNow();
        var acts = new List<AccessRecord>();
        foreach (var process in Read())
            if (await Processes.Publish(process, null, now, cancellation))
                acts.Add(Administration.Act(now, $"{new PublicationAct(process.Definition.Id, process.Digest)}"));
        await Administration.Log(Database).Append(acts, cancellation);
    }

    private IEnumerable<PublishedProcess> Read() =>
        Folder.Library.Readings.Select(r => r.Definition).OfType<ProcessDefinition>().Select(PublishedProcess.Of);

    /// <summary>Opens a database file that must exist, to look at: nothing is published into it.</summary>
    /// <exception cref="OpeningRefusedException">There is no such file, or it cannot be used.</exception>
    public static Workplace Look(string file, DefinitionFolder folder, TimeProvider time) =>
        new(DatabaseFile.OpenExisting(file), folder, time, null);

    /// <summary>The same for a verb.</summary>
    /// <param name="file">The database file.</param>
    /// <param name="definitions">The folder of definitions; null to find it.</param>
    public static Workplace Look(string file, string? definitions) =>
        Look(file, DefinitionFolder.Read(DefinitionFolder.Find(definitions)), TimeProvider.System);

    /// <summary>The calendar of the authority that leads a process: the one its files or its latest publication name.</summary>
    public AuthorityCalendar Authority(string process)
    {
        var definition =
            Folder.Library.Readings.Select(r => r.Definition).LastOrDefault(d => d?.Id == process)
            ?? Processes.List(process).Select(p => Processes.Find(p.Digest)?.Definition).FirstOrDefault();
        if (definition is null)
            return new AuthorityCalendar(Organisation.DefaultZone, []);
        var authority = Folder.Register.Authority(definition);
        return new AuthorityCalendar(authority.Zone, authority.Overlays);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private RegisterAnswers Answers(Register register) =>
        new(register.Person, (process, _) => register.Offices(process.Definition), register.Item, Authority) { Holders = register.Holders };
}
