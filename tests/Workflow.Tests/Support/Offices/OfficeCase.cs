using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Support.Offices;

/// <summary>One case in the small office, day by day: who does what, who is refused with which code, who has to act.</summary>
internal sealed class OfficeCase
{
    private readonly Simulation _door;
    private readonly string _number;
    private DateTimeOffset _now;

    private OfficeCase(Simulation door, string number, DateTimeOffset now) => (_door, _number, _now) = (door, number, now);

    /// <summary>The simulation in which it runs.</summary>
    internal Simulation Running => _door;

    internal CaseState State => _door.State(_number)!;

    internal System.Collections.Immutable.ImmutableArray<LedgerEntry> Entries => _door.Entries(_number);

    internal IEnumerable<CaseEvent> Events => _door.Entries(_number).SelectMany(e => e.Events);

    /// <summary>The stored text of each entry.</summary>
    internal IEnumerable<string> Stored => _door.Stored(_number);

    /// <summary>Who has to act: step, and the person or the role.</summary>
    internal string Inbox => string.Join(", ", _door.Rows(_number).Select(r => $"{r.Step} {r.Person ?? r.Role}"));

    /// <summary>Lodges a case of a process with these steps on a day, at nine in the morning.</summary>
    internal static OfficeCase Lodged(string steps, string on = "2026-03-02", string form = "", string applicant = "citizen")
    {
        return Lodged(SmallOffice.Open(SmallOffice.Process(steps, form)), on, applicant);
    }

    /// <summary>Lodges a case on 2026-03-02 of a process that is written in full.</summary>
    internal static OfficeCase LodgedUnder(string process) => Lodged(SmallOffice.Open(process), "2026-03-02");

    /// <summary>Lodges a case on 2026-03-02 that the office begins by itself.</summary>
    internal static OfficeCase OfOwnMotion(string steps, string by, params PartyEntry[] parties) =>
        Lodged(SmallOffice.OpenOfOwnMotion(SmallOffice.Process(steps)), "2026-03-02", by, parties);

    /// <summary>Lodges a case on 2026-03-02 that names these parties.</summary>
    internal static OfficeCase Naming(string steps, string by, params PartyEntry[] parties) =>
        Lodged(SmallOffice.Open(SmallOffice.Process(steps, "")), "2026-03-02", by, parties);

    private static OfficeCase Lodged(Simulation door, string on, string applicant = "citizen") =>
        Lodged(door, on, applicant, new PartyEntry("applicant", applicant, "市民"));

    private static OfficeCase Lodged(Simulation door, string on, string by, params PartyEntry[] parties)
    {
        var now = DateTimeOffset.Parse($"{on}T09:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture);
        var answer = door.Submit(null, new Request(by, new Lodge { Process = "sample", Parties = [.. parties] }), now);
        Assert.That(answer.Refusal, Is.Null);
        return new OfficeCase(door, answer.Case!, now);
    }

    /// <summary>Lodges a case on 2026-03-02 under the first of two editions of a process, of which the second is in force from 2026-03-09. The digest is the second's.</summary>
    internal static (OfficeCase Case, string Next) Between(string steps, string next, string form = "", string? nextForm = null)
    {
        var before = SmallOffice.Process(steps, form).Replaced("2020-01-01..", "2020-01-01..2026-03-08");
        var after = SmallOffice.Process(next, nextForm ?? form).Replaced("2020-01-01..", "2026-03-09..");
        var door = SmallOffice.Open(before, after);
        return (Lodged(door, "2026-03-02"), SmallOffice.Read(before, after)[1].Digest);
    }

    internal T Asks<T>(Func<CaseState, DateTimeOffset, IOutside, T> question) => _door.Ask(_number, question);

    internal OfficeCase On(string day)
    {
        _now = DateTimeOffset.Parse($"{day}T09:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture);
        _door.Advance(_now);
        return this;
    }

    internal OfficeCase Does(string by, CaseCommand command, string? effective = null, string? document = null)
    {
        var answer = Ask(by, command, effective, document);
        Assert.That(answer.Refusal, Is.Null, () => answer.Refusal!.English.Sentence);
        return this;
    }

    /// <summary>The head attaches a paper that came to the office, such as an order.</summary>
    internal OfficeCase Has(string paper) => Does("head", new Attach(new string('a', 64), paper, 10));

    internal OfficeCase Refused(string by, CaseCommand command, string code)
    {
        var answer = Ask(by, command, null, null);
        Assert.That(answer.Refusal?.Code, Is.EqualTo(code), () => answer.Refusal?.English.Sentence ?? "It was accepted.");
        return this;
    }

    internal OfficeCase Refused(string by, string actedFor, CaseCommand command, string code)
    {
        Assert.That(Ask(by, command, null, null, actedFor).Refusal?.Code, Is.EqualTo(code));
        return this;
    }

    internal OfficeCase Does(string by, string actedFor, CaseCommand command)
    {
        Assert.That(Ask(by, command, null, null, actedFor).Refusal, Is.Null);
        return this;
    }

    /// <summary>Refused because the day lies before what the act builds on, which the sentence names.</summary>
    internal OfficeCase TooEarly(string by, CaseCommand command, string effective, string notBefore)
    {
        var refusal = Ask(by, command, effective, "传真").Refusal;
        Assert.That(refusal?.Code, Is.EqualTo("case.effective_too_early"), () => refusal?.English.Sentence ?? "It was accepted.");
        Assert.That(
            refusal!.English.Sentence,
            NUnit.Framework.Does.StartWith($"This cannot take effect on {effective}, before {notBefore}, when ")
        );
        return this;
    }

    /// <summary>What somebody is offered now.</summary>
    internal System.Collections.Immutable.ImmutableArray<ActionOffer> Offers(string person) =>
        AllowedActions.For(Process, State, Known(person)!, _now, Calendar, Leavers.Asked(State).Select(Known).OfType<PersonFact>());

    private PersonFact? Known(string person) => _door.World.Register.Person(person, Calendar.DayOf(_now));

    /// <summary>The definition that the case is bound to.</summary>
    internal PublishedProcess Process => _door.World.Bound(State.Definition);

    /// <summary>What asking for something now would be refused with; null when it would be accepted. Nothing is written.</summary>
    internal Refusal? Would(string by, CaseCommand command) =>
        Asks((state, at, outside) => Door.Pass(state, new Request(by, command), at, outside).Refusal);

    /// <summary>A step has come to this outcome.</summary>
    internal OfficeCase Came(string step, string outcome)
    {
        Assert.That(State.Steps[step].Outcome, Is.EqualTo(outcome));
        return this;
    }

    /// <summary>Asks for something and returns the refusal; null when it was accepted.</summary>
    internal Refusal? Try(string by, CaseCommand command, string? effective = null, string? document = null) =>
        Ask(by, command, effective, document).Refusal;

    /// <summary>Decides with facts that a test changes, and returns the refusal; null when it was accepted. Nothing is kept.</summary>
    internal Refusal? Decided(string by, CaseCommand command, Func<Facts, Facts> facts) =>
        Asks(
            (state, at, outside) =>
            {
                var process = outside.Bound(state.Definition);
                var found = outside.Facts(CaseDecider.Needs(process, state, command, Actor.Of(by), null), Shelf.Calendar.DayOf(at));
                var stamp = new Stamp
                {
                    RecordedAt = at,
                    EffectiveOn = Shelf.Calendar.DayOf(at),
                    Actor = Actor.Of(by),
                    Facts = facts(found),
                    Calendar = Calendar,
                };
                return (CaseDecider.Decide(process, state, command, stamp) as Refused)?.Refusal;
            }
        );

    internal OfficeCase Waits(string inbox)
    {
        Assert.That(Inbox, Is.EqualTo(inbox));
        return this;
    }

    /// <summary>Deciding every recorded command again with its recorded facts gives the same events, and folding them the same state.</summary>
    internal void DecidedTheSameAgain()
    {
        var state = CaseState.Empty;
        foreach (var entry in _door.Entries(_number))
        {
            var world = _door.World;
            var calendar = world.Calendar(world.Bound(entry.Definition), Shelf.Calendar.DayOf(entry.Stamp.RecordedAt));
            var decision = CaseDecider.Decide(
                world.Bound(entry.Definition),
                state,
                entry.Command,
                entry.Stamp.With(calendar, entry.Rules),
                entry.Command is MigrateCase ? world.Bound(state.Definition) : null
            );
            Assert.That(
                ((Accepted)decision).Events.Select(LedgerJson.Write),
                Is.EqualTo(entry.Events.Select(LedgerJson.Write)),
                $"entry {entry.Number}"
            );
            state = CaseFold.Apply(state, entry.Events, entry.Stamp.RecordedAt);
        }

        Assert.That(LedgerJson.Write(state), Is.EqualTo(LedgerJson.Write(State)));
    }

    /// <summary>Why a clock ends when it ends, as known now.</summary>
    internal ClockExplanation Why(string clock) => ClockExplanation.Of(Definitions, _door.Entries(_number), clock, Calendar, _now)!;

    /// <summary>How it stood in law as a day ended.</summary>
    internal LegalView Legal(string day) => LegalView.Of(Definitions, _door.Entries(_number), Calendar, Shelf.Day(day));

    private CaseDefinitions Definitions => CaseDefinitions.Of(_door.Entries(_number), _door.World.Bound);

    private WorkCalendar Calendar => _door.World.Calendar(_door.World.Bound(State.Definition), Shelf.Calendar.DayOf(_now));

    internal OfficeCase Ended(string result)
    {
        Assert.That((State.Stage, State.Result), Is.EqualTo((CaseStage.Closed, result)));
        return this;
    }

    internal static Complete Done(string step, string outcome = "done") => new() { Step = step, Outcome = outcome };

    internal static Answer Votes(string step, string? choice, string? participant = null) =>
        new()
        {
            Step = step,
            Choice = choice,
            Participant = participant,
        };

    private DoorAnswer Ask(string by, CaseCommand command, string? effective, string? document, string? actedFor = null)
    {
        _now = _now.AddMinutes(1);
        return _door.Submit(
            _number,
            new Request(
                by,
                command,
                actedFor,
                effective is null ? null : DateOnly.ParseExact(effective, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                document
            ),
            _now
        );
    }
}
