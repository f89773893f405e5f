using Workflow.Definitions.Wording;
using System.Collections.Immutable;
using System.Globalization;
using Workflow.Definitions.Stories;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Adoption;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Refusals;
using Workflow.Tests.Support;

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

    private static readonly ToldAct Draft = new() { Step = "draft", Outcome = "done", On = Day(2), Persons = ["one"] };

    private static readonly ToldAct Check = new() { Step = "check", Outcome = "agree", On = Day(3), Persons = ["two"] };

    private static AdoptCase Told { get; } = new()
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
        Assert.That(Try(door, number, "one", new Complete { Step = "check", Outcome = "agree" }),
            Is.EqualTo(new Refusal("step.separation", "Expected somebody who did not act in 〔拟稿〕('draft'), but one did.", "let a colleague act")));
        Assert.That(Try(door, number, "one", new Claim("check"))?.Code, Is.EqualTo("step.separation"));
        Assert.That(Try(door, number, "two", new Complete { Step = "check", Outcome = "agree" }), Is.Null);
        Assert.That((door.State(number)!.Steps["draft"].Completed!.By, Notes(door, number)), Is.EqualTo(("system 旧系统", Array.Empty<ToldNote>())));
    }

    [Test]
    public void Every_person_of_an_act_counts_and_every_run_of_the_step()
    {
        var redone = Told with { Acts = [Draft with { Persons = ["one", "head"] }, Check with { Outcome = "redo" }, Draft with { On = Day(4), Persons = ["two"] }], At = ["check"] };
        var (door, number) = Adopted(redone);
        Assert.That(new[] { "one", "two" }.Select(p => Try(door, number, p, new Claim("check"))?.Code), Is.All.EqualTo("step.separation"));
        Refused(Told with { Holders = ImmutableSortedDictionary<string, string>.Empty.Add("check", "one") }, "step.separation");
    }

    [Test]
    public void Who_answered_there_has_no_second_voice_here()
    {
        var (door, number) = Adopted(Reviewing(Vote("hall.clerk", "one")));
        Assert.That(Try(door, number, "one", Pass)?.English.Sentence, Is.EqualTo("Expected each person to have one voice at 〔会审〕('review'), but one has one there for hall.clerk."));
        Assert.That((Try(door, number, "two", Pass), Notes(door, number).Length), Is.EqualTo(((Refusal?)null, 0)));
    }

    [Test]
    public void What_cannot_be_checked_is_said_for_each_rule_that_depends_on_it()
    {
        var (door, number) = Adopted(Told with { Acts = [Draft with { Persons = [] }] });
        Assert.That(Notes(door, number), Is.EqualTo(new[]
        {
            new ToldNote("adopt.separation_unchecked", "Separation cannot be checked at 'check' against 'draft': who acted there on 2026-03-02 is not told.", "name them in the column 'draft.person'"),
        }));
        Assert.That(Try(door, number, "one", new Complete { Step = "check", Outcome = "agree" }), Is.Null);
        var (other, voted) = Adopted(Reviewing(Vote("hall.clerk")) with { Acts = [Draft, Check with { Persons = [] }, Vote("hall.clerk")] });
        Assert.That(Notes(other, voted).Select(n => n.Sentence), Is.EqualTo(new[]
        {
            "Separation cannot be checked at 'draft' against 'check': who acted there on 2026-03-03 is not told.",
            "One voice for each person cannot be checked at 'review' against hall.clerk: who answered there on 2026-03-04 is not told.",
        }));
    }

    [Test]
    public void What_was_not_kept_apart_there_is_said_and_does_not_stand_in_the_way()
    {
        var (door, number) = Adopted(Reviewing(Vote("hall.clerk", "one"), Vote("hall.leader", "one")) with { Acts = [Draft, Check with { Persons = ["one"] }, Vote("hall.clerk", "one"), Vote("hall.leader", "one")] });
        Assert.That(Notes(door, number).Select(n => n.Sentence), Is.EqualTo(new[]
        {
            "Expected nobody to act both at 'check' and at 'draft', but one is told of both.",
            "Expected each person to have one voice at 'review', but one is told of 2 answers.",
        }));
    }

    [Test]
    public void Who_is_not_known_here_cannot_be_told()
    {
        Refused(Told with { Acts = [Draft with { Persons = ["one", "laozhang"] }] }, "person.unknown");
        Refused(Told with { Acts = [Draft with { Persons = [.. Enumerable.Repeat("one", 1_001)] }] }, "adopt.too_much");
        Assert.That(LedgerJson.Write((CaseCommand)(Told with { Acts = [Draft with { Persons = [] }] })), Does.Not.Contain("persons"));
    }

    private static readonly Answer Pass = new() { Step = "review", Participant = "hall.officer", Choice = "pass" };

    private static AdoptCase Reviewing(params ToldAct[] votes) => Told with { Acts = [Draft, Check, .. votes], At = ["review"] };

    private static ToldAct Vote(string who, params string[] persons) => new() { Step = "review", Participant = who, Outcome = "pass", On = Day(4), Persons = [.. persons] };

    private static ToldNote[] Notes(Simulation door, string number) => [.. ToldSeparation.Notes(SmallOffice.Read(SmallOffice.Process(Steps)).Single(), door.State(number)!)];

    private static Refusal? Try(Simulation door, string number, string person, CaseCommand command) => door.Submit(number, new Request(person, command), At).Refusal;

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
