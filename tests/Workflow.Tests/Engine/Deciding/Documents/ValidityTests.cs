using Workflow.Definitions.Lint;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Evidence;
using Workflow.Tests.Definitions.Lint;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>How long a paper is valid, and what is counted from its last day. Issued on Monday 2026-03-02.</summary>
public sealed class ValidityTests
{
    private const string Permit = """
        documents:
          permit: {title: 采砂许可证, number: none, valid: 3 years}
          notice: {title: 通知书, number: none, template: "<permit.valid-until>|<valid-until>"}
        clocks:
          renewal: {title: 申请延续, for: 30 days before permit.valid-until, from: granted, until: renewed, basis: internal}
        """;

    private const string Steps = """
          - {step: decide, title: 决定, by: hall.officer, marks: granted, issues: permit}
          - {step: tell, title: 通知, by: hall.clerk, issues: notice}
          - {step: renew, title: 延续, by: applicant, marks: renewed, end: renewed}
        """;

    private const string Decided = """
        - {on: 2026-03-02, lodge: {applicant: builder} }
        - {on: 2026-03-02, by: first-officer, complete: decide}
        """;

    // By months the last day has the number of the first; the first day itself is not counted. 2029-01-31 is 30 days before 03-02.
    [Test]
    public void The_last_day_of_a_paper_is_reckoned_when_it_is_issued()
    {
        var door = SmallOffice.Play(
            SmallOffice.Process(Steps, Permit),
            $$"""
            {{Decided}}
            - {on: 2026-03-02, by: clerk, complete: tell, expect: {due: {renewal: 2029-01-31} } }
            """
        );
        var papers = door.State(door.Cases[0])!.Documents;
        Assert.That(
            papers.Select(p => $"{p.Issued.Document} {p.Issued.ValidUntil:O}"),
            Is.EqualTo(new[] { "permit 2029-03-02", "notice " })
        );
        Assert.That(papers[0].Issued.Text, Does.Contain("有效期至2029年3月2日。\n"));
        Assert.That(papers[1].Issued.Text, Is.EqualTo("2029年3月2日|"));
    }

    [TestCase("valid: 18 months", "2026-08-31", "2028-02-29", TestName = "A_month_without_such_a_day_ends_on_its_last")]
    [TestCase("valid: 10 days", "2026-03-02", "2026-03-12")]
    [TestCase("valid: 1年", "2026-03-02", "2027-03-02")]
    [TestCase("valid: decide.until", "2026-03-02", "2027-06-30", TestName = "Somebody_may_enter_the_last_day")]
    public void Its_length_is_written_or_its_last_day_entered(string valid, string on, string until)
    {
        var door = SmallOffice.Play(
            SmallOffice.Process(
                "  - {step: decide, title: 决定, by: hall.officer, asks: {until: {title: 有效期至, type: date}}, issues: permit, end: granted}",
                $"documents: {{permit: {{title: 许可证, number: none, {valid}}}}}"
            ),
            $"- {{on: {on}, lodge: {{applicant: builder}}}}\n"
                + $"- {{on: {on}, by: first-officer, complete: decide, fields: {{until: 2027-06-30}}}}"
        );
        Assert.That($"{door.State(door.Cases[0])!.Documents[0].Issued.ValidUntil:O}", Is.EqualTo(until));
    }

    [Test]
    public void A_paper_whose_last_day_is_to_be_entered_is_not_issued_without_it() =>
        SmallOffice.Play(
            SmallOffice.Process(
                "  - {step: decide, title: 决定, by: hall.officer, asks: {until: {title: 有效期至, type: date}}, issues: permit, end: granted}",
                "documents: {permit: {title: 许可证, number: none, valid: decide.until}}"
            ),
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: first-officer, complete: decide, refused: document.lacks}
            """
        );

    [Test]
    public void A_renewal_counts_back_from_the_last_day_of_the_material_that_it_renews() =>
        SmallOffice.Play(
            SmallOffice.Process(
                """
                  - {step: accept, title: 受理, by: hall.clerk, checks: materials, marks: accepted}
                  - {step: decide, title: 决定, by: hall.officer, marks: decided, end: renewed}
                """,
                """
                materials: {permit: {title: 原许可证, valid: required}}
                clocks: {handling: {title: 有效期届满前决定, for: 1 days before material.permit.valid-until, from: accepted, until: decided, basis: internal}}
                """
            ),
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: clerk, complete: accept, materials: [permit], valid-until: {permit: 2026-03-20}, expect: {due: {handling: 2026-03-19} } }
            """
        );

    [Test]
    public void A_wait_may_end_on_it_and_a_day_after_it() =>
        SmallOffice.Play(
            SmallOffice.Process(
                """
                  - {step: decide, title: 决定, by: hall.officer, issues: permit}
                  - {wait: valid, title: 有效期, limit: {at: permit.valid-until, on-expiry: done, basis: internal}}
                  - {wait: gone, title: 届满后, limit: {at: 10 days after permit.valid-until, on-expiry: done, basis: internal}, end: expired}
                """,
                "documents: {permit: {title: 许可证, number: none, valid: 10 days}}"
            ),
            $$"""
            {{Decided}}
            - {on: 2026-03-02, expect: {due: {valid: 2026-03-12} } }
            - {on: 2026-03-14, expect: {due: {gone: 2026-03-22} } }
            - {on: 2026-03-24, expect: {stage: closed} }
            """
        );

    [Test]
    public void Why_says_from_which_paper_it_is_counted_and_how_long_that_is_valid()
    {
        var process = SmallOffice.Process(Steps, Permit);
        var door = SmallOffice.Play(process, Decided);
        var entries = door.Entries(door.Cases[0]);
        var why = ClockExplanation.Of(SmallOffice.Read(process)[0], entries, "renewal", Shelf.Calendar, SmallOffice.Monday)!.Validity!;
        Assert.That($"{why.Title} {why.IssuedOn:O} {why.Period} {why.Until:O}", Is.EqualTo("采砂许可证 2026-03-02 36 months 2029-03-02"));
    }

    [TestCase(Language.Zh, "出具《采砂许可证》，有效期至 2029-03-02")]
    [TestCase(Language.En, "'采砂许可证' issued, valid until 2029-03-02")]
    public void The_timeline_tells_it(Language language, string line)
    {
        var process = SmallOffice.Process(Steps, Permit);
        var told = TimelineTeller.Tell("样例", SmallOffice.Play(process, Decided), SmallOffice.World(process), language);
        Assert.That(told.Days.SelectMany(d => d.Entries).SelectMany(e => e.Events), Does.Contain(line));
    }

    [TestCase("valid: 24 hours", "document.validity")]
    [TestCase("valid: soon", "expression.unknown_name")]
    [TestCase("valid: 3 yeers", "value.period")]
    public void What_is_no_validity_is_an_error(string valid, string code) =>
        Assert.That(
            Readings.Problems(
                Readings
                    .Process("  - {step: decide, by: aic.officer, issues: [licence, permit]}")
                    .Replaced("documents:\n", $"documents:\n  permit: {{title: 许可证, {valid}}}\n")
            )[0],
            Does.Contain($" error {code} ")
        );

    [Test]
    public void A_paper_without_validity_has_no_last_day_to_name() =>
        Assert.That(
            Readings
                .Problems(
                    Readings.Process(
                        "  - {step: decide, by: aic.officer, issues: licence}\n  - {step: b, by: aic.officer, limit: {at: licence.valid-until, basis: internal}}"
                    )
                )
                .Single(),
            Does.Contain("error expression.unknown_name").And.Contain("licence.valid-until")
        );

    [Test]
    public void A_paper_that_is_never_issued_is_found_whatever_counts_from_it() =>
        Assert.That(
            Linter
                .Lint(
                    Drafts.Read(
                        """
                        process: p
                        title: 样例
                        in-force: 2024-01-01..
                        item: {code: A-1, type: 行政许可, lead: bureau}
                        offices: {bureau: 主管局}
                        parties: {applicant: 当事人}
                        documents: {permit: {title: 许可证, valid: 3 years}}
                        steps:
                          - {step: decide, by: bureau.officer}
                          - {wait: valid, limit: {at: permit.valid-until, on-expiry: done, basis: internal}, end: expired}
                        """
                    )
                )
                .Select(p => p.Code),
            Does.Contain("document.never_issued")
        );
}
