using System.Collections.Immutable;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Vaults;

namespace Workflow.Storage.Running;

/// <summary>What a command expects to read when its turn comes, remembered so that it can be compared then.</summary>
internal sealed class BeforeTurn(Desk desk) : IStored
{
    private readonly List<(string Process, DateOnly Day, PublishedProcess? Expected)> _inForce = [];
    private readonly List<(string Series, long Expected)> _serials = [];
    private bool _waits = true;

    public PublishedProcess? InForce(string process, DateOnly day)
    {
        var expected = desk.Processes.LastInForce(process, day);
        _inForce.Add((process, day, expected));
        return expected;
    }

    public PublishedProcess? Latest(string process)
    {
        MustWait = true;
        return null;
    }

    public PublishedProcess Bound(string digest) => desk.Processes.Bound(digest);

    public PublishedProcess? Published(string digest) => desk.Processes.Find(digest);

    public long NextSerial(string series)
    {
        var expected = desk.Serials.Expect(series);
        _serials.Add((series, expected));
        return expected;
    }

    /// <summary>Whether something was asked that only the command's turn can tell.</summary>
    internal bool MustWait { get; private set; }

    public (int Load, long Turn) Workload(string person, Post post, string number)
    {
        MustWait = true;
        return (0, 0);
    }

    public bool IsBorneElsewhere(BorneNumber number, string of)
    {
        MustWait = true;
        return false;
    }

    public DateTimeOffset? ReadAt(CopyReader reader, ImmutableArray<Post> posts)
    {
        MustWait = true;
        return null;
    }

    /// <summary>Nothing: a seed leaves the vault only in the turn of the command that draws.</summary>
    public VaultRow? Seed(SealedSeed seed) => null;

    public long? FileOf(string sha256, string person, string? number)
    {
        MustWait = true;
        return null;
    }

    /// <summary>Whether the database, now that it is the command's turn, says what was expected, and its numbers are in the order of their moments.</summary>
    internal bool Holds(IStored stored, DateTimeOffset recordedAt) =>
        _inForce.All(e => stored.InForce(e.Process, e.Day)?.Digest == e.Expected?.Digest)
        && (_serials.Count == 0 || desk.Serials.Follows(recordedAt))
        && _serials.All(e => stored.NextSerial(e.Series) == e.Expected);

    /// <summary>The command expects nothing more: its turn has come, or it gave up.</summary>
    internal void End()
    {
        if (_waits)
            _serials.ForEach(e => desk.Serials.Give(e.Series));
        _waits = false;
    }
}
