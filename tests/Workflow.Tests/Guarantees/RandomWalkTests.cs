using System.Text;
using Workflow.Definitions.Scenarios;
using Workflow.Engine.Cases;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Tests.Support;

namespace Workflow.Tests.Guarantees;

/// <summary>Any person tries anything at any time in the repository's own processes.</summary>
[TestFixture]
public sealed class RandomWalkTests
{
    private static readonly int Operations = Environment.GetEnvironmentVariable("WORKFLOW_WALK") is { } n ? int.Parse(n) : 6_000;

    [TestCase("three-certificates", "2014-05-05", "2015-09-20")]
    [TestCase("one-licence-one-code", "2015-10-08", "2018-12-20")]
    [TestCase("joint-acceptance", "2020-01-02", "2026-10-20")]
    public void Exactly_the_allowed_actions_succeed_and_no_case_is_stuck(string process, string from, string to) => Walks(Stories.World, process, from, to, Operations);

    // Acts go on after the conclusion, and the file is closed when the last of the after-care is done.
    [Test]
    public void A_case_with_after_care_and_limits_of_participants_is_closed_in_the_end()
    {
        var reading = Workflow.Definitions.Reading.DefinitionLibrary.Of([("p.yaml", Encoding.UTF8.GetBytes(AfterCare))]).Readings.Single();
        Assert.That(reading.Problems.Select(p => p.ToString()), Is.Empty);
        Walks(new ScenarioWorld([PublishedProcess.Of(reading.Definition!)], Stories.World.Register, Stories.World.Shelf), "walk", "2014-05-05", "2015-05-05", Operations / 3);
    }

    private static void Walks(ScenarioWorld world, string process, string from, string to, int operations)
    {
        var seed = Environment.GetEnvironmentVariable("WORKFLOW_SEED") is { } s ? int.Parse(s) : Random.Shared.Next();
        TestContext.Out.WriteLine($"WORKFLOW_SEED={seed}");
        var random = new Random(seed);
        var first = DateOnly.ParseExact(from, "yyyy-MM-dd");
        var days = DateOnly.ParseExact(to, "yyyy-MM-dd").DayNumber - first.DayNumber;
        for (var done = 0; done < operations;) done += new Walk(random, world, process, first.AddDays(random.Next(days))).Run();
    }

    private const string AfterCare = """
        process: walk
        title: 样例
        in-force: 2014-05-01..2015-09-30
        item: {code: XN-GS-0001, type: 行政许可, lead: aic}
        offices: {window: 政务服务中心综合窗口, aic: 工商行政管理局, quality: 质量技术监督局, local-tax: 地方税务局}
        parties: {applicant: 申请人}
        clocks:
          handling: {title: 办理期限, for: 20 working days, from: received, until: decided, not-counted: [鉴定], basis: internal}
          issue: {title: 送达期限, for: 10 working days, from: decided, until: delivered, basis: internal}
        steps:
          - {step: receive, title: 收件, by: window.clerk, asks: {days: {title: 天数, type: number, min: 1, max: 15}}, marks: received}
          - joint: review
            title: 会签
            participants:
              - {by: aic.officer, limit: {up-to: 15 days, set-by: receive.days, on-expiry: not-counted, basis: internal}}
              - {by: quality.officer, limit: {for: 3 working days, on-expiry: agree, basis: 行政许可法(2003) 第二十六条第二款}}
              - {by: local-tax.officer, limit: {for: 4 working days, on-expiry: not-counted, basis: internal}}
            in-order: true
            speaks-last: aic.officer
            close: all-answered
            decide: {agree: majority, otherwise: object}
            outcomes: {agree: {title: 同意}, object: {title: 不同意, back: {to: receive, at-most: 2, otherwise: agree}}}
          - {step: decide, title: 决定, by: aic.officer, marks: decided, limit: {for: 20 days, on-expiry: refuse, basis: 行政许可法(2003) 第四十二条第一款}, outcomes: {grant: {title: 准予, end: granted}, refuse: {title: 不予, end: refused}}}
        any-time:
          - {step: withdrawal, title: 撤回, by: applicant, when: not decided, end: withdrawn}
        after:
          - {step: deliver, title: 送达, by: window.clerk, when: decided, marks: delivered, limit: {for: 10 working days, on-expiry: done, basis: internal}}
          - parallel: rest
            title: 善后
            branches:
              appeal: [{wait: appeal, title: 复议期间, when: delivered, limit: {for: 60 days, from: delivered, on-expiry: done, basis: internal}}]
              archive: [{step: archive, title: 归档, by: aic.officer, limit: {for: 15 working days, on-expiry: done, basis: internal}}]
        """;

    private sealed class Walk
    {
        private const int LongestWalk = 60;
        private readonly Random _random;
        private readonly ScenarioWorld _world;
        private readonly Simulation _simulation;
        private readonly RandomActs _acts;
        private readonly PublishedProcess _process;
        private readonly string _case;
        private readonly List<string> _trail = [];
        private DateTimeOffset _now;

        internal Walk(Random random, ScenarioWorld world, string process, DateOnly day)
        {
            _world = world;
            (_random, _simulation, _acts) = (random, new Simulation(_world), new RandomActs(random, _world));
            _process = _world.InForce(process, day)!;
            _now = _world.Calendar(_process, day).StartOf(day).AddHours(9);
            var answer = _simulation.Submit(null, new Request("chen-jie", new Lodge
            {
                Process = process,
                Parties = [new PartyEntry("applicant", "chen-jie", "示范公司")],
                Form = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(_process.Definition.Form.Select(f => KeyValuePair.Create(f.Id, _acts.Value(f, _process, day)))),
            }), _now);
            Assert.That(answer.Refusal, Is.Null);
            _case = answer.Case!;
        }

        private CaseState State => _simulation.State(_case)!;

        internal int Run()
        {
            var moves = 0;
            for (; moves < LongestWalk && State.Stage != CaseStage.Closed; moves++) Move();
            Finish();
            Check();
            return moves + 1;
        }

        private void Move()
        {
            _now = _now.AddMinutes(_random.Next(20) switch { 0 => _random.Next(60 * 24 * 60), < 6 => _random.Next(60 * 24 * 3), _ => _random.Next(60 * 6) });
            _simulation.Advance(_now);
            if (State.Stage == CaseStage.Closed) return;
            NotStuck();
            var calendar = _world.Calendar(_process, _world.Calendar(_process, DateOnly.MaxValue).DayOf(_now));
            var actor = Somebody(calendar.DayOf(_now));
            var offers = AllowedActions.For(_process, State, actor, _now, calendar).Where(o => o.Action is not "terminate" || _random.Next(40) == 0).ToList();
            var allowed = offers.Where(o => o.Allowed && o.Action is not ("comment" or "attach")).ToList();
            var offer = allowed.Count > 0 && _random.Next(4) > 0 ? allowed[_random.Next(allowed.Count)] : offers[_random.Next(offers.Count)];
            Try(offer, actor, calendar.DayOf(_now));
        }

        // Mostly somebody whose turn it is, or a walk would hardly get anywhere; else anybody at all.
        private PersonFact Somebody(DateOnly day)
        {
            var everybody = _world.Register.People.Select(p => _world.Register.Person(p.Id, day)!).ToList();
            var rows = CaseRows.Inbox(_process, State);
            if (rows.IsEmpty) return everybody[_random.Next(everybody.Count)];
            var row = rows[_random.Next(rows.Length)];
            var waited = everybody.Where(p => p.Id == row.Person || p.Posts.Contains(new Post(row.Organisation ?? "", row.Role ?? ""))).ToList();
            return waited.Count > 0 && _random.Next(4) > 0 ? waited[_random.Next(waited.Count)] : everybody[_random.Next(everybody.Count)];
        }

        private void Try(ActionOffer offer, PersonFact actor, DateOnly day)
        {
            var command = _acts.Command(_process, State, offer, actor, day);
            _trail.Add($"{_now:O} {actor.Id} {LedgerJson.Write(command)} -> {offer.WhyNot?.Code ?? "allowed"}");
            var before = State;
            var answer = _simulation.Submit(_case, new Request(actor.Id, command), _now);
            Assert.That(answer.Refusal?.Code, Is.EqualTo(offer.WhyNot?.Code), () => $"{answer.Refusal?.Sentence}\n{Trail()}");
            if (answer.Refusal is not null) Assert.That(State, Is.SameAs(before), Trail);
        }

        // Somebody can act, or something will fall due: nobody has to ask an administrator to mend the case.
        private void NotStuck() =>
            Assert.That(CaseRows.Inbox(_process, State).Length > 0 || (State.Stage == CaseStage.Concluded && State.FiresAt is not null), Is.True, Trail);

        private void Finish()
        {
            if (State.Stage == CaseStage.Open) Terminate();
            // What the after-care still waits for comes by its rules within the year.
            if (State.Stage == CaseStage.Concluded) _simulation.Advance(_now.AddDays(365));
        }

        private void Terminate()
        {
            var lead = State.Offices[_process.Definition.Item.Lead];
            var head = _world.Register.People.First(p => p.Posts.Any(x => x.Organisation == lead && x.Role == "leader"));
            Assert.That(_simulation.Submit(_case, new Request(head.Id, new Terminate("到此为止")), _now).Refusal, Is.Null, Trail);
        }

        private void Check()
        {
            Assert.That(State.Stage, Is.EqualTo(CaseStage.Closed), Trail);
            Assert.That(CaseRows.Clocks(State), Is.Empty, Trail);
            Assert.That(CaseRows.Inbox(_process, State), Is.Empty, Trail);
            var folded = _simulation.Entries(_case).Aggregate(CaseState.Empty, (state, e) => CaseFold.Apply(state, e.Events, e.Stamp.RecordedAt));
            Assert.That(LedgerJson.Write(folded), Is.EqualTo(LedgerJson.Write(State)), Trail);
        }

        private string Trail() => string.Join('\n', _trail);
    }
}
