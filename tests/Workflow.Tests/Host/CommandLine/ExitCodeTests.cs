using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.CommandLine;

/// <summary>An option or an input that cannot be read ends every verb with 2; what could not be done or was found ends it with 1.</summary>
public sealed class ExitCodeTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-exit-").FullName;

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
        Assert.That(await Exit("run", Sample("three-certificates", "story.yaml"), "--database", Story), Is.Zero);
    }

    [OneTimeTearDown]
    public void Leave()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCaseSource(nameof(Unreadable))]
    public async Task What_cannot_be_read_ends_with_2(string[] line) => Assert.That(await Exit(Filled(line)), Is.EqualTo(2));

    [TestCaseSource(nameof(Undone))]
    public async Task What_could_not_be_done_or_was_found_ends_with_1(string[] line) =>
        Assert.That(await Exit(Filled(line)), Is.EqualTo(1));

    [Test]
    public void A_row_names_no_other_exit_than_that_of_what_cannot_be_read() =>
        Assert.That(HostMessages.All.Rows.Values.Where(r => r.Exit is not (null or 2)).Select(r => r.Code), Is.Empty);

    private static IEnumerable<string[]> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(' '));

    private static IEnumerable<object[]> Unreadable() =>
        Lines(
                """
                lint /no/such.yaml
                test /no/such.yaml
                run /no/such.yaml
                run IN/broken.yaml
                run SAMPLES/three-certificates/story.yaml --definitions /no/such
                due --definitions /no/such
                due --definitions IN/folder
                cases --database /no/such.db
                cases --database IN/broken.db
                cases --database IN/empty.db
                replay X --database /no/such.db
                why X --database IN/empty.db
                next X a b --database /no/such.db
                adopt /no/such.csv --process three-certificates --from-system x --by wang-fang --document x --reasons x --dry-run --database IN/none.db
                adopt IN/broken.csv --series /no/such.csv --process three-certificates --from-system x --by wang-fang --document x --reasons x --dry-run --database IN/none.db
                adopt IN/broken.csv --series IN/broken.csv --process three-certificates --from-system x --by wang-fang --document x --reasons x --dry-run --database IN/none.db
                migrate X --to 2014-05-10 --by qian-jin --dry-run --map /no/such.json --database STORY
                migrate X --to 2014-05-10 --by qian-jin --dry-run --map IN/broken.json --database STORY
                verify /no/such.jsonl
                verify IN/broken.jsonl
                verify --receipts /no/such --database STORY
                verify --certificate /no/such --database STORY
                rebuild --database /no/such.db
                readjudicate --database IN/empty.db
                whatif --all --definition /no/such.yaml --database STORY
                whatif --all --definition IN/broken.yaml --database STORY
                whatif --all --limit handling=soon --database STORY
                whatif --all --limit handling --database STORY
                whatif --all --calendar IN/folder --database STORY
                seal --database /no/such.db
                export --to IN/x --database /no/such.db
                export --to IN/x.txt --format file XN-GS-0001-2014-000001 --database STORY
                erase --before 2000-01-01 --order 1 --database IN/empty.db
                token wang-fang --definitions /no/such --database STORY
                conform /no/such.xes --definition SAMPLES/receipt/definition/receipt.yaml --map SAMPLES/receipt/map.yaml
                conform IN/broken.xes --definition SAMPLES/receipt/definition/receipt.yaml --map SAMPLES/receipt/map.yaml
                conform SAMPLES/receipt/receipt.xes.gz --definition /no/such.yaml --map SAMPLES/receipt/map.yaml
                conform SAMPLES/receipt/receipt.xes.gz --definition IN/broken.yaml --map SAMPLES/receipt/map.yaml
                conform SAMPLES/receipt/receipt.xes.gz --definition SAMPLES/receipt/definition/receipt.yaml --map /no/such.yaml
                conform SAMPLES/receipt/receipt.xes.gz --definition SAMPLES/receipt/definition/receipt.yaml --map IN/broken.yaml
                stats --database IN/broken.db
                review report X --database /no/such.db
                serve --definitions /no/such --urls http://127.0.0.1:0
                """
            )
            .Select(l => new object[] { l });

    private static IEnumerable<object[]> Undone() =>
        Lines(
                """
                lint IN/broken.yaml
                lint --explain zzz
                test IN/folder
                replay none --database STORY
                why XN-GS-0001-2014-000001 handlign --database STORY
                whatif none --limit handling=30工作日 --database STORY
                whatif --all --limit handlign=3日 --database STORY
                token nobody --database STORY
                export --to /no/such/x --database STORY
                adopt IN/broken.csv --process three-certificates --from-system x --by wang-fang --document x --reasons x --dry-run --database IN/none.db
                adopt IN/broken.csv --process three-certificate --from-system x --by wang-fang --document x --reasons x --dry-run --database IN/none.db
                migrate none --to 2014-05-10 --by qian-jin --dry-run --database STORY
                """
            )
            .Select(l => new object[] { l });

    private string[] Filled(string[] line) =>
        [
            .. line.Select(word =>
                word.Replace("IN/", _folder + "/", StringComparison.Ordinal)
                    .Replace("SAMPLES/", Repository.Samples + "/", StringComparison.Ordinal)
                    .Replace("STORY", Story, StringComparison.Ordinal)
            ),
        ];

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private static string Sample(params string[] path) => Path.Combine([Repository.Samples, .. path]);

    private static Task<int> Exit(params string[] line) =>
        Verbs.Run(line, new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, Colours: false));
}
