using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Views;
using Workflow.Tests.Definitions.Lint;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>A case that is another organ's is handed over 移送 with a letter and a receipt; nothing is called. March 2026 has no holiday.</summary>
public sealed class ReferralTests
{
    private const string Papers = """
        documents:
          letter: {title: 案件移送函, number: 移字〔<year>〕<serial>号, states: reasons, organ: refer.organ}
          told: {title: 移送告知书, to: applicant, states: reasons}
        clocks: {handling: {title: 办理期限, for: 10 working days, from: filed, until: [decided, handed-over], not-counted: 移送, basis: internal}}
        """;

    private const string Steps = """
          - {step: file, title: 立案, by: hall.clerk, marks: filed}
          - step: refer
            title: 移送
            by: hall.officer
            asks: {organ: {title: 受移送机关, type: text}}
            outcomes:
              kept: 不移送
              referred:
                title: 移送
                reasons: required
                issues: [letter, told]
                steps:
                  - step: receipt
                    title: 登记移送回执
                    by: hall.clerk
                    ground: 移送
                    asks: {received-on: {title: 接收日期, type: date, required: true}, receipt: {title: 回执文号, type: text, required: true}}
                    outcomes:
                      taken: {title: 已接收, marks: {handed-over: received-on}, end: referred}
                      declined: {title: 不予接收, reasons: required}
          - {step: decide, title: 决定, by: hall.leader, marks: decided, end: decided}
        """;

    private const string Referred = """
        - {on: 2026-03-02, lodge: {applicant: citizen}}
        - {on: 2026-03-02, by: clerk, complete: file, expect: {due: {handling: 2026-03-16}}}
        - {on: 2026-03-04, by: first-officer, complete: refer, outcome: referred, fields: {organ: 示范市公安局}, reasons: 涉嫌犯罪, expect: {status: {handling: paused}, open: receipt}}

        """;

    // The ten working days from 2 March end on 16 March; from the 4th, which still counts, to the receipt nothing counts.
    [Test]
    public void A_case_is_handed_over_and_the_other_organ_takes_it()
    {
        var door = Play(
            """
            - {on: 2026-03-09, by: clerk, complete: receipt, outcome: taken, fields: {received-on: 2026-03-06, receipt: 公受字〔2026〕3号}, expect: {result: referred, status: {handling: stopped}, moments: {handed-over: 2026-03-06}}}
            """
        );
        var letter = Issued(door, "letter");
        Assert.That(letter.Text, Does.StartWith("大厅\n案件移送函\n移字〔2026〕1号\n\n示范市公安局：\n").And.Contain("理由：涉嫌犯罪\n"));
    }

    [Test]
    public void What_the_other_organ_declines_goes_on_with_the_clock() =>
        Play(
            """
            - {on: 2026-03-09, by: clerk, complete: receipt, outcome: declined, fields: {received-on: 2026-03-06, receipt: 公退字〔2026〕1号}, reasons: 不属于本机关管辖, expect: {open: decide, status: {handling: running}, due: {handling: 2026-03-19}}}
            - {on: 2026-03-10, by: head, complete: decide, expect: {result: decided}}
            """
        );

    [Test]
    public void No_party_sees_the_letter_and_each_is_told_by_a_paper_of_its_own()
    {
        var door = Play("- {on: 2026-03-05, expect: {open: receipt}}");
        Assert.That(Issued(door, "letter").To, Is.Empty);
        Assert.That(Issued(door, "told").To!.Value.Select(a => a.Person), Is.EqualTo(new[] { "citizen" }));
        var process = SmallOffice.Read(Text)[0];
        var seen = Seeing.Of(door.Entries(door.Cases[0]), new Viewer("citizen", CaseSight.Party), _ => process);
        Assert.That(seen.SelectMany(e => e.Events).OfType<DocumentIssued>().Select(d => d.Document), Is.EqualTo(new[] { "told" }));
    }

    [Test]
    public void A_letter_that_names_no_organ_is_not_issued()
    {
        var it = OfficeCase.Lodged(Steps, form: Papers).Does("clerk", OfficeCase.Done("file"));
        var refusal = it.Try("first-officer", OfficeCase.Done("refer", "referred") with { Reasons = "涉嫌犯罪" })!;
        Assert.That(refusal.English.Sentence, Is.EqualTo("'案件移送函' does not say to which organ it goes and is not issued."));
        Assert.That(refusal.Chinese.Sentence, Is.EqualTo("“案件移送函”没有写明受文机关，不能出具。"));
    }

    [TestCase("organ: refer.organs", "expression.unknown_name")]
    [TestCase("organ: refer.organ, to: applicant", "file.one_of")]
    [TestCase("organ: refer.organ, states: [reasons, remedies]", "document.organ_remedies")]
    public void What_cannot_be_said_of_it_is_told(string written, string code) =>
        Assert.That(
            Drafts.Read(Text.Replace("states: reasons, organ: refer.organ", written)).Problems.Select(p => p.Code),
            Does.Contain(code)
        );

    private static string Text => SmallOffice.Process(Steps, Papers);

    private static Simulation Play(string moves) => SmallOffice.Play(Text, Referred.TrimEnd() + "\n" + moves);

    private static DocumentIssued Issued(Simulation door, string document) =>
        door.Entries(door.Cases[0]).SelectMany(e => e.Events).OfType<DocumentIssued>().Single(d => d.Document == document);
}
