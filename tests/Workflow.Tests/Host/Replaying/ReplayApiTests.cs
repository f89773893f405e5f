namespace Workflow.Tests.Host.Replaying;

/// <summary>What an auditor steps through over HTTP.</summary>
public sealed class ReplayApiTests
{
    private RunningHost _host = null!;
    private string _path = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        _path = $"/api/cases/{await _host.Lodge()}/replay";
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_case_is_shown_after_an_entry_with_what_each_post_might_do()
    {
        var json = (await _host.Get($"{_path}?entry=1", "wang-fang")).Json;
        var replay = json["replay"]!;
        Assert.Multiple(() =>
        {
            Assert.That((json["entries"]!.GetValue<int>(), replay["entry"]!.GetValue<int>()), Is.EqualTo((1, 1)));
            Assert.That(replay["story"]!["days"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(replay["inbox"]![0]!["actions"]!.AsArray().Count(a => a!["allowed"]!.GetValue<bool>()), Is.GreaterThan(0));
            Assert.That(
                replay["inbox"]![0]!["actions"]!
                    .AsArray()
                    .Where(a => !a!["allowed"]!.GetValue<bool>())
                    .Select(a => a!["whyNot"]!["sentence"]!.GetValue<string>()),
                Is.All.EndsWith(".")
            );
        });
    }

    [Test]
    public async Task The_legal_view_says_that_it_is_none_of_a_past_screen()
    {
        var json = (await _host.Get($"{_path}?legal=2014-05-06", "chen-jie", ("Accept-Language", "en"))).Json;
        Assert.That(
            (json["replay"], json["note"]!.GetValue<string>()),
            Is.EqualTo(
                (
                    null as object,
                    "This is how the case stood in law by everything known now, facts recorded later included; it is not a past screen"
                )
            )
        );
    }

    [TestCase("?entry=2", 404, "replay.no_entry")]
    [TestCase("?entry=0", 404, "replay.no_entry")]
    [TestCase("?at=2014-05-06T00:00:00Z", 404, "case.not_then")]
    [TestCase("?at=2014-05-05", 404, "case.not_then")]
    [TestCase("?at=0001-01-01", 400, "request.moment")]
    [TestCase("?at=yesterday", 400, "request.moment")]
    [TestCase("?at=2014-13-01", 400, "request.moment")]
    [TestCase("?at=2014-05-06T10:00+08:00", 400, "request.moment")]
    [TestCase("?entry=1&legal=2014-05-06", 400, "request.replay")]
    [TestCase("?legal=2014-05-07", 400, "request.legal_in_future")]
    [TestCase("?legal=yesterday", 400, "request.malformed")]
    [TestCase("?entry=99999999999", 400, "request.malformed")]
    public async Task What_cannot_be_shown_is_a_problem(string query, int status, string code)
    {
        var answer = await _host.Get(_path + query, "chen-jie");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((status, code)));
    }

    [TestCase("/replay?entry=99", "案件 # 有第 1 到第 1 号记录，没有第 99 号。", "Case # has entries 1 to 1, and no entry 99.")]
    [TestCase(
        "/replay?at=2014-05-05",
        "案件 # 的第一条记录记于 2014-05-06T09:00:00+08:00，2014-05-05T23:59:59+08:00 时还没有任何记录。",
        "Case # was first recorded at 2014-05-06T09:00:00+08:00; nothing of it was recorded by 2014-05-05T23:59:59+08:00."
    )]
    [TestCase(
        "/clocks/handlign/explanation",
        "案件 # 没有“handlign”这个时限。 是否想写“handling”（联合办理期限）？",
        "Case # has no clock 'handlign'. Did you mean 'handling' (Limit for joint handling)?"
    )]
    [TestCase(
        "/clocks/handlign/explanation?at=2014-05-06",
        "2014-05-06T23:59:59+08:00 时，案件 # 没有“handlign”这个时限。 是否想写“handling”（联合办理期限）？",
        "At 2014-05-06T23:59:59+08:00 case # had no clock 'handlign'. Did you mean 'handling' (Limit for joint handling)?"
    )]
    [TestCase(
        "/clocks/litigation/explanation",
        "案件 # 的时限“提起诉讼期间”没有启动。",
        "The clock 'Period for litigation' of case # has not started."
    )]
    public async Task What_is_asked_in_vain_is_told_with_a_time_only_where_one_was_asked(string path, string zh, string en)
    {
        foreach (var (language, sentence) in new[] { ("zh", zh), ("en", en) })
        {
            var answer = await _host.Get(_path.Replaced("/replay", path), "wang-fang", ("Accept-Language", language));
            var number = _path.Split('/')[3];
            Assert.That(
                $"{answer.Json["detail"]} {answer.Json["wayOut"]}".TrimEnd(),
                Is.EqualTo(sentence.Replace("#", number, StringComparison.Ordinal))
            );
        }
    }

    [TestCase("?at=9999-12-31T23:59:59Z")]
    [TestCase("?at=2014-05-06")]
    [TestCase("?at=2014-05-06 23:59")]
    [TestCase("?at=2014-05-06T23:59:00%2B08:00")]
    [TestCase("?legal=0001-01-01")]
    [TestCase("")]
    public async Task The_farthest_moments_are_answered(string query) =>
        Assert.That((await _host.Get(_path + query, "chen-jie")).Status, Is.EqualTo(200));

    [Test]
    public async Task An_explanation_reads_its_moment_alike()
    {
        var answer = await _host.Get($"{_path.Replaced("/replay", "/clocks/handling/explanation")}?at=tomorrow", "chen-jie");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "request.moment")));
    }

    [Test]
    public async Task Somebody_else_sees_nothing() => Assert.That((await _host.Get(_path, "huang-hua")).Status, Is.EqualTo(403));
}
