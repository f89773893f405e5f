using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Host.Opening;

namespace Workflow.Host.CommandLine;

/// <summary>The editions of processes that a person can mean: those written in the folder of definitions, and those published before.</summary>
/// <param name="place">Folder and database.</param>
public sealed class NamedDefinition(Workplace place)
{
    private const int ShortestBeginning = 6;

    private readonly ImmutableArray<PublishedProcess> _written =
    [
        .. place.Folder.Library.Readings.Select(r => r.Definition).OfType<ProcessDefinition>().Select(PublishedProcess.Of),
    ];

    /// <summary>Returns the digest of the edition that is in force on a day, or whose digest begins so.</summary>
    /// <exception cref="OpeningRefusedException">None is meant, or several are.</exception>
    public string Find(string process, string named)
    {
        var known = Known(process);
        var meant = WrittenDay.Read(named) is { } day
            ? known.Where(p => p.InForce.Includes(day)).Take(1).ToList()
            : known.FindAll(p => Begins(p.Digest, named));
        return meant switch
        {
            [var one] => one.Digest,
            [] => throw EditionRefusals.None(process, named, Shown(known)),
            _ => throw EditionRefusals.Several(process, named, Shown(known)),
        };
    }

    private List<(string Digest, PeriodInForce InForce)> Known(string process) =>
        _written
            .Where(p => p.Definition.Id == process)
            .Select(p => (p.Digest, p.Definition.InForce))
            .Concat(place.Processes.List(process).Select(p => (p.Digest, p.InForce)))
            .DistinctBy(p => p.Digest)
            .ToList();

    private static bool Begins(string digest, string named) =>
        named.Length >= ShortestBeginning && digest.StartsWith(named, StringComparison.OrdinalIgnoreCase);

    private static MessageValue Shown(IReadOnlyCollection<(string Digest, PeriodInForce InForce)> known) =>
        known.Count == 0 ? new Message("edition.no_edition") : MessageValue.List(known.Select(p => Shown(p.Digest, p.InForce)));

    private static MessageValue Shown(string digest, PeriodInForce inForce) =>
        new Message("edition.known", ("digest", digest[..12]), ("span", $"{inForce}"));

    /// <summary>Returns a definition by its digest, written or published; null when there is none.</summary>
    public PublishedProcess? Published(string digest) => _written.FirstOrDefault(p => p.Digest == digest) ?? place.Processes.Find(digest);

    /// <summary>Returns the digest of the edition of a process that is in force the latest; null when there is none.</summary>
    public string? Latest(string process) => Known(process).OrderByDescending(p => p.InForce.From).Select(p => p.Digest).FirstOrDefault();

    /// <summary>Returns the outside as it will be once what is written is published: a dry run publishes nothing.</summary>
    public IOutside Beside(IOutside outside) => new WrittenOutside(outside, place, _written);

    private sealed class WrittenOutside(IOutside outside, Workplace place, ImmutableArray<PublishedProcess> written) : IOutside
    {
        public PublishedProcess? InForce(string process, DateOnly day) =>
            outside.InForce(process, day) ?? written.FirstOrDefault(p => p.Definition.Id == process && p.Definition.InForce.Includes(day));

        public PublishedProcess? Latest(string process) =>
            outside.Latest(process) ?? written.FirstOrDefault(p => p.Definition.Id == process);

        public PublishedProcess Bound(string digest) => outside.Bound(digest);

        public PublishedProcess? Published(string digest) => outside.Published(digest) ?? written.FirstOrDefault(p => p.Digest == digest);

        public WorkCalendar Calendar(string process, DateTimeOffset at) => outside.Calendar(process, at);

        public Facts Facts(CaseNeeds needs, DateOnly day) =>
            outside.Facts(needs, day) is var facts
            && needs.Definition is { } digest
            && outside.Published(digest) is null
            && Published(digest) is { } process
                ? facts with
                {
                    Offices = place.Folder.Register.Offices(process.Definition),
                    Item = needs.Process is null ? null : place.Folder.Register.Item(process.Definition.Item.Code, day),
                }
                : facts;

        public ImmutableArray<HolderFact>? Holders(Post post, DateOnly day, string number) => outside.Holders(post, day, number);

        public bool IsBorneElsewhere(BorneNumber number, string of) => outside.IsBorneElsewhere(number, of);

        public long NextSerial(string series) => outside.NextSerial(series);
    }
}
