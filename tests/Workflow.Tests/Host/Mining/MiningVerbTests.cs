using System.Text.Json.Nodes;
using System.Xml.Linq;
using Workflow.Mining.Logs;
using static Workflow.Tests.Support.Hosts.Typed;

namespace Workflow.Tests.Host.Mining;

/// <summary>The verbs that exchange logs and count, over the ledger of a story.</summary>
public sealed class MiningVerbTests
{
    private static readonly string Definition = Path.Combine(Repository.Definitions, "construction", "joint-acceptance.yaml");
    private string _folder = "";

    private string Database => Path.Combine(_folder, "story.db");

    [OneTimeSetUp]
    public async Task Play()
    {
        _folder = Directory.CreateTempSubdirectory("workflow-mining-").FullName;
        var played = await Run(
            "run",
            Path.Combine(Repository.Definitions, "..", "samples", "joint-acceptance", "story.yaml"),
            "--database",
            Database
        );
        Assert.That(played.Exit, Is.Zero, played.Error);
    }

    [OneTimeTearDown]
    public void Leave()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCase("log.xes")]
    [TestCase("log.xes.gz")]
    public async Task A_ledger_exported_as_xes_fits_without_a_map(string name)
    {
        var file = Path.Combine(_folder, name);
        var exported = await Run("export", "--format", "xes", "--to", file, "--database", Database);
        Assert.That((exported.Exit, exported.Out), Is.EqualTo((0, "")), exported.Error);
        using (var reader = new XesReader(name, File.OpenRead(file)))
            Assert.That(reader.Read()!["concept:name"]!.Text, Is.EqualTo("ZJ-YS-0001-2020-000001"));
        var judged = await Run("conform", file, "--definition", Definition, "--format", "json");
        Assert.That(judged.Exit, Is.Zero, judged.Error);
        var sum = JsonNode.Parse(judged.Out)!["sum"]!;
        Assert.That(((long)sum["cases"]!, (long)sum["fitting"]!, (long)sum["ended"]!), Is.EqualTo((1L, 1L, 1L)));
    }

    [Test]
    public async Task Cases_of_another_process_are_counted_and_not_judged()
    {
        var file = Path.Combine(_folder, "other.xes");
        await Run("export", "--format", "xes", "--to", file, "--database", Database);
        var judged = await Run(
            "conform",
            file,
            "--definition",
            Path.Combine(Repository.Definitions, "market", "three-certificates.yaml"),
            "--format",
            "json"
        );
        var sum = JsonNode.Parse(judged.Out)!["sum"]!;
        Assert.That((judged.Exit, (long)sum["cases"]!, (long)sum["otherCases"]!), Is.EqualTo((0, 0L, 1L)), judged.Error);
    }

    [Test]
    public async Task A_log_of_several_processes_is_judged_case_by_case_by_the_definition_of_what_it_names()
    {
        var asked = await SeveralProcesses.Write(_folder);
        var text = await Run(["conform", .. asked, "--language", "en"]);
        Assert.That((text.Exit, text.Error), Is.EqualTo((0, "")));
        foreach (
            var line in new[]
            {
                @"The log against its definitions \(2\)",
                @"Log several\.xes; 6 cases, 11 events",
                @"  of a definition +4/6  66\.7 %",
                @"  cases of no definition +2/6  33\.3 %",
                @"  小流程 \(small\) +3 +7 +1 +2 +2/3  66\.7 % +1/3  33\.3 %",
                @"  投诉 \(complaint\) +1 +2 +1 +0 +1/1  100\.0 % +0/1  0\.0 %",
                @"  all together +4 +9 +2 +2 +3/4  75\.0 % +1/4  25\.0 %",
                @"  \(none said\) +1 +1  #6",
                @"  Parade +1 +1  c-5",
                @"投诉: the log against the definition",
                @"小流程: the log against the definition",
            }
        )
            Assert.That(text.Out, Does.Match($"(?m)^{line}$"));
        var html = (await Run(["conform", .. asked, "--format", "html"])).Out;
        Assert.That(
            (html.Split("<h1>").Length - 1, html.Split("<svg ").Length - 1, html.Split("</html>").Length - 1),
            Is.EqualTo((3, 5, 1))
        );
    }

    [Test]
    public async Task Each_case_of_several_processes_tells_its_definition_and_the_counts_add_up()
    {
        var json = JsonNode.Parse((await Run(["conform", .. await SeveralProcesses.Write(_folder), "--format", "json"])).Out)!;
        Assert.That(
            json["cases"]!
                .AsArray()
                .Select(c => ((string?)c!["definition"], (string?)(c["verdict"]?["number"] ?? c["number"]), (string?)c["process"])),
            Is.EqualTo(
                new (string?, string?, string?)[]
                {
                    ("small", "c-1", null),
                    ("complaint", "c-2", null),
                    ("small", "c-3", null),
                    ("small", "c-4", null),
                    (null, "c-5", "Parade"),
                    (null, "#6", null),
                }
            )
        );
        var (sum, definitions) = (json["sum"]!, json["definitions"]!.AsArray());
        Assert.That(
            ((long)sum["judged"]! + (long)sum["otherCases"]!, (long)sum["judgedEvents"]!["total"]! + (long)sum["otherEvents"]!),
            Is.EqualTo(((long)sum["cases"]!, (long)sum["events"]!))
        );
        Assert.That(
            definitions.Select(d => ((string)d!["process"]!, (long)d["cases"]!)),
            Is.EqualTo(new[] { ("small", 3L), ("complaint", 1L) })
        );
    }

    [Test]
    public async Task Our_own_log_chooses_its_definitions_without_a_map_and_one_process_twice_is_refused()
    {
        var (file, other) = (Path.Combine(_folder, "own.xes"), Path.Combine(Repository.Definitions, "market", "three-certificates.yaml"));
        await Run("export", "--format", "xes", "--to", file, "--database", Database);
        var sum = JsonNode.Parse((await Run("conform", file, "--definition", Definition, "--definition", other, "--format", "json")).Out)![
            "sum"
        ]!;
        Assert.That(((long)sum["judged"]!, (long)sum["fitting"]!, (long)sum["otherCases"]!), Is.EqualTo((1L, 1L, 0L)));
        var twice = await Run("conform", file, "--definition", Definition, "--definition", Definition);
        Assert.That(
            (twice.Exit, twice.Out, twice.Error.Trim()),
            Is.EqualTo((2, "", "Each definition must be of another process; 2 are of 'joint-acceptance'."))
        );
    }

    [TestCase("ocel", "{\"eventTypes\"")]
    [TestCase("csv", "case,process,event,")]
    [TestCase("ocel-sqlite", "SQLite format 3")]
    public async Task One_case_is_exported_in_every_format(string format, string begins)
    {
        var file = Path.Combine(_folder, $"case.{format}");
        var exported = await Run("export", "--format", format, "--to", file, "--database", Database, "ZJ-YS-0001-2020-000001");
        Assert.That(exported.Exit, Is.Zero, exported.Error);
        Assert.That(await File.ReadAllTextAsync(file), Does.StartWith(begins));
        Assert.That(exported.Error, Does.Match(@"^1 case, \d+ events: "));
        Assert.That(Directory.EnumerateFiles(_folder, "*.part"), Is.Empty);
    }

    [Test]
    public async Task What_cannot_be_exported_leaves_nothing_behind()
    {
        var file = Path.Combine(_folder, "none.xes");
        var unknown = await Run("export", "--format", "xes", "--to", file, "--database", Database, "NOBODY-1");
        Assert.That((unknown.Exit, File.Exists(file)), Is.EqualTo((1, false)));
        Assert.That(unknown.Error, Does.StartWith("There is no case with the number 'NOBODY-1'."));
        var nowhere = await Run("export", "--format", "xes", "--to", Path.Combine(_folder, "no", "where.xes"), "--database", Database);
        Assert.That(nowhere.Exit, Is.EqualTo(1));
        Assert.That((await Run("export", "--format", "pdf", "--to", file, "--database", Database)).Exit, Is.EqualTo(2));
    }

    [Test]
    public async Task A_log_of_another_system_needs_a_map_and_a_broken_one_prints_nothing()
    {
        var sample = Path.Combine(Repository.Definitions, "..", "samples", "receipt");
        var unmapped = await Run(
            "conform",
            Path.Combine(sample, "receipt.xes.gz"),
            "--definition",
            Path.Combine(sample, "definition", "receipt.yaml")
        );
        Assert.That((unmapped.Exit, unmapped.Out), Is.EqualTo((2, "")));
        Assert.That(unmapped.Error, Does.Contain("Name one with --map FILE."));
        var broken = Path.Combine(_folder, "broken.xes");
        await File.WriteAllTextAsync(broken, "<log><trace><event/></trace><trace><evil/></trace></log>");
        var refused = await Run(
            "conform",
            broken,
            "--definition",
            Path.Combine(sample, "definition", "receipt.yaml"),
            "--map",
            Path.Combine(sample, "map.yaml")
        );
        Assert.That((refused.Exit, refused.Out), Is.EqualTo((2, "")));
        Assert.That(
            refused.Error,
            Does.Contain("broken.xes:1:37 error xes.unknown_element Expected an element of an event log, but found 'evil'.")
        );
        var report = Path.Combine(_folder, "report.html");
        await Run(
            "conform",
            broken,
            "--definition",
            Path.Combine(sample, "definition", "receipt.yaml"),
            "--map",
            Path.Combine(sample, "map.yaml"),
            "--to",
            report,
            "--format",
            "html"
        );
        Assert.That(File.Exists(report), Is.False);
    }

    [Test]
    public async Task What_a_log_says_cannot_become_markup()
    {
        var (log, map, sample) = (
            Path.Combine(_folder, "evil.xes"),
            Path.Combine(_folder, "evil.yaml"),
            Path.Combine(Repository.Definitions, "..", "samples", "receipt")
        );
        await File.WriteAllTextAsync(
            log,
            "<log><trace><event><string key='concept:name' value='&lt;script>alert(1)&lt;/script>'/></event></trace></log>"
        );
        await File.WriteAllTextAsync(map, "map: receipt\nzone: UTC\nactivities: {a: receive}\n");
        var run = await Run(
            "conform",
            log,
            "--definition",
            Path.Combine(sample, "definition", "receipt.yaml"),
            "--map",
            map,
            "--format",
            "html"
        );
        Assert.That(
            (run.Exit, run.Out.Contains("<script", StringComparison.Ordinal), run.Out.Contains("&lt;script", StringComparison.Ordinal)),
            Is.EqualTo((0, false, true))
        );
    }

    [Test]
    public async Task A_ledger_is_counted_with_every_denominator()
    {
        var (csv, svg) = (Path.Combine(_folder, "stats.csv"), Path.Combine(_folder, "stats.svg"));
        var run = await Run("stats", "--database", Database, "--language", "en", "--csv", csv, "--svg", svg);
        Assert.That(run.Exit, Is.Zero, run.Error);
        foreach (
            var line in new[]
            {
                "received +1/1 = 100 %",
                "accepted +1/1 = 100 %",
                "concluded +1/1 = 100 %",
                "pending +0/1 = 0 %",
                "Passed +1/1 = 100 %",
                "fire +2 +2 +0 +0 +2/2 = 100 %",
            }
        )
            Assert.That(run.Out, Does.Match($"(?m)^  {line}$"));
        Assert.That(await File.ReadAllTextAsync(csv), Does.StartWith("table,row,part,whole,percent\ncases,received,1,1,100\n"));
        Assert.That(XElement.Parse(await File.ReadAllTextAsync(svg)).Elements().Count(), Is.GreaterThan(10));
        // Inspected twice, the second time by all four: eight answers' worth of tasks for the four offices, none left open.
        var json = JsonNode.Parse((await Run("stats", "--database", Database, "--json")).Out)!;
        Assert.That(((long)json["departments"]!["fire"]!["opened"]!, (long)json["departments"]!["fire"]!["open"]!), Is.EqualTo((2L, 0L)));
        Assert.That((long)json["clockDays"]!, Is.GreaterThan(0));
    }

    [TestCase("2020-05-01", "2020-05-31", 1, 0, 0, 1)]
    [TestCase("2020-06-01", "2020-06-30", 0, 1, 1, 0)]
    [TestCase("2020-07-01", "2020-07-31", 0, 0, 0, 0)]
    public async Task A_case_is_received_in_one_month_and_carried_over_into_the_next(
        string from,
        string to,
        long received,
        long carried,
        long concluded,
        long pending
    )
    {
        var total = JsonNode.Parse((await Run("stats", "--database", Database, "--json", "--from", from, "--to", to)).Out)!["total"]!;
        Assert.That(
            ((long)total["received"]!, (long)total["carriedOver"]!, (long)total["concluded"]!, (long)total["pending"]!),
            Is.EqualTo((received, carried, concluded, pending))
        );
    }
}
