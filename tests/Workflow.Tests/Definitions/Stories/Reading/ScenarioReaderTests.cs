using System.Text;
using Workflow.Definitions.Stories.Reading;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Stories.Reading;

public sealed class ScenarioReaderTests
{
    private const string Lodge = "{on: 2014-05-05, lodge: {applicant: chen-jie, form: {name: 晨光}}}";

    [TestCase(
        "proces: three-certificates",
        "s.yaml:1:1 error file.unknown_key Expected a key of a file of scenarios, but found 'proces'. Did you mean 'process'?"
    )]
    [TestCase(
        "process: three-certificate\nscenarios: []",
        "s.yaml:1:10 error scenario.unknown_process Expected a process that reads without an error, but found 'three-certificate'. Did you mean 'three-certificates'?"
    )]
    public void A_file_that_is_none_is_told_so(string text, string expected) => Assert.That(Problems(text), Does.Contain(expected));

    [TestCase(
        "{on: 2014-05-06, by: li-ming, complete: licens}",
        "s.yaml:6:47 error scenario.unknown_name Expected a step, but found 'licens'. Did you mean 'licence'?"
    )]
    [TestCase(
        "{on: 2014-05-06, by: li-min, complete: licence}",
        "s.yaml:6:28 error scenario.unknown_name Expected a person of the register, but found 'li-min'. Did you mean 'li-ming'?"
    )]
    [TestCase(
        "{on: 2014-05-06, by: li-ming, complete: licence, outcom: grant}",
        "s.yaml:6:56 error file.unknown_key Expected a key of a move, but found 'outcom'. Did you mean 'outcome'?"
    )]
    [TestCase("{on: 2014-13-6}", "s.yaml:6:12 error value.day Expected a day like 2014-05-05 from 1990 to 2100, but found '2014-13-6'.")]
    [TestCase(
        "{at: 2014-05-06}",
        "s.yaml:6:12 error value.moment Expected a day and a time like 2014-05-05 14:30, but found '2014-05-06'."
    )]
    [TestCase("{by: li-ming}", "s.yaml:6:7 error file.missing_key Expected 'on' in the move, but it is missing.")]
    [TestCase(
        "{on: 2014-05-01}",
        "s.yaml:6:7 error scenario.order Expected moves in order of time, but 2014-05-01 09:00 comes after 2014-05-05 09:00."
    )]
    [TestCase(
        "{on: 2014-05-06, complete: licence, outcome: grant}",
        "s.yaml:6:7 error scenario.nobody Expected who acts under 'by', but nobody is named at 'complete'."
    )]
    [TestCase(
        "{on: 2014-05-06, expect: {lamp: {handling: blue}}}",
        "s.yaml:6:50 error value.one_of Expected one of green, yellow, red, grey, none, but found 'blue'."
    )]
    [TestCase(
        "{on: 2014-05-06, expect: {due: {handlin: 2014-05-06}}}",
        "s.yaml:6:39 error scenario.unknown_name Expected a clock, but found 'handlin'. Did you mean 'handling'?"
    )]
    [TestCase(
        "{on: 2014-05-06, by: wang-fang, complete: delivery, fields: {served-on: yesterday}}",
        "s.yaml:6:79 error value.day Expected a day like 2014-05-05 from 1990 to 2100, but found 'yesterday'."
    )]
    [TestCase(
        "{on: 2014-05-06, by: wang-fang, extend: handling, period: 15 moons}",
        "s.yaml:6:65 error value.period Expected a period like '20 working days', '60 days', '3 months' or '24 hours', but found '15 moons'. Write digits and a unit, such as '20 working days'."
    )]
    public void A_slip_is_told_with_its_place(string move, string expected) =>
        Assert.That(
            Problems($"process: three-certificates\nscenarios:\n  - scenario: 一\n    moves:\n    - {Lodge}\n    - {move}"),
            Does.Contain(expected)
        );

    [Test]
    public void Every_problem_is_told_at_once() =>
        Assert.That(
            Problems(
                "process: three-certificates\nscenarios:\n  - {scenario: 一, moves: [{on: never}, {on: 2014-05-05, by: nobody, complete: nothing}], remark: x}"
            ),
            Has.Count.EqualTo(4)
        );

    [Test]
    public void A_broken_file_gives_problems_with_places_and_never_an_exception([Range(1, 40)] int seed)
    {
        var good = File.ReadAllText(ShippedStories.Files.First());
        var (random, text) = (new Random(seed), new StringBuilder(good));
        for (var i = 0; i < 1 + seed % 5; i++)
            Damage(text, random);
        foreach (var problem in Read(text.ToString()).Problems)
            Assert.That((problem.At.Line, problem.At.Column, problem.English), Is.Not.EqualTo((0, 0, "")), $"seed {seed}");
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("process:")]
    [TestCase("process: three-certificates\nscenarios: 5")]
    [TestCase("process: three-certificates\nscenarios: [{scenario: 一, moves: [[[]]]}]")]
    [TestCase("process: three-certificates\nscenarios: [{scenario: {}, moves: {}}]")]
    [TestCase("process: three-certificates\nscenarios: [{scenario: 一, moves: [{on: [], at: {}, lodge: 3, expect: [1]}]}]")]
    public void What_is_no_file_of_scenarios_is_refused_with_a_sentence(string text) =>
        Assert.That(Problems(text).First(), Does.StartWith("s.yaml:").And.Contain("Expected"));

    private static void Damage(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length - 20);
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, random.Next(1, 12));
                break;
            case 1:
                text.Insert(at, "{[:,\"'\t-#&*!：，"[random.Next(14)]);
                break;
            case 2:
                text.Insert(at, text.ToString(random.Next(text.Length - 20), 15));
                break;
            default:
                text[at] = (char)random.Next(1, 0x9fff);
                break;
        }
    }

    private static List<string> Problems(string text) => [.. Read(text).Problems.Select(p => p.English)];

    private static ScenarioReading Read(string text) => ScenarioReader.Read("s.yaml", Encoding.UTF8.GetBytes(text), ShippedStories.World);
}
