using System.Text;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;
using Workflow.Mining.Maps;

namespace Workflow.Tests.Mining.Maps;

public sealed class LogMapReaderTests
{
    [Test]
    public void A_map_reads_clean() => Assert.That(Problems(TestLog.Map), Is.Empty);

    [Test]
    public void Every_problem_is_told_at_once_with_its_place_and_a_guess() =>
        Assert.That(
            Problems(
                """
                map: smal
                zone: Europe/Amsterdm
                activites: {}
                units: {dsk: [D]}
                activities:
                  in: recieve
                  look: {step: look, outcome: dome}
                  measure: {step: measure, return-to: look}
                  decide: decide
                  publish: publish
                ignore: [decide]
                moments: {recieved: start}
                clocks: {handlng: {planed: x}}
                parties: {applicnt: who}
                """
            ),
            Is.EqualTo(
                new[]
                {
                    "map.yaml:1:6 error map.unknown_name Expected the process of the definition, but found 'smal'. Did you mean 'small'?",
                    "map.yaml:2:7 error map.zone Expected an IANA time zone like Europe/Amsterdam, but found 'Europe/Amsterdm'.",
                    "map.yaml:3:1 error file.unknown_key Expected a key of a map, but found 'activites'. Did you mean 'activities'?",
                    "map.yaml:4:9 error map.unknown_name Expected an office of the definition, but found 'dsk'. Did you mean 'desk'?",
                    "map.yaml:6:7 error map.unknown_name Expected a step of the definition, but found 'recieve'. Did you mean 'receive'?",
                    "map.yaml:7:31 error map.unknown_name Expected an outcome of 'look', but found 'dome'. Did you mean 'done'?",
                    "map.yaml:8:28 error file.one_of Expected only one of step, return-to, end, but 'return-to' is written beside 'step'.",
                    "map.yaml:11:10 error map.twice Expected 'decide' to be mapped or ignored, but it is both.",
                    "map.yaml:12:11 error map.unknown_name Expected a moment, but found 'recieved'. Did you mean 'received'?",
                    "map.yaml:13:10 error map.unknown_name Expected a clock of the case, but found 'handlng'. Did you mean 'handling'?",
                    "map.yaml:14:11 error map.unknown_name Expected a party, but found 'applicnt'. Did you mean 'applicant'?",
                }
            )
        );

    [Test]
    public void A_step_that_no_activity_does_is_a_warning()
    {
        var problems = new Problems();
        var map = LogMapReader
            .Read(
                "map.yaml",
                Encoding.UTF8.GetBytes("map: small\nzone: UTC\nactivities: {in: receive, l: look, m: measure}\n"),
                [TestLog.Definition],
                problems
            )
            .Single();
        Assert.That((map.Process, problems.All.Single().Severity), Is.EqualTo(("small", Severity.Warning)));
        Assert.That(
            $"{problems.All[0].English}",
            Does.Contain(
                "map.step_not_mapped Expected an activity for step 'decide', but none is mapped to it. Map one, or list the step under 'unrecorded'."
            )
        );
    }

    [TestCase("")]
    [TestCase("- a\n- b\n")]
    [TestCase("map: small\nzone: UTC\nactivities: [a]\n")]
    [TestCase("map: {a: b}\nzone: [UTC]\nactivities: {a: {b: {c: d}}}\nlifecycle: complete\n")]
    [TestCase("map: &x small\n")]
    public void What_is_no_map_is_told_and_never_thrown(string text) => Assert.That(Problems(text), Is.Not.Empty);

    private const string Several = """
        process: dossier
        zone: Asia/Shanghai
        unit: org:group
        ended: closed
        maps:
          small:
            cases: [Permit, Extension]
            activities: {in: receive, look: look, measure: measure, decide: decide, publish: publish}
          other:
            cases: Complaint
            ended: answered
            activities: {in: receive, look: look, measure: measure, decide: decide, publish: publish}
        """;

    [Test]
    public void A_map_of_several_processes_has_a_part_for_each_that_goes_before_what_holds_for_all()
    {
        var maps = LogMapReader.Read("map.yaml", Encoding.UTF8.GetBytes(Several), Both, new Problems());
        Assert.That(
            maps.Select(m =>
                (m.Process, m.ProcessKey, string.Join(' ', m.ProcessValues.Order(StringComparer.Ordinal)), m.EndedKey, m.UnitKey, m.Zone.Id)
            ),
            Is.EqualTo(
                new[]
                {
                    ("other", "dossier", "Complaint", "answered", "org:group", "Asia/Shanghai"),
                    ("small", "dossier", "Extension Permit", "closed", "org:group", "Asia/Shanghai"),
                }
            )
        );
    }

    [Test]
    public void Every_problem_of_several_parts_is_told_once_with_its_place()
    {
        var text = Several
            .Replaced("zone: Asia/Shanghai", "zone: Asia/Shanhai")
            .Replaced("  other:", "  othr:")
            .Replaced("cases: Complaint", "case: Complaint")
            .Replaced("[Permit, Extension]", "[Permit, Permit]")
            .Replaced("in: receive, look", "in: recieve, look");
        Assert.That(
            Problems(text, Both),
            Is.EqualTo(
                new[]
                {
                    "map.yaml:2:7 error map.zone Expected an IANA time zone like Europe/Amsterdam, but found 'Asia/Shanhai'.",
                    "map.yaml:6:3 error map.no_part Expected a part for the definition 'other', but there is none. Add one under 'maps', or leave the definition out.",
                    "map.yaml:7:21 error map.case_twice Expected 'Permit' to be cases of one process, but it is already listed under 'small'.",
                    "map.yaml:8:22 error map.unknown_name Expected a step of the definition, but found 'recieve'. Did you mean 'receive'?",
                    "map.yaml:9:3 error map.unknown_name Expected the process of a definition, but found 'othr'. Did you mean 'other'?",
                }
            )
        );
    }

    [TestCase(
        "map: small\nzone: UTC\nactivities: {in: receive}\n",
        "map.yaml:1:6 error map.several Expected 'maps' with a part for each of 2 definitions, but the map is of one process. Say under 'process' which attribute of a case names its process."
    )]
    [TestCase(
        "zone: UTC\nmaps: [small]\nprocess: p\n",
        "map.yaml:2:7 error file.shape Expected processes and their maps under 'maps', but found a list."
    )]
    [TestCase(
        "zone: UTC\nprocess: p\nmaps: {small: 1, other: {cases: [], activities: {in: receive}}}\n",
        "map.yaml:3:15 error file.shape Expected the map of a process as keys and values, but found '1'. The keys here are cases, zone, case, activity, time, outcome, lifecycle and unit."
    )]
    public void A_map_that_cannot_choose_is_refused(string text, string first) => Assert.That(Problems(text, Both)[0], Is.EqualTo(first));

    private static ProcessDefinition[] Both { get; } = [TestLog.Definition with { Id = "other" }, TestLog.Definition];

    private static string[] Problems(string text) => Problems(text, [TestLog.Definition]);

    private static string[] Problems(string text, IReadOnlyList<ProcessDefinition> definitions)
    {
        var problems = new Problems();
        LogMapReader.Read("map.yaml", Encoding.UTF8.GetBytes(text), definitions, problems);
        return [.. problems.All.Where(p => p.Severity == Severity.Error).Select(p => p.English)];
    }
}
