using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dapper;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Host.Opening;
using Workflow.Storage.Running;
using Workflow.Storage.Sweeping;
using Workflow.Storage.Vaults;
using static Workflow.Tests.Support.Hosts.Typed;

namespace Workflow.Tests.Host.Reviews;

/// <summary>A whole review of case files on a real database: the population, the lots, the scores, a correction, the report; and what tampering with the lots comes to.</summary>
public sealed class ReviewVerbTests
{
    private string _folder = "";
    private string _review = "";

    private string Database => Path.Combine(_folder, "city.db");

    [OneTimeSetUp]
    public async Task Review_two_files_of_five()
    {
        _folder = Directory.CreateTempSubdirectory("workflow-review-").FullName;
        await Close(5);
        var lodged = await Run(
            "review",
            "population",
            "--from",
            "2021-03-01",
            "--to",
            "2021-03-31",
            "--office",
            "housing",
            "--sample",
            "2",
            "--by",
            "gu-yan",
            "--database",
            Database,
            "--definitions",
            Repository.Definitions
        );
        Assert.That(lodged.Exit, Is.Zero, lodged.Error);
        Assert.That(lodged.Out, Does.Contain("2 of 5 concluded cases are to be drawn."));
        _review = lodged.Out.Split(':')[0];
        await using var place = Workplace.Look(Database, DefinitionFolder.Read(Repository.Definitions), TimeProvider.System);
        await Play(place);
    }

    [OneTimeTearDown]
    public void Leave()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task The_same_ledger_gives_the_same_population()
    {
        var (first, second) = (await Population(), await Population());
        Assert.That(second.Out, Is.EqualTo(first.Out), first.Error);
        var rows = JsonNode.Parse(first.Out)!["form"]!["population"]!["rows"]!.AsArray();
        Assert.That(
            rows.Select(r => (string)r!["case"]!["text"]!),
            Is.EqualTo(Enumerable.Range(1, 5).Select(i => $"ZJ-YS-0001-2021-{i:000000}"))
        );
        Assert.That(
            (string)rows[0]!["head"]!["text"]!,
            Is.EqualTo(Query<string>("select hash from heads where case_no = 'ZJ-YS-0001-2021-000001'"))
        );
    }

    [Test]
    public async Task More_than_there_are_cannot_be_drawn()
    {
        var refused = await Run(
            "review",
            "population",
            "--from",
            "2021-03-01",
            "--to",
            "2021-03-31",
            "--sample",
            "6",
            "--by",
            "gu-yan",
            "--database",
            Database,
            "--definitions",
            Repository.Definitions
        );
        Assert.That(
            (refused.Exit, refused.Error),
            Is.EqualTo(
                (
                    1,
                    $"5 concluded cases from 2021-03-01 to 2021-03-31 are too few to draw 6. Draw fewer, or widen the days.{Environment.NewLine}"
                )
            )
        );
    }

    [Test]
    public async Task The_report_draws_again_and_adds_up_the_points()
    {
        var told = await Run("review", "report", _review, "--database", Database, "--format", "json");
        var report = JsonNode.Parse(told.Out)!;
        Assert.That((told.Exit, (bool)report["repeated"]!, (string)report["result"]!), Is.EqualTo((0, true, "corrected")));
        var files = report["files"]!.AsArray();
        Assert.That(files.Select(f => (decimal)f!["total"]!), Is.EqualTo(new[] { 68m, 100m }));
        Assert.That(files.Select(f => f!["findings"]!.AsArray().Count), Is.EqualTo(new[] { 1, 0 }));
        Assert.That(files.Select(f => (bool)f!["unchanged"]!), Is.All.True);
        Assert.That(
            files.Select(f => f!["stages"]!.AsArray().Count),
            Is.EqualTo(new[] { 7, 2 }),
            "a file without findings is neither spoken to, nor corrected, nor looked at again"
        );
        Assert.That((string)files[0]!["findings"]![0]!["criterion"]!, Is.EqualTo("程序与期限"));
        Assert.That(report["documents"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That(
            report["bands"]!.AsArray().Select(b => ((string)b!["name"]!, (long)b["share"]!["part"]!, (long)b["share"]!["whole"]!)),
            Is.EqualTo(new[] { ("excellent", 1L, 2L), ("good", 0L, 2L), ("passed", 1L, 2L), ("failed", 0L, 2L) })
        );
    }

    [TestCase("zh", "本报告已按揭示的种子重新抽取：承诺相符，行号相同。", "1/2 = 50 %")]
    [TestCase("en", "This report has drawn again by the seed: it opens the commitment and gives the same rows.", "1/2 = 50 %")]
    public async Task The_report_says_how_anybody_repeats_the_draw(string language, string words, string share)
    {
        var text = await Run("review", "report", _review, "--database", Database, "--language", language);
        Assert.That(text.Out, Does.Contain(words).And.Contain(share).And.Contain("sha256-fisher-yates-2"));
        var html = await Run("review", "report", _review, "--database", Database, "--format", "html", "--language", language);
        Assert.That(html.Out, Does.StartWith("<!doctype html>").And.Contain(words));
    }

    [Test]
    public async Task The_whole_review_verifies_is_decided_the_same_again_and_rebuilds()
    {
        var verified = await Run("verify", "--language", "en", "--database", Database);
        Assert.That((verified.Exit, verified.Error), Is.EqualTo((0, "")), verified.Out);
        Assert.That(verified.Out, Does.Contain("1 draw of lots repeated from the seeds.").And.Contain("no difference"));
        Assert.That((await Run("rebuild", "--language", "en", "--check", "--database", Database)).Exit, Is.Zero);
        var export = Path.Combine(_folder, "city.jsonl");
        Assert.That((await Run("export", "--to", export, "--database", Database)).Exit, Is.Zero);
        Assert.That((await Run("verify", "--language", "en", export)).Out, Does.Contain("1 draw of lots repeated from the seeds."));
    }

    [Test]
    public async Task Neither_seed_nor_salt_stands_before_the_entry_that_draws()
    {
        await using var place = Workplace.Look(Database, DefinitionFolder.Read(Repository.Definitions), TimeProvider.System);
        var bodies = Bodies();
        var drawn = bodies
            .Select(LedgerJson.ReadEntry)
            .SelectMany(e => e.Events.OfType<LotsRevealed>().Select(r => (e.Number, Revealed: r)))
            .Single();
        Assert.That(
            string.Concat(bodies.Take((int)drawn.Number - 1)),
            Does.Not.Contain(drawn.Revealed.Seed).And.Not.Contain(drawn.Revealed.Salt).And.Contain(drawn.Revealed.Commitment)
        );
        var closed = new SealedValue(drawn.Revealed.Commitment);
        Assert.That(new Vault(place.Database).Open(_review).Open(closed), Is.EqualTo(closed));
    }

    [Test]
    public async Task A_seed_put_in_its_place_is_found_even_where_every_hash_is_made_anew()
    {
        var (forged, export) = (Copy("forged"), Path.Combine(_folder, "forged.jsonl"));
        await using (var place = Workplace.Look(forged, DefinitionFolder.Read(Repository.Definitions), TimeProvider.System))
        {
            var entry = Bodies().Select(LedgerJson.ReadEntry).Single(e => e.Events.OfType<LotsRevealed>().Any()).Number;
            Forgery.Plant(
                place.Database,
                _review,
                entry,
                e =>
                    e with
                    {
                        Events =
                        [
                            .. e.Events.Select(x =>
                                x is LotsDrawn d ? d with { Drawn = [1, 2] }
                                : x is LotsRevealed r ? r with { Seed = new string('1', 64) }
                                : x
                            ),
                        ],
                    }
            );
            var found = await Run("verify", "--language", "en", "--database", forged);
            Assert.That(found.Exit, Is.EqualTo(1));
            Assert.That(found.Out, Does.Contain($"{_review} #{entry}: Expected salt and seed to have the commitment"));
            await Run("export", "--to", export, "--database", forged);
            Assert.That(
                (await Run("verify", "--language", "en", export)).Out,
                Does.Contain("Expected salt and seed to have the commitment")
            );
            Assert.That((await Run("review", "report", _review, "--database", forged)).Exit, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task An_erased_review_holds_no_seed_in_its_vault_and_its_draw_can_still_be_repeated()
    {
        var erased = Copy("erased");
        Assert.That(
            (await Run("erase", _review, "--order", "市档销〔2036〕1号", "--before-retention-ends", "--database", erased)).Exit,
            Is.Zero
        );
        var verified = await Run("verify", "--language", "en", "--database", erased);
        Assert.That(verified.Exit, Is.Zero, verified.Out);
        Assert.That(verified.Out, Does.Contain("1 draw of lots repeated from the seeds."));
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={erased}");
        Assert.That(connection.ExecuteScalar<long>("select count(*) from vault where case_no = @_review", new { _review }), Is.Zero);
    }

    [TestCase("update vault set value = '0123' where case_no = '{0}'", "lots.seed_false")]
    [TestCase("delete from vault where case_no = '{0}'", "lots.seed_gone")]
    public async Task What_somebody_did_to_the_vault_is_refused_and_not_drawn_by(string sql, string code)
    {
        var copy = Copy(code);
        var lodged = await Run(
            "review",
            "population",
            "--from",
            "2021-03-01",
            "--to",
            "2021-03-31",
            "--sample",
            "3",
            "--by",
            "gu-yan",
            "--database",
            copy,
            "--definitions",
            Repository.Definitions
        );
        var number = lodged.Out.Split(':')[0];
        await using var place = Workplace.Look(copy, DefinitionFolder.Read(Repository.Definitions), TimeProvider.System);
        await Do(place, number, "gu-yan", new SealLots("lots"));
        using (var connection = place.Database.Connect())
            connection.Execute(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, number));
        Assert.That(
            await place.Runner.Submit(number, new Request("gu-yan", Done("lots"))),
            Is.InstanceOf<NotWritten>().With.Property("Refusal").Property("Code").EqualTo(code)
        );
    }

    [Test]
    public async Task What_is_no_review_has_no_report()
    {
        var refused = await Run("review", "report", "ZJ-YS-0001-2021-000001", "--database", Database);
        Assert.That(
            refused.Error,
            Does.StartWith(
                "ZJ-YS-0001-2021-000001 is a case of 'Joint acceptance of completed works', which draws no files; it is not a review."
            )
        );
    }

    private async Task Close(int cases)
    {
        var time = new SetTime(new DateTimeOffset(2021, 3, 1, 2, 0, 0, TimeSpan.Zero));
        await using var place = await Workplace.Open(Database, DefinitionFolder.Read(Repository.Definitions), time, null, default);
        for (var i = 1; i <= cases; i++)
        {
            time.Now += TimeSpan.FromDays(1);
            var number = (
                await Do(
                    place,
                    null,
                    "chen-jie",
                    new Lodge
                    {
                        Process = "joint-acceptance",
                        Parties = [new PartyEntry("applicant", "chen-jie", "示范建设公司")],
                        Form = Fields(("project", new TextValue($"项目{i}")), ("works", new TextValue("其他建设工程"))),
                    }
                )
            ).Case;
            await Do(place, number, "chen-jie", Done("withdrawal"));
        }

        // Each file is closed by its own clock, as a host would have done by the time of the review.
        await new Sweep(place.Runner).Run(time.Now.AddDays(30), 2 * cases, default);
    }

    // The first file drawn has a finding that is corrected at the second attempt; the other has none.
    private async Task Play(Workplace place)
    {
        await Do(place, _review, "gu-yan", new SealLots("lots"));
        var drawn = (await Do(place, _review, "gu-yan", Done("lots"))).State.Steps["lots"].Drawn;
        await Do(place, _review, "shen-lei", Score(drawn[0], "faulty", 10, 15, 18, 15, 8, 2));
        await Do(place, _review, "shen-lei", Score(drawn[1], "sound", 15, 25, 25, 20, 10, 5));
        await Do(place, _review, "jiang-bo", Done($"opinion[{drawn[0]}]", "agrees"));
        await Do(place, _review, "dai-wen", Done($"confirm[{drawn[0]}]", "correct") with { Reasons = "送达回证缺失" });
        await Do(place, _review, "dai-wen", Done($"confirm[{drawn[1]}]", "sound"));
        await Do(place, _review, "gu-yan", Done("notice"));
        for (var run = 1; run <= 2; run++)
        {
            await Do(
                place,
                _review,
                "jiang-bo",
                Done($"correction[{drawn[0]}]") with
                {
                    Fields = Fields(("measures", new TextValue("补充送达回证"))),
                }
            );
            await Do(
                place,
                _review,
                "luo-yi",
                Done($"recheck[{drawn[0]}]", run == 1 ? "again" : "settled") with
                {
                    With = ["shen-lei"],
                    Reasons = run == 1 ? "仍缺一份" : null,
                }
            );
        }

        await Do(place, _review, "dai-wen", Done("report") with { Fields = Fields(("summary", new TextValue("总体规范"))) });
        var ended = await Do(place, _review, "gu-yan", Done("tell"));
        Assert.That((ended.State.Stage, ended.State.Result), Is.EqualTo((CaseStage.Closed, "corrected")));
    }

    private static Complete Score(int row, string outcome, params int[] points) =>
        Done($"score[{row}]", outcome) with
        {
            With = ["luo-yi"],
            Fields = Fields([
                .. new[] { "competence", "procedure", "facts", "law", "documents", "filing" }.Zip(
                    points,
                    (id, p) => (id, (FieldValue)new NumberValue(p))
                ),
                .. outcome == "faulty"
                    ?
                    [
                        (
                            "findings",
                            (FieldValue)
                                new RowsValue([
                                    Fields(
                                        ("criterion", new TextValue("procedure")),
                                        ("finding", new TextValue("送达回证缺失")),
                                        ("lost", new NumberValue(10)),
                                        ("article", new TextValue("内部评查标准 二、3"))
                                    ),
                                ])
                        ),
                    ]
                    : Array.Empty<(string, FieldValue)>(),
            ]),
        };

    private static Complete Done(string step, string outcome = "done") => new() { Step = step, Outcome = outcome };

    private static ImmutableSortedDictionary<string, FieldValue> Fields(params (string Id, FieldValue Value)[] values) =>
        values.ToImmutableSortedDictionary(v => v.Id, v => v.Value);

    // Each of those who sign with the actor does so by an act of their own.
    private static async Task<Written> Do(Workplace place, string? number, string by, CaseCommand command)
    {
        var written = await Submitted(place, number, by, command);
        foreach (var signer in (command as Complete)?.With ?? [])
            written = await Submitted(place, number, signer, new Reply(((Complete)command).Step, "属实"));
        return written;
    }

    private static async Task<Written> Submitted(Workplace place, string? number, string by, CaseCommand command) =>
        await place.Runner.Submit(number, new Request(by, command)) switch
        {
            Written written => written,
            NotWritten refused => throw new AssertionException($"{refused.Refusal.Code}: {refused.Refusal.English.Sentence}"),
            var other => throw new AssertionException($"{other}"),
        };

    private Task<(int Exit, string Out, string Error)> Population() =>
        Run(
            "review",
            "population",
            "--from",
            "2021-03-01",
            "--to",
            "2021-03-31",
            "--office",
            "housing",
            "--sample",
            "2",
            "--by",
            "gu-yan",
            "--json",
            "--database",
            Database,
            "--definitions",
            Repository.Definitions
        );

    private List<string> Bodies()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database}");
        return [.. connection.Query<string>("select body from entries where case_no = @_review order by entry_no", new { _review })];
    }

    private string Copy(string name)
    {
        var file = Path.Combine(_folder, $"{name}.db");
        Query<object>($"vacuum into '{file}'");
        return file;
    }

    private T? Query<T>(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Database}");
        return connection.QueryFirstOrDefault<T>(sql);
    }
}
