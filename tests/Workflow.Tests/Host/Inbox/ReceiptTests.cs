using System.Text.Json.Nodes;
using Dapper;
using Workflow.Storage.Proofs.Rebuilding;

namespace Workflow.Tests.Host.Inbox;

/// <summary>Who of those who were told has read the case since, by the access log. Jiang Bo, of the housing office, has no part in three-certificates.</summary>
public sealed class ReceiptTests
{
    private RunningHost _host = null!;
    private string _number = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await RunningHost.Start();

    // A day and a case of its own for each test; of the lists only that case is looked at.
    [SetUp]
    public async Task Lodge()
    {
        _host.Time.Now = new DateTimeOffset(
            _host.Time.Now.ToOffset(TimeSpan.FromHours(8)).Date.AddDays(1).AddHours(9),
            TimeSpan.FromHours(8)
        );
        _number = await _host.Lodge();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_copy_is_unread_until_the_case_is_read_and_what_waits_in_memory_counts()
    {
        await _host.Get($"/api/cases/{_number}", "li-ming");
        _host.Time.Now += TimeSpan.FromHours(1);
        await Do("wang-fang", """{"do": "copy", "people": ["li-ming", "jiang-bo"]}""");
        Assert.That(await Receipts(), Is.EqualTo("jiang-bo copy unread, li-ming copy unread"));
        _host.Time.Now += TimeSpan.FromHours(1);
        await _host.Get($"/api/cases/{_number}", "li-ming");
        _host.Time.Now += TimeSpan.FromHours(1);
        await _host.Get($"/api/cases/{_number}/timeline", "li-ming");
        Assert.That(await Receipts(), Is.EqualTo("jiang-bo copy unread, li-ming copy 11:00-12:00"));
    }

    [Test]
    public async Task Who_was_drawn_in_or_urged_is_listed_too_each_holder_of_a_post()
    {
        await Do("wang-fang", """{"do": "consult", "step": "receive", "question": "有何意见", "person": "li-ming"}""");
        await Do("qian-jin", """{"do": "urge", "step": "receive", "text": "请尽快"}""");
        await _host.Get($"/api/cases/{_number}", "zhou-li");
        Assert.That(
            await Receipts(),
            Is.EqualTo("li-ming drawn-in unread, li-ming urged unread, wang-fang urged unread, zhou-li urged 09:00-09:00")
        );
    }

    [Test]
    public async Task Who_got_a_copy_finds_the_case_in_both_lists_with_a_mark()
    {
        Assert.That((await Cases("jiang-bo"), await Copies("jiang-bo")), Is.EqualTo(("", "")));
        await Do("wang-fang", """{"do": "copy", "people": ["jiang-bo"], "step": "receive"}""");
        Assert.That((await Cases("jiang-bo"), await Copies("jiang-bo")), Is.EqualTo((_number, $"{_number} receive true")));
        await _host.Get($"/api/cases/{_number}", "jiang-bo");
        Assert.That(await Copies("jiang-bo"), Is.EqualTo($"{_number} receive false"));
        _host.Time.Now += TimeSpan.FromHours(1);
        await Do("wang-fang", """{"do": "copy", "people": ["jiang-bo", "li-ming"]}""");
        Assert.That(await Copies("jiang-bo"), Is.EqualTo($"{_number}  true, {_number} receive false"));
    }

    [TestCase("""{"do": "copy", "people": ["li-ming"]}""")]
    [TestCase("""{"do": "urge", "reader": "jiang-bo", "text": "请阅"}""")]
    [TestCase("""{"do": "urge", "step": "", "reader": "jiang-bo", "text": "请阅"}""")]
    public async Task About_the_case_as_a_whole_its_own_revision_counts(string command)
    {
        await Do("wang-fang", """{"do": "copy", "people": ["jiang-bo"]}""");
        var revision = (await _host.Get($"/api/cases/{_number}", "wang-fang")).Json["revision"]!.GetValue<long>();
        Assert.That(
            (await _host.Do(_number, "wang-fang", command, ("If-Match", $"\"{revision - 1}\""))).Code,
            Is.EqualTo("step.revision_changed")
        );
        Assert.That((await _host.Do(_number, "wang-fang", command, ("If-Match", $"\"{revision}\""))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Who_has_not_read_a_copy_is_urged_sees_it_and_once_they_have_read_is_not_urged_again()
    {
        const string Urge = """{"do": "urge", "step": "", "reader": "jiang-bo", "text": "请阅"}""";
        Assert.That((await _host.Do(_number, "wang-fang", Urge)).Code, Is.EqualTo("copy.none"));
        await Do("wang-fang", """{"do": "copy", "people": ["jiang-bo"]}""");
        await Do("wang-fang", Urge);
        Assert.That(await Receipts(), Is.EqualTo("jiang-bo copy unread, jiang-bo urged unread"));
        Assert.That((await Copy("jiang-bo"))["urged"]!["text"]!.GetValue<string>(), Is.EqualTo("请阅"));
        Assert.That((await _host.Do(_number, "wang-fang", Urge)).Code, Is.EqualTo("urge.reader_again"));
        await _host.Get($"/api/cases/{_number}", "jiang-bo");
        Assert.That((await _host.Do(_number, "qian-jin", Urge)).Code, Is.EqualTo("copy.read"));
        Assert.That((await Copy("jiang-bo"))["urged"], Is.Null);
        _host.Time.Now += TimeSpan.FromHours(1);
        await Do("wang-fang", """{"do": "copy", "people": ["jiang-bo"]}""");
        await Do("qian-jin", Urge);
    }

    [Test]
    public async Task The_lists_are_functions_of_the_ledger()
    {
        await Do("wang-fang", """{"do": "copy", "people": ["jiang-bo", "li-ming"]}""");
        var rebuild = new Rebuild(_host.Place.Database, _host.Place.Processes);
        Assert.That(rebuild.Compare(), Is.Empty);
        using (var connection = _host.Place.Database.Connect())
            connection.Execute(
                "delete from copy_rows where reader = 'person jiang-bo' and case_no = @number; delete from viewer_rows where viewer = 'person jiang-bo' and case_no = @number",
                new { number = _number }
            );
        Assert.That(rebuild.Compare().Select(d => d.Table), Is.EquivalentTo(new[] { "copy_rows", "viewer_rows" }));
        await rebuild.Replace();
        Assert.That((rebuild.Compare().Length, await Copies("jiang-bo")), Is.EqualTo((0, $"{_number}  true")));
    }

    [Test]
    public async Task Receipts_are_for_the_offices_that_take_part_and_for_who_reads_all()
    {
        await Do("wang-fang", """{"do": "copy", "people": ["jiang-bo"]}""");
        foreach (
            var (person, code) in new[]
            {
                ("chen-jie", "case.receipts_not_visible"),
                ("jiang-bo", "case.receipts_not_visible"),
                ("liu-yang", "case.not_visible"),
            }
        )
            Assert.That((await _host.Get($"/api/cases/{_number}/receipts", person)).Code, Is.EqualTo(code), person);
        Assert.That((await _host.Get($"/api/cases/{_number}/receipts", "xu-min")).Status, Is.EqualTo(200));
        Assert.That((await _host.Get("/api/cases/nowhere/receipts", "xu-min")).Code, Is.EqualTo("case.unknown_number"));
    }

    private async Task Do(string person, string command)
    {
        var answer = await _host.Do(_number, person, command);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
    }

    private async Task<string> Receipts() =>
        string.Join(
            ", ",
            (await _host.Get($"/api/cases/{_number}/receipts", "wang-fang")).Json.AsArray().Select(Receipt).Order(StringComparer.Ordinal)
        );

    private static string Receipt(JsonNode? item) =>
        $"{item!["person"]} {item["why"]} {(item["unread"]!.GetValue<bool>() ? "unread" : $"{Hour(item["firstReadAt"]!)}-{Hour(item["lastReadAt"]!)}")}";

    private static string Hour(JsonNode moment) => moment.GetValue<DateTimeOffset>().ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm");

    private async Task<string> Cases(string person) =>
        string.Join(
            ", ",
            (await _host.Get("/api/cases", person)).Json["items"]!
                .AsArray()
                .Select(i => $"{i!["number"] ?? i["case"]}")
                .Where(n => n == _number)
        );

    private async Task<JsonNode> Copy(string person) =>
        (await _host.Get("/api/copies", person)).Json["items"]!.AsArray().First(i => $"{i!["case"]}" == _number)!;

    private async Task<string> Copies(string person) =>
        string.Join(
            ", ",
            (await _host.Get("/api/copies", person)).Json["items"]!
                .AsArray()
                .Where(i => $"{i!["case"]}" == _number)
                .Select(i => $"{i!["case"]} {i["step"]} {i["unread"]}")
        );
}
