using Workflow.Tests.Support;

namespace Workflow.Tests.Guarantees;

/// <summary>Any person tries anything at any time, in the repository's own processes and in random ones.</summary>
[TestFixture]
public sealed class RandomWalkTests
{
    private static readonly int Operations = Environment.GetEnvironmentVariable("WORKFLOW_WALK") is { } n ? int.Parse(n) : 6_000;

    [TestCase("three-certificates", "2014-05-05", "2015-09-20")]
    [TestCase("one-licence-one-code", "2015-10-08", "2018-12-20")]
    [TestCase("joint-acceptance", "2020-01-02", "2026-10-20")]
    public void Exactly_the_allowed_actions_succeed_and_no_case_is_stuck(string process, string from, string to)
    {
        var seed = Environment.GetEnvironmentVariable("WORKFLOW_SEED") is { } s ? int.Parse(s) : Random.Shared.Next();
        TestContext.Out.WriteLine($"WORKFLOW_SEED={seed}");
        var random = new Random(seed);
        var first = DateOnly.ParseExact(from, "yyyy-MM-dd");
        var days = DateOnly.ParseExact(to, "yyyy-MM-dd").DayNumber - first.DayNumber;
        for (var done = 0; done < Operations;) done += new RandomWalk(random, Stories.World, process, first.AddDays(random.Next(days)), "chen-jie").Run();
    }

    [Test]
    public void So_it_is_in_processes_that_nobody_thought_of()
    {
        var seed = Environment.GetEnvironmentVariable("WORKFLOW_SEED") is { } s ? int.Parse(s) : Random.Shared.Next();
        TestContext.Out.WriteLine($"WORKFLOW_SEED={seed}");
        var random = new Random(seed);
        for (var done = 0; done < Operations;)
        {
            var text = new RandomProcess(random).Text();
            var world = SmallOffice.World(text);
            for (var i = 0; i < 5; i++) done += new RandomWalk(random, world, "sample", new DateOnly(2024, 1, 2).AddDays(random.Next(700)), "citizen", text).Run();
        }
    }
}
