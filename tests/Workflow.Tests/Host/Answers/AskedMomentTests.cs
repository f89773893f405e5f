using System.Globalization;
using System.Text.Json.Nodes;
using static Workflow.Tests.Support.Hosts.Typed;

namespace Workflow.Tests.Host.Answers;

/// <summary>A moment that is copied from a timeline shows that moment, wherever the machine stands.</summary>
public sealed class AskedMomentTests
{
    private const string Case = "ZJ-YS-0001-2020-000001";

    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-moment-").FullName;
    private List<DateTimeOffset> _recorded = [];

    private string Ledger => Path.Combine(_folder, "story.db");

    [OneTimeSetUp]
    public async Task Play()
    {
        await Run(
            "run",
            Path.Combine(Told.Samples, "joint-acceptance", "story.yaml"),
            "--definitions",
            Repository.Definitions,
            "--database",
            Ledger
        );
        _recorded =
        [
            .. JsonNode.Parse((await Run("replay", Case, "--json", "--database", Ledger)).Out)!["entries"]!
                .AsArray()
                .Select(e => Moment(e!["entry"]!["stamp"]!["recordedAt"]!)),
        ];
    }

    [OneTimeTearDown]
    public void Delete()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task A_minute_of_the_timeline_shows_what_was_recorded_through_that_minute()
    {
        foreach (var minute in _recorded.Select(at => Local(at, "yyyy-MM-dd HH:mm")).Distinct().Some())
            Assert.That(
                await EntryAt(minute),
                Is.EqualTo(_recorded.Count(at => string.CompareOrdinal(Local(at, "yyyy-MM-dd HH:mm"), minute) <= 0)),
                minute
            );
    }

    [Test]
    public async Task A_day_alone_means_the_end_of_that_legal_day()
    {
        foreach (var day in _recorded.Select(at => Local(at, "yyyy-MM-dd")).Distinct().Some())
            Assert.That(
                await EntryAt(day),
                Is.EqualTo(_recorded.Count(at => string.CompareOrdinal(Local(at, "yyyy-MM-dd"), day) <= 0)),
                day
            );
    }

    [Test]
    public async Task An_offset_that_is_written_counts() =>
        Assert.That(
            await EntryAt(_recorded[3].ToOffset(TimeSpan.FromHours(-5)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
            Is.EqualTo(4)
        );

    [Test]
    public async Task Why_and_whatif_read_moments_alike()
    {
        var first = Local(_recorded[0], "yyyy-MM-dd HH:mm");
        var (before, then) = (
            await Run("why", Case, "--at", Local(_recorded[0].AddMinutes(-1), "yyyy-MM-dd HH:mm"), "--database", Ledger),
            await Run("replay", Case, "--at", first, "--database", Ledger)
        );
        var whatif = await Run(
            "whatif",
            Case,
            "--limit",
            "joint=3 working days",
            "--until",
            "2020-12-31 15:00",
            "--json",
            "--database",
            Ledger
        );
        Assert.That((before.Exit, then.Exit), Is.EqualTo((1, 0)));
        Assert.That(then.Out, Does.Contain(first));
        Assert.That(JsonNode.Parse(whatif.Out)!["until"]!.GetValue<string>(), Does.StartWith("2020-12-31T15:00:59"));
    }

    [TestCase("replay", Case, "--at", "2020-13-01")]
    [TestCase("replay", Case, "--at", "15:00")]
    [TestCase("replay", Case, "--at", "14/05/2020 15:00")]
    [TestCase("why", Case, "--at", "2020-05-14 25:00")]
    [TestCase("whatif", Case, "--limit", "joint=3 days", "--until", "tomorrow")]
    public async Task What_is_no_moment_is_refused_with_an_example(params string[] args)
    {
        var run = await Run([.. args, "--database", Ledger]);
        Assert.That((run.Exit, run.Out), Is.EqualTo((2, "")));
        Assert.That(
            run.Error,
            Does.Match(
                $"^--(at|until) takes a moment such as 2020-05-14, 2020-05-14 15:00 or 2020-05-14T15:00:00\\+08:00; '{args[^1]}' is not one\\. Run with --help"
            )
        );
    }

    private async Task<int> EntryAt(string moment) =>
        JsonNode.Parse((await Run("replay", Case, "--at", moment, "--json", "--database", Ledger)).Out)!["replay"]![
            "entry"
        ]!.GetValue<int>();

    private static string Local(DateTimeOffset at, string format) => at.ToOffset(Shanghai).ToString(format, CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(JsonNode node) => DateTimeOffset.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture);
}
