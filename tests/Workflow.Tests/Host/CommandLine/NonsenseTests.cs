using System.CommandLine;
using Workflow.Host;
using Workflow.Host.CommandLine;

namespace Workflow.Tests.Host.CommandLine;

/// <summary>Every verb with every option given nonsense: one sentence and an exit code, never a stack trace.</summary>
public sealed class NonsenseTests
{
    private const int Cancelled = 130;

    // No day, no number, no address, no file that can be made.
    private const string Nonsense = "/dev/null/2020-13-01";

    // What else a verb needs so that it reaches the option.
    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.Ordinal)
    {
        ["serve"] = ["--demo", "--urls", "http://127.0.0.1:0", "--definitions", Repository.Definitions],
        ["erase"] = ["--before", "2020-01-01"],
        ["whatif"] = ["--all", "--limit", "joint=3 days"],
        ["adopt"] = ["--dry-run"],
        ["migrate"] = ["X-1", "--dry-run"],
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-nonsense-").FullName;

    [OneTimeTearDown]
    public void Delete()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [TestCaseSource(nameof(Options))]
    public async Task Nonsense_for_any_option_is_one_sentence_and_an_exit_code(string verb, string option)
    {
        var command = Leaves().Single(v => Name(v) == verb);
        var needed = Needed.GetValueOrDefault(verb, []);
        var required = command.Options.Where(o => o.Required && o.Name != option).SelectMany(o => new[] { o.Name, Right(o) });
        var arguments = command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0).Select(_ => "X-1");
        var file =
            command.Options.Any(o => o.Name == "--database") && option != "--database"
                ? ["--database", Path.Combine(_folder, $"{Guid.NewGuid():N}", "none.db")]
                : Array.Empty<string>();
        await Refused([
            .. verb.Split(' '),
            .. arguments,
            .. needed.Where((_, i) => !IsOf(needed, i, option)),
            .. required,
            .. file,
            option,
            Nonsense,
        ]);
    }

    [TestCase("stats", "--from", "2020-13-01")]
    [TestCase("erase", "--before", "2026-13-01", "--order", "x")]
    [TestCase("review", "population", "--from", "2026-13-01", "--to", "2026-06-30", "--sample", "5", "--by", "x")]
    [TestCase("serve", "--today", "2020-13-01")]
    [TestCase("replay", "X-1", "--legal", "2020-13-01")]
    public async Task A_day_that_is_none_is_named(params string[] args) =>
        Assert.That(
            await Refused(args),
            Does.Match("^--[a-z]+ takes a day like 2020-05-14; '20(20|26)-13-01' is not one\\. Run with --help")
        );

    private static IEnumerable<object[]> Options() =>
        Leaves()
            .SelectMany(v =>
                v.Options.Where(o => o.Arity.MaximumNumberOfValues > 0 && o.ValueType != typeof(bool))
                    .Select(o => new object[] { Name(v), o.Name })
            );

    private static IEnumerable<Command> Leaves() =>
        Verbs
            .All(new Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null, false))
            .Subcommands.SelectMany(v => v.Subcommands.Count > 0 ? v.Subcommands : [v]);

    private static string Name(Command verb) =>
        string.Join(' ', verb.Parents.OfType<Command>().Where(p => p is not RootCommand).Select(p => p.Name).Append(verb.Name));

    private string Right(Option option) =>
        option.Name switch
        {
            "--from" or "--to" when option.ValueType == typeof(DateOnly?) => "2020-05-14",
            "--sample" => "1",
            "--to" => Path.Combine(_folder, "none.jsonl"),
            _ => "x",
        };

    // An option of what is needed gives way to the one under trial, with its value.
    private static bool IsOf(string[] needed, int place, string option) =>
        needed[place] == option || (place > 0 && needed[place - 1] == option);

    private static async Task<string> Refused(string[] args)
    {
        var error = new StringWriter();
        // A verb that takes the nonsense and goes on serving is stopped, and found out.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var exit = await Verbs.Run(Spoken.In(args), new Terminal(TextReader.Null, TextWriter.Null, error, Colours: false), patience.Token);
        Assert.That(exit, Is.Not.Zero.And.Not.EqualTo(Cancelled), string.Join(' ', args));
        Assert.That(
            error.ToString().Trim().Split('\n'),
            Has.Length.EqualTo(1).And.All.Not.Contains("Unhandled").And.All.Not.Contains("   at "),
            error.ToString()
        );
        return error.ToString();
    }
}
