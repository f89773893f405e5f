using Workflow.Host.Wording;

namespace Workflow.Tests.Host.CommandLine;

/// <summary>An option or an input that cannot be read ends every verb with 2; what could not be done or was found ends it with 1.</summary>
public sealed class ExitCodeTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-exit-").FullName;

    private const string Terms = "--from-system x --by wang-fang --document x --reasons x --dry-run --database IN/none.db";

    private string Story => Path.Combine(_folder, "story.db");

    [OneTimeSetUp]
    public async Task Fill()
    {
        Write("broken.yaml", "process: [[\n");
        Write("broken.xes", "<log><trace>");
        Write("broken.csv", "nonsense\n1,2\n");
        Write("broken.json", "{\"steps\": 5}");
        Write("broken.db", "no database, but a text that is long enough to be looked at as one");
        Write("broken.jsonl", "no export\n");
        Write("empty.db", "");
        Directory.CreateDirectory(Path.Combine(_folder, "folder"));
        var told = await Typed.Run("run", Path.Combine(Repository.Samples, "three-certificates", "story.yaml"), "--database", Story);
        Assert.That(told.Exit, Is.Zero, told.Error);
    }

    [OneTimeTearDown]
    public void Leave()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCaseSource(nameof(Unreadable))]
    public Task What_cannot_be_read_ends_with_2_and_is_named(string line, string culprit) => Ends(2, line, culprit);

    [TestCaseSource(nameof(Undone))]
    public Task What_could_not_be_done_or_was_found_ends_with_1_and_is_named(string line, string culprit) => Ends(1, line, culprit);

    private async Task Ends(int exit, string line, string culprit)
    {
        var run = await Typed.Run(Filled(line).Split(' '));
        Assert.That(run.Exit, Is.EqualTo(exit), run.Error);
        Assert.That($"{run.Out}{run.Error}", Does.Contain(Filled(culprit)));
    }

    [Test]
    public void A_row_names_no_other_exit_than_that_of_what_cannot_be_read() =>
        Assert.That(HostMessages.All.Rows.Values.Where(r => r.Exit is not (null or 2)).Select(r => r.Code), Is.Empty);

    // A line as it is typed, and what its answer names.
    private static IEnumerable<object[]> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(" => "));

    private static IEnumerable<object[]> Unreadable() =>
        Lines(
            """
            lint /no/such.yaml => '/no/such.yaml'
            test /no/such.yaml => '/no/such.yaml'
            run /no/such.yaml => '/no/such.yaml'
            run IN/broken.yaml => IN/broken.yaml:1:11
            run SAMPLES/three-certificates/story.yaml --definitions /no/such => '/no/such'
            due --definitions /no/such => '/no/such'
            due --definitions IN/folder => IN/folder/calendars:1:1
            cases --database /no/such.db => '/no/such.db'
            cases --database IN/broken.db => 'IN/broken.db'
            cases --database IN/empty.db => 'IN/empty.db'
            replay X --database /no/such.db => '/no/such.db'
            why X --database IN/empty.db => 'IN/empty.db'
            next X a b --database /no/such.db => '/no/such.db'
            adopt /no/such.csv --process three-certificates TERMS => '/no/such.csv'
            adopt IN/broken.csv --series /no/such.csv --process three-certificates TERMS => '/no/such.csv'
            adopt IN/broken.csv --series IN/broken.csv --process three-certificates TERMS => IN/broken.csv:1:1
            migrate X --to 2014-05-10 --by qian-jin --dry-run --map /no/such.json --database STORY => '/no/such.json'
            migrate X --to 2014-05-10 --by qian-jin --dry-run --map IN/broken.json --database STORY => IN/broken.json:1:12
            verify /no/such.jsonl => '/no/such.jsonl'
            verify IN/broken.jsonl => 'IN/broken.jsonl'
            verify --receipts /no/such --database STORY => '/no/such'
            verify --certificate /no/such --database STORY => '/no/such'
            rebuild --database /no/such.db => '/no/such.db'
            readjudicate --database IN/empty.db => 'IN/empty.db'
            whatif --all --definition /no/such.yaml --database STORY => '/no/such.yaml'
            whatif --all --definition IN/broken.yaml --database STORY => IN/broken.yaml:1:11
            whatif --all --limit handling=soon --database STORY => 'soon'
            whatif --all --limit handling --database STORY => 'handling'
            whatif --all --calendar IN/folder --database STORY => IN/folder:1:1
            seal --database /no/such.db => '/no/such.db'
            export --to IN/x --database /no/such.db => '/no/such.db'
            export --to IN/x.txt --format file XN-GS-0001-2014-000001 --database STORY => 'x.txt'
            erase --before 2000-01-01 --order 1 --database IN/empty.db => 'IN/empty.db'
            token wang-fang --definitions /no/such --database STORY => '/no/such'
            conform /no/such.xes --definition RECEIPT/definition/receipt.yaml --map RECEIPT/map.yaml => '/no/such.xes'
            conform IN/broken.xes --definition RECEIPT/definition/receipt.yaml --map RECEIPT/map.yaml => IN/broken.xes:1:13
            conform RECEIPT/receipt.xes.gz --definition /no/such.yaml --map RECEIPT/map.yaml => '/no/such.yaml'
            conform RECEIPT/receipt.xes.gz --definition IN/broken.yaml --map RECEIPT/map.yaml => IN/broken.yaml:1:11
            conform RECEIPT/receipt.xes.gz --definition RECEIPT/definition/receipt.yaml --map /no/such.yaml => '/no/such.yaml'
            conform RECEIPT/receipt.xes.gz --definition RECEIPT/definition/receipt.yaml --map IN/broken.yaml => IN/broken.yaml:1:11
            stats --database IN/broken.db => 'IN/broken.db'
            review report X --database /no/such.db => '/no/such.db'
            serve --definitions /no/such --urls http://127.0.0.1:0 => '/no/such'
            """
        );

    private static IEnumerable<object[]> Undone() =>
        Lines(
            """
            lint IN/broken.yaml => IN/broken.yaml:1:11
            lint --explain zzz => 'zzz'
            test IN/folder => IN/folder
            replay none --database STORY => 'none'
            why XN-GS-0001-2014-000001 handlign --database STORY => 'handlign'
            whatif none --limit handling=30工作日 --database STORY => 'none'
            whatif --all --limit handlign=3日 --database STORY => 'handlign'
            token nobody --database STORY => 'nobody'
            export --to /no/such/x --database STORY => '/no/such'
            adopt IN/broken.csv --process three-certificates TERMS => 'nonsense'
            adopt IN/broken.csv --process three-certificate TERMS => 'three-certificate'
            migrate none --to 2014-05-10 --by qian-jin --dry-run --database STORY => 'none'
            """
        );

    private string Filled(string text) =>
        text.Replace("IN/", _folder + "/", StringComparison.Ordinal)
            .Replace("SAMPLES/", Repository.Samples + "/", StringComparison.Ordinal)
            .Replace("RECEIPT/", Path.Combine(Repository.Samples, "receipt") + "/", StringComparison.Ordinal)
            .Replace("STORY", Story, StringComparison.Ordinal)
            .Replace("TERMS", Terms.Replace("IN/", _folder + "/", StringComparison.Ordinal), StringComparison.Ordinal);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
