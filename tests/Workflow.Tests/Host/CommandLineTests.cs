using System.Text.Json.Nodes;
using Workflow.Host.Commands;
using Workflow.Tests.Support;

namespace Workflow.Tests.Host;

public sealed class CommandLineTests
{
    private static readonly string Process = Path.Combine(Repository.Definitions, "market", "three-certificates.yaml");

    [Test]
    public async Task Lint_of_the_product_finds_no_error()
    {
        var run = await Run("", "lint", Repository.Definitions);
        Assert.That(run.Exit, Is.EqualTo(0), run.Out);
    }

    [Test]
    public async Task Lint_tells_file_line_column_code_message_and_hint()
    {
        using var file = new BrokenProcess();
        var run = await Run("", "lint", file.Path);
        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Out, Does.Match(@"broken\.yaml:\d+:\d+ [a-z_]+\.[a-z_]+ .+; did you mean 'steps'"));
    }

    [Test]
    public async Task Lint_writes_sarif()
    {
        using var file = new BrokenProcess();
        var sarif = JsonNode.Parse((await Run("", "lint", file.Path, "--format", "sarif")).Out)!;
        Assert.That(sarif["version"]!.GetValue<string>(), Is.EqualTo("2.1.0"));
        var result = sarif["runs"]![0]!["results"]![0]!;
        Assert.That(result["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!.GetValue<int>(), Is.GreaterThan(0));
        Assert.That(sarif["runs"]![0]!["tool"]!["driver"]!["rules"]![result["ruleIndex"]!.GetValue<int>()]!["id"]!.GetValue<string>(), Is.EqualTo(result["ruleId"]!.GetValue<string>()));
    }

    [Test]
    public async Task Due_answers_every_row_and_a_bad_one_does_not_stop_the_rest()
    {
        var run = await Run("id,from,limit,pauses,roll\na,2014-05-06,5 working days,,\nb,never,5 working days,,\nc,2014-05-06,5 days,,\n", "due", "--definitions", Repository.Definitions);
        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Out.Split('\n').Select(l => l.Split(',')[0]), Is.EqualTo(new[] { "id", "a", "b", "c", "" }));
        Assert.That(run.Out, Does.Contain("a,2014-05-13,final"));
    }

    [Test]
    public async Task A_ledger_is_listed_replayed_verified_and_rebuilt()
    {
        await using var host = await RunningHost.Start();
        var number = await host.Lodge();
        var database = host.DatabaseFile;
        Assert.That(JsonNode.Parse((await Run("", "cases", "--database", database, "--json")).Out)!.AsArray().Single()!["case"]!.GetValue<string>(), Is.EqualTo(number));
        Assert.That((await Run("", "cases", "--database", database)).Out, Does.Contain(number));
        Assert.That((await Run("", "replay", number, "--database", database)).Out, Does.Contain("case.lodged").And.Contain("1 entries"));
        Assert.That((await Run("", "verify", "--database", database)).Out, Does.Contain("every chain holds").And.Contain("no difference"));
        Assert.That((await Run("", "rebuild", "--database", database)).Out, Does.Contain("Every row is what the ledger entails."));
    }

    [Test]
    public async Task A_token_is_printed_once_and_signs_in()
    {
        await using var host = await RunningHost.Start();
        var run = await Run("", "token", "wang-fang", "--database", host.DatabaseFile, "--definitions", Repository.Definitions);
        var answer = await host.Get("/api/work", null, ("Authorization", $"Bearer {run.Out.Trim()}"));
        Assert.That(answer.Status, Is.EqualTo(200));
    }

    [TestCase(1, "cases", "--database", "/no/such.db")]
    [TestCase(1, "lint", "/no/such.yaml")]
    [TestCase(1, "due", "--definitions", "/no/such")]
    [TestCase(2, "lint")]
    [TestCase(2, "explode")]
    [TestCase(2, "lint", "x", "--format", "xml")]
    [TestCase(2, "serve", "--today", "2014-05-06")]
    public async Task An_error_is_one_sentence_and_an_exit_code(int exit, params string[] args)
    {
        var run = await Run("", args);
        Assert.That((run.Exit, run.Out), Is.EqualTo((exit, "")));
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
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "this is no database, but a text that is long enough to be looked at by the reader of the header");
        var run = await Run("", "verify", "--database", file);
        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(await File.ReadAllTextAsync(file), Does.StartWith("this is no database"));
        File.Delete(file);
    }

    private static async Task<(int Exit, string Out, string Error)> Run(string input, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await CommandLine.Run(args, new Terminal(new StringReader(input), output, error, Colours: false));
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString());
    }

    private sealed class BrokenProcess : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("workflow-lint-").FullName;

        internal BrokenProcess() => File.WriteAllText(Path, File.ReadAllText(Process).Replace("steps:", "stpes:", StringComparison.Ordinal));

        internal string Path => System.IO.Path.Combine(_folder, "broken.yaml");

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
