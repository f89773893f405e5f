using System.Text.RegularExpressions;
using Workflow.Host;
using Workflow.Host.CommandLine;

namespace Workflow.Tests.Guarantees;

/// <summary>What a guide shows on a console works as it is printed there, in the order of the guide.</summary>
/// <remarks>Files of the guides' own, such as <c>city.db</c>, are made from a sample first. A line that starts a server, asks one, or has a placeholder is not run.</remarks>
public sealed partial class GuideConsoleTests
{
    private const string Verb = "$ dotnet run --project host -- ";

    private string _folder = "";

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("workflow-guide-").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(_folder, recursive: true);

    public static IEnumerable<string> Guides() =>
        GuidePathsTests.Guides().Where(g => File.ReadAllText(Path.Combine(Repository.Root, g)).Contains(Verb, StringComparison.Ordinal));

    [Test]
    public void There_are_guides_with_commands() =>
        Assert.That(Guides().SelectMany(Blocks).SelectMany(Runs).Count(r => r.IsWhole), Is.GreaterThanOrEqualTo(20));

    [TestCaseSource(nameof(Guides))]
    public async Task A_command_that_a_guide_shows_works_and_answers_so(string guide)
    {
        await Tell(["run", Rooted("samples/three-certificates/story.yaml"), "--database", Own("city.db")]);
        foreach (var run in Blocks(guide).SelectMany(Runs).Where(r => r.IsWhole))
        {
            var (exit, output) = await Tell([.. run.Words.Select(w => Placed(w))]);
            var told = Here(output);
            Assert.That(exit, Is.EqualTo(run.Exit), $"{run.Line}\n{told}");
            Assert.That(Missing(run.Answer.Select(Anywhere), told), Is.Empty, $"{run.Line}\n{told}");
        }
    }

    // An answer without what is otherwise on each machine: where the files lie, and what the machine is called.
    private string Here(string output) =>
        Machine()
            .Replace(
                output
                    .Replace(Repository.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
                    .Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal),
                "access log HERE"
            );

    // The same of a printed line; of a hash, which is otherwise at each run, no digit is compared.
    private static string Anywhere(string line) =>
        Machine().Replace(Hash().Replace(Folder().Replace(line, ""), "sha256:…"), "access log HERE");

    // The printed lines that the answer does not hold in that order; of one that is cut short, all that is printed.
    private static IEnumerable<string> Missing(IEnumerable<string> printed, string told)
    {
        var at = 0;
        foreach (var line in printed.Where(l => l.Trim().Trim('…').Length > 0))
        {
            var found = CutShort(line).Match(told, at);
            if (!found.Success)
                yield return line;
            else
                at = found.Index + found.Length;
        }
    }

    // What a guide leaves out of a line lies on that line.
    private static Regex CutShort(string line) =>
        new(string.Join("[^\\n]*", line.Split('…').Select(Regex.Escape)), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static async Task<(int Exit, string Output)> Tell(string[] words)
    {
        var output = new StringWriter();
        var exit = await Verbs.Run(words, new Terminal(TextReader.Null, output, output, Colours: false));
        return (exit, output.ToString());
    }

    private string Placed(string word) =>
        word.StartsWith("samples/", StringComparison.Ordinal) || word.StartsWith("definitions/", StringComparison.Ordinal) ? Rooted(word)
        : OfGuide().Match(word) is { Success: true } own ? Own(own.Groups[1].Value + own.Groups[2].Value)
        : word;

    private string Own(string file) => Path.Combine(_folder, file);

    private static string Rooted(string path) => Path.Combine(Repository.Root, path);

    private static IEnumerable<string> Blocks(string guide) =>
        Console().Matches(File.ReadAllText(Path.Combine(Repository.Root, guide))).Select(m => m.Groups[1].Value);

    private static IEnumerable<ShownRun> Runs(string block)
    {
        var lines = block.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].StartsWith(Verb, StringComparison.Ordinal))
                yield return new ShownRun(
                    lines[i],
                    [.. Word().Matches(lines[i][Verb.Length..]).Select(m => m.Value.Trim('"'))],
                    [.. lines.Skip(i + 1).TakeWhile(l => !l.StartsWith('$'))]
                );
    }

    [GeneratedRegex("```console\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Console();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();

    // A file that the reader of the guide would have or make: its name alone, wherever the guide puts it.
    [GeneratedRegex("^(?:/(?:tmp|mnt/archive)/([a-z.-]+)|([a-z-]+\\.[a-z.]+))$")]
    private static partial Regex OfGuide();

    [GeneratedRegex("access log [\\w.-]+")]
    private static partial Regex Machine();

    [GeneratedRegex("sha256:[0-9a-f]+…[0-9a-f]+")]
    private static partial Regex Hash();

    [GeneratedRegex("/(?:tmp|mnt/archive)/")]
    private static partial Regex Folder();

    private sealed record ShownRun(string Line, IReadOnlyList<string> Words, IReadOnlyList<string> Answer)
    {
        // Of the transfer file of the samples two rows are refused, for the reader to see.
        internal int Exit => Words[0] == "adopt" ? 1 : 0;

        // A review draws from half a year of cases. A process that the reader writes along is linted by the tests of the guides' YAML.
        internal bool IsWhole =>
            Words[0] is not ("serve" or "review")
            && !Words.Any(w => w is "ID" or "PERSON" or "draft.yaml")
            && Words.Where(w => w.StartsWith("definitions/", StringComparison.Ordinal)).All(w => File.Exists(Rooted(w)));
    }
}
