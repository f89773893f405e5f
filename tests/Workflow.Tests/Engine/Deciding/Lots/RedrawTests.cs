using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Storage.Proofs.Verifying;
using static Workflow.Tests.Support.Offices.LotsOffice;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Lots;

/// <summary>Who is drawn and has to step back 回避 is replaced by the next of the same permutation: nobody chooses the substitute.</summary>
public sealed class RedrawTests
{
    [Test]
    public void Each_drawn_row_opens_a_task_of_its_own()
    {
        var office = Drawn();
        Assert.That(
            office.Inbox,
            Is.EqualTo(string.Join(", ", office.State.Steps["lots"].Drawn.Order().Select(row => $"opinion[{row}] lawyer")))
        );
        foreach (var row in office.State.Steps["lots"].Drawn)
            office.Does("legal-adviser", Done($"opinion[{row}]", "agree"));
        office.Waits("decide leader").Does("head", Done("decide")).Ended("granted");
        office.DecidedTheSameAgain();
    }

    [Test]
    public void The_next_row_of_the_permutation_takes_the_place()
    {
        var office = Drawn();
        var (seed, drawn) = (office.Last<LotsDrawn>().Seed, office.State.Steps["lots"].Drawn);
        office.Does("head", Recuse(drawn[1]));
        var four = Drawing.Rows(seed, 9, 4);
        Assert.That(office.State.Steps["lots"].Drawn, Is.EqualTo(new[] { drawn[0], four[3], drawn[2] }));
        Assert.That(office.State.Steps[$"opinion[{drawn[1]}]"].Status, Is.EqualTo(StepStatus.Withdrawn));
        Assert.That(office.State.Steps[$"opinion[{four[3]}]"].Status, Is.EqualTo(StepStatus.Open));
        office.DecidedTheSameAgain();
    }

    [Test]
    public void A_draw_with_substitutes_can_be_repeated_and_goes_on_to_the_end()
    {
        var office = Drawn();
        office
            .Does("head", Recuse(office.State.Steps["lots"].Drawn[0]))
            .Does("head", Recuse(office.State.Steps["lots"].Drawn[..2].ToArray()));
        var walk = new DrawWalk();
        Assert.That(office.Events.SelectMany(e => walk.Add(1, e)), Is.Empty);
        Assert.That(walk.Draws[0].Drawn, Is.EqualTo(office.State.Steps["lots"].Drawn).And.Unique);
        foreach (var row in office.State.Steps["lots"].Drawn)
            office.Does("legal-adviser", Done($"opinion[{row}]", "object"));
        office.Waits("decide leader").DecidedTheSameAgain();
    }

    [Test]
    public void A_draw_is_repeated_under_the_name_that_a_move_gave_its_step()
    {
        var (office, next) = Between(DrawAndDecide, DrawAndDecide.Replaced("lots", "choice"), Form);
        office.Does("first-officer", Experts(9)).Does("first-officer", new SealLots("lots")).On("2026-03-09");
        office.Does(
            "head",
            new MigrateCase
            {
                To = next,
                Map = new MigrationMap { Steps = ImmutableSortedDictionary<string, string>.Empty.Add("lots", "choice") },
                Document = "批复",
                Reasons = "新版施行",
            }
        );
        office
            .Does("first-officer", Done("choice"))
            .Does("head", new Redraw("choice", [new Recusal(office.State.Steps["choice"].Drawn[0], "亲属")]));
        var walk = new DrawWalk();
        Assert.That(office.Events.SelectMany(e => walk.Add(1, e)), Is.Empty);
        Assert.That((walk.Draws.Single().Step, walk.Draws.Single().Drawn), Is.EqualTo(("choice", office.State.Steps["choice"].Drawn)));
    }

    [Test]
    public async Task The_draw_of_a_case_that_was_taken_over_verifies()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-lots-");
        await using (
            var door = new DiskDoor(Path.Combine(folder.FullName, "lots.db"), SmallOffice.World(SmallOffice.Process(DrawAndDecide, Form)))
        )
        {
            var told = new AdoptCase
            {
                Process = "sample",
                System = "旧系统",
                Number = "旧-1",
                LodgedOn = new DateOnly(2026, 3, 2),
                Parties = [new PartyEntry("applicant", "citizen", "市民")],
                Form = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("experts", LotsOffice.Rows(9)),
                At = ["lots"],
                Document = "移交1号",
                Reasons = "新系统上线",
            };
            var number = door.Submit(null, new Request("head", told), SmallOffice.Monday).Case;
            foreach (var command in new CaseCommand[] { new SealLots("lots"), Done("lots") })
                Assert.That(door.Submit(number, new Request("first-officer", command), SmallOffice.Monday).Refusal, Is.Null);
            var report = new Verify(door.Database).Run();
            Assert.That((report.Draws, report.Faults.Select(f => f.Words)), Is.EqualTo((1L, Array.Empty<string>())));
        }

        folder.Delete(recursive: true);
    }

    [Test]
    public void The_head_of_the_leading_office_approves_it_and_nobody_else()
    {
        var office = Drawn();
        office.Refused("first-officer", Recuse(office.State.Steps["lots"].Drawn[0]), "case.not_yours");
    }

    [Test]
    public void Nobody_steps_back_before_the_draw() => LotsOffice.Lodged().Refused("head", Recuse(1), "lots.not_drawn");

    [Test]
    public void Who_is_not_drawn_cannot_step_back()
    {
        var office = Drawn();
        office.Refused("head", Recuse(Enumerable.Range(1, 9).Except(office.State.Steps["lots"].Drawn).First()), "lots.recusal_rows");
    }

    [Test]
    public void Nobody_steps_back_without_reasons()
    {
        var office = Drawn();
        office.Refused("head", new Redraw("lots", [new Recusal(office.State.Steps["lots"].Drawn[0], " ")]), "step.reasons_missing");
        office
            .Refused("head", new Redraw("lots", []), "lots.recusal_count")
            .Refused("head", new Redraw("lots", [null!]), "lots.recusal_count");
    }

    [Test]
    public void Who_has_acted_does_not_step_back_but_a_colleague_still_may()
    {
        var office = Drawn();
        var drawn = office.State.Steps["lots"].Drawn;
        office
            .Does("legal-adviser", Done($"opinion[{drawn[0]}]", "agree"))
            .Refused("head", Recuse(drawn[0]), "lots.acted")
            .Does("head", Recuse(drawn[1]));
    }

    [Test]
    public void When_nobody_is_left_nobody_can_take_the_place()
    {
        var office = LotsOffice.Lodged(3).Does("first-officer", new SealLots("lots")).Does("first-officer", Done("lots"));
        office.Refused("head", Recuse(1), "lots.nobody_left");
    }

    [Test]
    public void Nobody_is_drawn_from_a_population_corrected_since()
    {
        var office = Drawn();
        office.Does("first-officer", Experts(12)).Refused("head", Recuse(office.State.Steps["lots"].Drawn[0]), "lots.form_corrected");
    }

    [Test]
    public void Where_nothing_opens_per_row_any_later_act_stands_on_those_drawn()
    {
        var office = LotsOffice
            .Lodged(
                steps: "  - {draw: lots, title: 抽取, by: hall.officer, from: form.experts, count: 3}\n  - {step: meet, title: 评审, by: hall.lawyer}\n  - {step: decide, title: 决定, by: hall.leader, end: granted}"
            )
            .Does("first-officer", new SealLots("lots"))
            .Does("first-officer", Done("lots"));
        office
            .Does("head", Recuse(office.State.Steps["lots"].Drawn[0]))
            .Does("legal-adviser", Done("meet"))
            .Refused("head", Recuse(office.State.Steps["lots"].Drawn[0]), "lots.acted");
    }

    [Test]
    public void A_scenario_may_seal_draw_and_step_back() =>
        SmallOffice.Play(
            SmallOffice.Process(DrawAndDecide, Form),
            """
            - {on: 2026-03-02, lodge: {applicant: citizen, form: {experts: [{name: 甲}, {name: 乙}, {name: 丙}, {name: 丁}]}}}
            - {on: 2026-03-02, by: first-officer, complete: lots, refused: lots.not_sealed}
            - {on: 2026-03-02, by: first-officer, seal-lots: lots}
            - {on: 2026-03-02, by: first-officer, complete: lots}
            - {on: 2026-03-02, by: first-officer, redraw: lots, rows: {1: 亲属}, refused: case.not_yours}
            """
        );

    private static Redraw Recuse(params int[] rows) =>
        new("lots", [.. rows.Select(r => new Recusal(r, "与申请人有利害关系"))], "回避决定1号");
}
