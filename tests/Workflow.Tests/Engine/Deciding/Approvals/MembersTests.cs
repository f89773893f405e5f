using System.Text;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Deciding.Approvals;

/// <summary>A meeting of everybody who holds a post 常务会议, with a quorum. March 2026 has no holiday.</summary>
public sealed class MembersTests
{
    private const string Meeting = """
          - joint: meeting
            title: 常务会议
            participants: [{all-of: city.member}]
            quorum: 50%
            decide: {pass: majority, otherwise: fail}
            close: all-answered
            limit: {for: 10 working days, on-expiry: fail, basis: internal}
            records: minutes
            outcomes: {pass: {title: 通过, end: passed}, fail: {title: 不通过, end: failed}}
        """;

    [Test]
    public void Everybody_who_holds_the_post_on_the_day_has_a_seat_and_who_comes_later_has_none()
    {
        var door = Play(
            Meeting,
            """
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass, expect: {open: meeting}}
            - {on: 2026-03-09, by: wu, answer: meeting, choice: pass, refused: step.not_yours}
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass, refused: vote.answered}
            - {on: 2026-03-09, by: li, answer: meeting, choice: pass}
            - {on: 2026-03-10, by: wang, answer: meeting, choice: fail}
            - {on: 2026-03-10, by: zhao, answer: meeting, expect: {open: meeting}}
            - {on: 2026-03-10, by: mayor, answer: meeting, choice: pass, expect: {result: passed}}
            """
        );
        Assert.That(
            Opened(door).Entitled.Select(e => e.Key),
            Is.EqualTo(new[] { "city.member/li", "city.member/mayor", "city.member/wang", "city.member/zhang", "city.member/zhao" })
        );
    }

    [Test]
    public void The_chair_records_who_stayed_away_and_nobody_waits_for_them()
    {
        var door = Play(
            Chaired,
            """
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass}
            - {on: 2026-03-09, by: li, answer: meeting, choice: pass}
            - {on: 2026-03-09, by: li, record-attendance: meeting, absent: [wang], refused: step.not_yours}
            - {on: 2026-03-09, by: mayor, record-attendance: meeting, absent: [li], refused: vote.was_there}
            - {on: 2026-03-09, by: mayor, record-attendance: meeting, absent: [clerk], refused: vote.no_member}
            - {on: 2026-03-09, by: mayor, record-attendance: meeting, absent: [wang, zhao], refused: step.reasons_missing}
            - {on: 2026-03-09, by: mayor, record-attendance: meeting, absent: [wang, zhao], reasons: 出差}
            - {on: 2026-03-09, by: wang, answer: meeting, choice: fail, refused: vote.stayed_away}
            - {on: 2026-03-09, by: mayor, record-attendance: meeting, absent: [zhao], reasons: 出差}
            - {on: 2026-03-09, by: wang, answer: meeting, choice: fail, expect: {open: meeting, inbox: {mayor: meeting}}}
            - {on: 2026-03-10, by: mayor, answer: meeting, choice: pass, expect: {result: passed, documents: {minutes: 纪要〔2026〕1号}}}
            """
        );
        var paper = door.State(door.Cases[0])!.Documents.Single().Issued.Text;
        Assert.That(paper, Does.Contain("应到5人，实到4人。\n出席：李副市长、王副市长、张副市长、市政府·负责人\n缺席：赵副市长\n"));
        Assert.That(Told(Chaired, door, Language.Zh), Does.Contain("〔常务会议〕缺席：王副市长、赵副市长").And.Contain("出差"));
        Assert.That(Told(Chaired, door, Language.En), Does.Contain("赵副市长 stayed away from '常务会议'"));
    }

    // One vote would be enough, but three of five must be there and two are.
    [Test]
    public void Without_a_quorum_there_is_no_result_and_who_would_leave_too_few_is_refused()
    {
        var door = Play(
            OneVoteIsEnough,
            """
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass, expect: {open: meeting}}
            - {on: 2026-03-09, by: li, answer: meeting, choice: pass, expect: {open: meeting}}
            - {on: 2026-03-09, by: mayor, record-attendance: meeting, absent: [wang, zhao, li], refused: vote.was_there}
            - {on: 2026-03-16, expect: {open: meeting}}
            - {on: 2026-03-17, expect: {result: failed}}
            """
        );
        Assert.That(door.State(door.Cases[0])!.Steps["meeting"].Answers, Has.Length.EqualTo(2));
        Play(
            OneVoteIsEnough,
            """
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass}
            - {on: 2026-03-09, by: mayor, record-attendance: meeting, absent: [li, wang, zhao], refused: vote.no_quorum}
            """
        );
    }

    [Test]
    public void The_last_one_of_the_quorum_lets_a_vote_that_is_enough_decide() =>
        Play(
            OneVoteIsEnough,
            """
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass, expect: {open: meeting}}
            - {on: 2026-03-09, by: li, answer: meeting, expect: {open: meeting}}
            - {on: 2026-03-09, by: wang, answer: meeting, expect: {result: passed}}
            """
        );

    // Four of five answer, two of them pass: no majority of the members, nor of those there; of the votes cast it is.
    [TestCase("majority", "failed")]
    [TestCase("majority of present", "failed")]
    [TestCase("majority of cast", "passed")]
    public void A_threshold_counts_members_or_those_there_or_votes(string pass, string result) =>
        Play(
            Chaired.Replaced("pass: majority", $"pass: {pass}"),
            $$$"""
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass}
            - {on: 2026-03-09, by: li, answer: meeting, choice: pass}
            - {on: 2026-03-09, by: wang, answer: meeting}
            - {on: 2026-03-09, by: mayor, record-attendance: meeting, absent: [zhao], reasons: 出差}
            - {on: 2026-03-09, by: mayor, answer: meeting, choice: fail, expect: {result: {{{result}}}}}
            """
        );

    // Three of five are there, two of them pass: a majority of those there and none of the members.
    [TestCase("majority", "failed")]
    [TestCase("majority of present", "passed")]
    public void Who_stayed_away_is_a_member_and_is_not_there(string pass, string result) =>
        Play(
            Chaired.Replaced("pass: majority", $"pass: {pass}"),
            $$$"""
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass}
            - {on: 2026-03-09, by: li, answer: meeting, choice: pass}
            - {on: 2026-03-09, by: mayor, record-attendance: meeting, absent: [zhao, wang], reasons: 出差}
            - {on: 2026-03-09, by: mayor, answer: meeting, choice: fail, expect: {result: {{{result}}}}}
            """
        );

    // Zhao holds the post until 10 March; Wu since 5 March, after the meeting was opened.
    [Test]
    public void The_seat_of_a_leaver_falls_to_a_holder_who_has_none()
    {
        Play(
            Chaired,
            """
            - {on: 2026-03-10, by: wu, answer: meeting, choice: pass, refused: step.not_yours}
            - {on: 2026-03-11, by: zhao, answer: meeting, choice: pass, refused: step.not_yours}
            - {on: 2026-03-11, by: li, answer: meeting, participant: city.member/zhao, choice: pass, refused: vote.not_yours}
            - {on: 2026-03-11, by: wu, answer: meeting, choice: pass}
            """
        );
    }

    [Test]
    public void Whose_case_it_is_has_no_seat_and_a_deputy_answers_for_the_absent()
    {
        var door = Play(
            Meeting,
            """
            - {on: 2026-03-16, by: li, answer: meeting, choice: pass, refused: step.own_case}
            - {on: 2026-03-16, by: clerk, for: zhang, answer: meeting, choice: pass}
            - {on: 2026-03-16, by: mayor, answer: meeting, choice: pass}
            """,
            lodgedBy: "li"
        );
        Assert.That(Opened(door).Recused, Is.EqualTo(new[] { "li" }));
        Assert.That(Opened(door).Entitled.Select(e => e.Person), Is.EqualTo(new[] { "mayor", "wang", "zhang", "zhao" }));
        Assert.That(Told(Meeting, door, Language.Zh), Does.Contain("；李副市长回避"));
    }

    [Test]
    public void A_head_who_decides_has_no_second_voice_and_waits_for_the_quorum() =>
        Play(
            """
              - joint: meeting
                title: 常务会议
                participants: [{all-of: city.member}]
                quorum: 3
                decide: {by: city.leader}
                limit: {for: 10 working days, on-expiry: fail, basis: internal}
                outcomes: {pass: {title: 通过, end: passed}, fail: {title: 不通过, end: failed}}
            """,
            """
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass}
            - {on: 2026-03-09, by: mayor, complete: meeting, outcome: pass, refused: step.joint}
            - {on: 2026-03-09, by: mayor, answer: meeting, choice: pass, refused: step.not_yours}
            - {on: 2026-03-09, by: mayor, record-attendance: meeting, absent: [wang, zhao], refused: vote.no_quorum}
            - {on: 2026-03-09, by: mayor, record-attendance: meeting, absent: [wang], reasons: 出差}
            - {on: 2026-03-09, by: li, answer: meeting, choice: fail}
            - {on: 2026-03-09, by: zhao, answer: meeting, choice: fail}
            - {on: 2026-03-09, by: mayor, complete: meeting, outcome: pass, expect: {result: passed}}
            """
        );

    // The rule said that silence passes; with nobody there nothing is passed.
    [Test]
    public void Too_few_decide_nothing_by_silence() =>
        Play(
            Meeting.Replaced("on-expiry: fail", "on-expiry: pass"),
            """
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass}
            - {on: 2026-03-21, expect: {status: {meeting: elapsed}, done: {meeting: fail}, result: failed}}
            """
        );

    [Test]
    public void Enough_who_are_there_are_not_held_up_by_the_quorum() =>
        Play(
            Meeting.Replaced("on-expiry: fail", "on-expiry: pass"),
            """
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass}
            - {on: 2026-03-09, by: li, answer: meeting, choice: pass}
            - {on: 2026-03-10, by: wang, answer: meeting, choice: fail}
            - {on: 2026-03-21, expect: {done: {meeting: pass}, result: passed}}
            """
        );

    [Test]
    public void A_head_who_has_heard_too_few_is_overdue() =>
        Play(
            Meeting.Replaced("{pass: majority, otherwise: fail}", "{by: city.leader}").Replaced("    close: all-answered\n", ""),
            """
            - {on: 2026-03-09, by: zhang, answer: meeting, choice: pass}
            - {on: 2026-03-21, expect: {status: {meeting: overdue}, open: meeting}}
            """
        );

    [Test]
    public void A_members_own_limit_is_a_clock_of_each() =>
        Play(
            Meeting.Replaced(
                "{all-of: city.member}",
                "{all-of: city.member, limit: {for: 3 working days, on-expiry: not-counted, basis: internal}}"
            ),
            """
            - {on: 2026-03-02, expect: {due: {meeting/city.member/li: 2026-03-05}}}
            - {on: 2026-03-03, by: zhang, answer: meeting, choice: pass}
            - {on: 2026-03-03, by: li, answer: meeting, choice: pass}
            - {on: 2026-03-03, by: wang, answer: meeting, choice: fail}
            - {on: 2026-03-06, expect: {result: passed}}
            """
        );

    [Test]
    public void The_clock_of_a_seat_whose_turn_has_not_come_does_not_run_yet() =>
        Play(
            Meeting.Replace(
                "[{all-of: city.member}]",
                "[city.clerk, {all-of: city.member, limit: {for: 3 working days, on-expiry: not-counted, basis: internal}}]",
                StringComparison.Ordinal
            ) + "\n    in-order: true",
            """
            - {on: 2026-03-03, by: clerk, pause: meeting/city.member/li, ground: 听证, document: 通知1号, refused: clock.not_open}
            - {on: 2026-03-03, by: clerk, answer: meeting, choice: pass, expect: {due: {meeting/city.member/li: 2026-03-06}}}
            """
        );

    [Test]
    public void What_was_opened_is_decided_again_without_the_register()
    {
        var door = Play(Chaired, "- {on: 2026-03-09, by: zhang, answer: meeting, choice: pass}");
        var entries = door.Entries(door.Cases[0]);
        Assert.That(
            entries.SelectMany(e => e.Stamp.Facts.Posts).Select(p => $"{p.Post.Organisation}.{p.Post.Role}"),
            Does.Contain("city.member")
        );
        Assert.That(entries.Skip(1).SelectMany(e => e.Stamp.Facts.Posts), Is.Empty);
    }

    [TestCase("participants: [{all-of: applicant}]", "joint.all_of_party")]
    [TestCase("participants: [{all-of: city.member}], speaks-last: city.member", "joint.many_speak_last")]
    [TestCase("participants: [{all-of: city.member}], quorum: 101%", "joint.quorum_range")]
    [TestCase("participants: [{all-of: city.member}], quorum: 0", "joint.quorum_range")]
    [TestCase("participants: [city.member, city.clerk], quorum: 3", "joint.quorum_range")]
    [TestCase("participants: [{all-of: city.member}], quorum: half", "joint.quorum")]
    [TestCase("participants: [{all-of: city.member, officers: 2}]", "file.unknown_key")]
    [TestCase("participants: [city.member]", "joint.participants")]
    public void What_is_wrong_is_said_where_it_stands(string joint, string code)
    {
        var text = Process($"  - {{joint: meeting, title: 会议, {joint}, limit: 3 working days}}");
        var reading = DefinitionLibrary.Of([("a.yaml", Encoding.UTF8.GetBytes(text))]).Readings.Single();
        Assert.That(reading.Problems.Select(p => p.Code), Does.Contain(code));
    }

    [TestCase("[{all-of: city.deputy}]", "50%", "post.vacant")]
    [TestCase("[{all-of: city.member}]", "8", "joint.quorum_members")]
    public void With_the_register_lint_says_who_is_not_there(string participants, string quorum, string code)
    {
        var text = Process($"  - {{joint: meeting, title: 会议, participants: {participants}, quorum: {quorum}, limit: 3 working days}}");
        var reading = DefinitionLibrary.Of([("a.yaml", Encoding.UTF8.GetBytes(text))]).Readings.Single();
        Assert.That(PostHolders.Check(reading, Register).Select(p => p.Code), Is.EqualTo(new[] { code }));
    }

    private static string Chaired { get; } =
        Meeting.Replaced("[{all-of: city.member}]", "[{all-of: city.member}, city.leader]") + "\n    speaks-last: city.leader";

    private static string OneVoteIsEnough { get; } =
        Chaired.Replaced("pass: majority", "pass: any").Replaced("close: all-answered", "close: as-soon-as-known");

    private static StepOpened Opened(Simulation door) =>
        door.Entries(door.Cases[0]).SelectMany(e => e.Events).OfType<StepOpened>().First(e => e.Step == "meeting");

    private static string Told(string steps, Simulation door, Language language) =>
        TimelineText.Write(TimelineTeller.Tell("样例", door, World(steps), language));

    private static Simulation Play(string steps, string moves, string lodgedBy = "builder") =>
        SmallOffice.Play(World(steps), $"- {{on: 2026-03-02, lodge: {{applicant: {lodgedBy}}}}}\n{moves}");

    private static ScenarioWorld World(string steps) => new(SmallOffice.Read(Process(steps)), Register, Shelf.All);

    private static string Process(string steps) =>
        $$$"""
            process: sample
            title: 样例
            in-force: 2020-01-01..
            item: {code: P-1, type: 行政许可, lead: city}
            offices: {city: 市政府}
            parties: {applicant: 申请人}
            documents: {minutes: {title: 会议纪要, number: 纪要〔<year>〕<serial>号, states: attendance}}
            steps:
            {{{steps}}}
            """;

    private static Register Register { get; } =
        new(
            [new Organisation("city", "市政府", "city", Organisation.DefaultZone, [])],
            [
                Somebody("mayor", "市长", Holds("leader"), Holds("member")),
                Somebody("zhang", "张副市长", Holds("member")) with
                {
                    Absences = [new Absence(new PeriodInForce(new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 17)), "clerk")],
                },
                Somebody("li", "李副市长", Holds("member")),
                Somebody("wang", "王副市长", Holds("member")),
                Somebody("zhao", "赵副市长", new HeldPost("city", "member", Days("2020-01-01", "2026-03-10"))),
                Somebody("wu", "吴副市长", new HeldPost("city", "member", Days("2026-03-05", null))),
                Somebody("clerk", "秘书", Holds("clerk")),
                Somebody("builder", "建设单位"),
            ],
            [
                new CatalogueItem
                {
                    Code = "P-1",
                    Title = "样例",
                    Type = "行政许可",
                    Lead = "city",
                    Hall = "一楼",
                    Status = [new ItemStatus(CatalogueStatus.Active, Days("2020-01-01", null))],
                },
            ]
        );

    private static Person Somebody(string id, string name, params HeldPost[] posts) => new(id, name, [.. posts], [], []);

    private static HeldPost Holds(string role) => new("city", role, Days("2020-01-01", null));

    private static PeriodInForce Days(string from, string? to) => new(DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to));
}
