using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Adoption;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Tests.Engine.Deciding.Adoption;

/// <summary>Who acted in the other system is kept from the other side here, if they are told; if not, the report says what cannot be checked.</summary>
public sealed class SeparationAcrossTests
{
    private const string Steps = """
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: check, title: 复核, by: hall.officer, not-by: draft, outcomes: {agree: {title: 同意}, redo: {title: 重拟, back: {to: draft, at-most: 2}}}}
          - joint: review
            title: 会审
            participants: [hall.clerk, hall.officer, hall.leader]
            decide: {pass: all, otherwise: fail}
            close: all-answered
            outcomes: {pass: {title: 通过}, fail: {title: 不通过, end: refused}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private static readonly ToldAct Draft = new()
    {
        Step = "draft",
        Outcome = "done",
        On = Day(2),
        Persons = ["first-officer"],
    };

    private static readonly ToldAct Check = new()
    {
        Step = "check",
        Outcome = "agree",
        On = Day(3),
        Persons = ["second-officer"],
    };

    private static AdoptCase Told { get; } =
        new()
        {
            Process = "sample",
            System = "旧系统",
            Number = "旧-1",
            LodgedOn = Day(2),
            Parties = [new PartyEntry("applicant", "citizen", "市民")],
            Acts = [Draft],
            At = ["check"],
            Document = "移交〔2026〕1号",
            Reasons = "新系统上线",
        };

    [Test]
    public void Who_handled_the_case_there_is_refused_as_its_reviewer_here()
    {
        var (door, number) = Adopted(Told);
        var apart = Try(door, number, "first-officer", new Complete { Step = "check", Outcome = "agree" })!;
        Assert.That(
            (apart.Code, apart.English),
            Is.EqualTo(
                ("step.separation", new Said("Whoever acted at '拟稿' may not act at '复核'; first-officer did.", "Let a colleague act."))
            )
        );
        Assert.That(apart.Chinese, Is.EqualTo(new Said("办理过“拟稿”的人员不得办理“复核”，first-officer办理过。", "请由其他人员办理。")));
        Assert.That(Try(door, number, "first-officer", new Claim("check"))?.Code, Is.EqualTo("step.separation"));
        Assert.That(Try(door, number, "second-officer", new Complete { Step = "check", Outcome = "agree" }), Is.Null);
        Assert.That(
            (door.State(number)!.Steps["draft"].Completed!.By.ToString(), Notes(door, number)),
            Is.EqualTo(("system 旧系统", Array.Empty<ToldNote>()))
        );
    }

    [Test]
    public void Every_person_of_an_act_counts_and_every_run_of_the_step()
    {
        var redone = Told with
        {
            Acts =
            [
                Draft with
                {
                    Persons = ["first-officer", "head"],
                },
                Check with
                {
                    Outcome = "redo",
                },
                Draft with
                {
                    On = Day(4),
                    Persons = ["second-officer"],
                },
            ],
            At = ["check"],
        };
        var (door, number) = Adopted(redone);
        Assert.That(
            new[] { "first-officer", "second-officer" }.Select(p => Try(door, number, p, new Claim("check"))?.Code),
            Is.All.EqualTo("step.separation")
        );
        Refused(Told with { Holders = ImmutableSortedDictionary<string, string>.Empty.Add("check", "first-officer") }, "step.separation");
    }

    [Test]
    public void Who_answered_there_has_no_second_voice_here()
    {
        var (door, number) = Adopted(Reviewing(Vote("hall.clerk", "first-officer")));
        Assert.That(
            Try(door, number, "first-officer", Pass)?.English.Sentence,
            Is.EqualTo("Each person has one voice at '会审'; first-officer has used it for a clerk of 大厅.")
        );
        Assert.That((Try(door, number, "second-officer", Pass), Notes(door, number).Length), Is.EqualTo(((Refusal?)null, 0)));
    }

    [Test]
    public void What_cannot_be_checked_is_said_for_each_rule_that_depends_on_it()
    {
        var (door, number) = Adopted(Told with { Acts = [Draft with { Persons = [] }] });
        var note = Notes(door, number).Single().Message;
        Assert.That(note.Code, Is.EqualTo("adopt.separation_unchecked"));
        Assert.That(
            note.English,
            Is.EqualTo(
                new Said(
                    "Whether different people acted at '复核' and '拟稿' cannot be checked: who acted at '拟稿' on 2026-03-02 is not reported.",
                    "Name them in the column 'draft.person'."
                )
            )
        );
        Assert.That(
            note.Chinese,
            Is.EqualTo(
                new Said(
                    "无法核对“复核”与“拟稿”是否由不同人员办理：转入文件未写明 2026-03-02 由谁办理“拟稿”。",
                    "请在“draft.person”列写明办理人员。"
                )
            )
        );
        Assert.That(Try(door, number, "first-officer", new Complete { Step = "check", Outcome = "agree" }), Is.Null);
        var (other, voted) = Adopted(
            Reviewing(Vote("hall.clerk")) with
            {
                Acts = [Draft, Check with { Persons = [] }, Vote("hall.clerk")],
            }
        );
        Assert.That(
            Notes(other, voted).Select(n => n.Message.English.Sentence),
            Is.EqualTo(
                new[]
                {
                    "Whether different people acted at '拟稿' and '复核' cannot be checked: who acted at '复核' on 2026-03-03 is not reported.",
                    "Whether each person has one voice at '会审' cannot be checked: who answered for hall.clerk on 2026-03-04 is not reported.",
                }
            )
        );
    }

    [Test]
    public void What_was_not_kept_apart_there_is_said_and_does_not_stand_in_the_way()
    {
        var (door, number) = Adopted(
            Reviewing(Vote("hall.clerk", "first-officer"), Vote("hall.leader", "first-officer")) with
            {
                Acts =
                [
                    Draft,
                    Check with
                    {
                        Persons = ["first-officer"],
                    },
                    Vote("hall.clerk", "first-officer"),
                    Vote("hall.leader", "first-officer"),
                ],
            }
        );
        Assert.That(
            Notes(door, number).Select(n => n.Message.English.Sentence),
            Is.EqualTo(
                new[]
                {
                    "Different people must act at '复核' and '拟稿'; first-officer is reported at both.",
                    "Each person has one voice at '会审'; first-officer is reported with 2 answers.",
                }
            )
        );
    }

    [Test]
    public void Who_is_not_known_here_cannot_be_told()
    {
        Refused(Told with { Acts = [Draft with { Persons = ["first-officer", "laozhang"] }] }, "person.unknown");
        Refused(Told with { Acts = [Draft with { Persons = [.. Enumerable.Repeat("first-officer", 1_001)] }] }, "adopt.too_much");
        Assert.That(LedgerJson.Write((CaseCommand)(Told with { Acts = [Draft with { Persons = [] }] })), Does.Not.Contain("persons"));
    }

    private static readonly Answer Pass = new()
    {
        Step = "review",
        Participant = "hall.officer",
        Choice = "pass",
    };

    private static AdoptCase Reviewing(params ToldAct[] votes) => Told with { Acts = [Draft, Check, .. votes], At = ["review"] };

    private static ToldAct Vote(string who, params string[] persons) =>
        new()
        {
            Step = "review",
            Participant = who,
            Outcome = "pass",
            On = Day(4),
            Persons = [.. persons],
        };

    private static ToldNote[] Notes(Simulation door, string number) =>
        [.. ToldSeparation.Notes(SmallOffice.Read(SmallOffice.Process(Steps)).Single(), door.State(number)!)];

    private static Refusal? Try(Simulation door, string number, string person, CaseCommand command) =>
        door.Submit(number, new Request(person, command), At).Refusal;

    private static (Simulation Door, string Number) Adopted(AdoptCase told)
    {
        var door = SmallOffice.Open(SmallOffice.Process(Steps));
        var answer = door.Submit(null, new Request("head", told), At);
        Assert.That(answer.Refusal, Is.Null, () => answer.Refusal!.English.Sentence);
        return (door, answer.Case!);
    }

    private static void Refused(AdoptCase told, string code)
    {
        var refusal = SmallOffice.Open(SmallOffice.Process(Steps)).Submit(null, new Request("head", told), At).Refusal;
        Assert.That(refusal?.Code, Is.EqualTo(code), () => refusal?.English.Sentence ?? "It was accepted.");
    }

    private static DateTimeOffset At { get; } = DateTimeOffset.Parse("2026-03-10T09:00:00+08:00", CultureInfo.InvariantCulture);

    private static DateOnly Day(int day) => new(2026, 3, day);
}
