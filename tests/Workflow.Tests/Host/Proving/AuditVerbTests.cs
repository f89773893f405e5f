using System.Text.Json.Nodes;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Databases;

namespace Workflow.Tests.Host.Proving;

/// <summary>What an auditor runs over a ledger, read as an auditor would.</summary>
public sealed class AuditVerbTests
{
    private const string Case = "ZJ-YS-0001-2020-000001";

    private PlayedStory _story = null!;

    private string Ledger => _story.Ledger;

    [OneTimeSetUp]
    public async Task Play() => _story = await PlayedStory.Of("joint-acceptance");

    [OneTimeTearDown]
    public void Delete() => _story.Dispose();

    [Test]
    public async Task Why_says_the_day_the_law_every_day_and_who_held_it()
    {
        var text = (await Run("why", Case, "joint", "--database", Ledger)).Out;
        Assert.That(
            text,
            Does.Contain("最后一日是 2020-07-01；已于 2020-06-17 停止，没有超期")
                .And.Contain("不计　整改：2020-05-14 之后至 2020-06-12（当日含在内），凭《送达回证》整送字〔2020〕1号")
                .And.Match("2020-06-28 星期日 +12  计入（调休上班）")
                .And.Contain("合计 6 个工作日")
        );
    }

    // The inspection ran twice: the first from 05-13, the second once what it found was put right.
    [Test]
    public async Task Why_takes_a_name_without_a_run_for_the_latest()
    {
        var (latest, second, first) = (
            (await Run("why", Case, "inspection", "--database", Ledger)).Out,
            (await Run("why", Case, "inspection#2", "--database", Ledger)).Out,
            (await Run("why", Case, "inspection#1", "--database", Ledger)).Out
        );
        Assert.That(latest, Is.EqualTo(second));
        Assert.That(first, Is.Not.EqualTo(second).And.Contain("2020-05-19"));
    }

    [Test]
    public async Task Why_speaks_english_and_to_machines()
    {
        Assert.That(
            (await Run("why", Case, "filing", "--language", "en", "--database", Ledger)).Out,
            Does.Contain("The last day was 2020-07-02; it stopped on 2020-06-22, in time")
        );
        var all = JsonNode.Parse((await Run("why", Case, "--json", "--database", Ledger)).Out)!.AsArray();
        Assert.That(all.Select(e => e!["clock"]!["id"]!.GetValue<string>()), Does.Contain("joint").And.Contain("schedule#2"));
    }

    [Test]
    public async Task Why_knows_of_a_past_moment_only_what_was_recorded_by_then() =>
        Assert.That(
            (await Run("why", Case, "joint", "--at", "2020-05-20T12:00:00+08:00", "--database", Ledger)).Out,
            Does.Contain("正在中止计时，余 12 个工作日，恢复前没有最后一日")
        );

    [Test]
    public async Task Replay_tells_the_story_so_far_and_what_might_be_done_then()
    {
        var text = (await Run("replay", Case, "--entry", "7", "--database", Ledger)).Out;
        Assert.That(
            text,
            Does.StartWith("回放：第 7 号记录之后（共 26 号）")
                .And.Contain("示范市消防验收中心·经办人：整改，与董青共同签署，“二层疏散指示标志缺失。”")
                .And.Contain("联合验收期限（joint）：至 2020-06-01，余 12 个工作日，绿灯")
                .And.Contain("可以　　答复〔联合现场验收〕：通过")
                .And.Not.Contain("2020-05-15")
        );
    }

    [Test]
    public async Task The_legal_view_says_so_in_its_first_line() =>
        Assert.That(
            (await Run("replay", Case, "--legal", "2020-06-13", "--database", Ledger)).Out,
            Does.StartWith("法律视图（不是当时的屏幕）：2020-06-13 日终").And.Contain("至 2020-07-01，余 12 个工作日")
        );

    [Test]
    public async Task Replay_says_who_held_each_post_then_and_how_that_is_known()
    {
        var recorded = (await Run("replay", Case, "--entry", "7", "--database", Ledger)).Out;
        var asked = (await Run("replay", Case, "--entry", "7", "--definitions", Repository.Definitions, "--database", Ledger)).Out;
        var inbox = JsonNode.Parse((await Run("replay", Case, "--entry", "7", "--json", "--database", Ledger)).Out)!["replay"]![
            "inbox"
        ]!.AsArray();
        Assert.Multiple(() =>
        {
            // Two of four have answered; the others had not acted in the case yet, and stand in the register alone.
            Assert.That(recorded, Does.Contain("当时任职　此前的记录未载明").And.Not.Contain("名册"));
            Assert.That(asked, Does.Match("城建档案馆·经办人：〔联合现场验收〕\n +当时任职　[^\n]*（名册）").And.Not.Contain("未载明"));
            Assert.That(inbox.Select(i => i!["post"]!["role"]!.GetValue<string>()), Is.All.EqualTo("officer"));
        });
    }

    [Test]
    public async Task Replay_names_as_holder_whom_an_entry_shows_in_the_post()
    {
        // Ding Wei took in and accepted at the window; straight after the first of both the next task is for that post.
        var replay = JsonNode.Parse((await Run("replay", Case, "--entry", "2", "--json", "--database", Ledger)).Out)!["replay"]!;
        var window = replay["inbox"]!.AsArray().Single(i => i!["post"]?["role"]?.GetValue<string>() == "clerk")!;
        Assert.That(
            window["holders"]!.AsArray().Select(h => (h!["person"]!.GetValue<string>(), h["entry"]!.GetValue<int>())),
            Is.EqualTo(new[] { ("ding-wei", 2) })
        );
    }

    [Test]
    public async Task Rebuild_tells_in_words_what_differs()
    {
        var other = Path.Combine(_story.Folder, "rows.db");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Copy(Ledger, other);
        await using (var database = Database.OpenFile(other))
        {
            await using var connection = database.Connect();
            await using var command = connection.CreateCommand();
            command.CommandText =
                "update heads set result = 'refused', stage = 'Open'; delete from viewer_rows where viewer = 'office fire'; insert into viewer_rows (case_no, viewer) values ('"
                + Case
                + "', 'person nobody')";
            await command.ExecuteNonQueryAsync();
        }

        var run = await Run("rebuild", "--language", "en", "--check", "--database", other);
        Assert.That(
            (run.Exit, run.Out),
            Is.EqualTo(
                (
                    1,
                    $"heads {Case}: Expected the summary of the case to have stage Closed, result passed, but found stage Open, result refused.\n"
                        + $"viewer_rows {Case}: Expected the reader 'office fire', but it is not there.\n"
                        + $"viewer_rows {Case}: Expected no such row, but found the reader 'person nobody'.\n"
                        + "3 differences.\n"
                )
            )
        );
    }

    [Test]
    public async Task Why_tells_the_days_that_did_not_count_and_the_person_who_had_them()
    {
        var text = (await Run("why", Case, "joint", "--database", Ledger)).Out;
        Assert.That(
            text,
            Does.Contain("不计：整改 21 个工作日")
                .And.Match("建设单位 +20 个工作日，分摊 20\n +黄华 +分摊 20 个工作日")
                .And.Contain("计入与不计合计 27 个工作日，没有余数")
        );
    }

    [Test]
    public async Task Readjudicate_names_the_values_of_a_forged_entry()
    {
        var forged = Path.Combine(_story.Folder, "forged.db");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Copy(Ledger, forged);
        await using (var database = Database.OpenFile(forged))
            Forgery.Plant(database, Case, 3, Later);
        var (right, wrong) = (await Run("readjudicate", "--database", Ledger), await Run("readjudicate", Case, "--database", forged));
        Assert.Multiple(() =>
        {
            Assert.That((right.Exit, right.Out), Is.EqualTo((0, "1 件案件的 26 项决定全部重新裁决：没有差异\n")));
            Assert.That(wrong.Exit, Is.EqualTo(1));
            Assert.That(wrong.Out, Does.StartWith($"{Case} #3，第 ").And.Contain("clock.dueOn：记录为 2020-06-02，重新裁决为 2020-06-01"));
        });
    }

    [Test]
    public async Task Whatif_shows_what_another_limit_changes_and_writes_nothing()
    {
        var page = Path.Combine(_story.Folder, "whatif.html");
        var before = (await Run("replay", Case, "--json", "--database", Ledger)).Out;
        var run = await Run("whatif", Case, "--limit", "joint=3 working days", "--html", page, "--database", Ledger);
        var json = JsonNode.Parse((await Run("whatif", "--all", "--limit", "joint=25 working days", "--json", "--database", Ledger)).Out)!;
        Assert.Multiple(() =>
        {
            Assert.That(run.Out, Does.Match("联合验收期限 +│ 2020-07-01 │ 2020-05-14 │ 新增超期"));
            Assert.That(
                File.ReadAllText(page),
                Does.StartWith("<!doctype html>")
                    .And.Contain("<td>联合验收期限</td><td>2020-07-01</td><td>2020-05-14</td><td>新增超期</td>")
                    .And.Not.Contain("<script")
                    .And.Not.Contain("http")
            );
            Assert.That(
                json["differences"]![0]!["clocks"]!.AsArray().Select(c => $"{c!["clock"]} {c["now"]}"),
                Does.Contain("joint 2020-07-15")
            );
        });
        Assert.That((await Run("replay", Case, "--json", "--database", Ledger)).Out, Is.EqualTo(before));
    }

    [TestCase(1, "why", "NO-SUCH-CASE", "joint")]
    [TestCase(1, "why", Case, "no-such-clock")]
    [TestCase(1, "replay", Case, "--entry", "27")]
    [TestCase(1, "replay", Case, "--entry", "-1")]
    [TestCase(1, "replay", Case, "--at", "2019-01-01")]
    [TestCase(1, "replay", Case, "--legal", "9999-12-31")]
    [TestCase(2, "replay", Case, "--entry", "1", "--legal", "2020-05-11")]
    [TestCase(1, "readjudicate", "NO-SUCH-CASE")]
    [TestCase(2, "whatif", Case)]
    [TestCase(2, "whatif", "--limit", "joint=3 working days")]
    [TestCase(2, "whatif", Case, "--limit", "joint")]
    [TestCase(2, "whatif", Case, "--limit", "joint=three days")]
    [TestCase(1, "whatif", Case, "--limit", "no-such-clock=3 days")]
    [TestCase(2, "whatif", Case, "--definition", "/no/such.yaml")]
    [TestCase(2, "whatif", Case, "--calendar", "/no/such")]
    [TestCase(1, "whatif", "NO-SUCH-CASE", "--limit", "joint=3 days")]
    public async Task What_cannot_be_answered_is_one_sentence(int exit, params string[] args)
    {
        var run = await Run([.. args, "--database", Ledger]);
        Assert.That((run.Exit, run.Out, run.Error.Trim().Split('\n').Length), Is.EqualTo((exit, "", 1)), run.Error);
    }

    private static LedgerEntry Later(LedgerEntry entry) =>
        entry with
        {
            Events =
            [
                .. entry.Events.Select(e =>
                    e is ClockStarted s && s.Clock.Id == "joint" ? s with { Clock = s.Clock with { DueOn = s.Clock.DueOn.AddDays(1) } } : e
                ),
            ],
        };

    private static Task<(int Exit, string Out, string Error)> Run(params string[] args) => Typed.Run(Spoken.In(args, "zh"));
}
