using System.Text.Json.Nodes;

namespace Workflow.Tests.Host.Cases;

/// <summary>An application on paper over HTTP: who stands at the window has no account, and the window acts for them.</summary>
public sealed class VisitorTests
{
    private const string Party = """
        {"role": "applicant", "name": "示范市青禾餐饮店", "identity": {"kind": "resident-id", "number": "310101199001011234"}, "agent": {"name": "孙某", "mandate": "授权委托书"}}
        """;

    private const string Supplement =
        """{"do": "complete", "step": "supplement", "outcome": "done", "materials": ["application", "lease"]}""";

    private const string Told = """
        {"do": "complete", "step": "supplement-delivery", "outcome": "done", "fields": {"served-on": "2014-05-06", "method": "直接送达", "signed-by": "孙某", "relation": "代理人、代收人"}}
        """;

    private const string OnPaper = "?for=visitor%201&proof=%E8%A1%A5%E6%AD%A3%E6%9D%90%E6%96%99";

    private RunningHost _host = null!;
    private string _number = null!;

    [SetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        var lodged = await _host.Post("/api/cases", "wang-fang", Lodging(Party));
        Assert.That(lodged.Status, Is.EqualTo(201), lodged.Text);
        _number = (string)lodged.Json["case"]!;
        await Act("wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""", "");
        await Act("wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "supplement"}""", "");
        await Act("wang-fang", Told, "");
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_citizen_takes_in_nobody()
    {
        var answer = await _host.Post("/api/cases", "chen-jie", Lodging(Party));
        Assert.That((answer.Status, (string)answer.Json["code"]!), Is.EqualTo((422, "party.no_account")));
    }

    [Test]
    public async Task What_they_showed_is_sealed_and_opened_for_the_offices_alone()
    {
        var seen = await _host.Get($"/api/cases/{_number}", "wang-fang");
        Assert.That(seen.Text, Does.Contain("visitor 1").And.Not.Contain("310101199001011234").And.Not.Contain("孙某"));
        var opened = await _host.Get($"/api/cases/{_number}/personal", "wang-fang");
        Assert.That(opened.Text, Does.Contain("310101199001011234").And.Contain("孙某").And.Contain("授权委托书"));
    }

    [Test]
    public async Task The_list_of_work_of_the_window_says_for_whom_it_acts_by_paper()
    {
        var tasks = (await _host.Get("/api/work?limit=200", "wang-fang")).Json["items"]!.AsArray();
        var task = tasks.Single(t => (string)t!["case"]! == _number)!;
        Assert.That(
            ((string)task["step"]!, (string)task["for"]!, (string)task["byPaperFor"]!),
            Is.EqualTo(("supplement", "visitor 1", "示范市青禾餐饮店"))
        );
        Assert.That((await _host.Get("/api/work?limit=200", "li-ming")).Text, Does.Not.Contain(_number));
        var offered = (await _host.Get($"/api/cases/{_number}", "wang-fang")).Json["actions"]!.AsArray();
        Assert.That(offered.Any(a => (string?)a!["for"] == "visitor 1" && (string?)a["target"] == "supplement"), Is.True);
    }

    [Test]
    public async Task The_window_supplements_on_paper_and_nobody_else_does()
    {
        Assert.That(await Refused("wang-fang", "?for=visitor%201"), Is.EqualTo("party.paper_missing"));
        Assert.That(await Refused("li-ming", OnPaper), Is.EqualTo("party.not_the_window"));
        await Act("wang-fang", Supplement, OnPaper);
        var timeline = await _host.Get($"/api/cases/{_number}/timeline", "wang-fang");
        Assert.That(timeline.Text, Does.Contain("\"for\":\"visitor 1\",\"forName\":\"示范市青禾餐饮店\"").And.Contain("补正材料"));
    }

    [Test]
    public async Task One_of_another_system_is_served_by_the_post_that_is_told_and_their_papers_are_sealed()
    {
        Assert.That((await Adopt("nobody")).Code, Is.EqualTo("party.no_account"));
        var adopted = await Adopt("window");
        Assert.That(adopted.Status, Is.EqualTo(201), adopted.Text);
        _number = (string)adopted.Json["case"]!;
        await Act("wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""", "");
        await Act(
            "wang-fang",
            """{"do": "complete", "step": "acceptance", "outcome": "supplement", "materials": [], "reasons": "申请书未签名"}""",
            ""
        );
        await Act("wang-fang", Told, "");
        Assert.That(await Refused("qian-jin", OnPaper), Is.EqualTo("party.not_the_window"));
        await Act("wang-fang", Supplement, OnPaper);
        Assert.That(
            (await _host.Get($"/api/cases/{_number}/timeline?limit=200", "wang-fang")).Text,
            Does.Contain("visitor 1").And.Not.Contain("310101199001011234")
        );
    }

    private Task<HostAnswer> Adopt(string office)
    {
        var party = JsonNode.Parse(Party)!;
        party["window"] = new JsonObject { ["organisation"] = office, ["role"] = "clerk" };
        var body = new JsonObject
        {
            ["process"] = "three-certificates",
            ["system"] = "旧系统",
            ["number"] = "旧-19",
            ["lodgedOn"] = "2014-05-05",
            ["parties"] = new JsonArray(party),
            ["form"] = new JsonObject { ["name"] = "示范市青禾餐饮店", ["premises"] = "自有" },
            ["materials"] = new JsonArray("application"),
            ["at"] = new JsonArray("receive"),
            ["document"] = "移交〔2014〕4号",
            ["reasons"] = "新系统上线",
        };
        return _host.Post("/api/adoptions", "qian-jin", body.ToJsonString());
    }

    private async Task Act(string person, string command, string query)
    {
        var answer = await _host.Post($"/api/cases/{_number}/commands{query}", person, command);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
    }

    private async Task<string> Refused(string person, string query) =>
        (string)(await _host.Post($"/api/cases/{_number}/commands{query}", person, Supplement)).Json["code"]!;

    private static string Lodging(string party)
    {
        var body = JsonNode.Parse(RunningHost.Lodging)!;
        body["parties"] = new JsonArray(JsonNode.Parse(party));
        body["form"]!["premises"]!["text"] = "租赁";
        return body.ToJsonString();
    }
}
