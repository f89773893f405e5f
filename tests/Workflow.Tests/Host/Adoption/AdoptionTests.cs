using System.Text.Json.Nodes;
using Dapper;
using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Reading;

namespace Workflow.Tests.Host.Adoption;

/// <summary>Taking over cases over HTTP and on the command line: first dry, then for real; twice is once; and everything can be proved afterwards.</summary>
public sealed class AdoptionTests
{
    // Received and accepted in the old system on 2014-05-05: 45 working days end on 2014-07-08, as in the first story of the process.
    private const string Body = """
        {"process": "three-certificates", "system": "旧系统", "number": "旧-17", "lodgedOn": "2014-05-05",
         "parties": [{"role": "applicant", "person": "chen-jie", "name": "陈杰"}], "form": {"name": "示范市晨光商贸有限公司"}, "materials": ["application"],
         "acts": [{"step": "receive", "outcome": "done", "on": "2014-05-05", "by": "王芳"}, {"step": "acceptance", "outcome": "accept", "on": "2014-05-05"}],
         "documents": [{"document": "receipt", "number": "旧收17"}, {"document": "acceptance-notice", "absent": true}],
         "holders": {"licence": "li-ming"}, "at": ["licence"], "document": "移交〔2014〕3号", "reasons": "新系统上线"}
        """;

    [Test]
    public async Task A_case_is_previewed_adopted_worked_on_found_and_verified()
    {
        await using var host = await RunningHost.Start();
        host.Time.Now = DateTimeOffset.Parse("2014-05-06T09:00:00+08:00");
        var dry = await host.Post("/api/adoptions?dryRun=true", "qian-jin", Body);
        Assert.That((dry.Status, dry.Json["open"]![0]!["step"]!.GetValue<string>()), Is.EqualTo((200, "licence")), dry.Text);
        Assert.That((await host.Get("/api/adoptions?number=" + Uri.EscapeDataString("旧-17"), "qian-jin")).Text, Is.EqualTo("[]"));
        var adopted = await host.Post("/api/adoptions", "qian-jin", Body);
        Assert.That(adopted.Status, Is.EqualTo(201), adopted.Text);
        var number = adopted.Json["case"]!.GetValue<string>();
        var shown = (await host.Get($"/api/cases/{number}", "li-ming")).Json;
        var handling = shown["clocks"]!.AsArray().Single(c => c!["id"]!.GetValue<string>() == "handling")!;
        Assert.That(
            (handling["dueOn"]!.GetValue<string>(), shown["elsewhere"]!["number"]!.GetValue<string>()),
            Is.EqualTo(("2014-07-08", "旧-17"))
        );
        Assert.That((await host.Post("/api/adoptions", "qian-jin", Body)).Code, Is.EqualTo("adopt.already"));
        Assert.That(
            (await host.Get("/api/adoptions?number=" + Uri.EscapeDataString("旧-17"), "li-ming")).Json[0]!["case"]!.GetValue<string>(),
            Is.EqualTo(number)
        );
        Assert.That((await host.Get("/api/adoptions?number=" + Uri.EscapeDataString("旧-17"), "huang-hua")).Text, Is.EqualTo("[]"));
        Assert.That(
            (
                await host.Do(
                    number,
                    "li-ming",
                    """{"do": "complete", "step": "licence", "outcome": "grant", "numbers": {"business-licence": "440101000123456"}}"""
                )
            ).Status,
            Is.EqualTo(200)
        );
        Assert.That(
            (await Run("verify", "--language", "en", "--database", host.DatabaseFile)).Out,
            Does.Contain("every chain holds").And.Contain("no difference")
        );
        Assert.That(
            (await Run("rebuild", "--language", "en", "--check", "--database", host.DatabaseFile)).Out,
            Does.Contain("Every row is what the ledger entails.")
        );
    }

    [Test]
    public async Task What_is_wrong_with_a_body_is_said_and_nothing_is_written()
    {
        await using var host = await RunningHost.Start();
        host.Time.Now = DateTimeOffset.Parse("2014-05-06T09:00:00+08:00");
        Assert.That((await host.Post("/api/adoptions", "li-ming", Body)).Status, Is.EqualTo(403));
        Assert.That(
            (await host.Post("/api/adoptions", "qian-jin", Body.Replaced("[\"licence\"]", "[\"delivery\"]"))).Code,
            Is.EqualTo("adopt.elsewhere")
        );
        Assert.That(
            (await host.Post("/api/adoptions", "qian-jin", Body.Replaced("\"acts\": [", "\"acts\": [null, "))).Status,
            Is.EqualTo(400)
        );
        Assert.That(
            (
                await host.Post("/api/adoptions", "qian-jin", Body.Replaced("\"by\": \"王芳\"", "\"persons\": [\"wang-fang\", \"nobody\"]"))
            ).Code,
            Is.EqualTo("person.unknown")
        );
        Assert.That(
            (await host.Post("/api/adoptions", "qian-jin", Body.Replaced("\"by\": \"王芳\"", "\"persons\": [null]"))).Status,
            Is.EqualTo(400)
        );
        Assert.That(
            (await host.Post("/api/adoptions", "qian-jin", """{"do": "cancel", "reasons": "x"}""")).Code,
            Is.EqualTo("command.not_adoption")
        );
        Assert.That((await host.Get("/api/cases", "qian-jin")).Json["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_file_is_adopted_row_by_row_and_given_again_adopts_nothing_twice()
    {
        using var folder = new Folder();
        var first = await Adopt(folder);
        Assert.That((first.Exit, first.Error.Trim()), Is.EqualTo((1, "6 rows: 4 adopted, 0 already here, 2 refused.")), first.Out);
        var again = await Adopt(folder);
        Assert.That((again.Exit, again.Error.Trim()), Is.EqualTo((1, "6 rows: 0 adopted, 4 already here, 2 refused.")), again.Out);
        Assert.That(again.Out, Does.Contain("旧验-2025-017 was adopted before as ZJ-YS-0001-"));
        Assert.That(
            (await Run("verify", "--language", "en", "--database", folder.Database)).Out,
            Does.Contain("every chain holds").And.Contain("no difference")
        );
        Assert.That(
            (await Run("rebuild", "--language", "en", "--check", "--database", folder.Database)).Out,
            Does.Contain("Every row is what the ledger entails.")
        );
        Assert.That(JsonNode.Parse((await Run("cases", "--json", "--database", folder.Database)).Out)!.AsArray(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Old_numbers_are_rows_that_an_older_database_gets_when_it_is_opened_and_rebuild_proves()
    {
        using var folder = new Folder();
        await Adopt(folder);
        using (var older = SqliteDialect.ForFile(folder.Database).Connect())
        {
            older.Open();
            older.Execute("drop table adoption_rows; delete from workflow_schema where version = 6");
        }

        await using var database = Database.OpenFile(folder.Database);
        var (adoptions, rebuild) = (new Adoptions(database), new Rebuild(database, new PublishedProcesses(database)));
        var found = adoptions.Find("旧验-2025-017").Single();
        Assert.That(
            (found.System, found.Number, adoptions.Find("旧验-2025-017", "别的系统").Count, rebuild.Compare().Length),
            Is.EqualTo(("旧联合验收系统", "旧验-2025-017", 0, 0))
        );
        using (var connection = database.Connect())
            connection.Execute(
                "delete from adoption_rows where number = '旧验-2025-017'; insert into adoption_rows values ('NOBODY-1', 's', 'n')"
            );
        Assert.That(
            (await rebuild.Replace()).Select(d => (d.Table, d.Case)),
            Is.EquivalentTo(new[] { ("adoption_rows", found.Case), ("adoption_rows", "NOBODY-1") })
        );
        Assert.That((adoptions.Find("旧验-2025-017").Single(), rebuild.Compare().Length), Is.EqualTo((found, 0)));
    }

    [Test]
    public async Task Stopped_between_rows_it_leaves_whole_rows_and_goes_on_from_there()
    {
        using var folder = new Folder();
        using var stop = new CancellationTokenSource();
        var stopped = await Adopt(folder, stop);
        Assert.That(
            (stopped.Exit, stopped.Error.Trim()),
            Is.EqualTo(
                (
                    130,
                    "1 row: 1 adopted, 0 already here, 0 refused. Stopped before line 3; what was adopted stays, and the same file goes on from there."
                )
            ),
            stopped.Out
        );
        Assert.That((await Adopt(folder)).Error, Does.StartWith("6 rows: 3 adopted, 1 already here, 2 refused."));
    }

    [TestCase(2, "adopt", "x.csv", "--process", "p", "--from-system", "s", "--by", "b", "--document", "d")]
    [TestCase(
        2,
        "adopt",
        "x.csv",
        "--process",
        "p",
        "--from-system",
        "s",
        "--by",
        "b",
        "--document",
        "d",
        "--reasons",
        "r",
        "--today",
        "2025-01-01"
    )]
    [TestCase(
        1,
        "adopt",
        "x.csv",
        "--process",
        "p",
        "--from-system",
        "s",
        "--by",
        "b",
        "--document",
        "d",
        "--reasons",
        "r",
        "--dry-run",
        "--database",
        "/no/such.db"
    )]
    public async Task An_error_is_one_sentence_and_an_exit_code(int exit, params string[] args)
    {
        var run = await Run(args);
        Assert.That((run.Exit, run.Out, run.Error.Trim().Split('\n').Length), Is.EqualTo((exit, "", 1)), run.Error);
    }

    private static Task<(int Exit, string Out, string Error)> Adopt(Folder folder, CancellationTokenSource? stop = null) =>
        Run(
            [
                "adopt",
                Path.Combine(folder.Sample, "cases.csv"),
                "--series",
                Path.Combine(folder.Sample, "series.csv"),
                "--process",
                "joint-acceptance",
                "--from-system",
                "旧联合验收系统",
                "--by",
                "ma-chao",
                "--document",
                "移交〔2025〕3号",
                "--reasons",
                "新系统上线",
                "--definitions",
                Repository.Definitions,
                "--database",
                folder.Database,
            ],
            stop
        );

    private static Task<(int Exit, string Out, string Error)> Run(params string[] args) => Run(args, null);

    private static async Task<(int Exit, string Out, string Error)> Run(string[] args, CancellationTokenSource? stop)
    {
        var (output, error) = (new Stopping(stop), new StringWriter());
        var exit = await Verbs.Run(Spoken.In(args), new Terminal(TextReader.Null, output, error, Colours: false), stop?.Token ?? default);
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString());
    }

    // Somebody presses Ctrl-C as soon as they see the first row.
    private sealed class Stopping(CancellationTokenSource? stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            stop?.Cancel();
        }
    }

    private sealed class Folder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory().FullName;

        internal string Database => Path.Combine(_path, "adopted.db");

        internal string Sample { get; } = Path.Combine(Repository.Definitions, "..", "samples", "adoption");

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
