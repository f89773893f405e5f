namespace Workflow.Tests.Host.Cases;

/// <summary>What people of an office do with one another, over HTTP.</summary>
public sealed class OfficeWalkTests
{
    [Test]
    public async Task A_task_is_handed_over_signed_and_taken_back()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        await Done(
            host,
            number,
            "wang-fang",
            """{"do": "add-signer", "step": "receive", "person": "zhou-li", "place": "Before", "reasons": "请核对"}"""
        );
        var waits = await host.Do(number, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done"}""");
        Assert.That((waits.Status, waits.Code), Is.EqualTo((409, "step.signer_waits")));
        Assert.That(await Inbox(host, "zhou-li"), Does.Contain("receive before:1"));
        await Done(host, number, "zhou-li", """{"do": "reply", "step": "receive", "opinion": "无误"}""");
        await Done(host, number, "wang-fang", """{"do": "transfer", "step": "receive", "person": "zhou-li", "reasons": "休假"}""");
        Assert.That((await Inbox(host, "wang-fang"), await Inbox(host, "zhou-li")), Is.EqualTo(("", "receive window.clerk")));
        await Done(host, number, "zhou-li", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        var handedOver = await host.Do(number, "zhou-li", """{"do": "take-back", "step": "receive"}""");
        Assert.That((handedOver.Status, handedOver.Code), Is.EqualTo((409, "document.handed_over")), "the applicant has the receipt");
        await Done(host, number, "zhou-li", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
        await Done(
            host,
            number,
            "li-ming",
            """{"do": "complete", "step": "licence", "outcome": "grant", "numbers": {"business-licence": "310115000000001"}}"""
        );
        await Done(host, number, "li-ming", """{"do": "take-back", "step": "licence"}""");
        Assert.That(await Inbox(host, "li-ming"), Does.Contain("licence aic.officer"));
    }

    [Test]
    public async Task A_party_is_told_in_writing_and_nothing_else_moves()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        const string notice = """{"do": "notify", "party": "applicant", "text": "材料以电子件为准"}""";
        var before = await Entries(host, number);
        await Done(host, number, "wang-fang", notice);
        await Done(host, number, "wang-fang", notice.Replaced("}", """, "document": "告字1号"}"""));
        foreach (
            var (person, command, refused) in new[]
            {
                ("chen-jie", notice, (403, "case.not_yours")),
                ("wang-fang", notice.Replaced("applicant", "owner"), (422, "notify.no_party")),
                ("wang-fang", notice.Replaced("材料以电子件为准", " "), (422, "notify.empty")),
            }
        )
        {
            var answer = await host.Do(number, person, command);
            Assert.That((answer.Status, answer.Code), Is.EqualTo(refused));
        }

        var told = (await host.Get($"/api/cases/{number}/timeline", "chen-jie")).Text;
        Assert.That(told, Does.Contain("材料以电子件为准").And.Contain("告字1号"));
        Assert.That(await Inbox(host, "wang-fang"), Is.EqualTo("receive window.clerk"));
        Assert.That(await Entries(host, number), Is.EqualTo(before + 2));
    }

    private static async Task<int> Entries(RunningHost host, string number) =>
        (await host.Get($"/api/cases/{number}/timeline", "chen-jie")).Json["items"]!.AsArray().Count;

    [Test]
    public async Task Many_commands_have_a_result_each()
    {
        await using var host = await RunningHost.Start();
        var (one, other) = (await host.Lodge(), await host.Lodge());
        const string received = """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""";
        var answer = await host.Post(
            "/api/commands",
            "wang-fang",
            $$"""
            [{"case": "{{one}}", "command": {{received}}, "key": "a"}, {"case": "nowhere", "command": {{received}}},
             {"case": "{{one}}", "command": {{received}}, "key": "a"}, {"case": "{{one}}", "command": {{received}}}, {"case": "{{other}}", "command": {{received}}}]
            """
        );
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(
            answer.Json["items"]!.AsArray().Select(i => i!["code"]?.GetValue<string>() ?? "done"),
            Is.EqualTo(new[] { "done", "case.unknown_number", "done", "step.not_open", "done" })
        );
        Assert.That(
            answer.Json["items"]!.AsArray().Where(i => i!["done"]!.GetValue<bool>()).Select(i => i!["entry"]!.GetValue<int>()),
            Is.EqualTo(new[] { 2, 2, 2 })
        );
    }

    [Test]
    public async Task What_somebody_who_has_left_holds_goes_to_a_colleague()
    {
        const string post = "wang-fang: {name: 王芳, posts: [{office: window, role: clerk, from: 2010-01-01";
        using var folder = new ChangedDefinitions("register.yaml", post, post + ", to: 2014-05-06");
        await using var host = await RunningHost.Start(definitions: folder.Path);
        var (one, other, third) = (await host.Lodge(), await host.Lodge(), await host.Lodge());
        foreach (var number in new[] { one, other, third })
        {
            await Done(
                host,
                number,
                "wang-fang",
                """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}"""
            );
            await Done(host, number, "wang-fang", """{"do": "claim", "step": "acceptance"}""");
        }

        host.Time.Now = DateTimeOffset.Parse("2014-05-07T09:00:00+08:00");
        const string accept = """{"do": "complete", "step": "acceptance", "outcome": "accept"}""";
        const string handover = """{"from": "wang-fang", "to": "zhou-li", "reasons": "调离"}""";
        Assert.That((await host.Do(one, "wang-fang", accept)).Status, Is.EqualTo(403));
        Assert.That((await host.Do(third, "zhou-li", accept)).Status, Is.EqualTo(200));
        Assert.That((await host.Post("/api/handovers", "wang-fang", handover)).Json["items"]!.AsArray(), Is.Empty);
        var answer = await host.Post("/api/handovers", "gao-yang", handover);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(
            (answer.Json["done"]!.GetValue<int>(), answer.Json["refused"]!.GetValue<int>(), answer.Json["more"]!.GetValue<bool>()),
            Is.EqualTo((2, 0, false)),
            answer.Text
        );
        Assert.That(answer.Json["items"]!.AsArray().Select(i => i!["case"]!.GetValue<string>()), Is.EqualTo(new[] { one, other }));
        foreach (var number in new[] { one, other })
            await Done(host, number, "zhou-li", accept);
    }

    [Test]
    public async Task What_the_caller_may_not_hand_over_stays_and_is_named()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        await Done(host, number, "wang-fang", """{"do": "claim", "step": "receive"}""");
        var stranger = await host.Post("/api/handovers", "liu-yang", """{"from": "wang-fang", "to": "liu-yang", "reasons": "调离"}""");
        Assert.That(stranger.Json["items"]!.AsArray(), Is.Empty);
        var colleague = await host.Post("/api/handovers", "zhou-li", """{"from": "wang-fang", "to": "zhou-li", "reasons": "调离"}""");
        Assert.That(colleague.Json["items"]!.AsArray().Select(i => i!["code"]!.GetValue<string>()), Is.EqualTo(new[] { "step.not_yours" }));
        Assert.That((await host.Post("/api/handovers", "zhou-li", """{"from": "wang-fang"}""")).Status, Is.EqualTo(400));
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("[{]")]
    public async Task A_body_that_is_no_list_is_refused_as_a_whole(string body)
    {
        await using var host = await RunningHost.Start();
        Assert.That((await host.Post("/api/commands", "wang-fang", body)).Status, Is.EqualTo(400));
    }

    [TestCase("""{"case": 1, "command": {}}""", "json.malformed", "'case' is expected to be a text")]
    [TestCase("null", "json.malformed", "an object with case and command is expected")]
    [TestCase("""{"case": "x", "command": {"do": "claim", "step": "receive"}, "more": 1}""", "json.malformed", "'more' is not known")]
    [TestCase("""{"case": "x", "command": {"do": "claim", "stepp": "receive"}}""", "json.malformed", "path $.stepp")]
    [TestCase(
        """{"case": "x", "case": "x", "command": {"do": "claim", "step": "receive"}}""",
        "json.malformed",
        "item 1, path $: 'case' appears twice."
    )]
    [TestCase(
        """{"case": "x", "key": 123, "command": {"do": "claim", "step": "receive"}}""",
        "json.malformed",
        "'key' is expected to be a text"
    )]
    [TestCase("""{"case": "x", "command": {"do": "claim", "step": "\ud800"}}""", "json.malformed", "surrogate")]
    [TestCase(
        """{"case": "x", "command": {"do": "expire-clock", "clock": "total"}}""",
        "command.rule_only",
        "Only rules give this command; people do not."
    )]
    public async Task An_item_of_the_wrong_shape_stops_no_other_and_is_told_by_its_number(string wrong, string code, string sentence)
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        var answer = await host.Post(
            "/api/commands",
            "wang-fang",
            $$"""
            [{{wrong}}, {"case": "{{number}}", "command": {"do": "claim", "step": "receive"} }]
            """
        );
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        var (first, second) = (answer.Json["items"]![0]!, answer.Json["items"]![1]!);
        Assert.Multiple(() =>
        {
            Assert.That((first["code"]!.GetValue<string>(), first["item"]!.GetValue<int>()), Is.EqualTo((code, 1)));
            Assert.That(
                first["sentence"]!.GetValue<string>(),
                Does.Contain(sentence).And.Contain(code == "json.malformed" ? "item 1" : "")
            );
            Assert.That((second["done"]!.GetValue<bool>(), second["item"]!.GetValue<int>()), Is.EqualTo((true, 2)));
        });
    }

    private static async Task Done(RunningHost host, string number, string person, string command)
    {
        var answer = await host.Do(number, person, command);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
    }

    private static async Task<string> Inbox(RunningHost host, string person) =>
        string.Join(
            ", ",
            (await host.Get("/api/work", person)).Json["items"]!
                .AsArray()
                .Select(i => $"{i!["step"]!.GetValue<string>()} {i["entitlement"]!.GetValue<string>()}")
        );
}
