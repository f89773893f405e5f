using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Evidence;
using Workflow.Engine.Expressions;
using Workflow.Engine.Foresight;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Support.Walks;

/// <summary>One case on which people try whatever they are offered, and a little more, until it ends; everything that must hold is checked on the way.</summary>
internal sealed partial class RandomWalk
{
    private const int LongestWalk = 60;
    private readonly Random _random;
    private readonly ScenarioWorld _world;
    private readonly string? _text;
    private readonly Simulation _simulation;
    private readonly RandomActs _acts;
    private readonly string _case;
    private readonly List<string> _trail = [];
    private readonly List<KeptAct> _kept = [];
    private DateTimeOffset _now;
    private int _tried;

    /// <param name="random">The source of chance.</param>
    /// <param name="world">Definitions, people, calendars.</param>
    /// <param name="process">The process.</param>
    /// <param name="day">The day of lodging.</param>
    /// <param name="applicant">Who lodges.</param>
    /// <param name="text">The definition, to be shown when something does not hold; null for one of the repository.</param>
    internal RandomWalk(Random random, ScenarioWorld world, string process, DateOnly day, string applicant, string? text = null)
    {
        (_random, _world, _text) = (random, world, text);
        (_simulation, _acts) = (new Simulation(_world), new RandomActs(random, _world));
        var bound = _world.InForce(process, day)!;
        _now = _world.Calendar(bound, day).StartOf(day).AddHours(9);
        var window = random.Next(4) == 0 ? Window(bound, day) : null;
        var lodge = new Lodge
        {
            Process = process,
            Parties = [new PartyEntry("applicant", window is null ? applicant : "", "示范公司")],
            Form = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(
                bound.Definition.Form.Select(f => KeyValuePair.Create(f.Id, _acts.Value(f, bound, day)))
            ),
        };
        _kept.Add(new KeptAct(_now, window ?? applicant, lodge, null));
        var answer = _simulation.Submit(null, _kept[0].Request, _now);
        Assert.That(answer.Refusal, Is.Null);
        _case = answer.Case!;
    }

    // One walk in four is that of a visitor, whom an officer takes in and acts for on paper.
    private string? Window(PublishedProcess process, DateOnly day)
    {
        var offices = _world.Register.Offices(process.Definition).Values.ToHashSet(StringComparer.Ordinal);
        return Everybody(day).FirstOrDefault(p => p.Posts.Any(x => x.Role == "clerk" && offices.Contains(x.Organisation)))?.Id;
    }

    private CaseState State => _simulation.State(_case)!;

    // A move binds the case to another definition.
    private PublishedProcess Process => _world.Bound(State.Definition);

    /// <summary>Returns the walk up to here, to be gone again.</summary>
    /// <param name="register">Whose people act.</param>
    /// <param name="editions">The seed of the changes of the calendar; null for the published ones alone.</param>
    internal KeptWalk Kept(string register, int? editions) =>
        new(
            register,
            editions,
            [.. _world.Processes.Where(p => p.Definition.Id == State.Process).Select(p => (p.Digest, p.Json))],
            [.. _kept, new KeptAct(_now, "", null, null)]
        );

    /// <summary>Walks to the end and returns how many operations were tried, those that were not offered included.</summary>
    internal int Run()
    {
        for (var moves = 0; moves < LongestWalk && (State.Stage != CaseStage.Closed || _random.Next(3) > 0); moves++)
            Move();
        Finish();
        Check();
        return _tried;
    }

    private void Move()
    {
        _now = _now.AddMinutes(
            _random.Next(20) switch
            {
                0 => _random.Next(60 * 24 * 60),
                < 6 => _random.Next(60 * 24 * 3),
                _ => _random.Next(60 * 6),
            }
        );
        _simulation.Advance(_now);
        if (State.Stage == CaseStage.Closed)
            Ended();
        else
            NotStuck();
        var calendar = _world.Calendar(Process, _world.Calendar(Process, DateOnly.MaxValue).DayOf(_now));
        Assert.That(CountedClocks.Differences(State, calendar), Is.Empty, Trail);
        var actor = Acting(Somebody(calendar.DayOf(_now)));
        var all = Offers(actor, calendar);
        NothingElse(all, actor);
        var offers = all.Where(o => !IsRare(o) || _random.Next(25) == 0).ToList();
        if (offers.Count == 0)
            return;
        var allowed = offers.Where(o => o.Allowed && o.Action is not ("comment" or "attach" or "copy" or "supervise")).ToList();
        var offer = allowed.Count > 0 && _random.Next(4) > 0 ? allowed[_random.Next(allowed.Count)] : offers[_random.Next(offers.Count)];
        Try(offer, actor, calendar.DayOf(_now));
    }

    // What was not offered is refused, whatever it is. It is asked and not done, so that no chance is used up and kept walks stay as they are.
    private void NothingElse(IEnumerable<ActionOffer> offers, Walker actor)
    {
        var offered = offers.Where(o => o.Allowed).Select(o => (o.Action, o.Target, o.Choice)).ToHashSet();
        var others = EveryCommand
            .Of(Process, State, _world.Register.People.First().Id)
            .Where(x => !offered.Contains((x.Offer.Action, x.Offer.Target, x.Offer.Choice)))
            .ToList();
        _tried++;
        var (offer, command) = others[_now.Minute * 7919 % others.Count];
        var refusal = _simulation.Ask(
            _case,
            (state, at, outside) => Door.Pass(state, actor.Asks(_now, command).Request, at, outside).Refusal
        );
        Assert.That(refusal, Is.Not.Null, () => $"{actor} {offer} was accepted, but not offered\n{Trail()}");
    }

    // Mostly somebody whose turn it is, or a walk would hardly get anywhere; else anybody at all.
    private PersonFact Somebody(DateOnly day)
    {
        var everybody = Everybody(day).ToList();
        var rows = CaseRows.Inbox(Process, State);
        if (rows.IsEmpty || _random.Next(12) == 0)
            return Head(day);
        var row = rows[_random.Next(rows.Length)];
        var waited = everybody
            .Where(p => p.Id == row.Person || p.Posts.Contains(new Post(row.Organisation ?? "", row.Role ?? "")))
            .ToList();
        return waited.Count > 0 && _random.Next(4) > 0 ? waited[_random.Next(waited.Count)] : everybody[_random.Next(everybody.Count)];
    }

    private void Try(ActionOffer offer, Walker actor, DateOnly day)
    {
        if (_acts.Command(Process, State, offer, actor.Principal, day) is not { } command)
            return;
        _trail.Add($"{_now:O} {actor} {LedgerJson.Write(command)} -> {offer.WhyNot?.Code ?? "allowed"}");
        _tried++;
        var asked = actor.Asks(_now, command);
        var (before, request) = (State, asked.Request);
        var foreseen =
            command is Complete or Answer && _random.Next(8) == 0
                ? _simulation.Ask(_case, (state, at, outside) => Foreseeing.Of(state, request, at, outside))
                : null;
        Assert.That(State, Is.SameAs(before), Trail);
        // What it should come to: should it come to anything else, the walk that is kept says so.
        _kept.Add(asked with { Code = offer.WhyNot?.Code });
        var answer = _simulation.Submit(_case, request, _now);
        // No offer knows the value that is corrected, nor the day on which a period begins that waits for its last signature.
        if (
            (command is CorrectForm && answer.Refusal?.Code is "form.row_worked_on" or "form.served")
            || (command is Reply && answer.Refusal?.Code is "clock.over_at_once")
        )
            _kept[^1] = asked with { Code = answer.Refusal!.Code };
        else
            Assert.That(answer.Refusal?.Code, Is.EqualTo(offer.WhyNot?.Code), () => $"{answer.Refusal?.English.Sentence}\n{Trail()}");
        if (answer.Refusal is not null)
            Assert.That(State, Is.SameAs(before), Trail);
        if (foreseen is not null)
            CameTrue(foreseen, before, answer.Refusal);
    }

    // Whoever serves a visitor does so in half of what they do.
    private Walker Acting(PersonFact person)
    {
        var visitors = Visitors.ServedBy(State, person).ToList();
        return new Walker(person, visitors.Count > 0 && _random.Next(2) == 0 ? visitors[_random.Next(visitors.Count)] : null);
    }

    /// <summary>Who acts, for themselves or for a visitor.</summary>
    private sealed record Walker(PersonFact Person, PersonFact? Visitor)
    {
        internal PersonFact Principal => Visitor ?? Person;

        internal KeptAct Asks(DateTimeOffset at, CaseCommand command) => new(at, Person.Id, command, null) { For = Visitor?.Id };

        public override string ToString() => Visitor is null ? Person.Id : $"{Person.Id} for {Visitor.Id}";
    }

    // What was told before acting is what then happened; the entry of the act says so, whatever the sweep adds a moment later.
    private void CameTrue(Foreseen foreseen, CaseState before, Refusal? refusal)
    {
        Assert.That(foreseen.Refusal?.Code, Is.EqualTo(refusal?.Code), Trail);
        if (refusal is not null || State.Entries != before.Entries + 1)
            return;
        var events = LedgerJson.ReadEntry(_simulation.Stored(_case)[(int)before.Entries]).Events;
        var tasks = CaseRows.Inbox(Process, State).Select(r => (r.Step, r.Paused ? null : r.DueOn)).ToHashSet();
        var opened = events.OfType<StepOpened>().Select(e => e.Step).ToHashSet();
        // What waits for a day alone is foreseen too, and stands in nobody's inbox.
        // Which rows a sealed draw gives is told by nobody before.
        var revealed = events.OfType<LotsRevealed>().Select(e => e.Step).ToHashSet();
        if (revealed.Any(AsksWhatStandsInTheRows))
            return;
        string Told(string key) => Process.Find(key) is WorkNode { ForEachDrawn: { } draw } node && revealed.Contains(draw) ? node.Id : key;
        Assert.That(
            foreseen.Opens.Where(o => !o.Who.IsEmpty).Select(o => (o.Key, o.DueOn)),
            Is.EquivalentTo(tasks.Where(t => opened.Contains(t.Step)).Select(t => (Told(t.Step), t.Item2)).Distinct()),
            Trail
        );
        Assert.That(
            foreseen.Documents.Select(d => (d.Document, d.Series, d.Number)),
            Is.EqualTo(events.OfType<DocumentIssued>().Select(e => (e.Document, e.Series, e.Series is null ? e.Number : null))),
            Trail
        );
        Assert.That(
            foreseen.Clocks.Where(c => c.Change == ForeseenChange.Stops).Select(c => c.Id),
            Is.EquivalentTo(
                events
                    .OfType<ClockStopped>()
                    .Select(e => e.Clock)
                    .Where(id => before.Clocks.GetValueOrDefault(id) is { IsOpen: true } && !State.Clocks[id].IsOpen)
            ),
            Trail
        );
        Assert.That(
            foreseen.Clocks.Where(c => c.DueOn is not null).Select(c => c.DueOn),
            Is.EqualTo(foreseen.Clocks.Where(c => c.DueOn is not null).Select(c => (DateOnly?)State.Clocks[c.Id].DueOn)),
            Trail
        );
        Assert.That(foreseen.Result, Is.EqualTo(State.Result), Trail);
    }

    // What stands in the rows that will be drawn is told by nobody before either, so nobody knows whether a step opens for them.
    private bool AsksWhatStandsInTheRows(string draw) =>
        Process.Places.Any(p => p.Node is WorkNode w && w.ForEachDrawn == draw && ExpressionParts.Leaves(w.When).Any(e => e is RowField));

    // Somebody can act, or something will fall due: nobody has to ask an administrator to mend the case.
    private void NotStuck() =>
        Assert.That(
            CaseRows.Inbox(Process, State).Length > 0
                || (State.FiresAt is not null && (State.Stage == CaseStage.Concluded || WaitsForADay())),
            Is.True,
            Trail
        );

    private bool WaitsForADay() =>
        State.Steps.Values.Any(s => s.Status == StepStatus.Open && Process.Find(s.Key) is WaitNode { System: null });

    // The ends of a case; a walk that took each as often as the rest would never come far.
    private static bool IsRare(ActionOffer offer) =>
        offer.Action is "terminate" or "cancel" or "suspend" or "jump" or "correct-form" || offer.Target == "terminate";

    private PersonFact Head(DateOnly day)
    {
        var lead = State.Offices[Process.Definition.Item.Lead];
        return _world.Register.Person(
            _world.Register.People.First(p => p.Posts.Any(x => x.Organisation == lead && x.Role == "leader")).Id,
            day
        )!;
    }

    // A closed case has no task and no clock.
    private void Ended()
    {
        Assert.That(CaseRows.Clocks(State), Is.Empty, Trail);
        Assert.That(CaseRows.Inbox(Process, State), Is.Empty, Trail);
    }

    private void Check()
    {
        Assert.That(State.Stage, Is.EqualTo(CaseStage.Closed), Trail);
        Assert.That(CaseRows.Clocks(State), Is.Empty, Trail);
        Assert.That(CaseRows.Inbox(Process, State), Is.Empty, Trail);
        Gapless();
        Assert.That(
            State.Documents.Where(d => d.Served is not null).Select(d => d.Void),
            Is.All.AnyOf(null, PutAside.Revoked, PutAside.Reopened, PutAside.Cancelled),
            Trail
        );
        var folded = _simulation
            .Entries(_case)
            .Aggregate(CaseState.Empty, (state, e) => CaseFold.Apply(state, e.Events, e.Stamp.RecordedAt));
        Assert.That(LedgerJson.Write(folded), Is.EqualTo(LedgerJson.Write(State)), Trail);
    }

    // Void ones keep their numbers, so that each series counts on without a gap.
    private void Gapless()
    {
        foreach (
            var series in _simulation
                .Entries(_case)
                .SelectMany(e => e.Events)
                .OfType<DocumentIssued>()
                .Where(d => d.Series is not null)
                .GroupBy(d => d.Series!)
        )
            Assert.That(
                series.Select(d => d.Number),
                Is.EqualTo(series.Select((_, i) => series.Key.Replace("<serial>", $"{i + 1}", StringComparison.Ordinal))),
                Trail
            );
    }

    private string Trail() => string.Join('\n', _text is null ? _trail : _trail.Prepend(_text));
}
