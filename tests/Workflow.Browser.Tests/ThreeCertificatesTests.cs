using Microsoft.Playwright;

namespace Workflow.Tests.Browser;

/// <summary>Three certificates in one, from the application to the delivery, by the people of five offices in their browsers.</summary>
[NonParallelizable]
public sealed class ThreeCertificatesTests
{
    private Office _office = null!;

    [SetUp]
    public async Task Open() => _office = await Office.Open("2014-05-26T09:00:00+08:00");

    [TearDown]
    public async Task Close()
    {
        if (_office is null)
            return;
        await _office.DisposeAsync();
        Assert.That(_office.Complaints, Is.Empty);
    }

    [Test]
    public async Task A_company_gets_its_certificates()
    {
        var number = await Apply();
        var clerk = await _office.Desk("wang-fang");
        await Office.Look(clerk, "work");
        await Do(clerk, number, "完成");
        await Office.Look(clerk, "case-received");
        await Do(clerk, number, "受理", page => page.CheckAsync("input[value=lease]"), "act-accept");
        Move("2014-06-03T16:00:00+08:00");
        var registrar = await _office.Desk("li-ming");
        await Do(registrar, number, "准予登记", page => page.FillAsync("[name='in.numbers.business-licence']", "310115000000001"));
        Move("2014-06-04T10:00:00+08:00");
        await Do(
            await _office.Desk("wu-xia"),
            number,
            "准予登记",
            page => page.FillAsync("[name='in.numbers.code-certificate']", "M000100Y4")
        );
        await Do(
            await _office.Desk("zheng-shuang"),
            number,
            "准予登记",
            page => page.FillAsync("[name='in.numbers.national-tax-certificate']", "国税字310115000000001")
        );
        Move("2014-06-05T09:00:00+08:00");
        var tax = await _office.Desk("lin-na", isPhone: true, isDark: true);
        await Office.Look(tax, "phone-work");
        await Do(
            tax,
            number,
            "准予登记",
            page => page.FillAsync("[name='in.numbers.local-tax-certificate']", "地税字310115000000001"),
            "phone-act"
        );
        await Office.Look(tax, "phone-case");
        await clerk.GotoAsync($"/cases/{number}");
        Assert.That(await clerk.InnerTextAsync(".stamp"), Does.Contain("统一送达"));
        await Office.Look(clerk, "case-decided");
    }

    [Test]
    public async Task What_follows_is_renewed_as_one_types()
    {
        var number = await Apply();
        var clerk = await _office.Desk("wang-fang");
        await Do(clerk, number, "完成");
        await Do(clerk, number, "受理", page => page.CheckAsync("input[value=lease]"));
        var registrar = await _office.Desk("li-ming");
        await registrar.GotoAsync($"/cases/{number}/act?action=complete&target=licence&choice=grant");
        Assert.That(await registrar.InnerTextAsync("[data-follows]"), Does.Contain("出具《营业执照》").And.Not.Contain("310115000000003"));
        await registrar.FillAsync("[name='in.numbers.business-licence']", "310115000000003");
        await Assertions.Expect(registrar.Locator("[data-follows]")).ToContainTextAsync("310115000000003");
    }

    [Test]
    public async Task The_days_of_a_limit_are_laid_open_in_both_languages()
    {
        var number = await Apply();
        var clerk = await _office.Desk("zhou-li");
        await Do(clerk, number, "完成");
        await clerk.ClickAsync(".clock .why");
        Assert.That(await clerk.InnerTextAsync("#why"), Does.Contain("端午"));
        await Office.Look(clerk, "why");
        var supervisor = await _office.Desk("sun-jing", "en-US");
        await supervisor.GotoAsync($"/cases/{number}?why=acceptance");
        Assert.That(await supervisor.InnerTextAsync("#why"), Does.Contain("working days"));
        await Office.Look(supervisor, "why-english");
        await supervisor.GotoAsync("/cases");
        await Office.Look(supervisor, "cases-english");
    }

    [Test]
    public async Task A_list_is_walked_by_keys_alone()
    {
        await Apply();
        var number = await Apply();
        var clerk = await _office.Desk("wang-fang");
        await Assertions.Expect(clerk.Locator("[data-rows] tbody tr")).ToHaveCountAsync(2);
        await clerk.Keyboard.PressAsync("/");
        await clerk.Keyboard.TypeAsync(number);
        await clerk.Keyboard.PressAsync("Enter");
        await clerk.WaitForURLAsync($"**/work?text={number}");
        await Assertions.Expect(clerk.Locator("[data-rows] tbody tr")).ToHaveCountAsync(1);
        await clerk.Keyboard.PressAsync("j");
        await clerk.Keyboard.PressAsync("Enter");
        await clerk.WaitForURLAsync($"**/cases/{number}**");
    }

    [Test]
    public async Task A_supervisor_finds_what_is_late_and_opens_what_stands_behind_a_number()
    {
        await Apply();
        var number = await Apply();
        await Do(await _office.Desk("wang-fang"), number, "完成");
        Move("2014-06-09T09:00:00+08:00");
        var supervisor = await _office.Desk("sun-jing", isDark: true);
        await supervisor.ClickAsync("nav a[href$='/board']");
        await Office.Look(supervisor, "board");
        await supervisor.ClickAsync(".board tbody a.lamp.red >> nth=0");
        await supervisor.WaitForURLAsync("**/board/tasks?**lamp=red**");
        await Assertions.Expect(supervisor.Locator("[data-rows] tbody tr")).Not.ToHaveCountAsync(0);
        await Office.Look(supervisor, "board-tasks");
        var phone = await _office.Desk("sun-jing", "en-US", isPhone: true);
        await phone.GotoAsync("/board");
        await Office.Look(phone, "phone-board");
    }

    [Test]
    public async Task An_auditor_drags_through_time()
    {
        var number = await Apply();
        var clerk = await _office.Desk("wang-fang");
        await Do(clerk, number, "完成");
        await Do(clerk, number, "受理", page => page.CheckAsync("input[value=lease]"));
        var auditor = await _office.Desk("sun-jing");
        await auditor.GotoAsync($"/cases/{number}/replay");
        await Office.Look(auditor, "replay");
        Assert.That(await auditor.InnerTextAsync("[data-moment]"), Does.Contain("第 3 条").And.Contain("核发营业执照"));
        await auditor.FocusAsync("#entry");
        await auditor.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(auditor.Locator("[data-moment]")).ToContainTextAsync("第 2 条");
        await Assertions
            .Expect(auditor.Locator("#entry"))
            .ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex("^第 2 条"));
        await auditor.ClickAsync("[data-step='-1']");
        await Assertions.Expect(auditor.Locator("[data-moment]")).ToContainTextAsync("第 1 条");
        Assert.That(auditor.Url, Does.EndWith("entry=1"));
        var phone = await _office.Desk("sun-jing", "en-US", isPhone: true, isDark: true);
        await phone.GotoAsync($"/cases/{number}/replay?entry=2");
        await Office.Look(phone, "phone-replay");
    }

    private async Task<string> Apply()
    {
        var applicant = await _office.Desk("chen-jie");
        await applicant.GotoAsync("/lodge");
        await Office.Look(applicant, "matters");
        await applicant.ClickAsync("text=三证联办");
        await applicant.FillAsync("[name='in.form.name']", "示范市晨光商贸有限公司");
        await applicant.SelectOptionAsync("[name='in.form.premises']", "租赁");
        await applicant.CheckAsync("input[value=application]");
        await Office.Look(applicant, "application");
        await applicant.ClickAsync("button.main");
        await applicant.WaitForURLAsync("**/cases/*");
        return new Uri(applicant.Url).Segments[^1];
    }

    // From the inbox to the case, from its bar to the form, and confirmed: two clicks beside what is filled in.
    private static async Task Do(IPage page, string number, string deed, Func<IPage, Task>? fill = null, string? picture = null)
    {
        await page.GotoAsync($"/cases/{number}");
        await page.ClickAsync($".deed.main:has(b:text-is('{deed}'))");
        if (fill is not null)
            await fill(page);
        if (picture is not null)
            await Office.Look(page, picture);
        await page.ClickAsync("button.main");
        await page.WaitForURLAsync("**done=**");
    }

    private void Move(string to) => _office.Host.Time.Now = DateTimeOffset.Parse(to);
}
