using Microsoft.AspNetCore.Routing;
using Workflow.Host.Screens;

namespace Workflow.Tests.Host.Screens;

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
    public async Task Whoever_has_not_signed_in_is_asked_to_and_comes_back()
    {
        using var stranger = Visitor.At(_host);
        var asked = await stranger.Open("/cases");
        Assert.That((asked.Status, asked.Address), Is.EqualTo((200, "/sign-in?return=%2Fcases")));
        var wrong = await stranger.Send(asked, asked.Address, ("token", "wf_nobody"));
        Assert.That((wrong.Address, wrong.Text.Contains("role=\"alert\"")), Is.EqualTo((asked.Address, true)));
        var back = await stranger.Send(wrong, asked.Address, ("token", _host.Token("wang-fang")));
        Assert.That((back.Status, back.Address), Is.EqualTo((200, "/cases")));
    }

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
    public async Task Pages_speak_the_language_that_was_chosen()
    {
        using var clerk = await Visitor.SignedIn(_host, "wang-fang");
        var page = await clerk.Open("/work");
        Assert.That(page.Text, Does.Contain("待办"));
        var english = await clerk.Send(page, "/language", ("to", "en"), ("back", "/work"));
        Assert.That((english.Address, english.Text.Contains("<h1>Work</h1>")), Is.EqualTo(("/work", true)));
        Assert.That((await clerk.Send(english, "/language", ("to", "zh"), ("back", "//elsewhere.example"))).Address, Is.EqualTo("/work"));
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
    public void Every_page_needs_a_sign_in_but_the_one_for_it()
    {
        var pages = _host
            .Part<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<BrowserPage>() is not null)
            .ToList();
        var open = pages.Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null);
        Assert.That(pages, Has.Count.GreaterThan(8));
        Assert.That(open.Select(e => e.RoutePattern.RawText), Is.EqualTo(new[] { "/language" }));
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
