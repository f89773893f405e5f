using Workflow.Storage.Access;
using Workflow.Storage.Databases;
using static Workflow.Tests.Support.Hosts.Typed;

namespace Workflow.Tests.Host.Access;

/// <summary>Whoever looks at a ledger from the command line is in its access log before they see anything.</summary>
public sealed class ConsoleAccessTests
{
    private const string Case = "ZJ-YS-0001-2020-000001";

    private PlayedStory _story = null!;

    private string Ledger => _story.Ledger;

    [OneTimeSetUp]
    public async Task Play() => _story = await PlayedStory.Of("joint-acceptance");

    [OneTimeTearDown]
    public void Delete() => _story.Dispose();

    [TestCase("replay", Case, "replay", Case, "--entry", "3")]
    [TestCase("replay --legal", Case, "replay", Case, "--legal", "2020-05-14")]
    [TestCase("why", Case, "why", Case, "joint")]
    [TestCase("readjudicate", Case, "readjudicate", Case)]
    [TestCase("readjudicate", null, "readjudicate", "--json")]
    [TestCase("whatif", null, "whatif", "--all", "--limit", "joint=25 working days")]
    [TestCase("stats", null, "stats", "--json")]
    [TestCase("cases", null, "cases")]
    [TestCase("rebuild --check", null, "rebuild", "--check")]
    [TestCase(
        "review population",
        null,
        "review",
        "population",
        "--from",
        "2020-01-01",
        "--to",
        "2020-12-31",
        "--sample",
        "1",
        "--by",
        "gu-yan",
        "--json"
    )]
    [TestCase("next", Case, "next", Case, "filing", "filed")]
    public async Task A_look_is_recorded_with_who_and_which_case(string what, string? number, params string[] args)
    {
        var before = await Latest();
        var run = await Run([
            .. args,
            "--database",
            Ledger,
            .. args[0] is "next" or "review" ? new[] { "--definitions", Repository.Definitions } : [],
        ]);
        var after = (await Latest())!;
        Assert.That(run.Out, Is.Not.Empty, run.Error);
        Assert.That(
            (after.Number, after.Record.Kind, after.Record.What, after.Record.Case, after.Record.Who),
            Is.EqualTo(((before?.Number ?? 0) + 1, AccessKinds.Audited, what, number, $"console {Environment.UserName}"))
        );
    }

    [Test]
    public async Task Where_it_cannot_be_recorded_nothing_is_shown()
    {
        var copy = Path.Combine(_story.Folder, "closed.db");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Copy(Ledger, copy);
        await using (var database = Database.OpenFile(copy))
        {
            await using var connection = database.Connect();
            await using var command = connection.CreateCommand();
            command.CommandText =
                "create trigger closed before insert on access_entries begin select raise(abort, 'nobody may write'); end";
            await command.ExecuteNonQueryAsync();
        }

        foreach (
            var verb in new[]
            {
                new[] { "replay", Case },
                ["why", Case],
                ["cases"],
                ["stats"],
                ["whatif", Case, "--limit", "joint=3 days", "--html", Path.Combine(_story.Folder, "page.html")],
            }
        )
        {
            var run = await Run([.. verb, "--database", copy]);
            Assert.That((run.Exit, run.Out), Is.EqualTo((1, "")), verb[0]);
            Assert.That(run.Error, Does.StartWith("Every look is recorded first, but the access log of ").And.Contain("nobody may write"));
        }

        Assert.That(File.Exists(Path.Combine(_story.Folder, "page.html")), Is.False);
    }

    private async Task<AccessEntry?> Latest()
    {
        await using var database = Database.OpenFile(Ledger);
        return new AccessReads(database).Page(null, null, 1).FirstOrDefault();
    }
}
