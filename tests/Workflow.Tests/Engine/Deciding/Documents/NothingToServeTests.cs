using System.Collections.Immutable;
using Workflow.Definitions.Wording;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>Without a decision there is no paper, and without a paper nobody is told anything: no result comes of such a service.</summary>
public sealed class NothingToServeTests
{
    private const string Steps = """
          - {step: check, title: 审查, by: hall.officer}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {refuse: {title: 不予许可, issues: refusal}, wait: {title: 不作决定}}}
          - step: deliver
            title: 送达
            by: hall.clerk
            asks: {on: {title: 日期, type: date, required: true}}
            outcomes: {done: {title: 已送达, serves: {on: on, way: 邮寄送达}, end: refused}}
        """;

    private const string Papers = "documents: {refusal: {title: 不予许可决定书, number: 不字〔<year>〕<serial>号}}";

    [Test]
    public void The_head_does_not_jump_to_a_service_of_nothing()
    {
        var it = Lodged(Steps, form: Papers).Refused("head", new Jump("deliver", "领导要求"), "jump.nothing_to_serve");
        var refusal = it.Try("head", new Jump("deliver", "领导要求"))!;
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said("'送达' serves papers, and the case has none yet, so it cannot jump there.", "Jump to the step that decides.")
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(new Said("“送达”送达文书，而案件还没有待送达的文书，不能跳转到该环节。", "请跳转到作出决定的环节。"))
        );
        it.Does("head", new Jump("decide", "领导要求")).Waits("decide leader");
    }

    [Test]
    public void Nothing_is_recorded_as_served_where_there_is_nothing()
    {
        var it = Lodged(Steps, form: Papers).Does("first-officer", Done("check")).Does("head", Done("decide", "wait"));
        var refusal = it.Try("clerk", Delivered)!;
        Assert.That(
            (refusal.Code, refusal.English),
            Is.EqualTo(
                (
                    "document.nothing_to_serve",
                    new Said(
                        "The case has no paper still to be served, so nothing can be recorded as '已送达'.",
                        "Decide first, and issue the paper; return the case where the decision was passed over."
                    )
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(new Said("案件没有待送达的文书，不能办结为“已送达”。", "请先作出决定并制作文书；跳过了决定的，请退回补办。"))
        );
        it.Does("clerk", new Return("deliver", "decide", "补作决定"))
            .Does("head", Done("decide", "refuse"))
            .Does("clerk", Delivered)
            .Ended("refused");
    }

    [Test]
    public void A_case_is_not_opened_again_at_the_service_of_what_everybody_has() =>
        Lodged(Steps, form: Papers)
            .Does("first-officer", Done("check"))
            .Does("head", Done("decide", "refuse"))
            .Does("clerk", Delivered)
            .Refused("head", new ReopenCase("deliver", "判决1号", "重作"), "reopen.target")
            .Has("判决1号")
            .Does("head", new ReopenCase("decide", "判决1号", "重作"))
            .Waits("decide leader");

    private static Complete Delivered =>
        Done("deliver") with
        {
            Fields = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("on", new DateValue(new DateOnly(2026, 3, 2))),
        };
}
