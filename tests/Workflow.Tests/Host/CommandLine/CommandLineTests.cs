using System.Text.Json.Nodes;
using Dapper;
using Workflow.Definitions.Lint;
using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Tests.Host.CommandLine;

public sealed class CommandLineTests
{
    private static readonly string Process = Path.Combine(Repository.Definitions, "market", "three-certificates.yaml");

    [Test]
    public async Task Lint_of_the_product_finds_nothing()
    {
        var run = await Run("", "lint", Repository.Definitions, "--language", "zh");
        var english = await Run("", "lint", Repository.Definitions, "--language", "en");
        Assert.That((run.Exit, run.Out, run.Error.Trim()), Is.EqualTo((0, "", "未发现问题。")));
        Assert.That((english.Exit, english.Out, english.Error.Trim()), Is.EqualTo((0, "", "No problems.")));
    }

    [Test]
    public async Task Lint_follows_the_rules_and_the_profile_of_a_city()
    {
        var plain = await Run("", "lint", Process);
        var strict = await Run("", "lint", Process, "--profile", "four-steps-three-days", "--profile", "five-procedures");
        Assert.That((plain.Out, strict.Exit), Is.EqualTo(("", 0)));
        Assert.That(strict.Out, Does.Contain(" profile."));
    }

    [Test]
    public async Task Lint_help_lists_every_rule()
    {
        var help = (await Run("", "lint", "--help")).Out;
        Assert.That(LintRules.All.Where(r => !help.Contains(r.Code, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Test_plays_every_scenario_of_the_product()
    {
        var run = await Run("", "test", Repository.Definitions);
        Assert.That((run.Exit, run.Error.Trim()), Is.EqualTo((0, $"{ShippedStories.All().Count()} passed, 0 failed.")), run.Out);
        var json = JsonNode.Parse((await Run("", "test", Repository.Definitions, "--json")).Out)!;
        Assert.That(json["scenarios"]!.AsArray(), Has.Count.EqualTo(ShippedStories.All().Count()));
    }

    [Test]
    public async Task Test_tells_the_place_of_what_came_out_otherwise()
    {
        using var file = new WrongStory(
            "expect: {open: schedule, due: {joint: 2020-06-01}}",
            "expect: {open: schedule, due: {joint: 2020-06-02}}"
        );
        var run = await Run("", "test", file.Scenarios, "--definitions", Repository.Definitions, "--language", "en");
        var chinese = await Run("", "test", file.Scenarios, "--definitions", Repository.Definitions, "--language", "zh");
        Assert.That((run.Exit, chinese.Exit), Is.EqualTo((1, 1)));
        Assert.That(
            run.Out,
            Does.Match(
                @"FAIL .*\n  .*wrong\.scenarios\.yaml:\d+:\d+ error scenario\.expected Expected 'due' of 'joint' to be 2020-06-02, but it is 2020-06-01\.\n"
            )
        );
        Assert.That(
            chinese.Out,
            Does.Match(@"wrong\.scenarios\.yaml:\d+:\d+ 错误 scenario\.expected “joint”的“due”应为 2020-06-02，实为 2020-06-01。\n")
        );
        Assert.That(run.Error.Trim(), Is.EqualTo("0 passed, 1 failed."));
    }

    [TestCase("en", "FAIL {0}: the file has errors, and its scenarios were not played")]
    [TestCase("zh", "不通过 {0}: 文件有误，情景未演练")]
    public async Task Test_says_of_a_file_with_errors_that_nothing_was_played(string language, string line)
    {
        using var file = new WrongStory("expect:", "expects:");
        var run = await Run("", "test", file.Scenarios, "--definitions", Repository.Definitions, "--language", language);
        Assert.That(run.Exit, Is.EqualTo(1), run.Error);
        Assert.That(run.Out, Does.StartWith(string.Format(line, file.Scenarios)).And.Contain("expects"));
    }

    [Test]
    public async Task Run_prints_the_timeline_and_leaves_the_ledger_in_a_database()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-run-").FullName;
        var (database, sample) = (
            Path.Combine(folder, "story.db"),
            Path.Combine(Repository.Definitions, "..", "samples", "three-certificates")
        );
        var played = await Run("", "run", Path.Combine(sample, "story.yaml"), "--definitions", Repository.Definitions, "--language", "zh");
        var kept = await Run(
            "",
            "run",
            Path.Combine(sample, "story.yaml"),
            "--definitions",
            Repository.Definitions,
            "--language",
            "zh",
            "--database",
            database
        );
        Assert.That((played.Exit, played.Out), Is.EqualTo((0, await File.ReadAllTextAsync(Path.Combine(sample, "timeline.approved.txt")))));
        Assert.That((kept.Exit, kept.Out), Is.EqualTo((0, played.Out)));
        Assert.That(
            (await Run("", "verify", "--language", "en", "--database", database)).Exit
                + (await Run("", "rebuild", "--language", "en", "--check", "--database", database)).Exit,
            Is.Zero
        );
        Assert.That((await Run("", "cases", "--database", database)).Out, Does.Contain("XN-GS-0001-2014-000001"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Run_of_a_story_that_came_out_otherwise_tells_where_and_fails()
    {
        using var file = new WrongStory("due: {joint: 2020-06-01}", "due: {joint: 2020-06-02}");
        var run = await Run("", "run", file.Story, "--definitions", Repository.Definitions, "--json");
        Assert.That((run.Exit, JsonNode.Parse(run.Out)!["days"]!.AsArray().Count > 0), Is.EqualTo((1, true)));
        Assert.That(run.Error, Does.Match(@"story\.yaml:\d+:\d+ error scenario\.expected "));
    }

    [Test]
    public async Task Lint_tells_file_line_column_severity_code_sentence_and_hint()
    {
        using var file = new BrokenProcess();
        var run = await Run("", "lint", file.Path, "--language", "en");
        var chinese = await Run("", "lint", file.Path, "--language", "zh");
        Assert.That((run.Exit, chinese.Exit), Is.EqualTo((1, 1)));
        Assert.That(run.Out, Does.Match(@"broken\.yaml:\d+:\d+ error [a-z_]+\.[a-z_]+ .+\. Did you mean 'steps'\?\n"));
        Assert.That(chinese.Out, Does.Match(@"broken\.yaml:\d+:\d+ 错误 [a-z_]+\.[a-z_]+ .+。是否想写“steps”？\n"));
    }

    [Test]
    public async Task Lint_writes_sarif()
    {
        using var file = new BrokenProcess();
        var sarif = JsonNode.Parse((await Run("", "lint", file.Path, "--format", "sarif")).Out)!;
        Assert.That(sarif["version"]!.GetValue<string>(), Is.EqualTo("2.1.0"));
        var result = sarif["runs"]![0]!["results"]![0]!;
        Assert.That(result["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!.GetValue<int>(), Is.GreaterThan(0));
        Assert.That(
            sarif["runs"]![0]!["tool"]!["driver"]!["rules"]![result["ruleIndex"]!.GetValue<int>()]!["id"]!.GetValue<string>(),
            Is.EqualTo(result["ruleId"]!.GetValue<string>())
        );
    }

    [Test]
    public async Task Due_answers_every_row_and_a_bad_one_does_not_stop_the_rest()
    {
        var run = await Run(
            "id,from,limit,pauses,roll\na,2014-05-06,5 working days,,\nb,never,5 working days,,\nc,2014-05-06,5 days,,\n",
            "due",
            "--definitions",
            Repository.Definitions
        );
        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Out.Split('\n').Select(l => l.Split(',')[0]), Is.EqualTo(new[] { "id", "a", "b", "c", "" }));
        Assert.That(run.Out, Does.Contain("a,2014-05-13,final"));
    }

    [Test]
    public async Task A_ledger_is_listed_replayed_verified_and_rebuilt()
    {
        await using var host = await RunningHost.Start();
        LedgerMarks.RequireSimulated(host.Place.Database, host.Time.Now);
        var number = await host.Lodge();
        var database = host.DatabaseFile;
        Assert.That(
            JsonNode.Parse((await Run("", "cases", "--database", database, "--json")).Out)!.AsArray().Single()!["case"]!.GetValue<string>(),
            Is.EqualTo(number)
        );
        Assert.That((await Run("", "cases", "--database", database)).Out, Does.Contain(number));
        string[] open = ["cases", "--database", database, "--stage", "open", "--process", "three-certificates"];
        Assert.That((await Run("", open)).Out, Does.Contain(number));
        Assert.That((await Run("", [.. open, "--party", "别人"])).Out, Does.Not.Contain(number));
        Assert.That((await Run("", "cases", "--database", database, "--stage", "closed")).Out, Does.Not.Contain(number));
        Assert.That((await Run("", "cases", "--database", database, "--stage", "frob")).Exit, Is.Not.Zero);
        Assert.That(
            (await Run("", "replay", number, "--database", database, "--language", "zh")).Out,
            Does.Contain("递交申请").And.Contain("立案，案号").And.Contain("可以")
        );
        // The host's day is in 2014. What was looked at today stands before what it records from here on.
        await host.Get($"/api/cases/{number}/timeline", "chen-jie");
        Assert.That((await Run("", "verify", "--database", database)).Out, Does.Contain("every chain holds").And.Contain("no difference"));
        Assert.That((await Run("", "rebuild", "--database", database)).Out, Does.Contain("Every row is what the ledger entails."));
    }

    [Test]
    public async Task A_story_is_sealed_exported_and_verified_and_said_to_be_none_of_real_days()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-story-").FullName;
        var (database, receipts, export) = (Path.Combine(folder, "s.db"), Path.Combine(folder, "out"), Path.Combine(folder, "s.jsonl"));
        var story = Path.Combine(Repository.Definitions, "..", "samples", "three-certificates", "story.yaml");
        Assert.That((await Run("", "run", story, "--database", database)).Exit, Is.Zero);
        Assert.That((await Run("", "seal", "--database", database, "--receipts", receipts)).Exit, Is.Zero);
        Assert.That((await Run("", "export", "--database", database, "--to", export)).Exit, Is.Zero);
        foreach (var verify in new[] { new[] { "verify", "--database", database }, ["verify", export] })
        {
            var run = await Run("", [.. verify, "--receipts", receipts]);
            Assert.That(run.Exit, Is.Zero, run.Out);
            Assert.That(run.Out, Does.Contain("This ledger is of simulated days (entry 1 of access log "));
        }
    }

    [Test]
    public async Task A_number_that_two_cases_bear_is_named_however_it_was_entered()
    {
        await using var host = await RunningHost.Start();
        foreach (var number in new[] { "310115000000009", "３１０１１５００００００００９" })
        {
            await Grant(host, await Accepted(host), number);
            // As a program left it that did not ask.
            using var connection = host.Place.Database.Connect();
            connection.Execute("delete from number_rows");
        }

        var run = await Run("", "verify", "--database", host.DatabaseFile);
        Assert.That((run.Exit, run.Out.Contains("in one case alone, but entry ")), Is.EqualTo((1, true)), run.Out);
    }

    [Test]
    public async Task A_number_that_was_entered_by_mistake_and_taken_back_binds_nobody()
    {
        await using var host = await RunningHost.Start();
        var (first, second) = (await Accepted(host), await Accepted(host));
        await Grant(host, first, "310115000055555");
        Assert.That((await host.Do(first, "li-ming", """{"do": "take-back", "step": "licence"}""")).Status, Is.EqualTo(200));
        await Grant(host, first, "310115000066666");
        await Grant(host, second, "310115000055555");
        var run = await Run("", "verify", "--database", host.DatabaseFile);
        Assert.That(run.Exit, Is.Zero, run.Out);
    }

    private static async Task<string> Accepted(RunningHost host)
    {
        var at = await host.Lodge();
        await host.Do(at, "wang-fang", """{"do": "complete", "step": "receive", "outcome": "done", "materials": ["application"]}""");
        await host.Do(at, "wang-fang", """{"do": "complete", "step": "acceptance", "outcome": "accept"}""");
        return at;
    }

    private static async Task Grant(RunningHost host, string at, string number)
    {
        var grant = $$$"""{"do": "complete", "step": "licence", "outcome": "grant", "numbers": {"business-licence": "{{{number}}}"}}""";
        Assert.That((await host.Do(at, "li-ming", grant)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_token_is_printed_once_and_signs_in()
    {
        await using var host = await RunningHost.Start();
        var run = await Run("", "token", "wang-fang", "--database", host.DatabaseFile, "--definitions", Repository.Definitions);
        var answer = await host.Get("/api/work", null, ("Authorization", $"Bearer {run.Out.Trim()}"));
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase("wang-fang")]
    [TestCase("wang-fang", "--revoke")]
    public async Task A_mistyped_path_is_no_ledger_to_make_or_end_tokens_in(params string[] words)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("workflow-token-").FullName, "typo.db");
        var run = await Run("", ["token", .. words, "--database", file, "--definitions", Repository.Definitions]);
        Assert.That((run.Exit, File.Exists(file)), Is.EqualTo((2, false)), run.Error);
        await File.WriteAllBytesAsync(file, []);
        run = await Run("", ["token", .. words, "--database", file, "--definitions", Repository.Definitions]);
        Assert.That((run.Exit, new FileInfo(file).Length), Is.EqualTo((2, 0L)), run.Error);
    }

    [Test]
    public async Task Whoever_ends_the_tokens_of_one_who_has_none_is_told()
    {
        await using var host = await RunningHost.Start();
        var run = await Run("", "token", "wang-fang", "--revoke", "--database", host.DatabaseFile, "--definitions", Repository.Definitions);
        Assert.That(
            (run.Exit, run.Out.Contains("has no token that could end") || run.Error.Contains("has no token")),
            Is.EqualTo((1, true))
        );
    }

    [TestCase("'/no/such.db'", "cases", "--database", "/no/such.db")]
    [TestCase("'/no/such.yaml'", "lint", "/no/such.yaml")]
    [TestCase("'/no/such'", "due", "--definitions", "/no/such")]
    [TestCase("'/no/such'", "test", "/no/such")]
    [TestCase("'/no/such.yaml'", "run", "/no/such.yaml")]
    [TestCase("<STORY> must be given", "run")]
    [TestCase("not 'mine'", "lint", "x", "--profile", "mine")]
    [TestCase("files or folders to check", "lint")]
    [TestCase("'explode'", "explode")]
    [TestCase("not 'xml'", "lint", "x", "--format", "xml")]
    [TestCase("--today goes only with --demo", "serve", "--today", "2014-05-06")]
    [TestCase("'nowhere'", "serve", "--webhook", "nowhere")]
    [TestCase("'ftp://example.org/'", "seal", "--authority", "ftp://example.org/")]
    [TestCase("'/no/such.db'", "seal", "--database", "/no/such.db")]
    [TestCase("--to must be given", "export", "--database", "/no/such.db")]
    [TestCase("'/no/such.db'", "export", "--database", "/no/such.db", "--to", "/no/such.jsonl")]
    [TestCase("not 'pdf'", "export", "--format", "pdf", "--to", "/no/such.jsonl")]
    [TestCase("--order must be given", "erase", "X-1")]
    [TestCase("Give a case, or --before DAY", "erase", "--order", "令")]
    [TestCase("--order is the name of a document", "erase", "X-1", "--order", " ")]
    [TestCase("'/no/such.db'", "erase", "X-1", "--order", "令", "--database", "/no/such.db")]
    [TestCase("'/no/such.jsonl'", "verify", "/no/such.jsonl")]
    [TestCase("'seal 1'", "verify", "--head", "seal 1")]
    [TestCase("'/no/such'", "verify", "--receipts", "/no/such")]
    [TestCase("'/no/such.pem'", "verify", "--certificate", "/no/such.pem")]
    public async Task An_error_is_one_sentence_that_names_what_is_wrong_and_an_exit_code(string culprit, params string[] args)
    {
        var run = await Run("", args);
        Assert.That((run.Exit, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain(culprit));
        Assert.That(run.Error.Trim().Split('\n'), Has.Length.EqualTo(1), run.Error);
    }

    [Test]
    public async Task Help_teaches_by_examples()
    {
        var run = await Run("", "due", "--help");
        Assert.That(run.Exit, Is.EqualTo(0));
        Assert.That(run.Out, Does.Contain("Example").And.Contain("id,from,limit,pauses,roll"));
    }

    [Test]
    public async Task The_help_of_all_has_one_line_for_each_verb()
    {
        var lines = (await Run("", "--help")).Out.Split('\n');
        foreach (
            var verb in new[]
            {
                "serve",
                "lint",
                "test",
                "run",
                "due",
                "cases",
                "replay",
                "why",
                "next",
                "adopt",
                "migrate",
                "review",
                "readjudicate",
                "whatif",
                "verify",
                "rebuild",
                "seal",
                "export",
                "erase",
                "conform",
                "stats",
                "token",
            }
        )
            Assert.That(lines.Count(l => l.StartsWith($"  {verb} ", StringComparison.Ordinal)), Is.EqualTo(1), verb);
        Assert.That(lines, Has.Length.LessThan(60));
    }

    [Test]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            file,
            "this is no database, but a text that is long enough to be looked at by the reader of the header"
        );
        var run = await Run("", "verify", "--language", "en", "--database", file);
        Assert.That(run.Exit, Is.EqualTo(2));
        Assert.That(await File.ReadAllTextAsync(file), Does.StartWith("this is no database"));
        File.Delete(file);
    }

    private static async Task<(int Exit, string Out, string Error)> Run(string input, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Verbs.Run(Spoken.In(args), new Terminal(new StringReader(input), output, error, Colours: false));
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString());
    }

    // The sample's story with one change: as a story, and as a file of scenarios.
    private sealed class WrongStory : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("workflow-story-").FullName;

        internal WrongStory(string from, string to)
        {
            var right = File.ReadAllText(Path.Combine(Repository.Definitions, "..", "samples", "joint-acceptance", "story.yaml"));
            var wrong = right.Replaced(from, to);
            File.WriteAllText(Story, wrong);
            var moves = string.Join('\n', wrong.Split('\n').SkipWhile(l => l != "moves:").Select(l => $"    {l}"));
            File.WriteAllText(Scenarios, $"process: joint-acceptance\nscenarios:\n  - scenario: x\n{moves}");
        }

        internal string Story => Path.Combine(_folder, "story.yaml");

        internal string Scenarios => Path.Combine(_folder, "wrong.scenarios.yaml");

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }

    private sealed class BrokenProcess : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("workflow-lint-").FullName;

        internal BrokenProcess() => File.WriteAllText(Path, File.ReadAllText(Process).Replaced("steps:", "stpes:"));

        internal string Path => System.IO.Path.Combine(_folder, "broken.yaml");

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
