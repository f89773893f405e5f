using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Vaults;

namespace Workflow.Storage.Running;

/// <summary>What an outside takes from the database. In its turn a command reads it; before its turn it expects what it will read.</summary>
internal interface IStored
{
    /// <summary>Returns the definition of a process in force on a day, or null when there is none.</summary>
    PublishedProcess? InForce(string process, DateOnly day);

    /// <summary>Returns the definition of a process that was published last, or null when none was.</summary>
    PublishedProcess? Latest(string process);

    /// <summary>Returns the definition that a case is bound to.</summary>
    PublishedProcess Bound(string digest);

    /// <summary>Returns a published definition by its digest, or null when none has it. What is published stays.</summary>
    PublishedProcess? Published(string digest);

    /// <summary>Returns the next serial of a series.</summary>
    long NextSerial(string series);

    /// <summary>Returns how many open steps of other cases a person has in hand, and when it last was their turn at a post.</summary>
    (int Load, long Turn) Workload(string person, Post post, string number);

    /// <summary>Whether a valid paper of another case bears a number that somebody entered.</summary>
    bool IsBorneElsewhere(BorneNumber number, string of);

    /// <summary>Returns when somebody first read a case since the latest copy sent to them or to one of their posts; null while it is unread.</summary>
    DateTimeOffset? ReadAt(CopyReader reader, ImmutableArray<Post> posts);

    /// <summary>Returns the row of the vault that opens a commitment, or null when there is none.</summary>
    VaultRow? Seed(SealedSeed seed);

    /// <summary>Returns the size in bytes of a stored file that a person may attach to a case: one that they uploaded, or one that belongs to the case; null for any other.</summary>
    long? FileOf(string sha256, string person, string? number);
}

/// <summary>The outside as one command sees it.</summary>
internal sealed class Outside(Surroundings surroundings, IStored stored) : IOutside
{
    private readonly Dictionary<string, long> _taken = new(StringComparer.Ordinal);

    private readonly List<VaultRow> _seeds = [];

    // Lodging asks three times for the same.
    private (string Process, DateOnly Day, PublishedProcess? Found)? _inForce;

    public PublishedProcess? InForce(string process, DateOnly day)
    {
        if (_inForce is { } asked && asked.Process == process && asked.Day == day)
            return asked.Found;
        var found = stored.InForce(process, day);
        _inForce = (process, day, found);
        return found;
    }

    public PublishedProcess? Latest(string process) => stored.Latest(process);

    public PublishedProcess Bound(string digest) => stored.Bound(digest);

    public PublishedProcess? Published(string digest) => stored.Published(digest);

    public WorkCalendar Calendar(string process, DateTimeOffset at) =>
        surroundings.Calendars.At(surroundings.Register.Authority(process), at);

    /// <summary>The seeds that were taken, for the vault; those of a command that is refused are lost.</summary>
    internal ImmutableArray<VaultRow> Seeds => [.. _seeds];

    public Facts Facts(CaseNeeds needs, DateOnly day)
    {
        var facts = Gather(surroundings, this, needs, day);
        if (needs.Reader is { } reader)
            return facts with { ReadAt = ReadAt(reader, facts) };
        if (needs.Commits)
            return facts with { Commitment = Commit() };
        return needs.Reveals is { } seed && stored.Seed(seed) is { } row ? facts with { Seed = row.Value, Salt = row.Salt } : facts;
    }

    /// <summary>Reads the facts that were named, with the definitions as <paramref name="definitions"/> finds them.</summary>
    internal static Facts Gather(Surroundings surroundings, IOutside definitions, CaseNeeds needs, DateOnly day)
    {
        var facts = new Facts
        {
            People = [.. needs.People.Select(id => surroundings.Register.Person(id, day)).OfType<PersonFact>()],
            Seed = needs.Seed ? Convert.ToHexStringLower(surroundings.Chance()) : null,
        };
        return Definition(definitions, needs, day) is { } process ? OfProcess(facts, process, surroundings.Register, needs, day) : facts;
    }

    // The definition whose offices and item are looked up: the one named by its digest before the one in force.
    private static PublishedProcess? Definition(IOutside definitions, CaseNeeds needs, DateOnly day) =>
        (needs.Definition is { } digest ? definitions.Published(digest) : null)
        ?? (needs.Process is { } id ? definitions.InForce(id, day) : null);

    private static Facts OfProcess(Facts facts, PublishedProcess process, RegisterAnswers register, CaseNeeds needs, DateOnly day) =>
        facts with
        {
            Offices = register.Offices(process, day),
            Item = needs.Process is null ? null : register.Item(process.Definition.Item.Code, day),
        };

    private DateTimeOffset? ReadAt(CopyReader reader, Facts facts) =>
        stored.ReadAt(reader, facts.People.FirstOrDefault(p => p.Id == reader.Person)?.Posts ?? []);

    public ImmutableArray<HolderFact>? Holders(Post post, DateOnly day, string number) =>
        HolderFacts.Of(surroundings, post, day, person => stored.Workload(person, post, number));

    public bool IsBorneElsewhere(BorneNumber number, string of) => stored.IsBorneElsewhere(number, of);

    /// <summary>Refuses to attach what is not stored. It is asked once the command is allowed: what is stored is nobody's to try out.</summary>
    /// <remarks>A hash is no key: it stands in time-lines, exports and printed files, and opens nobody else's upload.</remarks>
    internal Refusal? Unstored(Submission submission, CaseState before)
    {
        if (submission.Request.Command is not Attach attach)
            return null;
        return stored.FileOf(attach.Sha256, submission.Request.Actor, IsParty(submission, before) ? null : submission.Case) is not { } size
                ? StorageRefusals.FileNotStored(attach.Sha256)
            : size != attach.Size ? StorageRefusals.FileOfAnotherSize(attach.Name, attach.Size, size)
            : null;
    }

    // A party attaches what they uploaded; what an office attached to the case is not theirs to open by its hash.
    private bool IsParty(Submission submission, CaseState before)
    {
        var actor = submission.Request.Actor;
        return before.IsForAsParty(actor, surroundings.Register.Person(actor, Today(before))?.Posts ?? []);
    }

    private DateOnly Today(CaseState before)
    {
        var now = surroundings.Time.GetUtcNow();
        return Calendar(before.Process, now).DayOf(now);
    }

    private string Commit()
    {
        var row = Vault.Seal(Commitment.Seed(Convert.ToHexStringLower(surroundings.Chance())), surroundings.Chance);
        _seeds.Add(row);
        return row.Hash;
    }

    // Only what entries used is written back: a serial taken for a command that was then refused is not lost.
    public long NextSerial(string series) =>
        _taken[series] = _taken.TryGetValue(series, out var last) ? last + 1 : stored.NextSerial(series);
}
