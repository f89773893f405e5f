using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.State;

/// <summary>Where a case stands as a whole.</summary>
public enum CaseStage
{
    /// <summary>Not lodged yet.</summary>
    None,

    /// <summary>Work goes on.</summary>
    Open,

    /// <summary>Work has ended 办结; after-care may still run.</summary>
    Concluded,

    /// <summary>Nothing is left 归档.</summary>
    Closed,
}

/// <summary>What is true of a case: the fold of its ledger.</summary>
public sealed record CaseState
{
    /// <summary>A case before its first entry.</summary>
    public static CaseState Empty { get; } = new();

    /// <summary>Its number; empty before it is lodged.</summary>
    public string Number { get; init; } = "";

    /// <summary>Its process.</summary>
    public string Process { get; init; } = "";

    /// <summary>The digest of its definition.</summary>
    public string Definition { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public CaseStage Stage { get; init; }

    /// <summary>Its result; null before it is concluded.</summary>
    public string? Result { get; init; }

    /// <summary>The effective day on which its work ended; null while it is open. Kept out of the written state, which the event that ended it tells.</summary>
    [JsonIgnore]
    public DateOnly? ConcludedOn { get; init; }

    /// <summary>How many entries its ledger has.</summary>
    public long Entries { get; init; }

    /// <summary>The recorded moment of its last entry.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>The effective day of its lodging.</summary>
    public DateOnly LodgedOn { get; init; }

    /// <summary>The digest of the calendar that its clocks stand on.</summary>
    public string Calendar { get; init; } = "";

    /// <summary>The organisation behind each office's short name.</summary>
    public ImmutableSortedDictionary<string, string> Offices { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The parties.</summary>
    public ImmutableArray<PartyEntry> Parties { get; init; } = [];

    /// <summary>The persons whom an officer confirmed or added as parties, and who have not said so themselves. Kept out of the written state, which the events tell.</summary>
    [JsonIgnore]
    public ImmutableSortedSet<string> ConfirmedByOffice { get; init; } = [];

    /// <summary>The persons whom another party named, who said so themselves by word or deed, and for whom no office has vouched. Kept out of the written state, which the events tell.</summary>
    [JsonIgnore]
    public ImmutableSortedSet<string> ConfirmedByThemselves { get; init; } = [];

    /// <summary>
    /// The persons who share a role and whom an officer named together as the case began, but for those whom an office has confirmed
    /// since: each is a party for certain, and none acts for the others. Kept out of the written state, which the events tell.
    /// </summary>
    [JsonIgnore]
    public ImmutableSortedSet<string> NamedTogether { get; init; } = [];

    /// <summary>Whether the case is somebody's own, so that they withdraw from acting in it for an office: they are certainly a party.</summary>
    public bool IsOwnOf(string person) => Parties.Any(p => p.Person == person && p.Unconfirmed is not true && p.ForOffice is not true);

    /// <summary>Whether somebody is a party only as another party says.</summary>
    public bool IsOnlyNamed(string person) => Parties.Any(p => p.Person == person && p.ForOffice is not true) && !IsOwnOf(person);

    /// <summary>Whether somebody has to do with the case as a party and not as an office: it is their own, or another party names them and no office of theirs takes part.</summary>
    /// <param name="person">Id of the natural person.</param>
    /// <param name="posts">The posts they act for.</param>
    public bool IsForAsParty(string person, IEnumerable<Post> posts) =>
        IsOwnOf(person) || (IsOnlyNamed(person) && !posts.Any(p => Offices.Values.Contains(p.Organisation)));

    /// <summary>The form.</summary>
    public ImmutableSortedDictionary<string, FieldValue> Form { get; init; } = ImmutableSortedDictionary<string, FieldValue>.Empty;

    /// <summary>The latest run of each step, by key.</summary>
    public ImmutableSortedDictionary<string, StepState> Steps { get; init; } =
        ImmutableSortedDictionary.Create<string, StepState>(StringComparer.Ordinal);

    /// <summary>Runs that were superseded by a return, oldest first.</summary>
    public ImmutableArray<StepState> Superseded { get; init; } = [];

    /// <summary>The moments marked, by name.</summary>
    public ImmutableSortedDictionary<string, MarkedMoment> Moments { get; init; } =
        ImmutableSortedDictionary.Create<string, MarkedMoment>(StringComparer.Ordinal);

    /// <summary>Every clock that ever ran, by id.</summary>
    public ImmutableSortedDictionary<string, ClockState> Clocks { get; init; } =
        ImmutableSortedDictionary.Create<string, ClockState>(StringComparer.Ordinal);

    /// <summary>The documents issued, in order; void ones included.</summary>
    public ImmutableArray<CaseDocument> Documents { get; init; } = [];

    /// <summary>Returns the latest paper of a kind that is not void; null where there is none.</summary>
    internal DocumentIssued? LatestPaper(string document) =>
        Documents.LastOrDefault(d => d.Void is null && d.Issued.Document == document)?.Issued;

    /// <summary>The materials received, by id.</summary>
    public ImmutableSortedSet<string> Materials { get; init; } = [];

    /// <summary>How materials stood one after the other, oldest first, where more is kept of them than what was received.</summary>
    public ImmutableArray<MaterialStood> Standings { get; init; } = [];

    /// <summary>The remarks in order.</summary>
    public ImmutableArray<CommentAdded> Comments { get; init; } = [];

    /// <summary>The files in order.</summary>
    public ImmutableArray<FileAttached> Files { get; init; } = [];

    /// <summary>How often each exit back was taken, by step id and outcome.</summary>
    public ImmutableSortedDictionary<string, int> Backs { get; init; } =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>What had been counted of steps before they began anew, by their keys. Kept out of the written state, which the events tell.</summary>
    [JsonIgnore]
    public ImmutableSortedDictionary<string, CountedBefore> Anew { get; init; } =
        ImmutableSortedDictionary.Create<string, CountedBefore>(StringComparer.Ordinal);

    /// <summary>Joint reviews whose answers stand when they open again.</summary>
    public ImmutableSortedSet<string> Kept { get; init; } = [];

    /// <summary>The step of another case that waits for this one.</summary>
    public ParentLink? Parent { get; init; }

    /// <summary>The cases it called, in order.</summary>
    public ImmutableArray<CalledCase> Called { get; init; } = [];

    /// <summary>The result with which it is concluded once the cases it called have ended; null while work goes on.</summary>
    public string? Concluding { get; init; }

    /// <summary>Steps that a return comes straight back to, each with the step that is done again first.</summary>
    public ImmutableSortedDictionary<string, string> Awaits { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The first marks of moments that were unmarked by hand since the case was opened.</summary>
    [JsonIgnore]
    public ImmutableSortedDictionary<string, MarkedMoment> FirstMarks { get; init; } =
        ImmutableSortedDictionary.Create<string, MarkedMoment>(StringComparer.Ordinal);

    /// <summary>The last entry before an order opened the case again; 0 for none.</summary>
    [JsonIgnore]
    public long ForgottenUpTo { get; init; }

    /// <summary>The entries before the one that corrected an outcome by silence last; null for none.</summary>
    [JsonIgnore]
    public long? CorrectedIn { get; init; }

    /// <summary>Steps that ran again because what they need had changed: when they are done, what stands behind them is looked at too.</summary>
    public ImmutableSortedSet<string> Redone { get; init; } = [];

    /// <summary>The persons who got a copy and can open it: visitors, who have no account, get theirs on paper.</summary>
    public ImmutableSortedSet<string> Informed { get; init; } = [];

    /// <summary>The urgings in order.</summary>
    public ImmutableArray<Urged> Urgings { get; init; } = [];

    /// <summary>The instructions of the supervision office in order.</summary>
    public ImmutableArray<Supervised> Supervision { get; init; } = [];

    /// <summary>What parties were told in writing, in order.</summary>
    public ImmutableArray<Notified> Notices { get; init; } = [];

    /// <summary>The suspension of the work; null while it goes on.</summary>
    public CaseSuspended? Suspended { get; init; }

    /// <summary>The day on which an order last opened it again: nothing counts from a day before. Null where none did.</summary>
    public DateOnly? ReopenedOn { get; init; }

    /// <summary>Where it ran before it was taken over; null for a case that was lodged here.</summary>
    public Elsewhere? Elsewhere { get; init; }

    /// <summary>The instant at which something next falls due on any clock; null when nothing does.</summary>
    [JsonIgnore]
    public DateTimeOffset? FiresAt => Clocks.Values.Where(c => c.IsOpen).Min(c => c.FiresAt);
}

/// <summary>Where a case ran before it was taken over.</summary>
/// <param name="System">The name of the other system.</param>
/// <param name="Number">The number that the case had there.</param>
/// <param name="Until">The effective day on which it was taken over.</param>
public sealed record Elsewhere(string System, string Number, DateOnly Until);

/// <summary>Where a step's run stands.</summary>
public enum StepStatus
{
    /// <summary>Somebody has to act, or a block runs.</summary>
    Open,

    /// <summary>It has its outcome, and the outcome's steps run.</summary>
    Following,

    /// <summary>It is finished.</summary>
    Done,

    /// <summary>It did not apply; its value is none.</summary>
    Skipped,

    /// <summary>It was closed without an outcome.</summary>
    Withdrawn,
}

/// <summary>One run of a step.</summary>
public sealed record StepState
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>Counted from 1 over all runs.</summary>
    public int Instance { get; init; } = 1;

    /// <summary>Where it stands.</summary>
    public required StepStatus Status { get; init; }

    /// <summary>The number of the last entry that touched it: what If-Match names.</summary>
    public long Revision { get; init; }

    /// <summary>The day the task opened.</summary>
    public DateOnly OpenedOn { get; init; }

    /// <summary>The effective day of what opened it: nothing at the step takes effect before.</summary>
    public DateOnly Since { get; init; }

    /// <summary>Who may act.</summary>
    public ImmutableArray<Entitlement> Entitled { get; init; } = [];

    /// <summary>Who took it; null for nobody.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>How a rule gave it to one person when it opened; null where none did. It stays when the task changes hands.</summary>
    public StepAssigned? Assigned { get; init; }

    /// <summary>How a rule gave answers of a joint review to one person of their post each, when it opened. They stay when an answer changes hands.</summary>
    public ImmutableArray<StepAssigned> Chosen { get; init; } = [];

    /// <summary>The answers of a joint review, in the order given.</summary>
    public ImmutableArray<GivenAnswer> Answers { get; init; } = [];

    /// <summary>The keys on the roll of a joint review of those who stayed away, as recorded last; they are waited for no more.</summary>
    public ImmutableArray<string> Absent { get; init; } = [];

    /// <summary>Those who left the roll of a joint review by their silence, in the order in which they did.</summary>
    public ImmutableArray<ParticipantUncounted> Uncounted { get; init; } = [];

    /// <summary>The completion; null before.</summary>
    public StepCompleted? Completed { get; init; }

    /// <summary>The rows drawn by lot; empty for other steps.</summary>
    public ImmutableArray<int> Drawn { get; init; } = [];

    /// <summary>What belongs to a draw of lots; null for other steps, and before anything was done at one.</summary>
    public LotsState? Lots { get; init; }

    /// <summary>What was asked of people beside the holder, in order.</summary>
    public ImmutableArray<SideTask> Sides { get; init; } = [];

    /// <summary>The outcome that waits for the signers after the holder; null for none.</summary>
    public Proposal? Proposed { get; init; }

    /// <summary>Everybody on the roll: those entitled and signers added beside them, without those whose silence took them off.</summary>
    [JsonIgnore]
    public IEnumerable<Entitlement> Roll =>
        Entitled
            .Concat(Sides.Where(s => s.Kind == SideKind.Beside && s.Recalled is null).Select(s => s.Who))
            .Where(e => Uncounted.All(u => u.Participant != e.Key));

    /// <summary>The outcome; null before, and when it did not apply.</summary>
    [JsonIgnore]
    public string? Outcome => Completed?.Outcome;

    /// <summary>Key and instance, as <c>inspection#2</c>.</summary>
    [JsonIgnore]
    public string Name => StepKey.OfRun(Key, Instance);

    /// <summary>Every natural person who acted in it, and those acted for; an outcome that waits for signatures is an act.</summary>
    [JsonIgnore]
    public IEnumerable<string> Actors =>
        Answers
            .SelectMany(a => a.Voices)
            .Concat(Sides.SelectMany(s => s.Voices))
            .Concat(Proposed is { } p ? p.Voices : [])
            .Concat(Completed is { } c ? c.With.Append(c.By).Concat(c.For is { } f ? [f] : []) : []);
}

/// <summary>A moment that is marked.</summary>
/// <param name="Day">Its legal day.</param>
/// <param name="Step">The key of the step that marked it.</param>
/// <param name="Entry">The entry that marked it.</param>
public sealed record MarkedMoment(DateOnly Day, string Step, long Entry);

/// <summary>A document of the case.</summary>
/// <param name="Issued">What was issued.</param>
/// <param name="Void">Why it is void; null while it is valid.</param>
public sealed record CaseDocument(DocumentIssued Issued, PutAside? Void)
{
    /// <summary>Its service, on the first of its addressees where it has several; null while nobody has it.</summary>
    public DocumentServed? Served { get; init; }

    /// <summary>Its service on each addressee, in the order recorded; empty where one service is for all.</summary>
    public ImmutableArray<DocumentServed> Services { get; init; } = [];

    /// <summary>Its services, the one for all or that on each addressee; empty while nobody has it.</summary>
    [JsonIgnore]
    public IEnumerable<DocumentServed> EachService => Services.IsEmpty && Served is { } one ? [one] : Services;
}
