using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Foresight;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using static Workflow.Tests.Support.Offices.LotsOffice;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Lots;

/// <summary>Nobody can steer a draw: population and seed are fixed before, and everybody can repeat it afterwards.</summary>
public sealed class SealedLotsTests
{
    [Test]
    public void Lots_are_sealed_before_they_are_drawn() => LotsOffice.Lodged().Refused("first-officer", Done("lots"), "lots.not_sealed");

    [Test]
    public void What_was_committed_to_is_what_is_drawn_by()
    {
        var office = Drawn();
        var (before, opened, drawn) = (office.Last<LotsSealed>(), office.Last<LotsRevealed>(), office.Last<LotsDrawn>());
        Assert.That(Commitment.To(opened.Salt, opened.Seed), Is.EqualTo(before.Commitment));
        Assert.That(
            (before.Size, before.Count, before.Algorithm, drawn.Algorithm),
            Is.EqualTo((9, 3, "sha256-fisher-yates-2", "sha256-fisher-yates-2"))
        );
        Assert.That(drawn.Drawn, Is.EqualTo(Drawing.Rows(opened.Seed, 9, 3)).And.Length.EqualTo(3));
        Assert.That(drawn.Population, Is.EqualTo(new Population(LotsOffice.Rows(9).Rows).Hash));
        office.DecidedTheSameAgain();
    }

    [Test]
    public void Neither_seed_nor_salt_stands_in_the_ledger_before_the_draw()
    {
        var office = LotsOffice.Lodged().Does("first-officer", new SealLots("lots"));
        var before =
            string.Concat(office.Events.Select(LedgerJson.Write))
            + string.Concat(office.Entries.Select(LedgerJson.Write))
            + LedgerJson.Write(office.State);
        office.Does("first-officer", Done("lots"));
        var opened = office.Last<LotsRevealed>();
        Assert.That(before, Does.Not.Contain(opened.Seed).And.Not.Contain(opened.Salt).And.Contain(opened.Commitment));
    }

    [Test]
    public void Who_may_draw_may_seal_and_nobody_else() => LotsOffice.Lodged().Refused("clerk", new SealLots("lots"), "step.not_yours");

    [Test]
    public void The_same_population_is_sealed_once() =>
        LotsOffice
            .Lodged()
            .Does("first-officer", new SealLots("lots"))
            .Refused("second-officer", new SealLots("lots"), "lots.already_sealed");

    [Test]
    public void A_population_that_was_not_sealed_is_not_drawn_from() =>
        LotsOffice
            .Lodged()
            .Does("first-officer", new SealLots("lots"))
            .Does("first-officer", Experts(8))
            .Refused("first-officer", Done("lots"), "lots.population_changed");

    [Test]
    public void A_corrected_population_is_sealed_again_and_the_first_commitment_stays_on_record()
    {
        var office = LotsOffice.Lodged().Does("first-officer", new SealLots("lots"));
        var first = office.Last<LotsSealed>();
        office.Does("first-officer", Experts(8)).Does("first-officer", new SealLots("lots")).Does("first-officer", Done("lots"));
        var second = office.Last<LotsSealed>();
        Assert.That((second.GivenUp, second.Size), Is.EqualTo((first.Commitment, 8)));
        Assert.That(office.Last<LotsDrawn>().Drawn, Is.EqualTo(Drawing.Rows(office.Last<LotsRevealed>().Seed, 8, 3)));
        Assert.That(Walked(office).GivenUp, Is.EqualTo(new[] { first.Commitment }));
        office.DecidedTheSameAgain();
    }

    [Test]
    public void Fewer_rows_than_are_to_be_drawn_are_refused_with_the_way_out()
    {
        var refusal = LotsOffice.Lodged(2).Try("first-officer", new SealLots("lots"))!;
        Assert.That(refusal.Code, Is.EqualTo("lots.too_few"));
        Assert.That(
            refusal.English,
            Is.EqualTo(new Said("'抽取专家' draws 3 rows, and '专家' has only 2.", "Correct the form: add rows, or have fewer drawn."))
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(new Said("“抽取专家”须抽取3行，“专家”只有2行。", "请更正申请表，增加行数或者减少抽取数量。"))
        );
    }

    [Test]
    public void A_field_of_the_form_may_say_how_many_are_drawn()
    {
        var office = LotsOffice.Lodged(
            5,
            "  - {draw: lots, title: 抽取, by: hall.officer, from: form.experts, count: form.many, end: drawn}"
        );
        office
            .Does("first-officer", new SealLots("lots"))
            .Does("first-officer", Experts(5, 4))
            .Refused("first-officer", Done("lots"), "lots.population_changed");
        office.Does("first-officer", new SealLots("lots")).Does("first-officer", Done("lots"));
        Assert.That(office.Last<LotsDrawn>().Drawn, Has.Length.EqualTo(4));
    }

    [Test]
    public void A_designer_may_do_without_a_seal()
    {
        var office = LotsOffice.Lodged(
            steps: "  - {draw: lots, title: 抽取, by: hall.officer, from: form.experts, count: 3, sealed: false, end: drawn}"
        );
        office.Refused("first-officer", new SealLots("lots"), "lots.no_seal").Does("first-officer", Done("lots")).Ended("drawn");
        Assert.That(Walked(office).Faults, Is.Empty);
    }

    [Test]
    public void A_return_to_the_draw_asks_for_a_new_seal()
    {
        var office = OfficeCase
            .Lodged(
                "  - {draw: lots, title: 抽取, by: hall.officer, from: form.experts, count: 1}\n  - {step: decide, title: 决定, by: hall.leader, end: granted}",
                form: Form
            )
            .Does("first-officer", Experts(9))
            .Does("first-officer", new SealLots("lots"))
            .Does("first-officer", Done("lots"));
        var first = office.Last<LotsSealed>().Commitment;
        office
            .Does("head", new Return("decide", "lots", "名册有误"))
            .Refused("first-officer", Done("lots"), "lots.not_sealed")
            .Does("first-officer", new SealLots("lots"))
            .Does("first-officer", Done("lots"));
        Assert.That(office.Last<LotsSealed>().Commitment, Is.Not.EqualTo(first));
        office.DecidedTheSameAgain();
    }

    [Test]
    public void Who_asks_what_would_come_of_a_draw_learns_nothing_of_it()
    {
        var office = LotsOffice.Lodged().Does("first-officer", new SealLots("lots"));
        var foreseen = office.Asks((state, at, outside) => Foreseeing.Of(state, new Request("first-officer", Done("lots")), at, outside));
        Assert.That(foreseen.Refusal, Is.Null);
        Assert.That(foreseen.Opens.Select(o => o.Key), Is.EqualTo(new[] { "opinion" }));
        office.Does("first-officer", Done("lots"));
        Assert.That(office.State.Steps["lots"].Drawn, Has.Length.EqualTo(3));
    }

    [Test]
    public void The_likely_path_leads_through_the_seal_and_the_draw()
    {
        var office = OfficeCase
            .Lodged("  - {step: first, title: 受理, by: hall.clerk}\n" + DrawAndDecide, form: Form)
            .Does("first-officer", Experts(9));
        var foreseen = office.Asks((state, at, outside) => Foreseeing.Of(state, new Request("clerk", Done("first")), at, outside));
        Assert.That((foreseen.Path!.End, foreseen.Path.Result), Is.EqualTo((PathEnd.Concluded, "granted")));
        Assert.That(foreseen.Path.Posts.Select(p => p.Title.Zh).Distinct(), Is.EqualTo(new[] { "抽取专家", "专家意见", "决定" }));
    }

    [Test]
    public void A_seed_other_than_the_one_committed_to_is_found_by_repeating_the_draw()
    {
        var office = Drawn();
        var walk = new DrawWalk();
        var faults = office.Events.SelectMany(e => walk.Add(1, e is LotsRevealed r ? r with { Seed = new string('1', 64) } : e)).ToList();
        Assert.That(faults, Has.Count.EqualTo(2));
        Assert.That(faults[0].English.Sentence, Does.StartWith("Expected salt and seed to have the commitment"));
        Assert.That(Walked(office).Faults, Is.Empty);
    }

    [Test]
    public void A_draw_that_comes_out_otherwise_names_its_step_by_title_where_the_definition_is_at_hand()
    {
        var process = SmallOffice.Read(SmallOffice.Process(DrawAndDecide, Form))[0];
        var office = Drawn();
        string Told(DrawWalk walk) =>
            office
                .Events.SelectMany(e => walk.Add(1, e is LotsDrawn d ? d with { Seed = new string('1', 64) } : e))
                .First()
                .Chinese.Sentence;
        Assert.That(Told(new DrawWalk(_ => process)), Does.StartWith("“抽取专家”应以种子 "));
        Assert.That(Told(new DrawWalk()), Does.StartWith("“lots”应以种子 "));
    }

    private static RepeatedDraw Walked(OfficeCase office)
    {
        var walk = new DrawWalk();
        Assert.That(office.Events.SelectMany(e => walk.Add(1, e)), Is.Empty);
        return walk.Draws[^1];
    }
}
