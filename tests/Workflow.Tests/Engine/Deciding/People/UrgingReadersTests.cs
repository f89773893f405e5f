using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using static Workflow.Tests.Support.OfficeCase;

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
        var it = Lodged(Steps).Does("one", new SendCopy(["bank"])).Does("one", new Urge("", "请阅", "bank"));
        Assert.That(it.State.Urgings, Is.EqualTo(new[] { new Urged("", "one", it.State.Urgings[0].To, "请阅", new DateOnly(2026, 3, 2)) { Reader = "bank" } }));
        Assert.That(it.Try("one", new Urge("", "请阅", "bank")), Is.EqualTo(new Refusal("urge.again", "Expected to urge bank to read once a day, but one has done so today.", "urge again tomorrow, or turn to the supervision office")));
        it.Does("one", new Urge("draft", "请尽快")).Does("inspector", new Urge("draft", "请阅", "bank")).On("2026-03-03").Does("one", new Urge("", "请阅", "bank"))
            .Waits("draft officer").DecidedTheSameAgain();
    }

    [Test]
    public void A_copy_of_a_post_counts_for_who_holds_it() =>
        Lodged(Steps).Does("citizen", new Urge("", "请阅", "three")).DecidedTheSameAgain();

    [Test]
    public void Only_a_copy_of_this_case_is_urged_by_who_takes_part_with_words()
    {
        var it = Lodged(Steps);
        Assert.That(it.Try("one", new Urge("", "请阅", "bank")), Is.EqualTo(new Refusal("copy.none", "Expected somebody who was sent a copy of the case, but bank was not.", "send them one first")));
        it.Does("one", new SendCopy(["bank"])).Refused("one", new Urge("", "请阅", "nobody"), "person.unknown").Refused("one", new Urge("", " ", "bank"), "urge.empty")
            .Refused("builder", new Urge("", "请阅", "bank"), "case.not_yours").Refused("one", new Urge("decide", "请阅", "bank"), "step.unknown");
        Lodged(Steps.Replace(", copies: [hall.lawyer]", "", StringComparison.Ordinal)).Refused("one", new Urge("", "请阅", "bank"), "copy.none");
    }

    [Test]
    public void Suspension_and_the_end_of_the_case_do_not_stop_it() =>
        Lodged(Steps).Does("one", new SendCopy(["bank"])).Does("head", new SuspendCase("通知", "等待")).Does("one", new Urge("", "请阅", "bank")).Does("head", new ResumeCase())
            .Does("one", Done("draft")).Does("head", Done("decide")).Does("two", new Urge("", "请阅", "bank")).DecidedTheSameAgain();

    [Test]
    public void What_somebody_has_read_is_not_urged_whoever_asks_later()
    {
        var it = Lodged(Steps).Does("one", new SendCopy(["bank"]));
        Assert.That(it.Decided("one", new Urge("", "请阅", "bank"), facts => facts with { ReadAt = DateTimeOffset.Parse("2026-03-02T20:00:00Z", System.Globalization.CultureInfo.InvariantCulture) }),
            Is.EqualTo(new Refusal("copy.read", "Expected a copy that bank has not read, but they read the case on 2026-03-03.")));
        Assert.That(it.Decided("one", new Urge("", "请阅", "bank"), facts => facts), Is.Null);
    }
}
