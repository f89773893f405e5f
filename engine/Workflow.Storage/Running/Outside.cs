using Workflow.Engine.Calendars;
using Workflow.Engine.Cases;
using Workflow.Engine.Processes;

namespace Workflow.Storage.Running;

/// <summary>What an outside takes from the database. In its turn a command reads it; before its turn it expects what it will read.</summary>
internal interface IStored
{
    /// <summary>Returns the definition of a process in force on a day, or null when there is none.</summary>
    PublishedProcess? InForce(string process, DateOnly day);

    /// <summary>Returns the definition that a case is bound to.</summary>
    PublishedProcess Bound(string digest);

    /// <summary>Returns a published definition by its digest, or null when none has it. What is published stays.</summary>
    PublishedProcess? Published(string digest);

    /// <summary>Returns the next serial of a series.</summary>
    long NextSerial(string series);
}

/// <summary>The outside as one command sees it.</summary>
internal sealed class Outside(Surroundings surroundings, IStored stored) : IOutside
{
    private readonly Dictionary<string, long> _taken = new(StringComparer.Ordinal);

    // Lodging asks three times for the same.
    private (string Process, DateOnly Day, PublishedProcess? Found)? _inForce;

    public PublishedProcess? InForce(string process, DateOnly day)
    {
        if (_inForce is { } asked && asked.Process == process && asked.Day == day) return asked.Found;
        var found = stored.InForce(process, day);
        _inForce = (process, day, found);
        return found;
    }

    public PublishedProcess Bound(string digest) => stored.Bound(digest);

    public PublishedProcess? Published(string digest) => stored.Published(digest);

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
        if (needs.Definition is { } digest && definitions.Published(digest) is { } target)
            return facts with { Offices = surroundings.Register.Offices(target, day), Item = needs.Process is null ? null : surroundings.Register.Item(target.Definition.Item.Code, day) };
        return needs.Process is { } id && definitions.InForce(id, day) is { } process
            ? facts with { Offices = surroundings.Register.Offices(process, day), Item = surroundings.Register.Item(process.Definition.Item.Code, day) }
            : facts;
    }

    // Only what entries used is written back: a serial taken for a command that was then refused is not lost.
    public long NextSerial(string series) =>
        _taken[series] = _taken.TryGetValue(series, out var last) ? last + 1 : stored.NextSerial(series);
}
