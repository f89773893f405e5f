using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Support.Walks;

/// <summary>The end of a walk: people do what moves the case on, and that alone must bring it to its end.</summary>
internal sealed partial class RandomWalk
{
    // A case in a loop of ways back, each with its bound, is through after a few dozen acts.
    private const int LongestEnd = 400;

    private static readonly HashSet<string> Forward = ["complete", "answer", "reply", "seal-lots", "resume", "resume-clock"];

    // Where those whose turn it is are barred by what they did before, somebody hands the task on, or takes back what they asked:
    // whoever was to work first may have been barred since.
    private static readonly HashSet<string> HandedOn = ["transfer", "release", "remove-signer", "recall"];

    // Where fewer rows stand in the form than are to be drawn, the form is corrected.
    private static readonly HashSet<string> Corrected = ["correct-form"];

    private void Finish()
    {
        // Ended from above now and then, wherever it stands.
        if (State.Stage == CaseStage.Open && _random.Next(4) == 0)
            Terminated();
        for (var i = 0; State.Stage != CaseStage.Closed; i++)
        {
            Assert.That(i, Is.LessThan(LongestEnd), () => $"Nothing but ending it from above ends this case: {Refused()}\n{Trail()}");
            if (!Done(Forward) && !(_random.Next(2) == 0 && Done(Corrected)) && !Done(HandedOn) && !Waited())
                Terminated();
        }
    }

    private void Terminated()
    {
        // What is decided already is served and not terminated.
        var refusal = _simulation
            .Submit(_case, new Request(Head(DateOnly.MaxValue).Id, Ending(Process.Definition.Termination)), _now)
            .Refusal;
        Assert.That(refusal?.Code, Is.Null.Or.EqualTo("step.not_applicable"), Trail);
    }

    // Where the process names the grounds, on the first of them.
    private CaseCommand Ending(string? step) =>
        step is null
            ? new Terminate("到此为止")
            : new Complete
            {
                Step = step,
                Outcome = ((WorkNode)Process.Find(step)!).Outcomes[0].Id,
                Reasons = "到此为止",
            };

    // Whoever may do one of these does it; false when nobody may.
    private bool Done(HashSet<string> actions)
    {
        _now = _now.AddMinutes(10);
        _simulation.Advance(_now);
        if (State.Stage == CaseStage.Closed)
            return true;
        var calendar = _world.Calendar(Process, _world.Calendar(Process, DateOnly.MaxValue).DayOf(_now));
        var day = calendar.DayOf(_now);
        var turns = CaseRows.Inbox(Process, State);
        foreach (var actor in Walkers(day).OrderByDescending(a => turns.Any(row => IsFor(row, a))).ThenBy(_ => _random.Next()))
        {
            var before = State.Entries;
            var offers = Offers(actor, calendar).Where(o => o.Allowed && actions.Contains(o.Action)).ToList();
            if (offers.Count == 0)
                continue;
            Try(offers[_random.Next(offers.Count)], actor, day);
            if (State.Entries > before)
                return true;
        }

        return false;
    }

    // Nobody can act: a day must come by itself, or somebody has been told that nobody is left who may, or somebody may hand it on, to whom this small office does not have.
    private bool Waited()
    {
        if (State.FiresAt is { } next && next > _now)
            _now = next;
        else if (
            !MayHandOn()
            && !_simulation
                .Entries(_case)
                .SelectMany(e => e.Events)
                .OfType<StepUnattended>()
                .Any(e => State.Steps.GetValueOrDefault(e.Step)?.Status == StepStatus.Open)
        )
            Assert.Fail($"Nobody can act, nothing falls due, and nobody was told: {Refused()}\n{Trail()}");
        else
            return false;
        return true;
    }

    private bool MayHandOn() => Offers().Any(o => o.Offer is { Action: "transfer", Allowed: true });

    private string Refused() =>
        string.Join(
            '\n',
            Offers()
                .Where(o => Forward.Contains(o.Offer.Action) || HandedOn.Contains(o.Offer.Action))
                .Select(o => $"{o.Who} {o.Offer.Action} {o.Offer.Target} {o.Offer.Choice}: {o.Offer.WhyNot?.Code ?? "allowed"}")
        );

    private IEnumerable<(string Who, ActionOffer Offer)> Offers()
    {
        var calendar = _world.Calendar(Process, _world.Calendar(Process, DateOnly.MaxValue).DayOf(_now));
        return Walkers(calendar.DayOf(_now)).SelectMany(a => Offers(a, calendar).Select(o => ($"{a}", o)));
    }

    private ImmutableArray<ActionOffer> Offers(Walker actor, WorkCalendar calendar)
    {
        var holders = Leavers.Asked(State).Select(p => _world.Register.Person(p, calendar.DayOf(_now))).OfType<PersonFact>();
        return AllowedActions.For(Process, State, actor.Principal, _now, calendar, [actor.Person, .. holders]);
    }

    private IEnumerable<Walker> Walkers(DateOnly day) =>
        Everybody(day).SelectMany(p => Visitors.ServedBy(State, p).Select(v => new Walker(p, v)).Prepend(new Walker(p, null)));

    private static bool IsFor(InboxRow row, Walker actor) =>
        row.Person is { } only
            ? only == actor.Principal.Id
            : actor.Principal.Posts.Contains(new Post(row.Organisation ?? "", row.Role ?? ""));

    private IEnumerable<PersonFact> Everybody(DateOnly day) => _world.Register.People.Select(p => _world.Register.Person(p.Id, day)!);
}
