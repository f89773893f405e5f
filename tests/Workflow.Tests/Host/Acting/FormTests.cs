using System.Reflection;
using System.Text.Json.Serialization;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Access;
using Workflow.Storage.Access;

namespace Workflow.Tests.Host.Acting;

/// <summary>What an action asks, whom it may name and what would come of it, over HTTP.</summary>
public sealed class FormTests
{
    private RunningHost _host = null!;
    private string _number = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await RunningHost.Start();
        _number = await _host.Lodge();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("licence", "grant", "numbers.business-licence Line true", "reasons Passage false")]
    [TestCase("receive", "done", "materials Several false", "reasons Passage false")]
    [TestCase(
        "delivery",
        "done",
        "fields.served-on Day true",
        "fields.method Choice true",
        "fields.signed-by Passage false",
        "fields.relation Choice false",
        "fields.place Passage false",
        "fields.witness Passage false",
        "fields.photos Line false",
        "fields.entrusted Passage false",
        "fields.posted-on Day false",
        "fields.postal-number Passage false",
        "fields.consent Passage false",
        "fields.system Passage false",
        "reasons Passage false"
    )]
    public async Task An_outcome_asks_for_its_fields_materials_numbers_and_reasons(string step, string outcome, params string[] inputs)
    {
        var form = (await _host.Get($"/api/cases/{_number}/form?action=complete&target={step}&choice={outcome}", "li-ming")).Json;
        Assert.That(form["inputs"]!.AsArray().Select(i => $"{i!["name"]} {i["kind"]} {i["required"]}"), Is.EqualTo(inputs));
    }

    [Test]
    public async Task An_action_that_nobody_fills_in_is_refused()
    {
        var refused = await _host.Get($"/api/cases/{_number}/form?action=expire-clock", "li-ming");
        Assert.That((refused.Status, refused.Code), Is.EqualTo((400, "request.among")));
    }

    [Test]
    public async Task Whom_it_may_name_is_told_with_what_bars_the_others()
    {
        var people = (await _host.Get($"/api/cases/{_number}/candidates?action=transfer&target=receive", "wang-fang")).Json.AsArray();
        var free = people.Where(p => p!["barredBy"] is null).Select(p => (string)p!["id"]!);
        Assert.That(free, Is.EquivalentTo(new[] { "zhou-li", "gao-yang" }));
        Assert.That(
            people.First(p => (string)p!["id"]! == "li-ming")!["barredBy"]!["code"]!.ToString(),
            Is.EqualTo("transfer.other_office")
        );
    }

    // What an action must say besides whom it names is supposed for each, or the door could not be asked.
    [TestCase("transfer", "receive")]
    [TestCase("delegate", "receive")]
    [TestCase("add-signer", "receive&choice=before")]
    [TestCase("consult", "receive")]
    [TestCase("copy", "receive")]
    [TestCase("urge", "")]
    [TestCase("record-attendance", "receive")]
    public async Task Of_every_action_that_names_people_the_door_can_be_asked_about_each(string action, string target)
    {
        var about = target == "" ? "" : $"&target={target}";
        var answer = await _host.Get($"/api/cases/{_number}/candidates?action={action}{about}", "wang-fang");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(answer.Json.AsArray(), Is.Not.Empty);
    }

    // One officer completes the receiving; a reminder about a step goes to whoever has it; a party is whoever the applicant says.
    [TestCase("complete", "receive&choice=done")]
    [TestCase("urge", "receive")]
    [TestCase("add-party", "applicant")]
    public async Task Where_an_action_names_nobody_of_the_offices_there_is_nobody_to_choose(string action, string target)
    {
        var answer = await _host.Get($"/api/cases/{_number}/candidates?action={action}&target={target}", "wang-fang");
        Assert.That((answer.Status, answer.Json.AsArray().Count), Is.EqualTo((200, 0)), answer.Text);
    }

    [Test]
    public async Task What_would_come_of_a_command_is_told_and_nothing_is_written()
    {
        var before = (await _host.Get($"/api/cases/{_number}", "wang-fang")).Json["revision"]!.ToString();
        var told = await _host.Post(
            $"/api/cases/{_number}/preview",
            "wang-fang",
            """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}"""
        );
        Assert.That(told.Json["documents"]!.AsArray().Select(d => $"{d!["document"]}"), Is.EqualTo(new[] { "receipt" }));
        Assert.That(told.Json["opens"]!.AsArray().Select(s => $"{s!["key"]}"), Is.EqualTo(new[] { "acceptance" }));
        Assert.That((await _host.Get($"/api/cases/{_number}", "wang-fang")).Json["revision"]!.ToString(), Is.EqualTo(before));
        await _host.Part<AccessBatch>().Flush(default);
        var looks = new AccessReads(_host.Place.Database).Page(null, null, 100);
        Assert.That(looks.Select(l => l.Record.What), Has.Some.EqualTo("POST /api/cases/{number}/preview"));
    }

    [Test]
    public async Task Each_command_that_a_person_fills_in_has_its_form()
    {
        // These come with a file, from a rule, from another system, or with a mapping that is written by hand.
        string[] others = ["lodge", "attach", "expire-clock", "rederive-clocks", "adopt", "migrate", "name-called", "seal-lots", "redraw"];
        var refused = (await _host.Get($"/api/cases/{_number}/form?action=expire-clock", "li-ming")).Json;
        var known = refused["values"]!["known"]!.AsArray().Select(k => $"{k}");
        var commands = typeof(CaseCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(d => $"{d.TypeDiscriminator}");
        Assert.That(known.Concat(others), Is.EquivalentTo(commands));
    }

    [TestCase("zh", @"^\p{IsCJKUnifiedIdeographs}")]
    [TestCase("en", "^[A-Z]")]
    public async Task No_input_is_without_its_word(string language, string word)
    {
        var asked = 0;
        foreach (var command in typeof(CaseCommand).GetCustomAttributes<JsonDerivedTypeAttribute>().Some())
        {
            var form = await _host.Get(
                $"/api/cases/{_number}/form?action={command.TypeDiscriminator}&target=receive&choice=done",
                "wang-fang",
                ("Accept-Language", language)
            );
            if (form.Status != 200)
                continue;
            asked++;
            foreach (var input in form.Json["inputs"]!.AsArray())
                Assert.That($"{input!["title"]}", Does.Match(word), $"{command.TypeDiscriminator} {input["name"]}");
        }

        Assert.That(asked, Is.EqualTo(37));
    }
}
