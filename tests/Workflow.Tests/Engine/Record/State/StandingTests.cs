using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Engine.Record.State;

/// <summary>Received, expired, shared, returned: how single materials stand.</summary>
public sealed class StandingTests
{
    private const string Terms = """
        materials:
          note: 申请表
          permit: {title: 前置许可, valid: required}
          identity: {title: 身份证明, shared: 市人口库}
          deed: {title: 产权证, returned: true, required: false}
        """;

    private const string Steps = """
          - step: receive
            title: 受理审查
            by: hall.clerk
            checks: materials
            limit: {for: 5 working days, basis: 行政许可法(2019) 第三十二条第一款第四项}
            outcomes:
              accept: {title: 受理}
              supplement: {title: 补正, at-most: 1, steps: [{step: supplement, title: 提交补正材料, by: applicant}], back: receive}
          - {step: decide, title: 决定, by: hall.officer, end: granted}
        """;

    [Test]
    public void A_material_past_its_last_day_is_missing_and_named_so()
    {
        var door = Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder, materials: [note, permit]}}
            - {on: 2026-03-02, by: clerk, complete: receive, outcome: accept, materials: [note, permit], refused: material.valid_until_missing}
            - {on: 2026-03-02, by: clerk, complete: receive, outcome: accept, materials: [note], valid-until: {note: 2026-05-01}, refused: material.undated}
            - {on: 2026-03-02, by: clerk, complete: receive, outcome: supplement, materials: [note, permit], valid-until: {permit: 2026-03-01}, expect: {materials: {permit: expired, note: received}, open: supplement}}
            - {on: 2026-03-03, by: builder, complete: supplement}
            - {on: 2026-03-03, by: clerk, receive-material: permit, refused: material.valid_until_missing}
            - {on: 2026-03-03, by: clerk, receive-material: permit, valid-until: 2026-03-02, refused: material.expired}
            - {on: 2026-03-03, by: clerk, receive-material: permit, valid-until: 2026-03-03, expect: {materials: {permit: received}}}
            """
        );
        var check = door.Entries(door.Cases[0]).SelectMany(e => e.Events).OfType<MaterialsChecked>().Single();
        Assert.That(string.Join(" ", check.Received) + " | " + string.Join(" ", check.Missing), Is.EqualTo("note | permit"));
    }

    // Good on its last day, not on the day after.
    [TestCase("2026-03-02", "received")]
    [TestCase("2026-03-01", "expired")]
    public void A_last_day_is_included(string until, string stands) =>
        Play(
            $"""
            - {"{"}on: 2026-03-02, lodge: {"{"}applicant: builder, materials: [note, permit]{"}"}{"}"}
            - {"{"}on: 2026-03-02, by: clerk, complete: receive, outcome: accept, materials: [note, permit], valid-until: {"{"}permit: {until}{"}"}, expect: {"{"}materials: {"{"}permit: {stands}{"}"}{"}"}{"}"}
            """
        );

    [Test]
    public void What_the_office_obtains_itself_is_not_asked_of_the_applicant()
    {
        var door = Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder, materials: [note]}}
            - {on: 2026-03-02, by: clerk, complete: receive, outcome: accept, materials: [note, permit], valid-until: {permit: 2026-12-31}, expect: {materials: {identity: missing}}}
            - {on: 2026-03-02, by: first-officer, share-material: note, record: 查询1号, refused: material.already_there}
            - {on: 2026-03-02, by: first-officer, share-material: deed, record: 查询1号, refused: material.not_shared}
            - {on: 2026-03-02, by: first-officer, share-material: identity, refused: material.document_missing}
            - {on: 2026-03-02, by: first-officer, share-material: identity, record: 查询2号, expect: {materials: {identity: shared}}}
            """
        );
        Assert.That(door.Entries(door.Cases[0]).SelectMany(e => e.Events).OfType<MaterialsChecked>().Single().Missing, Is.Empty);
    }

    [Test]
    public void An_original_goes_back_also_after_the_end()
    {
        var door = Play(
            """
            - {on: 2026-03-02, lodge: {applicant: builder, materials: [note, deed]}}
            - {on: 2026-03-02, by: clerk, return-material: note, refused: material.kept}
            - {on: 2026-03-02, by: clerk, complete: receive, outcome: accept, materials: [note, deed]}
            - {on: 2026-03-03, by: first-officer, complete: decide, expect: {stage: closed}}
            - {on: 2026-03-04, by: clerk, return-material: deed, record: 收条1号, expect: {materials: {deed: returned}}}
            - {on: 2026-03-04, by: clerk, return-material: deed, refused: material.not_there}
            """
        );
        Assert.That(
            door.State(door.Cases[0])!.Standings[^1],
            Is.EqualTo(
                new MaterialStood("deed", Standing.Returned, new DateOnly(2026, 3, 4), new PersonActor("clerk")) { Document = "收条1号" }
            )
        );
    }

    // 行政许可法: what is missing is told once. The refusal names the article.
    [Test]
    public void A_second_supplement_notice_is_refused_with_the_article()
    {
        var door = OfficeCase
            .Lodged(Steps, form: Terms)
            .Does("clerk", OfficeCase.Done("receive", "supplement"))
            .Does("citizen", OfficeCase.Done("supplement"));
        var refusal = door.Try("clerk", OfficeCase.Done("receive", "supplement"));
        Assert.That(
            refusal?.English,
            Is.EqualTo(
                new Said(
                    "'补正' is possible once only at '受理审查' (行政许可法(2019) 第三十二条第一款第四项), and was chosen once already.",
                    null
                )
            )
        );
        Assert.That(
            refusal?.Chinese,
            Is.EqualTo(new Said("“受理审查”最多可作出1次“补正”（行政许可法(2019) 第三十二条第一款第四项），次数已用完。", null))
        );
    }

    // A process that says no more of its materials than whether they are required keeps no more.
    [Test]
    public void Without_terms_a_check_is_one_event()
    {
        var door = OfficeCase
            .Lodged(Steps, form: "materials: {note: 申请表}")
            .Does(
                "clerk",
                new Complete
                {
                    Step = "receive",
                    Outcome = "accept",
                    Materials = ["note"],
                }
            );
        Assert.That((door.State.Standings.IsEmpty, door.State.Materials.Contains("note")), Is.EqualTo((true, true)));
    }

    private static Simulation Play(string moves) => SmallOffice.Play(SmallOffice.Process(Steps, Terms), moves);
}
