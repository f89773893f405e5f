using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>The outside as one decision sees it: the transaction of a database, or a simulation.</summary>
public interface IOutside
{
    /// <summary>Returns the published definition of a process in force on a day, or null when there is none.</summary>
    PublishedProcess? InForce(string process, DateOnly day);

    /// <summary>Returns the definition of a process that was published last, whether it is in force or not: people call the process by its title. Null when none was.</summary>
    PublishedProcess? Latest(string process);

    /// <summary>Returns the definition that a case is bound to.</summary>
    PublishedProcess Bound(string digest);

    /// <summary>Returns a published definition by its digest, or null when none has it.</summary>
    PublishedProcess? Published(string digest);

    /// <summary>Returns the calendar of the authority that leads a process, as known at a moment.</summary>
    WorkCalendar Calendar(string process, DateTimeOffset at);

    /// <summary>Reads the facts that a decision may use, as of a day. Persons that the register does not know are left out.</summary>
    Facts Facts(CaseNeeds needs, DateOnly day);

    /// <summary>Says who holds a post on a day and what they have in hand, by id; null where nobody knows.</summary>
    /// <param name="post">The post.</param>
    /// <param name="day">The recorded day.</param>
    /// <param name="number">The case that asks, whose own tasks do not count; empty for one that is being lodged.</param>
    ImmutableArray<HolderFact>? Holders(Post post, DateOnly day, string number);

    /// <summary>Returns the next serial of a series, from 1, and keeps it locked until the transaction ends.</summary>
    long NextSerial(string series);

    /// <summary>Whether a valid paper of another case bears a number that somebody entered.</summary>
    /// <param name="number">The number.</param>
    /// <param name="of">The case that asks; empty for one that is being lodged.</param>
    bool IsBorneElsewhere(BorneNumber number, string of);

    /// <summary>The version of the rules to decide by (<see cref="RulesVersion"/>): the present one, but where what was recorded before is done again.</summary>
    int Rules => RulesVersion.Current;
}

/// <summary>A command at the door.</summary>
/// <param name="Actor">Who acts: the natural person, or a rule.</param>
/// <param name="Command">What is asked.</param>
/// <param name="For">The one acted for; null for oneself.</param>
/// <param name="EffectiveOn">The effective day; null for the recorded day.</param>
/// <param name="Document">The proof of an earlier effective day.</param>
public sealed record Request(Actor Actor, CaseCommand Command, string? For = null, DateOnly? EffectiveOn = null, string? Document = null)
{
    /// <summary>The command of whom a text names, as it is stored.</summary>
    public Request(string actor, CaseCommand Command, string? For = null, DateOnly? EffectiveOn = null, string? Document = null)
        : this(Actor.Of(actor), Command, For, EffectiveOn, Document) { }
}

/// <summary>One entry to write.</summary>
/// <param name="Process">The definition that decided.</param>
/// <param name="Before">The state before.</param>
/// <param name="After">The state after.</param>
/// <param name="Command">The command.</param>
/// <param name="Stamp">Its stamp.</param>
/// <param name="Events">What happened.</param>
public sealed record NewEntry(
    PublishedProcess Process,
    CaseState Before,
    CaseState After,
    CaseCommand Command,
    Stamp Stamp,
    ImmutableArray<CaseEvent> Events
);

/// <summary>What came of a command at the door.</summary>
/// <param name="Settled">What was settled first; to be written even when the command is refused.</param>
/// <param name="Entry">The command's own entry; null when it was refused.</param>
/// <param name="Refusal">Why it was refused; null when it was not.</param>
public sealed record Passage(ImmutableArray<NewEntry> Settled, NewEntry? Entry, Refusal? Refusal)
{
    /// <summary>All entries to write, in order.</summary>
    public IEnumerable<NewEntry> Entries => Entry is null ? Settled : Settled.Append(Entry);
}

/// <summary>The one door: settle what is due, gather the facts, decide. For people, API, bulk and scheduler alike.</summary>
public static class Door
{
    /// <summary>Passes one command to a case. Pure but for what <paramref name="outside"/> reads.</summary>
    /// <param name="state">The case; <see cref="CaseState.Empty"/> to lodge.</param>
    /// <param name="request">The command.</param>
    /// <param name="at">The recorded moment, in UTC; moved up to the case's previous entry when it lies before.</param>
    /// <param name="outside">The outside.</param>
    public static Passage Pass(CaseState state, Request request, DateTimeOffset at, IOutside outside)
    {
        if (Writing.Check(request) is { } unfit)
            return new Passage([], null, unfit);
        at = at < state.LastAt ? state.LastAt : at;
        if (state.Stage == CaseStage.None)
            return request.Command is IOpensCase opens
                ? PassOpening(opens, request, at, outside)
                : new Passage([], null, CaseRefusals.NotLodged());
        var process = outside.Bound(state.Definition);
        var (settled, now) = Settle(process, state, at, outside);
        if (request.Command is MigrateCase move)
            return PassMigration(move, process, now, request, at, outside) with { Settled = settled };
        return Decide(process, now, request, at, outside.Calendar(process.Definition.Id, at), outside) with { Settled = settled };
    }

    /// <summary>Passes a command at a step as far as it is known before somebody fills it in: what a person has still to enter is not looked at. What comes of it is for showing, never for writing.</summary>
    internal static Passage Foresee(CaseState state, Request request, DateTimeOffset at, IOutside outside)
    {
        at = at < state.LastAt ? state.LastAt : at;
        var process = outside.Bound(state.Definition);
        var (settled, now) = Settle(process, state, at, outside);
        var stamp = StampOf(process, now, request, at, outside.Calendar(process.Definition.Id, at), outside) with { PayloadAside = true };
        return Decide(process, now, request.Command, stamp, outside) with { Settled = settled };
    }

    // The definition that a case moves to decides, and is found by its digest as the one before was.
    private static Passage PassMigration(
        MigrateCase move,
        PublishedProcess from,
        CaseState now,
        Request request,
        DateTimeOffset at,
        IOutside outside
    )
    {
        if (outside.Published(move.To) is not { } to)
            return new Passage([], null, MigrateRefusals.UnknownDefinition(move.To));
        return Decide(to, now, request, at, outside.Calendar(from.Definition.Id, at), outside, from);
    }

    /// <summary>Settles only what is due on a case: what the sweep asks for.</summary>
    public static ImmutableArray<NewEntry> SettleDue(CaseState state, DateTimeOffset at, IOutside outside) =>
        state.Stage == CaseStage.None
            ? []
            : Settle(outside.Bound(state.Definition), state, at < state.LastAt ? state.LastAt : at, outside).Settled;

    private static Passage PassOpening(IOpensCase opens, Request request, DateTimeOffset at, IOutside outside)
    {
        var calendar = outside.Calendar(opens.Process, at);
        var (process, refusal) = Binding.Of(opens, request.EffectiveOn ?? calendar.DayOf(at), outside);
        return process is null ? new Passage([], null, refusal) : Decide(process, CaseState.Empty, request, at, calendar, outside);
    }

    private static (ImmutableArray<NewEntry> Settled, CaseState Now) Settle(
        PublishedProcess process,
        CaseState state,
        DateTimeOffset at,
        IOutside outside
    )
    {
        var written = ImmutableArray.CreateBuilder<NewEntry>();
        var calendar = outside.Calendar(process.Definition.Id, at);
        while (Settling.Next(state, at, calendar) is { } step)
        {
            if (written.Count == Settling.Bound)
                throw new InvalidOperationException($"Settling {state.Number} did not come to an end.");
            var request = new Request(step.Actor, step.Command, EffectiveOn: step.EffectiveOn);
            var passage = Decide(process, state, request, at, calendar, outside);
            if (passage.Entry is not { } entry)
                throw new InvalidOperationException($"Settling {state.Number} was refused: {passage.Refusal}");
            written.Add(entry);
            state = entry.After;
        }

        return (written.ToImmutable(), state);
    }

    private static Passage Decide(
        PublishedProcess process,
        CaseState state,
        Request request,
        DateTimeOffset at,
        WorkCalendar calendar,
        IOutside outside,
        PublishedProcess? from = null
    ) => Decide(process, state, request.Command, StampOf(process, state, request, at, calendar, outside), outside, from);

    private static Passage Decide(
        PublishedProcess process,
        CaseState state,
        CaseCommand command,
        Stamp stamp,
        IOutside outside,
        PublishedProcess? from = null
    )
    {
        var decision = CaseDecider.Decide(process, state, command, stamp, from);
        while (decision is Wanting wanting)
        {
            stamp = stamp with { Facts = Supplied(stamp, wanting, state.Number, outside) };
            decision = CaseDecider.Decide(process, state, command, stamp, from);
        }

        return decision is Accepted accepted
            ? Passed(new NewEntry(process, state, accepted.State, command, stamp, accepted.Events), outside)
            : new Passage([], null, ((Refused)decision).Refusal);
    }

    private static Passage Passed(NewEntry entry, IOutside outside) =>
        NumbersOnce.Check(entry, outside) is { } refusal ? new Passage([], null, refusal) : new Passage([], entry, null);

    private static Facts Supplied(Stamp stamp, Wanting wanting, string number, IOutside outside)
    {
        // If a series gives several numbers, the facts name the first and the others follow without a gap.
        var taken = wanting.Series.Select(s => KeyValuePair.Create(s, outside.NextSerial(s))).ToList();
        var day = stamp.Calendar.DayOf(stamp.RecordedAt);
        return stamp.Facts with
        {
            Serials = stamp.Facts.Serials.AddRange(taken.DistinctBy(t => t.Key)),
            Posts = stamp.Facts.Posts.AddRange(wanting.Posts.Select(p => new PostFact(p, outside.Holders(p, day, number)))),
        };
    }

    // Whoever records an earlier day acts by the posts that they held then and hold still; whoever becomes a party by it is an
    // officer by any that they held then or hold now.
    private static Facts OnBothDays(Facts facts, Request request, IOutside outside, DateOnly today)
    {
        var needs = new CaseNeeds([.. facts.People.Select(p => p.Id).Distinct()], null, false);
        var now = outside.Facts(needs, today).People.DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Posts, StringComparer.Ordinal);
        var makesParties = request.Command is IMakesParties;
        return facts with
        {
            People =
            [
                .. facts.People.Select(p =>
                    p.Id == request.Actor ? p with { Posts = [.. p.Posts.Intersect(now.GetValueOrDefault(p.Id, []))] }
                    : makesParties ? p with { Posts = [.. p.Posts.Union(now.GetValueOrDefault(p.Id, []))] }
                    : p
                ),
            ],
        };
    }

    /// <summary>Gathers the facts of one decision.</summary>
    internal static Stamp StampOf(
        PublishedProcess process,
        CaseState state,
        Request request,
        DateTimeOffset at,
        WorkCalendar calendar,
        IOutside outside
    )
    {
        var (today, day) = (calendar.DayOf(at), request.EffectiveOn ?? calendar.DayOf(at));
        var facts = outside.Facts(CaseDecider.Needs(process, state, request.Command, request.Actor, request.For), day);
        return new Stamp
        {
            RecordedAt = at,
            EffectiveOn = day,
            Actor = request.Actor,
            For = request.For,
            Document = request.Document,
            Facts = (day < today ? OnBothDays(facts, request, outside, today) : facts) with { Calendar = calendar.Digest },
            Calendar = calendar,
            Rules = outside.Rules,
        };
    }
}
