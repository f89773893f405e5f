using System.Text;
using Workflow.Definitions.Mining.Maps;
using Workflow.Definitions.Reading;
using Workflow.Tests.Support;

namespace Workflow.Tests.Mining;

public sealed class LogMapReaderTests
{
    [Test]
    public void A_map_reads_clean() => Assert.That(Problems(TestLog.Map), Is.Empty);

    [Test]
    public void Every_problem_is_told_at_once_with_its_place_and_a_guess() => Assert.That(Problems("""
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
        """), Is.EqualTo(new[]
    {
        "map.yaml:1:6 map.unknown_name Expected the process of the definition, but found 'smal'.; did you mean 'small'?",
        "map.yaml:2:7 map.zone Expected an IANA time zone like Europe/Amsterdam, but found 'Europe/Amsterdm'.",
        "map.yaml:3:1 file.unknown_key Expected a key of a map, but found 'activites'.; did you mean 'activities'?",
        "map.yaml:4:9 map.unknown_name Expected an office of the definition, but found 'dsk'.; did you mean 'desk'?",
        "map.yaml:6:7 map.unknown_name Expected a step of the definition, but found 'recieve'.; did you mean 'receive'?",
        "map.yaml:7:31 map.unknown_name Expected an outcome of 'look', but found 'dome'.; did you mean 'done'?",
        "map.yaml:8:28 file.one_of Expected only one of step, return-to, end, but 'return-to' stands beside 'step'.",
        "map.yaml:11:10 map.twice Expected 'decide' to be mapped or ignored, but it is both.",
        "map.yaml:12:11 map.unknown_name Expected a moment, but found 'recieved'.; did you mean 'received'?",
        "map.yaml:13:10 map.unknown_name Expected a clock of the case, but found 'handlng'.; did you mean 'handling'?",
        "map.yaml:14:11 map.unknown_name Expected a party, but found 'applicnt'.; did you mean 'applicant'?",
    }));

    [Test]
    public void A_step_that_no_activity_does_is_a_warning()
    {
        var problems = new Problems();
        var map = LogMapReader.Read("map.yaml", Encoding.UTF8.GetBytes("map: small\nzone: UTC\nactivities: {in: receive, l: look, m: measure}\n"), TestLog.Definition, problems);
        Assert.That((map?.Process, problems.All.Single().Severity), Is.EqualTo(("small", Severity.Warning)));
        Assert.That($"{problems.All[0]}", Does.Contain("map.step_not_mapped Expected an activity for step 'decide', but none is mapped to it.; map one, or list the step under 'unrecorded'"));
    }

    [TestCase("")]
    [TestCase("- a\n- b\n")]
    [TestCase("map: small\nzone: UTC\nactivities: [a]\n")]
    [TestCase("map: {a: b}\nzone: [UTC]\nactivities: {a: {b: {c: d}}}\nlifecycle: complete\n")]
    [TestCase("map: &x small\n")]
    public void What_is_no_map_is_told_and_never_thrown(string text) => Assert.That(Problems(text), Is.Not.Empty);

    private static string[] Problems(string text)
    {
        var problems = new Problems();
        LogMapReader.Read("map.yaml", Encoding.UTF8.GetBytes(text), TestLog.Definition, problems);
        return [.. problems.All.Where(p => p.Severity == Severity.Error).Select(p => p.ToString())];
    }
}
