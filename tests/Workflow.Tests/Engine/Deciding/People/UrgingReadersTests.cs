using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.People;

/// <summary>Who was sent a copy can be urged to read it 催阅; what the access log says of it is tried where there is one.</summary>
public sealed class UrgingReadersTests
{
    private const string Steps = """
          - {step: draft, title: 拟稿, by: hall.officer, copies: [hall.lawyer]}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    [Test]
    public void A_reader_is_urged_once_a_day_and_it_changes_no_step()
    {
        var it = Lodged(Steps).Does("first-officer", new SendCopy(["bank"])).Does("first-officer", new Urge("请阅", null, "bank"));
        Assert.That(
            it.State.Urgings,
            Is.EqualTo(
                new[] { new Urged(null, "first-officer", it.State.Urgings[0].To, "请阅", new DateOnly(2026, 3, 2)) { Reader = "bank" } }
            )
        );
        Assert.That(
            it.Try("first-officer", new Urge("请阅", null, "bank")),
            Told(
                "urge.reader_again",
                "bank may be urged to read once a day; first-officer has done so today.",
                "Urge again tomorrow, or turn to the supervision office."
            )
        );
        it.Does("clerk", new Urge("请尽快", "draft"))
            .Does("inspector", new Urge("请阅", "draft", "bank"))
            .On("2026-03-03")
            .Does("first-officer", new Urge("请阅", null, "bank"))
            .Waits("draft officer")
            .DecidedTheSameAgain();
    }

    [Test]
    public void A_copy_of_a_post_counts_for_who_holds_it() =>
        Lodged(Steps).Does("citizen", new Urge("请阅", null, "legal-adviser")).DecidedTheSameAgain();

    [Test]
    public void Only_a_copy_of_this_case_is_urged_by_who_takes_part_with_words()
    {
        var it = Lodged(Steps);
        Assert.That(
            it.Try("first-officer", new Urge("请阅", null, "bank")),
            Told("copy.not_sent", "bank was sent no copy of the case.", "Send one first.")
        );
        it.Does("first-officer", new SendCopy(["bank"]))
            .Refused("first-officer", new Urge("请阅", null, "nobody"), "person.unknown")
            .Refused("first-officer", new Urge(" ", null, "bank"), "urge.empty")
            .Refused("builder", new Urge("请阅", null, "bank"), "case.not_yours")
            .Refused("first-officer", new Urge("请阅", "decide", "bank"), "step.not_reached");
        Lodged(Steps.Replaced(", copies: [hall.lawyer]", "")).Refused("first-officer", new Urge("请阅", null, "bank"), "copy.none");
    }

    [Test]
    public void Suspension_and_the_end_of_the_case_do_not_stop_it() =>
        Lodged(Steps)
            .Does("first-officer", new SendCopy(["bank"]))
            .Does("head", new SuspendCase("通知", "等待"))
            .Does("first-officer", new Urge("请阅", null, "bank"))
            .Does("head", new ResumeCase())
            .Does("first-officer", Done("draft"))
            .Does("head", Done("decide"))
            .Does("second-officer", new Urge("请阅", null, "bank"))
            .DecidedTheSameAgain();

    [Test]
    public void What_somebody_has_read_is_not_urged_whoever_asks_later()
    {
        var it = Lodged(Steps).Does("first-officer", new SendCopy(["bank"]));
        Assert.That(
            it.Decided(
                "first-officer",
                new Urge("请阅", null, "bank"),
                facts =>
                    facts with
                    {
                        ReadAt = DateTimeOffset.Parse("2026-03-02T20:00:00Z", System.Globalization.CultureInfo.InvariantCulture),
                    }
            ),
            Told("copy.read", "bank read the case on 2026-03-03.", null)
        );
        Assert.That(it.Decided("first-officer", new Urge("请阅", null, "bank"), facts => facts), Is.Null);
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Told(string code, string sentence, string? wayOut) =>
        Is.Not.Null.And.Matches<Refusal>(refusal =>
            (refusal!.Code, refusal.English.Sentence, refusal.English.WayOut) == (code, sentence, wayOut)
        );
}
