using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;

namespace Workflow.Tests.Host.Access;

/// <summary>A party sees their case and not what the offices say to one another. Each thing that is said holds the word 机密.</summary>
public sealed class PartyViewTests
{
    private const string Secret = "机密";

    // The number of a licence that is issued, and that nobody has served.
    private const string Unserved = "310115000000001";

    private RunningHost _host = null!;
    private string _number = null!;
    private string _file = null!;

    [OneTimeSetUp]
    public async Task Say_a_secret_at_every_place_where_offices_speak()
    {
        _host = await RunningHost.Start();
        _number = await _host.Lodge();
        await Do("wang-fang", $$"""{"do": "consult", "step": "receive", "question": "{{Secret}}征求", "person": "li-ming"}""");
        await Do("li-ming", $$"""{"do": "reply", "step": "receive", "opinion": "{{Secret}}答复"}""");
        await Do("wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        await Do("wang-fang", $$"""{"do": "transfer", "step": "acceptance", "person": "zhou-li", "reasons": "{{Secret}}转办"}""");
        await Do(
            "zhou-li",
            $$"""{"do": "add-signer", "step": "acceptance", "person": "wang-fang", "place": "Before", "reasons": "{{Secret}}加签"}"""
        );
        await Do("wang-fang", $$"""{"do": "reply", "step": "acceptance", "opinion": "{{Secret}}签署"}""");
        await Do("zhou-li", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
        await Do("wang-fang", $$"""{"do": "comment", "text": "{{Secret}}备注"}""");
        await Do("wang-fang", """{"do": "comment", "text": "请补交原件", "internal": false}""");
        await Do("he-jun", $$"""{"do": "supervise", "text": "{{Secret}}督办"}""");
        await Do("qian-jin", $$"""{"do": "urge", "step": "licence", "text": "{{Secret}}催办"}""");
        _file = await Upload("wang-fang", "合议");
        await Do("wang-fang", $$"""{"do": "attach", "sha256": "{{_file}}", "name": "{{Secret}}合议笔录.pdf", "size": 11}""");
        await Do(
            "li-ming",
            """{"do": "complete", "step": "licence", "outcome": "grant", "numbers": {"business-licence": "310115000000001"}}"""
        );
        await Do(
            "zheng-shuang",
            $$"""{"do": "complete", "step": "national-tax-registration", "outcome": "grant", "numbers": {"national-tax-certificate": "1"}, "reasons": "{{Secret}}意见"}"""
        );
        await Put("lin-na", "local-tax-registration", $$"""{"reasons": "{{Secret}}草稿"}""");
        await Do(
            "li-ming",
            $$"""{"do": "add-party", "party": "applicant", "person": "liu-yang", "name": "刘洋", "reasons": "{{Secret}}疑似冒名"}"""
        );
        await Do(
            "li-ming",
            $$"""{"do": "correct-form", "fields": {"name": "示范贸易有限公司"}, "document": "更正单1号", "reasons": "{{Secret}}更正"}"""
        );
        await Do("qian-jin", $$"""{"do": "suspend", "document": "{{Secret}}移〔2014〕1号", "reasons": "{{Secret}}移送公安"}""");
        await Do("qian-jin", """{"do": "resume"}""");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task The_offices_see_what_they_said()
    {
        var seen = (await _host.Get($"/api/cases/{_number}/timeline?limit=200", "li-ming")).Json.ToJsonString(Relaxed);
        foreach (
            var said in new[]
            {
                "征求",
                "答复",
                "转办",
                "加签",
                "签署",
                "备注",
                "督办",
                "催办",
                "合议笔录",
                "意见",
                "疑似冒名",
                "更正",
                "移送公安",
            }
        )
            Assert.That(seen, Does.Contain(Secret + said));
    }

    [Test]
    public async Task No_answer_to_a_party_holds_a_secret()
    {
        var walked = 0;
        foreach (var path in Paths().Some())
        {
            var answer = await _host.Get(path, "chen-jie");
            Assert.That(answer.Status, Is.Not.GreaterThanOrEqualTo(500), $"{path}: {answer.Text}");
            Assert.That(Plain(answer.Text), Does.Not.Contain(Secret), path);
            Assert.That(Plain(answer.Text), Does.Not.Contain(Unserved), path);
            walked++;
        }

        Assert.That(walked, Is.GreaterThan(20));
    }

    [Test]
    public async Task What_a_party_sees_is_numbered_without_a_gap()
    {
        Assert.That(await Numbers(_number), Is.EqualTo(Enumerable.Range(1, (await Numbers(_number)).Length)));
        var number = await _host.Lodge();
        await _host.Do(number, "wang-fang", """{"do": "comment", "text": "内部", "internal": true}""");
        await _host.Do(number, "wang-fang", """{"do": "comment", "text": "内部二", "internal": true}""");
        var said = await _host.Do(number, "chen-jie", """{"do": "comment", "text": "请尽快", "internal": false}""");
        Assert.That((long)said.Json["entry"]!, Is.EqualTo((await Numbers(number))[^1]));
        var replayed = await _host.Get($"/api/cases/{number}/replay?entry=2", "chen-jie");
        Assert.That(replayed.Text, Does.Contain("请尽快"));
        Assert.That((await _host.Get($"/api/cases/{number}/replay?entry=4", "chen-jie")).Code, Is.EqualTo("replay.no_entry"));
    }

    [Test]
    public async Task What_offices_do_among_themselves_moves_no_case_in_the_list_of_a_party()
    {
        var older = await _host.Lodge();
        await _host.Lodge();
        var before = (await _host.Get("/api/cases?limit=200", "chen-jie")).Text;
        _host.Time.Now += TimeSpan.FromMinutes(1);
        await _host.Do(older, "wang-fang", """{"do": "comment", "text": "内部", "internal": true}""");
        Assert.That((await _host.Get("/api/cases?limit=200", "chen-jie")).Text, Is.EqualTo(before));
        Assert.That((string)(await _host.Get("/api/cases?limit=1", "wang-fang")).Json["items"]![0]!["number"]!, Is.EqualTo(older));
    }

    private async Task<long[]> Numbers(string number) =>
        [
            .. (await _host.Get($"/api/cases/{number}/timeline?limit=200", "chen-jie")).Json["items"]!
                .AsArray()
                .Select(e => (long)e!["number"]!),
        ];

    [Test]
    public async Task What_offices_do_among_themselves_is_counted_by_no_revision_of_a_party()
    {
        var number = await _host.Lodge();
        await _host.Do(number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        var before = await Revisions(number);
        await _host.Do(number, "wang-fang", """{"do": "comment", "text": "内部", "internal": true}""");
        await _host.Do(number, "wang-fang", """{"do": "claim", "step": "acceptance"}""");
        Assert.That(await Revisions(number), Is.EqualTo(before));
        var seen = (await _host.Get($"/api/cases/{number}", "chen-jie")).Json["revision"]!.ToString();
        const string say = """{"do": "comment", "text": "补充说明", "internal": false}""";
        var said = await Matching(number, say, seen);
        Assert.That(said.Status, Is.EqualTo(200), said.Text);
        var late = await Matching(number, say.Replaced("补充", "再"), seen);
        Assert.That((late.Status, late.Code), Is.EqualTo((412, "step.revision_changed")), late.Text);
    }

    private async Task<string> Revisions(string number)
    {
        var seen = (await _host.Get($"/api/cases/{number}", "chen-jie")).Json;
        var steps = seen["steps"]!.AsArray().Select(s => $"{s!["key"]} {s["revision"]}");
        var replayed = (await _host.Get($"/api/cases/{number}/replay", "chen-jie")).Json["entries"];
        return $"{seen["revision"]} {replayed} {string.Join(' ', steps)}";
    }

    private Task<HostAnswer> Matching(string number, string command, string revision) =>
        _host.Send(
            HttpMethod.Post,
            $"/api/cases/{number}/commands",
            "chen-jie",
            new StringContent(command, Encoding.UTF8, "application/json"),
            ("If-Match", $"\"{revision}\"")
        );

    [Test]
    public async Task No_answer_to_another_offices_clerk_holds_a_secret()
    {
        foreach (var path in Paths().Some())
            Assert.That(Plain((await _host.Get(path, "jiang-bo")).Text), Does.Not.Contain(Secret), path);
        Assert.That((await _host.Get($"/api/cases/{_number}", "jiang-bo")).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task A_party_sees_the_milestones_the_papers_and_what_is_said_to_all()
    {
        var seen = (await _host.Get($"/api/cases/{_number}", "chen-jie")).Json;
        Assert.Multiple(() =>
        {
            Assert.That(
                seen["steps"]!.AsArray().Select(s => s!["key"]!.GetValue<string>()),
                Does.Contain("licence").And.Contain("local-tax-registration")
            );
            Assert.That(
                seen["documents"]!.AsArray().Select(d => d!["issued"]!["document"]!.GetValue<string>()),
                Does.Contain("acceptance-notice").And.Not.Contain("business-licence")
            );
            Assert.That(seen["comments"]!.AsArray().Select(c => c!["text"]!.GetValue<string>()), Is.EqualTo(new[] { "请补交原件" }));
            Assert.That(seen["moments"]!["accepted"], Is.Not.Null);
            Assert.That(
                seen["clocks"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()),
                Does.Contain("handling").And.Not.Contain("local-tax-registration")
            );
            Assert.That(seen["files"]!.AsArray().Select(f => f!["by"]!.GetValue<string>()), Is.All.EqualTo("chen-jie"));
        });
    }

    [Test]
    public async Task A_file_of_an_office_is_for_the_offices_and_one_of_a_party_for_them_too()
    {
        var own = await Upload("chen-jie", "申请");
        await Do("chen-jie", $$"""{"do": "attach", "sha256": "{{own}}", "name": "申请书.pdf", "size": 11}""");
        Assert.That((await Download(_file, "chen-jie"), await Download(_file, "wang-fang")), Is.EqualTo((404, 200)));
        Assert.That((await Download(own, "chen-jie"), await Download(own, "wang-fang")), Is.EqualTo((200, 200)));
    }

    [Test]
    public async Task A_party_does_not_look_ahead_from_the_step_of_an_office()
    {
        var answer = await _host.Get($"/api/cases/{_number}/next?step=local-tax-registration&outcome=grant", "chen-jie");
        Assert.That(
            (answer.Status, answer.Json["code"]!.GetValue<string>(), answer.Json["detail"]!.GetValue<string>()),
            Is.EqualTo(
                (403, "case.internal", "This is the internal work of the offices on the case; 陈杰 sees it as a party, and may not.")
            )
        );
    }

    [Test]
    public async Task A_party_is_told_neither_who_holds_a_task_nor_what_was_asked()
    {
        var seen = (await _host.Get($"/api/cases/{_number}/timeline?limit=200", "chen-jie")).Json["items"]!.AsArray();
        var lodged = seen.Single(e => e!["number"]!.GetValue<int>() == 1)!;
        Assert.That((lodged["command"]!["do"]!.GetValue<string>(), lodged["hash"]!.GetValue<string>().Length), Is.EqualTo(("lodge", 64)));
        var others = seen.Where(e => e!["actor"]!.GetValue<string>() != "chen-jie").ToList();
        Assert.That(
            others,
            Is.Not.Empty.And.All.Matches<System.Text.Json.Nodes.JsonNode?>(e => e?["command"] is null && e?["hash"] is null)
        );
    }

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // What the answer says, however its characters are written.
    private static string Plain(string text)
    {
        try
        {
            return System.Text.Json.Nodes.JsonNode.Parse(text)?.ToJsonString(Relaxed) ?? "";
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private IEnumerable<string> Paths()
    {
        var routes = _host.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        foreach (var route in routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true))
        {
            var path =
                "/"
                + route
                    .RoutePattern.RawText!.TrimStart('/')
                    .Replace("{number}", _number, StringComparison.Ordinal)
                    .Replace("{key}", "local-tax-registration", StringComparison.Ordinal)
                    .Replace("{sha256}", _file, StringComparison.Ordinal);
            if (!path.StartsWith("/api/", StringComparison.Ordinal))
                continue;
            if (path.Contains("{clock}", StringComparison.Ordinal))
            {
                foreach (var clock in new[] { "handling", "acceptance", "licence", "local-tax-registration" })
                    yield return path.Replace("{clock}", clock, StringComparison.Ordinal);
                continue;
            }

            yield return path;
            if (path.EndsWith("/replay", StringComparison.Ordinal))
            {
                for (var entry = 1; entry <= 16; entry++)
                    yield return $"{path}?entry={entry}";
                yield return $"{path}?legal=2014-05-06";
            }

            if (path.EndsWith("/next", StringComparison.Ordinal))
                yield return $"{path}?step=local-tax-registration&outcome=grant";
            if (path.EndsWith("/timeline", StringComparison.Ordinal))
                yield return $"{path}?limit=200";
        }
    }

    private async Task<int> Download(string sha256, string person) =>
        (await _host.Get($"/api/cases/{_number}/attachments/{sha256}", person)).Status;

    private async Task<string> Upload(string person, string words)
    {
        var body = new ByteArrayContent([.. "%PDF-"u8, .. System.Text.Encoding.UTF8.GetBytes(words)])
        {
            Headers = { ContentType = new("application/pdf") },
        };
        var stored = await _host.Send(HttpMethod.Post, "/api/attachments", person, body);
        Assert.That(stored.Status, Is.EqualTo(201), stored.Text);
        return stored.Json["sha256"]!.GetValue<string>();
    }

    private async Task Put(string person, string step, string json)
    {
        var answer = await _host.Send(
            HttpMethod.Put,
            $"/api/cases/{_number}/steps/{step}/draft",
            person,
            new StringContent(json, null, "application/json")
        );
        Assert.That(answer.Status, Is.LessThan(300), answer.Text);
    }

    private async Task Do(string person, string json)
    {
        var answer = await _host.Do(_number, person, json);
        Assert.That(answer.Status, Is.EqualTo(200), $"{json}: {answer.Text}");
    }
}
