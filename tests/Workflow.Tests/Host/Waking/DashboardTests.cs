using System.Net;
using System.Text.RegularExpressions;
using Hangfire;
using Workflow.Host.Access;
using Workflow.Host.Identity;
using Workflow.Storage.Access;

namespace Workflow.Tests.Host.Waking;

/// <summary>What Hangfire shows, to whom, and that it follows the rows.</summary>
[TestFixture]
public sealed partial class DashboardTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private RunningHost _host = null!;
    private string _number = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start(sweeps: true);
        _number = await _host.Lodge();
        await Done("wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task The_end_of_each_clock_is_a_job_that_names_clock_case_and_last_day_and_goes_with_it()
    {
        var titles = await Until(t => t.Any(x => x.Contains("受理审查", StringComparison.Ordinal)) && t.Count == 1);
        Assert.That(titles, Is.EqualTo(new[] { $"期限届满 〔受理审查〕 · 案件 {_number} · 最后一日 2014-05-13" }));
        await Done("wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
        titles = await Until(t => t.Count > 0 && !t.Any(x => x.Contains("受理审查", StringComparison.Ordinal)));
        Assert.That(titles, Has.Some.Matches($"^期限届满 〔.+〕 · 案件 {_number} · 最后一日 2014-05-"));
    }

    [TestCase("zh-CN", "最后一日 2014-05-", "清理未附到案件的文件")]
    [TestCase("en", "last day 2014-05-", "Delete files that nobody attached")]
    public async Task Jobs_are_called_as_the_browser_prefers(string language, string deadline, string work)
    {
        await Until(t => t.Count > 0);
        var scheduled = await _host.Get("/hangfire/jobs/scheduled", "xu-min", ("Accept-Language", language));
        var recurring = await _host.Get("/hangfire/recurring", "xu-min", ("Accept-Language", language));
        Assert.That(scheduled.Text, Does.Contain(deadline).And.Contains("期限与督办 / Deadlines"));
        Assert.That(recurring.Text, Does.Contain(work));
    }

    [Test]
    public async Task Administrators_may_act_auditors_look_and_clerks_see_nothing()
    {
        await Until(t => t.Count > 0);
        var (administrator, auditor, clerk) = (await Page("lu-ping"), await Page("xu-min"), await Page("wang-fang"));
        Assert.That((administrator.Status, auditor.Status, clerk.Status), Is.EqualTo((200, 200, 403)));
        Assert.That(administrator.Text, Does.Contain("计划作业").And.Contains("/jobs/scheduled/delete"));
        Assert.That(auditor.Text, Does.Contain("计划作业").And.Not.Contains("/jobs/scheduled/delete"));
        Assert.That((await Deleted("lu-ping"), await Deleted("xu-min")), Is.EqualTo((204, 401)));
    }

    [Test]
    public async Task A_browser_signs_in_once_and_only_pages_take_its_cookie()
    {
        using var browser = Browser();
        using var sent = await browser.GetAsync("/hangfire");
        Assert.That(
            (sent.StatusCode, sent.Headers.Location?.OriginalString),
            Is.EqualTo((HttpStatusCode.Redirect, "/sign-in?return=%2Fhangfire"))
        );
        using var signed = await SignIn(browser, _host.Token("lu-ping"));
        Assert.That((signed.StatusCode, signed.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Redirect, "/hangfire")));
        Assert.That((await browser.GetAsync("/hangfire")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await browser.GetAsync("/api/cases")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_cookie_ends_with_its_token()
    {
        using var browser = Browser();
        var tokens = _host.Part<BearerTokens>();
        using var signed = await SignIn(browser, tokens.Issue("lu-ping", "ended later"));
        Assert.That((await browser.GetAsync("/hangfire")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        tokens.EndPurpose("ended later");
        Assert.That((await browser.GetAsync("/hangfire")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task A_copy_of_a_cookie_opens_nothing_once_its_owner_has_signed_out()
    {
        using var browser = Browser();
        using var signed = await SignIn(browser, _host.Token("lu-ping"));
        var copy = signed.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("workflow=", StringComparison.Ordinal)).Split(';')[0];
        Assert.That(await With(copy), Is.EqualTo(HttpStatusCode.OK));
        var field = Hidden().Match(await browser.GetStringAsync("/sign-in"));
        var form = new FormUrlEncodedContent([new(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))]);
        using var ended = await browser.PostAsync("/sign-out", form);
        Assert.That(ended.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await With(copy), Is.EqualTo(HttpStatusCode.Redirect));
    }

    [TestCase("https", true)]
    [TestCase("http", false)]
    public async Task Behind_a_proxy_that_speaks_TLS_the_cookie_is_for_TLS_alone(string scheme, bool secure)
    {
        using var browser = Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        // The cookie of the form is for TLS too, and the browser of the test speaks to the proxy's back.
        using var page = await browser.GetAsync("/sign-in");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        var field = Hidden().Match(await page.Content.ReadAsStringAsync());
        request.Content = new FormUrlEncodedContent([
            new(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)),
            new("token", _host.Token("lu-ping")),
        ]);
        if (page.Headers.TryGetValues("Set-Cookie", out var cookies))
            request.Headers.Add("Cookie", cookies.Select(c => c.Split(';')[0]));
        using var signed = await browser.SendAsync(request);
        var cookie = signed.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("workflow=", StringComparison.Ordinal));
        Assert.That(cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase), Is.EqualTo(secure), cookie);
    }

    private async Task<HttpStatusCode> With(string cookie)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_host.Address, "/hangfire"));
        request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    [TestCase("nobody's token", "令牌无效")]
    [TestCase("", "令牌无效")]
    public async Task A_wrong_token_is_told_so(string token, string words)
    {
        using var browser = Browser();
        using var answer = await SignIn(browser, token);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(words));
    }

    [Test]
    public async Task A_form_of_another_site_signs_nobody_in()
    {
        using var browser = Browser();
        using var answer = await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("token", _host.Token("lu-ping"))]));
        Assert.That(
            answer.Headers.Contains("Set-Cookie")
                && answer.Headers.GetValues("Set-Cookie").Any(c => c.StartsWith("workflow=", StringComparison.Ordinal)),
            Is.False
        );
    }

    [TestCase("//evil.example")]
    [TestCase("/\\evil.example")]
    [TestCase("https://evil.example")]
    public async Task Signing_in_leads_nowhere_outside(string target)
    {
        using var browser = Browser();
        using var answer = await SignIn(browser, _host.Token("lu-ping"), target);
        Assert.That(answer.Headers.Location?.OriginalString, Is.EqualTo("/work"));
    }

    [Test]
    public async Task Who_looked_at_the_dashboard_is_on_record_once_a_page()
    {
        await _host.Get("/hangfire/jobs/scheduled", "he-jun");
        await _host.Get("/hangfire/stats", "he-jun");
        await _host.Part<AccessBatch>().Flush(default);
        var seen = new AccessReads(_host.Place.Database)
            .Page(null, null, 1000)
            .Select(e => e.Record)
            .Where(r => r.Who == "he-jun" && r.Kind == AccessKinds.Read);
        Assert.That(seen.Select(r => r.What), Is.EqualTo(new[] { "GET /hangfire/{**path}" }));
    }

    [Test]
    public async Task What_is_sent_to_the_dashboard_is_on_record_before_its_answer_leaves()
    {
        var before = Administered().Count;
        await Deleted("lu-ping");
        Assert.That(Administered().Skip(before).Single(), Is.EqualTo("POST /hangfire/{**path} /hangfire/jobs/scheduled/delete"));
    }

    private List<string> Administered() =>
        [
            .. new AccessReads(_host.Place.Database)
                .Page(null, null, 1000)
                .Select(e => e.Record)
                .Where(r => r.Kind == AccessKinds.Administered && r.Who == "lu-ping")
                .Select(r => r.What),
        ];

    // Job 0 does not exist: what is asked is who may.
    private async Task<int> Deleted(string person)
    {
        using var browser = Browser();
        using var signed = await SignIn(browser, _host.Token(person));
        var page = await browser.GetStringAsync("/hangfire");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hangfire/jobs/scheduled/delete")
        {
            Content = new FormUrlEncodedContent([new("jobs[]", "0")]),
        };
        request.Headers.Add("RequestVerificationToken", Forgery().Match(page).Groups[1].Value);
        using var answer = await browser.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private async Task Done(string person, string json)
    {
        var answer = await _host.Do(_number, person, json);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
    }

    private Task<HostAnswer> Page(string person) => _host.Get("/hangfire/jobs/scheduled", person, ("Accept-Language", "zh-CN"));

    private async Task<List<string>> Until(Func<List<string>, bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var titles = Titles(); ; titles = Titles())
        {
            if (holds(titles))
                return titles;
            await Task.Delay(50, patience.Token);
        }
    }

    private List<string> Titles() =>
        [.. _host.Part<JobStorage>().GetMonitoringApi().ScheduledJobs(0, 100).Select(j => (string)j.Value.Job.Args[0])];

    private HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _host.Address };

    private static async Task<HttpResponseMessage> SignIn(HttpClient browser, string token, string target = "/hangfire")
    {
        var address = $"/sign-in?return={Uri.EscapeDataString(target)}";
        var field = Hidden().Match(await browser.GetStringAsync(address));
        return await browser.PostAsync(
            address,
            new FormUrlEncodedContent([new(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)), new("token", token)])
        );
    }

    [GeneratedRegex("name=\"csrf-token\" content=\"([^\"]+)\"")]
    private static partial Regex Forgery();

    [GeneratedRegex("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
