using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Routing;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Screens.Sheets;

namespace Workflow.Tests.Host.Screens.Desk;

/// <summary>The pages over the real host, without scripts: everything can be done in them.</summary>
public sealed class PagesTests
{
    private const string Hostile = "<script>alert('公司')</script>\"'>";

    private RunningHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start("2014-05-26T09:00:00+08:00");

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task An_applicant_applies_a_clerk_receives_and_the_clock_begins_to_run()
    {
        var number = await Applied("示范市晨光商贸有限公司");
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        Assert.That((await clerk.Open("/work")).Text, Does.Contain(number).And.Contain("三证联办").And.Contain("收件"));
        var page = await clerk.Open($"/cases/{number}/act?action=complete&target=receive&choice=done");
        Assert.That(page.Text, Does.Contain("出具《收件凭证》").And.Contain("启动受理审查").And.Contain("2014-06-03"));
        var done = await clerk.Send(page, page.Address, ("in.materials", "application"));
        Assert.That(done.Address, Is.EqualTo($"/cases/{number}?done=complete"));
        Assert.That(done.Text, Does.Contain("受理审查").And.Contain("2014-06-03").And.Contain("王芳"));
        var why = await clerk.Open($"/cases/{number}?why=acceptance");
        Assert.That(why.Text, Does.Contain("最后一日是 2014-06-03").And.Contain("端午"));
    }

    [Test]
    public async Task A_refusal_stands_on_the_form_with_what_was_filled_in()
    {
        var number = await Applied("示范市云上信息技术有限公司");
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        var page = await clerk.Open($"/cases/{number}/act?action=supervise");
        var refused = await clerk.Send(page, page.Address, ("in.text", "请于三日内报告"));
        Assert.That(refused.Status, Is.EqualTo(403));
        Assert.That(refused.Text, Does.Contain("请于三日内报告").And.Contain("role=\"alert\""));
    }

    [Test]
    public async Task Who_acts_on_what_somebody_else_has_changed_is_told_and_loses_nothing()
    {
        var number = await Applied("示范市北辰机电设备有限公司");
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        using var colleague = await Visitor.SignedIn(_host, "zhou-li");
        var address = $"/cases/{number}/act?action=complete&target=receive&choice=done";
        var page = await clerk.Open(address);
        var claim = await colleague.Open($"/cases/{number}/act?action=claim&target=receive");
        await colleague.Send(claim, claim.Address);
        var late = await clerk.Send(page, address, ("in.materials", "application"), ("in.reasons", "材料齐全"));
        Assert.That((late.Status, late.Text.Contains("材料齐全")), Is.EqualTo((412, true)));
    }

    [Test]
    public async Task Sent_twice_it_is_done_once()
    {
        var number = await Applied("示范市利民五金经营部");
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        var page = await clerk.Open($"/cases/{number}/act?action=comment");
        (string, string)[] fields = [("in.text", "电话已核实"), ("in.internal", "true")];
        await clerk.Send(page, page.Address, fields);
        var again = await clerk.Send(page, page.Address, fields);
        Assert.That(again.Address, Is.EqualTo($"/cases/{number}?done=comment"));
        Assert.That((await _host.Get($"/api/cases/{number}", "wang-fang")).Json["comments"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Nobody_applies_in_the_name_of_somebody_whom_the_register_does_not_know()
    {
        using var applicant = await Visitor.SignedIn(_host, "chen-jie");
        var form = await applicant.Open("/lodge/three-certificates");
        var refused = await applicant.Send(
            form,
            form.Address,
            ("in.form.name", "示范市无名商行"),
            ("in.form.premises", "自有"),
            ("in.party.applicant.name", "无名"),
            ("in.party.applicant.person", "nobody-at-all")
        );
        Assert.That((refused.Status, refused.Text.Contains("nobody-at-all")), Is.EqualTo((422, true)));
    }

    [Test]
    public async Task What_is_not_in_force_today_has_no_form_and_says_so()
    {
        using var applicant = await Visitor.SignedIn(_host, "chen-jie");
        var refused = await applicant.Open("/lodge/joint-acceptance");
        Assert.That((refused.Status, refused.Text.Contains("process.not_in_force")), Is.EqualTo((409, true)));
        Assert.That(refused.Text, Does.Contain("“联合验收”").And.Not.Contain("“joint-acceptance”"));
        var sent = await _host.Post("/api/cases", "chen-jie", RunningHost.Lodging.Replaced("three-certificates", "joint-acceptance"));
        Assert.That((sent.Code, $"{sent.Json["detail"]}".Contains("'joint-acceptance'")), Is.EqualTo(("process.not_in_force", false)));
    }

    [Test]
    public async Task A_party_withdraws_and_is_told_what_that_brings_by_its_title()
    {
        var number = await Applied("示范市四海文具店");
        using var applicant = await Visitor.SignedIn(_host, "chen-jie");
        var seen = await applicant.Open($"/cases/{number}");
        Assert.That(seen.Text, Does.Contain("办结：申请人撤回").And.Not.Contain("withdrawn"));
        var form = await applicant.Open($"/cases/{number}/act?action=complete&target=withdrawal&choice=done");
        Assert.That((form.Status, form.Text.Contains("办结：申请人撤回")), Is.EqualTo((200, true)));
        var done = await applicant.Send(form, form.Address, ("in.reasons", "不再经营"));
        Assert.That((done.Status, done.Text.Contains("申请人撤回")), Is.EqualTo((200, true)));
    }

    [Test]
    public async Task Every_action_that_is_offered_opens_and_can_be_looked_ahead_from_in_every_state_by_everybody()
    {
        var number = await Applied("示范市长青百货");
        var opened = await OpenAll(number);
        await _host.Do(number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        opened += await OpenAll(number);
        await _host.Do(number, "wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "supplement"}""");
        opened += await OpenAll(number);
        await _host.Do(number, "chen-jie", """{"do": "complete", "step": "withdrawal", "outcome": "done"}""");
        Assert.That(opened + await OpenAll(number), Is.GreaterThan(60));
    }

    // A file is brought, and a case moved to another definition, elsewhere than on the page of an action.
    private static readonly string[] Elsewhere = ["attach", "migrate"];

    private async Task<int> OpenAll(string number)
    {
        var opened = 0;
        foreach (var person in new[] { "chen-jie", "wang-fang", "li-ming", "qian-jin", "xu-min", "sun-jing", "he-jun" })
        {
            using var visitor = await Visitor.SignedIn(_host, person);
            var seen = (await _host.Get($"/api/cases/{number}", person)).Json["actions"]?.AsArray() ?? [];
            foreach (var offer in seen.Where(a => (bool)a!["allowed"]! && !Elsewhere.Contains($"{a["action"]}")))
            {
                await OpenOne(number, person, visitor, offer!);
                opened++;
            }
        }

        return opened;
    }

    private async Task OpenOne(string number, string person, Visitor visitor, JsonNode offer)
    {
        var (action, target, choice, actedFor) = ($"{offer["action"]}", Part("target"), Part("choice"), Part("for"));
        var page = await visitor.Open($"/cases/{number}/act?action={action}{target}{choice}{actedFor}");
        Assert.That(page.Status, Is.EqualTo(200), $"{person}: {page.Address}");
        if (action != "complete")
            return;
        var next = await _host.Get($"/api/cases/{number}/next?step={offer["target"]}&outcome={offer["choice"]}", person);
        var body = $$"""{"do": "complete", "step": "{{offer["target"]}}", "outcome": "{{offer["choice"]}}"}""";
        var preview = await _host.Post($"/api/cases/{number}/preview?{actedFor.TrimStart('&')}", person, body);
        Assert.That((next.Status, preview.Status), Is.EqualTo((200, 200)), $"{person}: {offer} {next.Text} {preview.Text}");

        string Part(string name) => offer[name] is { } value ? $"&{name}={Uri.EscapeDataString($"{value}")}" : "";
    }

    [TestCase("add-signer")]
    [TestCase("complete")]
    [TestCase("pause-clock")]
    public async Task An_action_that_is_about_nothing_leads_back_to_the_case(string action)
    {
        var number = await Applied("示范市双桥五金");
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        var page = await clerk.Open($"/cases/{number}/act?action={action}");
        Assert.That((page.Status, page.Text.Contains("request.no_target"), page.Text.Contains("JSON")), Is.EqualTo((400, true, false)));
        Assert.That(page.Text, Does.Contain("请从案件页面上选择要办理的事项。"));
    }

    [TestCase("/cases/NOWHERE", "请核对案号，或者在“案件”中查找。")]
    [TestCase("/nowhere", "请从“待办”重新进入。")]
    [TestCase("/language", "")]
    [TestCase("/lodge/nope", "可以申请的事项见“申请”。")]
    [TestCase("/work?cursor=abc", "请从第一页重新查看。")]
    public async Task A_page_that_is_refused_shows_ways_that_lead_on_from_a_page(string address, string way)
    {
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        var refused = await clerk.Open(address);
        Assert.That(
            (refused.Status, refused.Type),
            Is.EqualTo((refused.Status is 400 or 404 or 405 ? refused.Status : 0, "text/html; charset=utf-8"))
        );
        Assert.That(refused.Text, Does.Contain(way).And.Contain("href=\"/work\"").And.Contain("action=\"/sign-out\""));
        Assert.That(refused.Text, Does.Not.Contain("/api").And.Not.Contain("Bearer"));
        Assert.That((await clerk.Send(refused, "/sign-out")).Address, Does.StartWith("/sign-in"));
    }

    [Test]
    public async Task While_one_types_only_what_follows_is_made_anew()
    {
        var number = await Applied("示范市老街坊餐饮");
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        var page = await clerk.Open($"/cases/{number}/act?action=complete&target=receive&choice=done");
        var renewed = await clerk.Send(page, page.Address, ("preview", "1"), ("in.materials", "application"));
        Assert.That(renewed.Text.TrimStart(), Does.StartWith("<div class=\"follows\" data-follows").And.Contain("出具《收件凭证》"));
        Assert.That(renewed.Text, Does.Not.Contain("<html"));
        Assert.That((await _host.Get($"/api/cases/{number}", "wang-fang")).Json["revision"]!.ToString(), Is.EqualTo("1"));
    }

    [TestCase("/cases/{0}/act?action=comment")]
    [TestCase("/lodge/three-certificates")]
    [TestCase("/language")]
    public async Task A_form_from_another_site_does_nothing(string path)
    {
        var number = await Applied("示范市顺风物流有限责任公司");
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        var refused = await clerk.Send(string.Format(path, number), ("in.text", "x"), ("in.internal", "true"), ("to", "en"));
        Assert.That((refused.Status, refused.Text.Contains("request.stale")), Is.EqualTo((400, true)));
        Assert.That((await _host.Get($"/api/cases/{number}", "wang-fang")).Json["revision"]!.ToString(), Is.EqualTo("1"));
    }

    [Test]
    public async Task Hostile_text_is_shown_and_never_run()
    {
        var number = await Applied(Hostile);
        var raw = await _host.Get($"/cases/{number}", "wang-fang");
        Assert.That(raw.Text, Does.Not.Contain("<script>alert"));
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        Assert.That((await clerk.Open($"/cases/{number}")).Text, Does.Contain(Hostile));
    }

    [Test]
    public async Task A_party_sees_no_remark_of_the_offices_and_cannot_look_ahead_from_their_steps()
    {
        var number = await Applied("示范市宏远建材有限公司");
        await _host.Do(number, "wang-fang", """{"do": "comment", "text": "疑似虚假租赁", "internal": true}""");
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        Assert.That((await clerk.Open($"/cases/{number}")).Text, Does.Contain("疑似虚假租赁"));
        using var applicant = await Visitor.SignedIn(_host, "chen-jie");
        var seen = await applicant.Open($"/cases/{number}");
        Assert.That((seen.Status, seen.Text.Contains(number), seen.Text.Contains("疑似虚假租赁")), Is.EqualTo((200, true, false)));
        var ahead = await applicant.Open($"/cases/{number}/act?action=complete&target=receive&choice=done");
        Assert.That((ahead.Status, ahead.Text.Contains("收件凭证")), Is.EqualTo((403, false)));
    }

    [Test]
    public async Task Whoever_may_not_see_a_case_gets_a_page_that_says_so()
    {
        var number = await Applied("示范市金穗粮油贸易有限公司");
        using var other = await Visitor.SignedIn(_host, "liu-yang");
        var refused = await other.Open($"/cases/{number}");
        Assert.That((refused.Status, refused.Type), Is.EqualTo((403, "text/html; charset=utf-8")));
        Assert.That(refused.Text, Does.Contain("case.not_visible").And.Not.Contain("金穗"));
        Assert.That((await other.Open("/cases/NOWHERE")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task No_page_loads_anything_from_elsewhere()
    {
        var number = await Applied("示范市百花影城");
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        string[] ofCase = [$"/cases/{number}", $"/cases/{number}/act?action=transfer&target=receive"];
        foreach (var path in ofCase.Concat(["/work", "/cases", "/lodge", "/lodge/three-certificates", "/sign-in"]))
        {
            var page = await clerk.Open(path);
            Assert.That((page.Status, page.Address), Is.EqualTo((200, path)));
            Assert.That(page.Policy, Does.StartWith("default-src 'none'"), path);
            Assert.That(
                page.Text,
                Does.Not.Match("(src|href)=\"(https?:)?//").And.Not.Match("<[^>]* (style|on[a-z]+)=").And.Not.Contain("<style"),
                path
            );
        }
    }

    [Test]
    public async Task A_clerk_records_in_the_page_who_was_absent()
    {
        var number = await Applied("示范市清源环保科技有限公司");
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        var page = await clerk.Open($"/cases/{number}/act?action=record-attendance&target=receive");
        Assert.That((page.Status, page.Text.Contains("<form")), Is.EqualTo((200, true)));
    }

    [Test]
    public async Task What_is_no_command_is_told_on_the_form_with_what_was_filled_in()
    {
        var number = await Applied("示范市天成印务有限公司");
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        var page = await clerk.Open($"/cases/{number}/act?action=comment");
        var refused = await clerk.Send(page, page.Address, ("in.text", "电话已核实"), ("in.internal", "maybe"));
        Assert.That((refused.Status, refused.Text.Contains("电话已核实")), Is.EqualTo((400, true)));
        Assert.That(refused.Text, Does.Contain("role=\"alert\""));
    }

    private IEnumerable<(string Method, string Path)> Pages(string number) =>
        from endpoint in _host.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<BrowserPage>() is not null
        let path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, path.Replace("{number}", number).Replace("{process}", "three-certificates"));

    private static readonly string[] Queries =
    [
        "",
        "?action=comment&target=%00&choice=%00&for=%00",
        "?action=record-attendance&target=receive",
        "?action=pause-clock",
        "?action=recall&target=receive&choice=abc",
        "?action=extend-clock&target=acceptance",
        $"?action={new string('a', 3000)}&target={new string('b', 3000)}",
        "?why=%00&done=%00",
        "?cursor=%00&process=%00&lamp=%00&held=%00&text=%00",
    ];

    private static IEnumerable<(string Name, HttpContent Content)> Forms(IReadOnlyList<(string, string)> hidden)
    {
        yield return (
            "NUL",
            Form([.. hidden, ("in.text", "x\0y"), ("in.internal", "true"), ("token", "\0"), ("to", "\0"), ("back", "\0")])
        );
        yield return ("words for numbers", Form([.. hidden, ("in.by.amount", "abc"), ("in.by.unit", "x"), ("in.internal", "maybe")]));
        yield return ("1,100 fields", Form([.. hidden, .. Enumerable.Range(0, 1100).Select(i => ($"in.f{i}", "x"))]));
        yield return ("1.2 megabytes", Form([.. hidden, ("in.text", new string('字', 117_000))]));
        yield return ("no form", new StringContent("{}", null, "application/json"));
        var broken = new StringContent("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nbreaks off");
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        yield return ("a form that breaks off", broken);
    }

    private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    [Test]
    public async Task No_page_breaks_on_what_does_not_fit_and_each_says_so_as_a_page()
    {
        var number = await Applied("示范市和顺家具厂");
        var asked = 0;
        foreach (var (method, path) in Pages(number))
        {
            foreach (var query in Queries)
            {
                using var clerk = await Visitor.SignedIn(_host, "wang-fang");
                if (method == "GET")
                    asked += Answered(await clerk.Open(path + query), path + query);
                else
                    foreach (var (name, content) in Forms([.. (await clerk.Open("/work")).Hidden("/language")]))
                        asked += await Sent(clerk, path + query, content, $"{name} to {path}{query}");
            }
        }

        Assert.That(asked, Is.GreaterThan(200));
    }

    // What is answered before all of it was sent breaks off on the way: it is refused, and the host goes on.
    private static async Task<int> Sent(Visitor clerk, string path, HttpContent content, string what)
    {
        try
        {
            return Answered(await clerk.Send(path, content), what);
        }
        catch (HttpRequestException e) when (e.InnerException is IOException)
        {
            return Answered(await clerk.Open("/sign-in"), what);
        }
    }

    private static int Answered(VisitedPage page, string what)
    {
        Assert.That(page.Status, Is.LessThan(500), what);
        Assert.That(page.Type, Does.StartWith("text/html"), what);
        return 1;
    }

    [Test]
    public async Task No_form_and_no_list_of_people_breaks_whatever_action_it_is_asked_for()
    {
        var number = await Applied("示范市东方乐器行");
        var names = typeof(CaseCommand)
            .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false)
            .Cast<JsonDerivedTypeAttribute>()
            .Select(a => $"{a.TypeDiscriminator}")
            .ToList();
        Assert.That(names, Has.Count.GreaterThan(40));
        foreach (var at in new[] { "form", "candidates" })
        foreach (
            var query in names.Select(n => $"action={n}").SelectMany(a => new[] { a, $"{a}&target=receive&choice=abc", $"{a}&target=%00" })
        )
        {
            var answer = await _host.Get($"/api/cases/{number}/{at}?{query}", "wang-fang");
            Assert.That(answer.Status, Is.LessThan(500), $"{at} {query}: {answer.Text}");
        }
    }

    private async Task<string> Applied(string company)
    {
        using var applicant = await Visitor.SignedIn(_host, "chen-jie");
        var form = await applicant.Open("/lodge/three-certificates");
        var lodged = await applicant.Send(
            form,
            form.Address,
            ("in.form.name", company),
            ("in.form.premises", "租赁"),
            ("in.materials", "application"),
            ("in.party.applicant.name", "陈杰"),
            ("in.party.applicant.person", "chen-jie")
        );
        Assert.That(lodged.Address, Does.StartWith("/cases/"), lodged.Text);
        return lodged.Address["/cases/".Length..].Split('?')[0];
    }
}
