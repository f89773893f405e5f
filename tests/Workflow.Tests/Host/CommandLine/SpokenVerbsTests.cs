using System.Text.RegularExpressions;
using Workflow.Host.CommandLine;
using CommandVerbs = Workflow.Host.Verbs;

namespace Workflow.Tests.Host.CommandLine;

/// <summary>Every verb speaks the language that it is asked in: its help, its answer, and what it says beside it.</summary>
public sealed partial class SpokenVerbsTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-spoken-").FullName;

    private RunningHost _host = null!;
    private string _open = "";

    private static string Closed => "XN-GS-0001-2014-000001";

    private string Story => Path.Combine(_folder, "story.db");

    [OneTimeSetUp]
    public async Task Fill()
    {
        _host = await RunningHost.Start();
        _open = await _host.Lodge();
        await File.WriteAllTextAsync(Path.Combine(_folder, "broken.xes"), "<log><trace>");
        foreach (var name in new[] { "broken.yaml", "broken.scenarios.yaml", "definitions/register.yaml" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, name))!);
            await File.WriteAllTextAsync(Path.Combine(_folder, name), "process: [[\n");
        }

        await File.WriteAllTextAsync(
            Path.Combine(_folder, "text.db"),
            "no database, but a text that is long enough to be looked at as one"
        );
        Assert.That((await Say("zh", "run", Repository.Sample("three-certificates", "story.yaml"), "--database", Story)).Exit, Is.Zero);
    }

    [OneTimeTearDown]
    public async Task Leave()
    {
        await _host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCaseSource(nameof(Verbs))]
    public async Task The_help_of_a_verb_speaks_one_language(string verb)
    {
        var (zh, en) = (await Say("zh", [.. Words(verb), "--help"]), await Say("en", [.. Words(verb), "--help"]));
        Assert.That((zh.Exit, en.Exit), Is.EqualTo((0, 0)));
        Assert.That(English(zh.Text), Is.Empty);
        Assert.That(Chinese(en.Text), Is.Empty);
        Assert.That(zh.Text + en.Text, Does.Not.Contain("option."), "a key without its text");
    }

    [TestCaseSource(nameof(Misuses))]
    public async Task What_is_written_wrong_is_told_in_one_language(string line)
    {
        var (zh, en) = (await Say("zh", Words(line)), await Say("en", Words(line)));
        Assert.That((zh.Exit, en.Exit), Is.EqualTo((2, 2)), zh.Text);
        Assert.That(zh.Text, Does.EndWith("用法见 --help。\n"));
        Assert.That(en.Text, Does.EndWith(" Run with --help to see how it is used.\n"));
        Assert.That((English(zh.Text), Chinese(en.Text)), Is.EqualTo((Array.Empty<string>(), Array.Empty<string>())));
    }

    [TestCaseSource(nameof(Ways))]
    public async Task A_verb_that_does_its_work_speaks_one_language(string name, int exit, string[] line)
    {
        var (zh, en) = (await Say("zh", Filled(line, "zh")), await Say("en", Filled(line, "en")));
        Assert.That((name, zh.Exit, en.Exit), Is.EqualTo((name, exit, exit)), zh.Text);
        Assert.That(zh.Text, Is.Not.Empty);
        Assert.That(English(zh.Text), Is.Empty, zh.Text);
        Assert.That(Chinese(en.Text), Is.Empty, en.Text);
        Assert.That(Lines(zh.Text).Where(l => !l.StartsWith(",,error,", StringComparison.Ordinal)).SelectMany(StateWords.In), Is.Empty);
    }

    private static IEnumerable<object[]> Ways()
    {
        yield return Way("lint", 0, Repository.Definitions);
        yield return Way("lint", 0, "--explain", "clock.never_stops");
        yield return Way("lint", 1, "--explain", "zzz");
        yield return Way("lint", 2, "/no/such.yaml");
        yield return Way("test", 2, "/no/such");
        yield return Way("run", 2, "/no/such.yaml");
        yield return Way("cases", 2, "--database", "/no/such.db");
        yield return Way("cases", 2, "--database", "MADE.text.db");
        yield return Way("due", 2, "--definitions", "/no/such");
        yield return Way("due", 1, "--zone", "Asia/Nowhere", "--definitions", Repository.Definitions);
        yield return Way("due", 1, "--overlay", "xinjang", "--definitions", Repository.Definitions);
        yield return Way("replay", 1, "none", "--database", "STORY");
        yield return Way("why", 1, Closed, "handlign", "--database", "STORY");
        yield return Way("why", 0, "OPEN", "--database", "HOST");
        yield return Way("why", 1, "OPEN", "litigation", "--database", "HOST");
        yield return Way("why", 1, Closed, "handlign", "--at", "2014-05-07", "--database", "STORY");
        yield return Way("replay", 1, Closed, "--at", "2014-01-01", "--database", "STORY");
        yield return Way("replay", 1, Closed, "--entry", "99", "--database", "STORY");
        yield return Way("whatif", 1, Closed, "--limit", "handlign=3 days", "--database", "STORY");
        yield return Way("whatif", 2, Closed, "--definition", "MADE.broken.yaml", "--database", "STORY");
        yield return Way("run", 2, "MADE.broken.yaml", "--definitions", Repository.Definitions);
        yield return Way("serve", 2, "--definitions", "MADE.definitions", "--urls", "http://127.0.0.1:0");
        yield return Way("test", 1, "MADE.broken.scenarios.yaml", "--definitions", Repository.Definitions);
        yield return Way("verify", 2, "MADE.broken.xes");
        yield return Way("next", 1, "OPEN", "recieve", "done", "--database", "HOST", "--definitions", Repository.Definitions);
        yield return Way("next", 1, "OPEN", "receive", "doen", "--database", "HOST", "--definitions", Repository.Definitions);
        yield return Way("export", 1, "--to", "/dev/null/x", "--database", "STORY");
        yield return Way("token", 1, "nobody", "--database", "STORY", "--definitions", Repository.Definitions);
        yield return Way(
            "conform",
            2,
            "MADE.broken.xes",
            "--definition",
            Repository.Sample("receipt", "definition", "receipt.yaml"),
            "--map",
            Repository.Sample("receipt", "map.yaml")
        );
        yield return Way("test", 0, Path.Combine(Repository.Definitions, "market", "three-certificates.scenarios.yaml"));
        yield return Way("run", 0, Repository.Sample("three-certificates", "story.yaml"));
        yield return Way("cases", 0, "--database", "STORY");
        yield return Way("due", 1, "--definitions", Repository.Definitions);
        yield return Way("replay", 0, Closed, "--database", "STORY");
        yield return Way("why", 0, Closed, "--database", "STORY");
        yield return Way("next", 0, "OPEN", "licence", "grant", "--database", "HOST", "--definitions", Repository.Definitions);
        yield return Way(
            "migrate",
            1,
            "OPEN",
            "--to",
            "2014-05-10",
            "--by",
            "qian-jin",
            "--dry-run",
            "--database",
            "HOST",
            "--definitions",
            Repository.Definitions
        );
        yield return Way("verify", 0, "--database", "STORY");
        yield return Way("rebuild", 0, "--check", "--database", "STORY");
        yield return Way("rebuild", 0, "--database", "STORY");
        yield return Way("readjudicate", 0, "--database", "STORY");
        yield return Way("whatif", 0, Closed, "--limit", "handling=30 working days", "--database", "STORY");
        yield return Way("seal", 0, "--database", "STORY");
        foreach (var format in new[] { "ledger", "xes", "ocel", "ocel-sqlite", "csv" })
            yield return Way("export", 0, "--format", format, "--to", $"FILE.{format}", "--database", "STORY");
        yield return Way("export", 0, Closed, "--format", "file", "--to", "FILE.zip", "--database", "STORY");
        yield return Way("export", 0, Closed, "--format", "file", "--to", "FILE.html", "--database", "STORY");
        yield return Way("erase", 0, "--before", "2000-01-01", "--order", "1", "--database", "STORY");
        yield return Way("token", 1, "wang-fang", "--revoke", "--database", "STORY", "--definitions", Repository.Definitions);
        yield return Way("stats", 0, "--database", "STORY");
        yield return Way(
            "conform",
            0,
            Repository.Sample("receipt", "receipt.xes.gz"),
            "--definition",
            Repository.Sample("receipt", "definition", "receipt.yaml"),
            "--map",
            Repository.Sample("receipt", "map.yaml")
        );
        yield return Way(
            "adopt",
            1,
            Repository.Sample("adoption", "cases.csv"),
            "--series",
            Repository.Sample("adoption", "series.csv"),
            "--process",
            "joint-acceptance",
            "--from-system",
            "x",
            "--by",
            "ma-chao",
            "--document",
            "x",
            "--reasons",
            "x",
            "--dry-run",
            "--today",
            "2025-03-20",
            "--definitions",
            Repository.Definitions,
            "--database",
            "FILE.db"
        );
    }

    private static IEnumerable<string> Misuses() =>
        [
            "explode",
            "review",
            "token",
            "next a b",
            "seal a",
            "token a --days",
            "token a --days 3 --days 4",
            "token a --days x",
            "adopt x",
            "lint x --format pdf",
            "serve --today 2014-05-06",
            "cases --language fr --language",
            "cases --language",
            "cases --language zh --language en",
            "replay X --at soon",
            "replay X --at 2020-01-01 --at 2021-01-01",
            "serve --webhook nowhere",
            "serve --today soon",
            "@nothing cases",
            "cases --json=maybe",
            "stats --from 2014",
            "whatif --all --limit",
        ];

    private static IEnumerable<string> Verbs() => Leaves().Prepend("");

    private static IEnumerable<string> Leaves() =>
        Workflow
            .Host.Verbs.All(new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, false))
            .Subcommands.SelectMany(v => v.Subcommands.Select(s => $"{v.Name} {s.Name}").Prepend(v.Name));

    private static object[] Way(string verb, int exit, params string[] line) => [verb, exit, (string[])[verb, .. line]];

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private string[] Filled(string[] line, string language) =>
        [
            .. line.Select(word =>
                word switch
                {
                    "STORY" => Story,
                    "HOST" => _host.DatabaseFile,
                    "OPEN" => _open,
                    _ when word.StartsWith("MADE.", StringComparison.Ordinal) => Path.Combine(_folder, word[5..]),
                    _ when word.StartsWith("FILE", StringComparison.Ordinal) => Path.Combine(_folder, $"{language}{word}"),
                    _ => word,
                }
            ),
        ];

    private static async Task<(int Exit, string Text)> Say(string language, params string[] line)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await CommandVerbs.Run([.. line, "--language", language], new Terminal(TextReader.Null, output, error, Colours: false));
        return (exit, $"{output}{error}".ReplaceLineEndings("\n"));
    }

    private static string[] English(string text) => [.. Lines(text).Where(l => Tongues.EnglishWords().IsMatch(OfMachine().Replace(l, "")))];

    private static string[] Chinese(string text) => [.. Lines(text).Where(l => Tongues.ChineseStops().IsMatch(Typed().Replace(l, "")))];

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Where(l => !AsWritten().IsMatch(l));

    // The title of a story or a scenario, an activity of a log, and a line as it is typed or as a definition has it.
    [GeneratedRegex("^三证联办：|^(pass|通过) |T[0-9]{2}|Confirmation of receipt|^  extend\\.CLOCK |^  [a-z]+ review |^ +- \\{.*# ")]
    private static partial Regex AsWritten();

    // What the machine says is announced as its own.
    [GeneratedRegex("系统原文：[^）]*")]
    private static partial Regex OfMachine();

    [GeneratedRegex("“[^”]*”|\"[^\"]*\"")]
    private static partial Regex Typed();
}
