using System.Text;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Stories;

/// <summary>A story may move its case to another definition of the folder, and goes on in that definition's names.</summary>
public sealed class MigrationActTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk, marks: accepted}
          - {step: draft, title: 拟稿, by: hall.officer}
          - {step: decide, title: 决定, by: hall.leader, marks: decided, end: granted}
        """;

    // 20 working days from 2026-03-02 end on 03-30, 15 on 03-23.
    private const string Moves = """
              - {on: 2026-03-02, lodge: {applicant: citizen}}
              - {on: 2026-03-02, by: clerk, complete: receive, expect: {open: draft, due: {decision: 2026-03-30}}}
              - {on: 2026-03-10, by: first-officer, migrate: 2026-03-10, order: 批复3号, reasons: 新版施行, refused: case.not_yours}
              - {on: 2026-03-10, by: head, migrate: 2026-03-10, order: 批复3号, reasons: 新版施行, refused: migrate.step_gone}
              - {on: 2026-03-10, by: head, migrate: 2026-03-10, map: {steps: {draft: prepare}}, order: 批复3号, reasons: 新版施行, expect: {open: prepare, due: {decision: 2026-03-23}}}
              - {on: 2026-03-11, by: first-officer, complete: prepare, expect: {open: decide}}
              - {on: 2026-03-12, by: head, complete: decide, expect: {result: granted}}
        """;

    [Test]
    public void A_story_moves_its_case_to_the_next_edition()
    {
        var reading = Read(Moves);
        Assert.That(reading.Problems.Select(p => p.English), Is.Empty);
        Assert.That(ScenarioPlayer.Play(reading.Scenarios.Single(), World).Failures.Select(p => p.English), Is.Empty);
    }

    [TestCase(
        "{on: 2026-03-10, by: head, migrate: 2019-12-31, order: 批复, reasons: 新版}",
        "s.yaml:5:47 error scenario.unknown_definition Expected a definition of sample in force on 2019-12-31, but there is none. Its definitions are in force 2020-01-01..2026-03-08 and 2026-03-09.. only"
    )]
    [TestCase(
        "{on: 2026-03-10, by: head, migrate: next, order: 批复, reasons: 新版}",
        "s.yaml:5:47 error value.day Expected a day like 2014-05-05 from 1990 to 2100, but found 'next'."
    )]
    [TestCase(
        "{on: 2026-03-10, by: head, migrate: 2026-03-10, map: {step: {draft: prepare}}, order: 批复, reasons: 新版}",
        "s.yaml:5:65 error file.unknown_key Expected a key of a mapping, but found 'step'. Did you mean 'steps'?"
    )]
    [TestCase(
        "{on: 2026-03-02, by: first-officer, complete: prepare}",
        "s.yaml:5:57 error scenario.unknown_name Expected a step, but found 'prepare'."
    )]
    public void A_slip_in_a_move_is_told_with_its_place(string move, string expected) =>
        Assert.That(Read($"      - {move}").Problems.Select(p => p.English), Has.Some.StartsWith(expected));

    private static readonly string[] Editions =
    [
        SmallOffice.Process(Steps, Clock(20)).Replaced("2020-01-01..", "2020-01-01..2026-03-08"),
        SmallOffice.Process(Steps.Replaced("step: draft", "step: prepare"), Clock(15)).Replaced("2020-01-01..", "2026-03-09.."),
    ];

    private static readonly ScenarioWorld World = SmallOffice.World(Editions);

    private static string Clock(int days) =>
        $"clocks: {{decision: {{title: 决定期限, for: {days} working days, from: accepted, until: decided, basis: internal}}}}";

    private static ScenarioReading Read(string moves) =>
        ScenarioReader.Read(
            "s.yaml",
            Encoding.UTF8.GetBytes(
                $"process: sample\nscenarios:\n  - scenario: 换版\n    moves:\n{string.Join('\n', moves.Split('\n').Select(l => $"  {l}"))}\n"
            ),
            World
        );
}
