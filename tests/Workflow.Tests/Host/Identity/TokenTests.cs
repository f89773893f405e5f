using Dapper;
using Workflow.Host.Identity;
using Workflow.Host.Opening;

namespace Workflow.Tests.Host.Identity;

/// <summary>A token ends: by itself, by its owner, by an administrator, and with the demonstration it was made for.</summary>
[TestFixture]
public sealed class TokenTests
{
    private RunningHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Without_another_word_a_token_holds_for_90_days()
    {
        await using var host = await RunningHost.Start();
        var token = host.Token("li-ming");
        host.Time.Now = host.Time.Now.AddDays(90).AddTicks(-1);
        Assert.That(await host.Status("/api/me", ("Authorization", $"Bearer {token}")), Is.EqualTo(200));
        host.Time.Now = host.Time.Now.AddTicks(1);
        Assert.That(await host.Status("/api/me", ("Authorization", $"Bearer {token}")), Is.EqualTo(401));
    }

    [TestCase("bearer")]
    [TestCase("BEARER")]
    public async Task The_scheme_is_known_however_it_is_spelt(string scheme) =>
        Assert.That(await Status(_host.Token("li-ming"), scheme), Is.EqualTo(200));

    [Test]
    public async Task Everybody_ends_their_own_and_no_others()
    {
        var (mine, other) = (_host.Token("li-ming"), _host.Token("wang-fang"));
        var listed = (await _host.Get("/api/tokens", "li-ming")).Json.AsArray().Select(t => t!["person"]!.GetValue<string>()).Distinct();
        Assert.That(listed, Is.EqualTo(new[] { "li-ming" }));
        Assert.That((await Delete(Id(other), "li-ming")).Code, Is.EqualTo("identity.token_unknown"));
        Assert.That((await Delete(Id(mine), "li-ming")).Status, Is.EqualTo(204));
        Assert.That((await Status(mine), await Status(other)), Is.EqualTo((401, 200)));
    }

    [Test]
    public async Task An_administrator_sees_and_ends_all()
    {
        var other = _host.Token("wang-fang");
        Assert.That((await _host.Get("/api/tokens?person=wang-fang", "li-ming")).Code, Is.EqualTo("identity.tokens_of_others"));
        var listed = (await _host.Get("/api/tokens?person=wang-fang", "lu-ping")).Json.AsArray();
        Assert.That(listed.Select(t => t!["person"]!.GetValue<string>()), Is.Not.Empty.And.All.EqualTo("wang-fang"));
        Assert.That(listed.Single(t => (string?)t!["id"] == Id(other))!["purpose"]!.GetValue<string>(), Is.EqualTo("test"));
        Assert.That((await Delete(Id(other), "lu-ping")).Status, Is.EqualTo(204));
        Assert.That(await Status(other), Is.EqualTo(401));
    }

    [TestCase("")]
    [TestCase("%25")]
    [TestCase("0000000000000000000000000000")]
    public async Task What_names_no_token_ends_none(string id)
    {
        _host.Token("wang-fang");
        Assert.That((await Delete(id.Length == 0 ? "x" : id, "lu-ping")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Whatever_a_token_was_for_the_end_of_all_ends_it()
    {
        await using var host = await RunningHost.Start();
        var tokens = host.Part<BearerTokens>();
        var (demo, test) = (tokens.Issue("li-ming", Demonstration.Purpose), tokens.Issue("li-ming", "test"));
        Assert.That(tokens.EndAllOf("li-ming"), Is.EqualTo(2));
        Assert.That((tokens.PersonOf(demo), tokens.PersonOf(test)), Is.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public async Task No_demonstration_runs_on_a_ledger_that_was_not_begun_as_one()
    {
        await using var host = await RunningHost.Start();
        await host.Lodge();
        Assert.That(
            () => LedgerMarks.RequireSimulated(host.Place.Database, host.Time.Now),
            Throws.InstanceOf<OpeningRefusedException>().With.Property("Message").Contains("opening.real_ledger")
        );
    }

    [Test]
    public async Task No_demonstration_begins_before_its_last_entry()
    {
        await using var host = await RunningHost.Start();
        LedgerMarks.RequireSimulated(host.Place.Database, host.Time.Now);
        await host.Lodge();
        Assert.That(() => LedgerMarks.RequireSimulated(host.Place.Database, host.Time.Now.AddHours(-3)), Throws.Nothing, "the same day");
        Assert.That(
            () => LedgerMarks.RequireSimulated(host.Place.Database, host.Time.Now.AddDays(-1)),
            Throws.InstanceOf<OpeningRefusedException>().With.Property("Message").Contains("opening.later_ledger")
        );
    }

    [Test]
    public async Task Nothing_real_is_served_from_a_ledger_of_simulated_days()
    {
        await using var host = await RunningHost.Start();
        var file = Path.Combine(Path.GetDirectoryName(host.DatabaseFile)!, "other.db");
        await LedgerMarks.RequireSimulated(file, host.Time.Now);
        await LedgerMarks.RequireReal(file);
        await LedgerMarks.RequireReal(file);
        LedgerMarks.RequireSimulated(host.Place.Database, host.Time.Now);
        await host.Lodge();
        Assert.That(
            () => LedgerMarks.RequireReal(host.DatabaseFile),
            Throws.InstanceOf<OpeningRefusedException>().With.Property("Message").Contains("opening.simulated_ledger")
        );
    }

    [Test]
    public async Task A_row_neither_makes_a_ledger_one_of_simulated_days_nor_a_real_one()
    {
        await _host.Lodge();
        using var connection = _host.Place.Database.Connect();
        connection.Execute("insert into host_marks (name, value) values ('demonstration', '2014-05-06T00:00:00.0000000+00:00')");
        Assert.That(
            () => LedgerMarks.RequireSimulated(_host.Place.Database, _host.Time.Now),
            Throws.InstanceOf<OpeningRefusedException>().With.Property("Message").Contains("opening.real_ledger")
        );
        Assert.That(LedgerMarks.Wrong(_host.Place.Database).Single().Words, Does.Contain("no access log records that it was begun so"));
        var file = Path.Combine(Path.GetDirectoryName(_host.DatabaseFile)!, "story.db");
        await LedgerMarks.RequireSimulated(file, _host.Time.Now);
        await using var story = DatabaseFile.OpenExisting(file);
        using var rows = story.Connect();
        rows.Execute("delete from host_marks");
        rows.Execute(
            """
            insert into heads (case_no, entry_no, hash, last_at, stage, process, definition, lodged_on)
            values ('A-1', 1, '', '2014-05-06T00:00:00.0000000Z', 'Open', '', '', '2014-05-06')
            """
        );
        Assert.That(
            () => LedgerMarks.RequireReal(file),
            Throws.InstanceOf<OpeningRefusedException>().With.Property("Message").Contains("opening.simulated_ledger")
        );
        Assert.That(LedgerMarks.Wrong(story).Single().Words, Does.Contain("but its mark is gone"));
    }

    [Test]
    public async Task The_caller_learns_who_they_are()
    {
        var me = (await _host.Get("/api/me", "lu-ping")).Json;
        Assert.That(
            (
                me["name"]!.GetValue<string>(),
                me["administers"]!.GetValue<bool>(),
                me["readsAllCases"]!.GetValue<bool>(),
                me["today"]!.GetValue<string>()
            ),
            Is.EqualTo(("陆平", true, false, "2014-05-06"))
        );
        Assert.That(me["posts"]![0]!.ToJsonString(), Is.EqualTo("""{"organisation":"data","role":"administrator"}"""));
    }

    private Task<HostAnswer> Delete(string id, string person) => _host.Send(HttpMethod.Delete, $"/api/tokens/{id}", person);

    private static string Id(string token) => BearerTokens.Hash(token)[..12];

    private Task<int> Status(string token, string scheme = "Bearer") => _host.Status("/api/me", ("Authorization", $"{scheme} {token}"));
}
