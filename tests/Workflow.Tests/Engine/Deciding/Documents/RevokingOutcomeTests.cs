using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Values;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>An outcome that revokes 撤销 leaves the paper void in the case, and nothing goes back behind it.</summary>
public sealed class RevokingOutcomeTests
{
    private const string Papers = """
        documents:
          permit: {title: 许可证, number: 许〔<year>〕<serial>号}
          revocation: {title: 撤销许可决定书, number: 撤〔<year>〕<serial>号, states: [reasons, remedies], basis: internal}
        """;

    private const string Steps = """
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, issues: permit}, wait: 暂不发证}}
          - {step: check, title: 核查, by: hall.officer}
          - {step: revoke, title: 撤销, by: hall.leader, outcomes: {revoke: {title: 撤销许可, reasons: required, remedies: free, voids: permit, issues: revocation}, keep: 维持}}
          - {step: file, title: 整理, by: hall.officer, end: done}
        """;

    [Test]
    public void The_paper_is_void_and_the_decision_that_revokes_it_stands()
    {
        var it = Granted().Does("head", Revoke);
        Assert.That(
            it.State.Documents.Select(d => (d.Issued.Document, d.Void)),
            Is.EqualTo(new (string, PutAside?)[] { ("permit", PutAside.Revoked), ("revocation", null) })
        );
        it.DecidedTheSameAgain();
    }

    [Test]
    public void Nothing_goes_back_behind_it()
    {
        var it = Granted().Does("head", Revoke).Refused("head", new TakeBack("revoke"), "document.revoked");
        var refusal = it.Refused("first-officer", new Return("file", "check", "再查"), "document.revoked")
            .Try("first-officer", new Return("file", "check", "再查"))!;
        Assert.That(
            refusal.English,
            Is.EqualTo(
                new Said(
                    "'许可证' has been revoked since '核查', so nothing done since then can be undone.",
                    "If it was revoked in error, decide anew."
                )
            )
        );
        Assert.That(
            refusal.Chinese,
            Is.EqualTo(new Said("自“核查”以来，《许可证》已被撤销，案件不能回到“核查”办结之前的状态。", "撤销有误的，请依法重新作出决定。"))
        );
    }

    [Test]
    public void Without_a_valid_paper_there_is_nothing_to_revoke()
    {
        var it = Lodged(Steps, form: Papers).Does("head", Done("decide", "wait")).Does("first-officer", Done("check"));
        var refusal = it.Refused("head", Revoke, "document.nothing_to_void").Try("head", Revoke)!;
        Assert.That(
            (refusal.English.Sentence, refusal.Chinese.Sentence),
            Is.EqualTo(("The case has no valid 许可证 that '撤销许可' could revoke.", "案件没有有效的许可证，不能办结为“撤销许可”。"))
        );
        it.Does("head", Done("revoke", "keep")).Waits("file officer");
    }

    [Test]
    public void A_definition_that_revokes_nothing_is_stored_as_ever() =>
        Assert.That(
            SmallOffice.Read(SmallOffice.Process(Steps.Replaced("voids: permit, ", ""), Papers))[0].Json,
            NUnit.Framework.Does.Not.Contain("voids")
        );

    private static Complete Revoke => Done("revoke", "revoke") with { Reasons = "材料虚假。" };

    private static OfficeCase Granted() =>
        Lodged(Steps, form: Papers).Does("head", Done("decide", "grant")).Does("first-officer", Done("check"));
}
