using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>A written notice to a party 补充告知: it is on record and served, asks nothing and starts nothing.</summary>
public sealed class NotifyingTests
{
    private const string Draft = """
          - {step: draft, title: 拟稿, by: hall.officer, limit: {for: 5 working days, basis: internal}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private static readonly Notify Told = new("applicant", "材料以电子件为准。", "告字1号");

    [Test]
    public void The_party_is_told_and_nothing_else_moves()
    {
        var it = Lodged(Draft);
        var before = it.State;
        it.Does("first-officer", Told).Waits("draft officer").DecidedTheSameAgain();
        var notice = it.State.Notices.Single();
        Assert.That(
            (notice.Text, notice.Document, notice.By, notice.On),
            Is.EqualTo(("材料以电子件为准。", "告字1号", "first-officer", new DateOnly(2026, 3, 2)))
        );
        Assert.That(notice.To.Select(t => t.Person), Is.EqualTo(new[] { "citizen" }));
        Assert.That((it.State.Clocks, it.State.Steps), Is.EqualTo((before.Clocks, before.Steps)));
    }

    [Test]
    public void Only_an_officer_gives_it_to_a_party_with_words()
    {
        var it = Lodged(Draft)
            .Refused("citizen", Told, "case.not_yours")
            .Refused("first-officer", Told with { Document = new string('号', 201) }, "notify.document_too_long");
        var nobody = it.Try("first-officer", Told with { Party = "owner" })!;
        Assert.That(
            (nobody.English.Sentence, nobody.Chinese.Sentence),
            Is.EqualTo(("The case has no party 'owner'; it has the applicant.", "该案件没有当事人“owner”，现有：申请人。"))
        );
        var empty = it.Try("first-officer", Told with { Text = " " })!;
        Assert.That((empty.English.Sentence, empty.Chinese.Sentence), Is.EqualTo(("The notice is empty.", "告知内容不能为空。")));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    public void A_notice_that_has_no_number_is_given_without_one(string? number)
    {
        var it = Lodged(Draft).Does("first-officer", Told with { Document = number });
        it.DecidedTheSameAgain();
        Assert.That(it.State.Notices.Single().Document, Is.Null);
    }

    [Test]
    public void A_scenario_gives_it_with_a_number_or_without()
    {
        var door = SmallOffice.Play(
            SmallOffice.Process(Draft),
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: builder, notify: applicant, text: 请知悉, refused: case.not_yours}
            - {on: 2026-03-02, by: first-officer, notify: owner, text: 请知悉, refused: notify.no_party}
            - {on: 2026-03-02, by: first-officer, notify: applicant, refused: notify.empty}
            - {on: 2026-03-02, by: first-officer, notify: applicant, text: 材料以电子件为准, record: 告字1号, expect: {open: draft}}
            - {on: 2026-03-03, by: first-officer, notify: applicant, text: 原件办结后退还, expect: {open: draft}}
            """
        );
        var notices = door.State(door.Cases[0])!.Notices;
        Assert.That(
            notices.Select(n => (n.Document, n.Text)),
            Is.EqualTo(new[] { ("告字1号", "材料以电子件为准"), (null, "原件办结后退还") })
        );
    }

    [Test]
    public void It_is_offered_for_each_party_until_the_case_is_over()
    {
        var it = Lodged(Draft);
        Assert.That(
            it.Offers("first-officer").Where(o => o.Action == "notify").Select(o => (o.Target, o.Title!.Zh, o.Allowed)),
            Is.EqualTo(new[] { ("applicant", "申请人", true) })
        );
        it.Does("first-officer", Done("draft")).Does("head", Done("decide")).Refused("first-officer", Told, "case.wrong_stage");
    }
}
