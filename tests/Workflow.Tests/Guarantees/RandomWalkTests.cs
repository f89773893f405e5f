using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Guarantees;

/// <summary>Any person tries anything at any time, in the repository's own processes and in random ones.</summary>
[TestFixture]
public sealed class RandomWalkTests
{
    private static readonly int Operations = Environment.GetEnvironmentVariable("WORKFLOW_WALK") is { } n ? int.Parse(n) : 750;

    // A counter that is asked nothing agrees with everything.
    [OneTimeTearDown]
    public void Dates_were_counted() => Assert.That(CountedClocks.Compared, Is.GreaterThan(Operations / 2));

    [TestCase("three-certificates", "2014-05-05", "2015-09-20")]
    [TestCase("one-licence-one-code", "2015-10-08", "2018-12-20")]
    [TestCase("joint-acceptance", "2020-01-02", "2025-03-31")]
    public void Exactly_the_allowed_actions_succeed_and_no_case_is_stuck(string process, string from, string to) =>
        Walks(NextEditions.World, process, from, to, Operations);

    // Acts go on after the conclusion, and the file is closed when the last of the after-care is done.
    [Test]
    public void A_case_with_after_care_and_limits_of_participants_is_closed_in_the_end()
    {
        var reading = DefinitionLibrary.Of([("p.yaml", Encoding.UTF8.GetBytes(AfterCare))]).Readings.Single();
        Assert.That(reading.Problems.Select(p => p.English), Is.Empty);
        Walks(
            new ScenarioWorld([PublishedProcess.Of(reading.Definition!)], ShippedStories.World.Register, ShippedStories.World.Shelf),
            "walk",
            "2014-05-05",
            "2015-05-05",
            Operations / 3
        );
    }

    [Test]
    public void So_it_is_in_processes_that_nobody_thought_of()
    {
        var random = Seeded();
        for (var done = 0; done < Operations; )
        {
            var (text, editions) = (new RandomProcess(random).Text(), random.Next());
            var world = Changing(SmallOffice.World(text), editions);
            for (var i = 0; i < 5; i++)
                done += Go(
                    new RandomWalk(random, world, "sample", new DateOnly(2024, 1, 2).AddDays(random.Next(700)), "citizen", text),
                    KeptWalk.SmallOfficeName,
                    editions
                );
        }
    }

    private static void Walks(ScenarioWorld world, string process, string from, string to, int operations)
    {
        var random = Seeded();
        var first = DateOnly.ParseExact(from, "yyyy-MM-dd");
        var days = DateOnly.ParseExact(to, "yyyy-MM-dd").DayNumber - first.DayNumber;
        var editions = random.Next();
        var changing = Changing(world, editions);
        for (var done = 0; done < operations; )
        {
            var changes = random.Next(2) == 0;
            done += Go(
                new RandomWalk(random, changes ? changing : world, process, first.AddDays(random.Next(days)), "chen-jie"),
                KeptWalk.Repository,
                changes ? editions : null
            );
        }
    }

    // A walk that fails is written down, ready to be put among the kept ones.
    private static int Go(RandomWalk walk, string register, int? editions)
    {
        try
        {
            return walk.Run();
        }
        catch (Exception)
        {
            var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "failed-walks", $"{DateTime.UtcNow:yyyyMMdd-HHmmss}.walk");
            walk.Kept(register, editions).Write(file);
            TestContext.AddTestAttachment(file, "to be kept in Histories/walks");
            throw;
        }
    }

    // The same world, with a calendar that changes on the way.
    private static ScenarioWorld Changing(ScenarioWorld world, int editions) =>
        new(world.Processes, world.Register, RandomEditions.Changing(new Random(editions))) { Instead = world.Instead };

    // The same walks in each run, so that a change is what a failure comes from; WORKFLOW_SEED=0 takes others.
    private static Random Seeded()
    {
        var seed = Environment.GetEnvironmentVariable("WORKFLOW_SEED") is { } s ? int.Parse(s) : 20_261_122;
        if (seed == 0)
            seed = Random.Shared.Next();
        TestContext.Out.WriteLine($"WORKFLOW_SEED={seed}");
        return new Random(seed);
    }

    private const string AfterCare = """
        process: walk
        title: 样例
        in-force: 2014-05-01..2015-09-30
        item: {code: XN-GS-0001, type: 行政许可, lead: aic}
        offices: {window: 政务服务中心综合窗口, aic: 工商行政管理局, quality: 质量技术监督局, local-tax: 地方税务局}
        parties: {applicant: 申请人}
        materials:
          lease: {title: 租赁合同, promise: {for: 5 working days, kind: 容缺受理, on-expiry: unkept, escalate: [aic.officer]}}
          proof: {title: 资金证明, promise: {for: 30 days, kind: 告知承诺}, valid: required}
          photo: {title: 照片, shared: 市人口库, returned: true}
        documents:
          licence: {title: 许可证, number: 许字〔<year>〕<serial>号}
          receipt: {title: 送达回证, number: 送字〔<year>〕<serial>号}
        clocks:
          handling: {title: 办理期限, for: 20 working days, from: received, until: decided, not-counted: [鉴定], basis: internal}
          issue: {title: 送达期限, for: 10 working days, from: decided, until: delivered, basis: internal}
        steps:
          - {step: receive, title: 收件, by: window.clerk, checks: materials, asks: {days: {title: 天数, type: number, min: 1, max: 15}}, marks: received}
          - joint: review
            title: 会签
            participants:
              - {by: aic.officer, limit: {up-to: 15 days, set-by: receive.days, on-expiry: not-counted, basis: internal}}
              - {by: quality.officer, limit: {for: 3 working days, on-expiry: agree, basis: 行政许可法(2003) 第二十六条第二款}}
              - {by: local-tax.officer, limit: {for: 4 working days, on-expiry: not-counted, basis: internal}}
            in-order: true
            speaks-last: aic.officer
            close: all-answered
            decide: {agree: majority, otherwise: object}
            outcomes: {agree: {title: 同意}, object: {title: 不同意, back: {to: receive, at-most: 2, otherwise: agree}}}
          - {step: decide, title: 决定, by: aic.officer, marks: decided, limit: {for: 20 days, on-expiry: refuse, basis: 行政许可法(2003) 第四十二条第一款}, outcomes: {grant: {title: 准予, issues: licence, end: granted}, refuse: {title: 不予, end: refused}}}
        any-time:
          - {step: withdrawal, title: 撤回, by: applicant, when: not decided, end: withdrawn}
          - {step: unkept, title: 认定未履行承诺, by: window.clerk, when: material.lease = missing}
        after:
          - {step: deliver, title: 送达, by: window.clerk, when: decided, marks: delivered, issues: receipt, serves: all, limit: {for: 10 working days, on-expiry: done, basis: internal}}
          - parallel: rest
            title: 善后
            branches:
              appeal: [{wait: appeal, title: 复议期间, when: delivered, limit: {for: 60 days, from: delivered, on-expiry: done, basis: internal}}]
              archive: [{step: archive, title: 归档, by: aic.officer, limit: {for: 15 working days, on-expiry: done, basis: internal}}]
        """;
}
