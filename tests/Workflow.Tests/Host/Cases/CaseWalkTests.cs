using Dapper;

namespace Workflow.Tests.Host.Cases;

public sealed class CaseWalkTests
{
    [Test]
    public async Task Three_certificates_go_from_lodging_to_one_delivery()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        await Done(host, number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        await Done(host, number, "wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
        await Done(
            host,
            number,
            "li-ming",
            """{"do": "complete", "step": "licence", "outcome": "grant", "numbers": {"business-licence": "440101000123456"}}"""
        );
        await Done(
            host,
            number,
            "wu-xia",
            """{"do": "complete", "step": "organisation-code", "outcome": "grant", "numbers": {"code-certificate": "595687234"}}"""
        );
        await Done(
            host,
            number,
            "zheng-shuang",
            """{"do": "complete", "step": "national-tax-registration", "outcome": "grant", "numbers": {"national-tax-certificate": "440101595687234"}}"""
        );
        await Done(
            host,
            number,
            "lin-na",
            """{"do": "complete", "step": "local-tax-registration", "outcome": "grant", "numbers": {"local-tax-certificate": "440101595687234"}}"""
        );
        await Done(
            host,
            number,
            "wang-fang",
            """{"do": "complete", "step": "delivery", "outcome": "done", "fields": {"served-on": {"is": "date", "date": "2014-05-06"}, "method": {"is": "text", "text": "直接送达"}, "signed-by": {"is": "text", "text": "陈杰"}, "relation": {"is": "text", "text": "受送达人本人"}}}"""
        );
        var shown = (await host.Get($"/api/cases/{number}", "chen-jie")).Json;
        Assert.That((shown["result"]?.GetValue<string>(), shown["stage"]?.GetValue<string>()), Is.EqualTo(("granted", "Concluded")));
        Assert.That((await host.Get("/api/work", "wang-fang")).Json["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Joint_acceptance_goes_through_one_rectification_to_delivery_and_filing()
    {
        await using var host = await RunningHost.Start("2020-05-11T09:00:00+08:00");
        var lodged = await host.Post(
            "/api/cases",
            "huang-hua",
            """{"process": "joint-acceptance", "parties": [{"role": "applicant", "person": "huang-hua", "name": "黄华"}], "form": {"project": "2020-440000-47-03-000001", "area": 12500.5, "works": "其他建设工程"}, "materials": ["planning-verification", "completion-report"]}"""
        );
        Assert.That(lodged.Status, Is.EqualTo(201), lodged.Text);
        var number = lodged.Json["case"]!.GetValue<string>();
        await Done(
            host,
            number,
            "ding-wei",
            """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["planning-verification", "completion-report"]}"""
        );
        await Done(host, number, "ding-wei", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
        await Inspected(host, number, "rectify");
        await Done(
            host,
            number,
            "jiang-bo",
            """{"do": "complete", "step": "listing", "outcome": "done", "reasons": "人防门密闭性不足。"}"""
        );
        await Done(
            host,
            number,
            "ding-wei",
            """{"do": "complete", "step": "list-delivery", "outcome": "done", "fields": {"served-on": "2020-05-11", "method": "电子送达", "consent": "确认书1号", "system": "市政务服务平台"}}"""
        );
        var list = (await host.Get($"/api/cases/{number}", "huang-hua")).Json;
        Assert.That(list["clocks"]!.AsArray().Single(c => c!["id"]!.GetValue<string>() == "joint")!["paused"]!.GetValue<bool>(), Is.True);
        Assert.That(
            (await host.Get("/api/work", "huang-hua")).Json["items"]!.AsArray().Single()!["step"]!.GetValue<string>(),
            Is.EqualTo("rectification")
        );
        await Done(host, number, "huang-hua", """{"do": "complete", "step": "rectification", "outcome": "done"}""");
        await Inspected(host, number, "pass");
        await Done(host, number, "ma-chao", """{"do": "complete", "step": "conclude", "outcome": "pass"}""");
        await Done(
            host,
            number,
            "ding-wei",
            """{"do": "complete", "step": "delivery", "outcome": "done", "fields": {"served-on": "2020-05-11", "method": "直接送达", "signed-by": "黄华\n送达方式：公告送达\n消防救援支队", "relation": "受送达人本人"}}"""
        );
        await The_receipt_names_who_signed_to_those_who_ask_for_it(host, number);
        await Done(host, number, "huang-hua", """{"do": "complete", "step": "filing", "outcome": "done"}""");
        var shown = (await host.Get($"/api/cases/{number}", "huang-hua")).Json;
        Assert.That((shown["result"]!.GetValue<string>(), shown["stage"]!.GetValue<string>()), Is.EqualTo(("passed", "Concluded")));
        Assert.That(
            shown["documents"]!.AsArray().Select(d => d!["issued"]!["document"]!.GetValue<string>()),
            Is.SupersetOf(new[] { "rectification-list", "joint-opinion" })
        );
    }

    // The ledger has a reference; whoever sees the case may read what it stands for, and that they did is on record.
    private static async Task The_receipt_names_who_signed_to_those_who_ask_for_it(RunningHost host, string number)
    {
        var kept = (await host.Get($"/api/cases/{number}", "ding-wei")).Text;
        Assert.That(kept, Does.Contain("签收人：[sealed ").And.Not.Contain("签收人：黄华"));
        foreach (var person in new[] { "ding-wei", "huang-hua" })
        {
            var opened = (await host.Get($"/api/cases/{number}/personal", person)).Json;
            var receipt = opened["documents"]!.AsArray().Single(d => (string?)d!["document"] == "delivery-receipt")!;
            Assert.That(
                (string?)receipt["text"],
                Does.Contain("签收人：黄华　送达方式：公告送达　消防救援支队\n").And.Not.Contain("[sealed "),
                person
            );
        }

        var steps = (await host.Get($"/api/cases/{number}/personal", "ding-wei")).Json["steps"]!.AsArray();
        Assert.That(
            (string?)steps.Single(s => (string?)s!["key"] == "delivery")!["fields"]!["signed-by"]!["text"],
            Is.EqualTo("黄华\n送达方式：公告送达\n消防救援支队")
        );
        Assert.That((await host.Get($"/api/cases/{number}/personal", "chen-jie")).Status, Is.EqualTo(403));
        using var connection = host.Place.Database.Connect();
        Assert.That(
            connection.QuerySingle<int>("select count(*) from access_entries where body like '%/personal%' and body like '%revealed%'"),
            Is.EqualTo(3)
        );
    }

    [TestCase("\"name\": 7", "'Name of the company' in 'Application form' must be text and is a number.")]
    [TestCase("\"name\": true", "'Name of the company' in 'Application form' must be text and is yes or no.")]
    [TestCase("\"name\": [{\"a\": 1}]", "'Name of the company' in 'Application form' must be text and is a table.")]
    [TestCase("\"name\": \"x\", \"premises\": \"借用\"", "'Premises' in 'Application form' must be 自有 or 租赁 and is '借用'.")]
    public async Task A_value_of_the_wrong_type_names_its_field(string form, string sentence)
    {
        await using var host = await RunningHost.Start();
        var answer = await host.Post(
            "/api/cases",
            "chen-jie",
            $$"""{"process": "three-certificates", "parties": [{"role": "applicant", "person": "chen-jie", "name": "x"}], "form": { {{form}} }, "materials": ["application"]}"""
        );
        Assert.That((answer.Status, answer.Code, answer.Json["detail"]?.GetValue<string>()), Is.EqualTo((422, "field.invalid", sentence)));
    }

    [Test]
    public async Task A_personal_value_is_opened_to_the_office_and_to_whoever_entered_it_and_to_no_other_party()
    {
        using var folder = new ChangedDefinitions(
            "market/three-certificates.yaml",
            "name: {title: {zh: 企业名称, en: Name of the company}, type: text, required: true, max: 60}",
            "name: {title: {zh: 企业名称, en: Name of the company}, type: text, required: true, max: 60, personal: true}"
        );
        await using var host = await RunningHost.Start(definitions: folder.Path);
        var second = RunningHost.Lodging.Replaced(
            "\"name\": \"示范商贸有限公司\"}],",
            "\"name\": \"示范商贸有限公司\"}, {\"role\": \"applicant\", \"person\": \"liu-yang\", \"name\": \"刘洋\"}],"
        );
        var lodged = await host.Post("/api/cases", "chen-jie", second);
        Assert.That(lodged.Status, Is.EqualTo(201), lodged.Text);
        var path = $"/api/cases/{lodged.Json["case"]!.GetValue<string>()}/personal";
        foreach (var (person, kind) in new[] { ("wang-fang", "text"), ("chen-jie", "text"), ("liu-yang", "sealed") })
            Assert.That((string?)(await host.Get(path, person)).Json["form"]!["name"]!["is"], Is.EqualTo(kind), person);
    }

    [Test]
    public async Task The_inbox_shows_the_lamp_and_the_working_days_left()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        await Done(host, number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        var item = (await host.Get("/api/work", "zhou-li")).Json["items"]!.AsArray().Single()!;
        Assert.That(
            (
                item["step"]!.GetValue<string>(),
                item["dueOn"]!.GetValue<string>(),
                item["daysLeft"]!.GetValue<int>(),
                item["lamp"]!.GetValue<string>()
            ),
            Is.EqualTo(("acceptance", "2014-05-13", 5, "green"))
        );
        host.Time.Now = DateTimeOffset.Parse("2014-05-13T09:00:00+08:00");
        item = (await host.Get("/api/work", "zhou-li")).Json["items"]!.AsArray().Single()!;
        Assert.That((item["daysLeft"]!.GetValue<int>(), item["lamp"]!.GetValue<string>()), Is.EqualTo((0, "yellow")));
    }

    [Test]
    public async Task A_clock_is_explained_day_by_day()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        await Done(host, number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        var explained = await host.Get($"/api/cases/{number}/clocks/acceptance/explanation", "chen-jie");
        Assert.That(explained.Status, Is.EqualTo(200), explained.Text);
        Assert.That(explained.Json["basis"]!.GetValue<string>(), Is.EqualTo("行政许可法(2003) 第三十二条第一款第四项"));
        Assert.That(explained.Json["days"]!.AsArray().Count(d => d!["day"]!["treatment"]!.GetValue<string>() == "Counted"), Is.EqualTo(5));
        Assert.That(explained.Json["clock"]!["calendar"]!.GetValue<string>(), Has.Length.EqualTo(64));
    }

    [Test]
    public async Task A_clock_that_ran_out_fires_by_itself()
    {
        await using var host = await RunningHost.Start(sweeps: true);
        var number = await host.Lodge();
        await Done(host, number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        host.Time.Now = DateTimeOffset.Parse("2014-05-14T09:00:00+08:00");
        var until = DateTime.UtcNow.AddSeconds(20);
        while (Accepted(await host.Get($"/api/cases/{number}/timeline", "chen-jie")) is null && DateTime.UtcNow < until)
            await Task.Delay(100);
        Assert.That(Accepted(await host.Get($"/api/cases/{number}/timeline", "chen-jie")), Is.EqualTo("rule acceptance"), host.Faults);
    }

    [Test]
    public async Task Where_deadlines_are_swept_lamps_and_days_left_are_those_of_the_cases_clock()
    {
        await using var host = await RunningHost.Start(sweeps: true);
        var number = await host.Lodge();
        await Done(host, number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        var task = (await host.Get("/api/work", "wang-fang")).Json["items"]!.AsArray().Single()!;
        Assert.That((task["lamp"]!.GetValue<string>(), task["daysLeft"]!.GetValue<int>()), Is.EqualTo(("green", 5)));
    }

    [Test]
    public async Task The_same_key_gives_the_same_answer_and_another_body_under_it_is_refused()
    {
        await using var host = await RunningHost.Start();
        var first = await host.Post("/api/cases", "chen-jie", RunningHost.Lodging, ("Idempotency-Key", "k1"));
        var again = await host.Post("/api/cases", "chen-jie", RunningHost.Lodging, ("Idempotency-Key", "k1"));
        var other = await host.Post("/api/cases", "chen-jie", RunningHost.Lodging.Replaced("自有", "租赁"), ("Idempotency-Key", "k1"));
        Assert.That(again.Json["case"]!.GetValue<string>(), Is.EqualTo(first.Json["case"]!.GetValue<string>()));
        Assert.That(again.Json["repeated"]!.GetValue<bool>(), Is.True);
        Assert.That((other.Status, other.Code), Is.EqualTo((422, "request.key_reused")));
    }

    [Test]
    public async Task If_match_names_the_revision_of_the_step()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        var stale = await host.Do(number, "wang-fang", """{"do": "claim", "step": "receive"}""", ("If-Match", "\"99\""));
        Assert.That((stale.Status, stale.Code), Is.EqualTo((412, "step.revision_changed")));
        var revision = (await host.Get($"/api/cases/{number}", "wang-fang")).Json["steps"]!
            .AsArray()
            .Single(s => s!["key"]!.GetValue<string>() == "receive")!["revision"]!.GetValue<long>();
        Assert.That(
            (await host.Do(number, "wang-fang", """{"do": "claim", "step": "receive"}""", ("If-Match", $"\"{revision}\""))).Status,
            Is.EqualTo(200)
        );
        Assert.That(
            (await host.Do(number, "wang-fang", """{"do": "release", "step": "receive"}""", ("If-Match", "soon"))).Code,
            Is.EqualTo("request.if_match")
        );
    }

    [Test]
    public async Task A_refusal_names_the_code_the_sentence_and_the_way_out()
    {
        await using var host = await RunningHost.Start();
        var answer = await host.Do(await host.Lodge(), "wang-fang", """{"do": "complete", "step": "licence", "outcome": "grant"}""");
        Assert.That((answer.Status, answer.Code), Is.EqualTo((409, "step.not_open")));
        Assert.That(
            answer.Json["detail"]!.GetValue<string>(),
            Is.EqualTo("'Issue of the business licence' is not open: the case has not come to it, or has left it.")
        );
    }

    [Test]
    public async Task What_may_be_done_is_told_with_the_reason_why_not()
    {
        await using var host = await RunningHost.Start();
        var actions = (await host.Get($"/api/cases/{await host.Lodge()}", "li-ming")).Json["actions"]!.AsArray();
        var receive = actions.First(a => a!["action"]!.GetValue<string>() == "complete" && a["target"]!.GetValue<string>() == "receive")!;
        Assert.That(receive["allowed"]!.GetValue<bool>(), Is.False);
        Assert.That(receive["whyNot"]!["code"]!.GetValue<string>(), Is.EqualTo("step.not_yours"));
    }

    [Test]
    public async Task Pages_follow_one_another_without_gap_or_repetition()
    {
        await using var host = await RunningHost.Start();
        var lodged = new List<string>();
        for (var i = 0; i < 5; i++)
            lodged.Add(await host.Lodge());
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = (await host.Get($"/api/cases?limit=2{cursor}", "chen-jie")).Json;
            seen.AddRange(page["items"]!.AsArray().Select(c => c!["number"]!.GetValue<string>()));
            cursor = page["next"] is { } next ? $"&cursor={next}" : null;
        } while (cursor is not null);

        Assert.That(seen, Is.EquivalentTo(lodged));
    }

    [Test]
    public async Task A_file_is_stored_attached_and_downloaded_by_those_who_see_the_case()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        var body = new ByteArrayContent("%PDF-"u8.ToArray());
        body.Headers.ContentType = new("application/pdf");
        var stored = await host.Send(HttpMethod.Post, "/api/attachments", "chen-jie", body);
        Assert.That(stored.Status, Is.EqualTo(201), stored.Text);
        var sha256 = stored.Json["sha256"]!.GetValue<string>();
        await Done(host, number, "chen-jie", $$"""{"do": "attach", "sha256": "{{sha256}}", "name": "申请书.pdf", "size": 5}""");
        Assert.That((await host.Get($"/api/cases/{number}/attachments/{sha256}", "wang-fang")).Status, Is.EqualTo(200));
        Assert.That((await host.Get($"/api/cases/{number}/attachments/{sha256}", "liu-yang")).Status, Is.EqualTo(403));
        Assert.That(
            (await host.Send(HttpMethod.Post, "/api/attachments", "chen-jie", new StringContent("<script>", null, "text/html"))).Status,
            Is.EqualTo(415)
        );
        var program = new ByteArrayContent("MZ program"u8.ToArray()) { Headers = { ContentType = new("application/pdf") } };
        Assert.That(
            (await host.Send(HttpMethod.Post, "/api/attachments", "chen-jie", program)).Json["code"]!.GetValue<string>(),
            Is.EqualTo("file.not_its_type")
        );
    }

    [Test]
    public async Task Definitions_are_listed_shown_and_checked()
    {
        await using var host = await RunningHost.Start();
        var listed = (await host.Get("/api/definitions", "chen-jie")).Json.AsArray();
        Assert.That(
            listed.Single(d => d!["process"]!.GetValue<string>() == "three-certificates")!["inForceToday"]!.GetValue<bool>(),
            Is.True
        );
        Assert.That(
            (await host.Get("/api/definitions/three-certificates", "chen-jie")).Json["id"]!.GetValue<string>(),
            Is.EqualTo("three-certificates")
        );
        var text = File.ReadAllText(Path.Combine(Repository.Definitions, "market", "three-certificates.yaml")).Replaced("steps:", "stps:");
        var found = await host.Send(
            HttpMethod.Post,
            "/api/definitions/lint",
            "chen-jie",
            new StringContent(text, null, "application/yaml")
        );
        Assert.That(found.Json["publishable"]!.GetValue<bool>(), Is.False);
        Assert.That(found.Json["problems"]!.AsArray().Select(p => p!["hint"]?.GetValue<string>() ?? ""), Has.Some.Contains("steps"));
    }

    private static async Task Inspected(RunningHost host, string number, string fire)
    {
        await Done(
            host,
            number,
            "jiang-bo",
            """{"do": "complete", "step": "schedule", "outcome": "done", "fields": {"day": "2020-05-11"}}"""
        );
        await Done(host, number, "cao-yan", """{"do": "answer", "step": "inspection", "choice": "pass"}""");
        await Done(
            host,
            number,
            "xie-feng",
            $$"""{"do": "answer", "step": "inspection", "choice": "{{fire}}", "opinion": "见勘验笔录。", "with": ["dong-qing"]}"""
        );
        await Done(host, number, "dong-qing", """{"do": "reply", "step": "inspection", "opinion": "属实"}""");
        await Done(host, number, "luo-bin", """{"do": "answer", "step": "inspection", "choice": "pass"}""");
        await Done(host, number, "song-qin", """{"do": "answer", "step": "inspection", "choice": "pass"}""");
    }

    private static async Task Done(RunningHost host, string number, string person, string json)
    {
        var answer = await host.Do(number, person, json);
        Assert.That(answer.Status, Is.EqualTo(200), $"{json}: {answer.Text}");
    }

    private static string? Accepted(HostAnswer timeline) =>
        timeline.Json["items"]!
            .AsArray()
            .FirstOrDefault(e => e!["events"]!.AsArray().Any(x => x!["is"]!.GetValue<string>() == "clock.expired"))
            ?["actor"]?.GetValue<string>();
}
