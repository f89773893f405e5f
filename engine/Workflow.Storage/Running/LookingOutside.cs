using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;

namespace Workflow.Storage.Running;

/// <summary>The outside as somebody sees it who only asks what would come of something: beside the writer, and no number is taken.</summary>
internal sealed record LookingOutside(Surroundings surroundings, PublishedProcesses processes, Database database) : IOutside
{
    public PublishedProcess? InForce(string process, DateOnly day) =>
        processes.List(process).FirstOrDefault(p => p.InForce.Includes(day)) is { } publication ? processes.Find(publication.Digest) : null;

    public PublishedProcess? Latest(string process) => processes.Latest(process);

    public PublishedProcess Bound(string digest) => processes.Bound(digest);

    public PublishedProcess? Published(string digest) => processes.Find(digest);

    public WorkCalendar Calendar(string process, DateTimeOffset at) =>
        surroundings.Calendars.At(surroundings.Register.Authority(process), at);

    public Facts Facts(CaseNeeds needs, DateOnly day) => Outside.Gather(surroundings, this, needs, day);

    public ImmutableArray<HolderFact>? Holders(Post post, DateOnly day, string number)
    {
        using var connection = database.Connect();
        return HolderFacts.Of(surroundings, post, day, person => WorkloadRows.Of(person, post, number, connection));
    }

    public bool IsBorneElsewhere(BorneNumber number, string of)
    {
        using var connection = database.Connect();
        return NumberRow.IsBorneElsewhere(number, of, connection);
    }

    /// <summary>The next serial of a series, for whoever asks what its number would be; it is not taken.</summary>
    internal Func<string, long> Serials { get; init; } = _ => 0;

    public long NextSerial(string series) => Serials(series);
}
