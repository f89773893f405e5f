using System.Text;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Stories;

public sealed class AgendaTests
{
    // As in the scenario of the prolonged Spring Festival, with two cases: the notice of 01-27 moves both on that day.
    [Test]
    public void A_publication_wakes_every_open_case()
    {
        var reading = ScenarioReader.Read(
            "s.yaml",
            Encoding.UTF8.GetBytes(
                """
                process: joint-acceptance
                scenarios:
                  - scenario: 两件
                    moves:
                      - {on: 2020-01-17, case: a, lodge: {applicant: huang-hua, form: {project: P-1, works: 其他建设工程}, materials: [planning-verification, completion-report]}}
                      - {on: 2020-01-17, case: a, by: ding-wei, complete: receive, materials: [planning-verification, completion-report]}
                      - {on: 2020-01-17, case: a, by: ding-wei, complete: acceptance, outcome: accept, expect: {due: {joint: 2020-02-12}}}
                      - {on: 2020-01-17, case: b, lodge: {applicant: huang-hua, form: {project: P-2, works: 其他建设工程}, materials: [planning-verification, completion-report]}}
                      - {on: 2020-01-17, case: b, by: ding-wei, complete: receive, materials: [planning-verification, completion-report]}
                      - {on: 2020-01-17, case: b, by: ding-wei, complete: acceptance, outcome: accept, expect: {due: {joint: 2020-02-12}}}
                      - {on: 2020-01-27, case: a, expect: {due: {joint: 2020-02-14}}}
                      - {on: 2020-01-27, case: b, expect: {due: {joint: 2020-02-14}}}
                """
            ),
            ShippedStories.World
        );
        Assert.That(reading.Problems.Select(p => p.English), Is.Empty);
        Assert.That(ScenarioPlayer.Play(reading.Scenarios.Single(), ShippedStories.World).Failures.Select(p => p.English), Is.Empty);
    }

    [Test]
    public void A_choice_without_a_title_is_told_by_the_case_taken()
    {
        var process = SmallOffice.Process(
            """
              - {step: check, title: 审查, by: hall.officer, outcomes: {easy: {title: 简单}, hard: {title: 复杂}}}
              - choice: way
                cases:
                  - {case: short, title: 从简办理, when: check = easy}
                  - {otherwise: true, case: long}
              - choice: result
                cases: [{otherwise: true, end: granted}]
            """
        );
        var door = SmallOffice.Play(
            process,
            """
            - {on: 2026-03-02, lodge: {applicant: builder}}
            - {on: 2026-03-02, by: first-officer, complete: check, outcome: easy}
            """
        );
        var told = TimelineText.Write(TimelineTeller.Tell("样例", door, SmallOffice.World(process), Language.Zh));
        Assert.That(
            told,
            Does.Contain("〔从简办理〕").And.Not.Contain("〔way〕").And.Not.Contain("〔result〕").And.Contain("办结：granted")
        );
    }
}
