using Workflow.Engine.Calendars;
using Workflow.Engine.Cases;
using Workflow.Engine.Processes;
using Workflow.Storage.Publishing;

namespace Workflow.Storage.Running;

/// <summary>The outside as one command sees it from within the writer's transaction.</summary>
internal sealed class Outside(Surroundings surroundings, PublishedProcesses processes, WriteSession session) : IOutside
{
    private const string NextOfSeries = "select next from serials where series = @p0";

    private readonly Dictionary<string, long> _taken = new(StringComparer.Ordinal);

    // Lodging asks three times for the same.
    private (string Process, DateOnly Day, PublishedProcess? Found)? _inForce;

    public PublishedProcess? InForce(string process, DateOnly day)
    {
        if (_inForce is { } asked && asked.Process == process && asked.Day == day) return asked.Found;
        var found = processes.InForce(process, day, session);
        _inForce = (process, day, found);
        return found;
    }

    public PublishedProcess Bound(string digest) =>
        processes.Find(digest, session.Connection) ?? throw new InvalidOperationException($"Expected the definition {digest}, but it is not in the database.");

    public PublishedProcess? Published(string digest) => processes.Find(digest, session.Connection);

    public WorkCalendar Calendar(string process, DateTimeOffset at) => surroundings.Calendars.At(surroundings.Register.Authority(process), at);

    public Facts Facts(CaseNeeds needs, DateOnly day) => Gather(surroundings, this, needs, day);

    /// <summary>Reads the facts that were named, with the definitions as <paramref name="definitions"/> finds them.</summary>
    internal static Facts Gather(Surroundings surroundings, IOutside definitions, CaseNeeds needs, DateOnly day)
    {
        var facts = new Facts
        {
            People = [.. needs.People.Select(id => surroundings.Register.Person(id, day)).OfType<PersonFact>()],
            Seed = needs.Seed ? Convert.ToHexStringLower(surroundings.Chance()) : null,
        };
        if (needs.Definition is { } digest && definitions.Published(digest) is { } target) return facts with { Offices = surroundings.Register.Offices(target, day) };
        return needs.Process is { } id && definitions.InForce(id, day) is { } process
            ? facts with { Offices = surroundings.Register.Offices(process, day), Item = surroundings.Register.Item(process.Definition.Item.Code, day) }
            : facts;
    }

    // Only what entries used is written back: a serial taken for a command that was then refused is not lost.
    public long NextSerial(string series) =>
        _taken[series] = _taken.TryGetValue(series, out var last) ? last + 1 : session.Prepared(NextOfSeries, 1).Scalar(series) is long next ? next : 1;
}
