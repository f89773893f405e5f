using System.Collections.Immutable;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>Stories of the small office for what happens in no scenario and at none of the operations that a person may do.</summary>
internal static class HistoryStories
{
    private static readonly DateTimeOffset Later = SmallOffice.Monday.AddDays(1);

    private const string Caller = """
        process: project
        title: 项目
        in-force: 2020-01-01..
        item: {code: P-1, type: 行政许可, lead: hall}
        offices: {hall: 大厅}
        parties: {applicant: 申请人}
        form: {name: {title: 名称, type: text}}
        steps:
          - {call: measuring, title: 测绘, process: survey, with: {site: form.name}, outcomes: {passed: {title: 合格}, failed: {title: 不合格}}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private const string Called = """
        process: survey
        title: 测绘
        in-force: 2020-01-01..
        item: {code: P-2, type: 行政确认, lead: hall}
        offices: {hall: 大厅}
        parties: {applicant: 申请人}
        form: {site: {title: 地点, type: text, required: true}}
        steps:
          - {step: measure, title: 测量, by: hall.clerk, outcomes: {passed: {title: 合格, end: passed}, failed: {title: 不合格, end: failed}}}
        """;

    private const string Two = """
          - {step: receive, title: 收件, by: hall.clerk, marks: received}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    /// <summary>Returns the cases, each with the name of its story.</summary>
    internal static IEnumerable<(string Name, Simulation Door, string Number)> All() =>
        [
            .. Cases("called", CallThatEnds()),
            .. Cases("call-abandoned", CallThatIsAbandoned()),
            .. Cases("adopted", TakenOver()),
            .. Cases("meeting", Of(Meeting())),
            .. Cases("party-named", Of(PartyThatWasNamed())),
            .. Cases("nobody-there", Of(NobodyThere())),
            .. Cases("silence", Of(Silence())),
            .. Cases("task-given-out", Of(TaskGivenOut())),
            .. Cases("signer-disagrees", Of(SignerWhoDisagrees())),
            .. Cases("straight-back", Of(StraightBack())),
            .. Cases("any-time", Of(AnyTimeStep())),
            .. Cases("material-returned", Of(MaterialReturned())),
        ];

    private static IEnumerable<(string, Simulation, string)> Cases(string story, Simulation door) =>
        door.Cases.Select((number, i) => (door.Cases.Length == 1 ? $"story-{story}" : $"story-{story}-{i + 1}", door, number));

    private static Simulation Of(OfficeCase it) => it.Running;

    private static Simulation CallThatEnds()
    {
        var door = Calling();
        Does(door, door.Cases[1], "clerk", Done("measure", "passed"));
        Does(door, door.Cases[0], "head", Done("decide"));
        return door;
    }

    private static Simulation CallThatIsAbandoned()
    {
        var door = Calling();
        Does(door, door.Cases[0], "head", new Terminate("申请人主体灭失"));
        return door;
    }

    private static Simulation Calling()
    {
        var door = SmallOffice.Open(Caller, Called);
        Does(
            door,
            null,
            "clerk",
            new Lodge
            {
                Process = "project",
                Parties = [new PartyEntry("applicant", "citizen", "某公司")],
                Form = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("name", new TextValue("一号地块")),
            }
        );
        return door;
    }

    private static Simulation TakenOver()
    {
        var door = SmallOffice.Open(SmallOffice.Process(Two));
        Does(
            door,
            null,
            "head",
            new AdoptCase
            {
                Process = "sample",
                System = "旧系统",
                Number = "旧-1",
                LodgedOn = new DateOnly(2026, 2, 26),
                Parties = [new PartyEntry("applicant", "citizen", "市民")],
                Acts =
                [
                    new ToldAct
                    {
                        Step = "receive",
                        Outcome = "done",
                        On = new DateOnly(2026, 2, 27),
                        By = "老张",
                    },
                ],
                At = ["decide"],
                Document = "移交〔2026〕1号",
                Reasons = "新系统上线",
            }
        );
        return door;
    }

    private static OfficeCase Meeting() =>
        Lodged(
                """
                  - joint: meeting
                    title: 会议
                    participants: [hall.clerk, hall.officer, hall.leader]
                    quorum: 2
                    decide: {pass: majority, otherwise: fail}
                    close: all-answered
                    outcomes: {pass: {title: 通过, end: passed}, fail: {title: 不通过, end: failed}}
                """
            )
            .Does("clerk", Votes("meeting", "pass"))
            .Does("head", new RecordAttendance("meeting", ["hall.officer"]) { Reasons = "出差" })
            .Does("head", Votes("meeting", "pass"))
            .Ended("passed");

    private static OfficeCase PartyThatWasNamed() =>
        Naming(Two, "citizen", new PartyEntry("applicant", "citizen", "市民"), new PartyEntry("applicant", "builder", "建筑商"))
            .Does("clerk", new ConfirmParty("builder"))
            .Does("clerk", new UnconfirmParty("builder", "核对有误"));

    private static OfficeCase NobodyThere() => Lodged("  - {step: sign, title: 签字, by: hall.officer, qualified: 律师, if-nobody: alert}");

    private static OfficeCase Silence() =>
        Lodged(
                """
                  - joint: review
                    title: 会签
                    participants: [hall.clerk, {by: hall.leader, limit: {for: 5 working days, on-expiry: not-counted, basis: internal}}]
                    limit: {for: 10 working days, on-expiry: object, basis: internal}
                    decide: {agree: all, otherwise: object}
                    close: all-answered
                    outcomes: {agree: {title: 同意}, object: {title: 不同意}}
                  - {step: decide, title: 决定, by: hall.leader, limit: {for: 3 working days, on-expiry: granted, basis: internal}, outcomes: {granted: {title: 准予}, refused: {title: 不准}}}
                  - {step: file, title: 归档, by: hall.clerk, end: done}
                """
            )
            .Does("clerk", Votes("review", "agree"))
            .On("2026-03-10")
            .On("2026-03-16")
            .Does("head", new CorrectSilence("decide", "登记〔2026〕1号", "当日已经答复"));

    private static OfficeCase TaskGivenOut() => Lodged("  - {step: sign, title: 签字, by: hall.officer, assign: round-robin, end: signed}");

    private static OfficeCase SignerWhoDisagrees() =>
        Lodged("  - {step: draft, title: 拟稿, by: hall.officer, end: drafted}")
            .Does("first-officer", new AddSigner("draft", "legal-adviser", SignerPlace.After))
            .Does("first-officer", Done("draft"))
            .Does("legal-adviser", new Reply("draft", "依据有误", Agrees: false));

    private static OfficeCase StraightBack() =>
        Lodged(
                """
                  - {step: draft, title: 拟稿, by: hall.officer, asks: {area: {title: 面积, type: number}}, marks: drafted}
                  - parallel: both
                    branches:
                      fire: [{step: fire, title: 消防, by: hall.clerk, needs: [draft.area]}]
                      plan: [{step: plan, title: 规划, by: hall.lawyer}]
                  - {step: decide, title: 决定, by: hall.leader, end: granted}
                """
            )
            .Does("first-officer", Drafted(80))
            .Does("clerk", Done("fire"))
            .Does("legal-adviser", Done("plan"))
            .Does("head", new Return("decide", "draft", "面积有误", ReturnMode.StraightBack))
            .Does("first-officer", Drafted(90))
            .Does("clerk", Done("fire"))
            .Does("head", new Return("decide", "draft", "重新拟稿"))
            .Waits("draft officer");

    private static Complete Drafted(int area) =>
        Done("draft") with
        {
            Fields = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("area", new NumberValue(area)),
        };

    private static OfficeCase AnyTimeStep() =>
        Lodged(
                """
                  - {step: decide, title: 决定, by: hall.leader, end: granted}
                any-time:
                  - {step: complaint, title: 投诉, by: hall.clerk}
                """
            )
            .Does("clerk", new Open("complaint"))
            .Waits("complaint clerk, decide leader");

    private static OfficeCase MaterialReturned() =>
        Lodged(
                "  - {step: decide, title: 决定, by: hall.leader, end: granted}",
                form: "materials: {plan: {title: 平面图, returned: true, required: false}}"
            )
            .Does("first-officer", new ReceiveMaterial("plan"))
            .Does("first-officer", new ReturnMaterial("plan", "收条"));

    private static void Does(Simulation door, string? number, string by, CaseCommand command) =>
        Assert.That(
            door.Submit(number, new Request(by, command), number is null ? SmallOffice.Monday : Later).Refusal?.English.Sentence,
            Is.Null
        );
}
