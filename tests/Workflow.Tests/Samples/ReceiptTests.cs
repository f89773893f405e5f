using System.Text.Json.Nodes;
using Workflow.Host;
using Workflow.Host.CommandLine;

namespace Workflow.Tests.Samples;

/// <summary>The log of a Dutch municipality, judged as its README says.</summary>
public sealed class ReceiptTests
{
    private static string Folder => Path.Combine(Repository.Definitions, "..", "samples", "receipt");

    [TestCase("en")]
    [TestCase("zh")]
    public async Task The_published_report_is_what_the_command_prints(string language)
    {
        var (exit, text) = await Conform("--language", language);
        var path = Path.Combine(Folder, $"report.{language}.txt");
        var received = path.Replace(".txt", ".received.txt", StringComparison.Ordinal);
        var expected = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        if (expected == text)
            File.Delete(received);
        else
            await File.WriteAllTextAsync(received, text);
        Assert.That((exit, text), Is.EqualTo((0, expected)), $"If the change is meant, move {received} over {path}.");
    }

    [Test]
    public async Task The_published_drawing_is_what_the_command_writes()
    {
        var (exit, html) = await Conform("--language", "en", "--format", "html");
        Assert.That((exit, html), Is.EqualTo((0, await File.ReadAllTextAsync(Path.Combine(Folder, "report.en.html")))));
        Assert.That(
            System
                .Xml.Linq.XElement.Parse(
                    html[html.IndexOf("<svg", StringComparison.Ordinal)..(html.IndexOf("</svg>", StringComparison.Ordinal) + 6)]
                )
                .Elements()
                .Count(),
            Is.GreaterThan(16)
        );
    }

    [Test]
    public async Task Every_case_and_every_event_is_accounted_for()
    {
        var json = JsonNode.Parse((await Conform("--format", "json")).Text)!;
        var (cases, sum) = (json["cases"]!.AsArray(), json["sum"]!);
        Assert.That((cases.Count, (long)sum["cases"]!, (long)sum["events"]!["total"]!), Is.EqualTo((1434, 1434L, 8577L)));
        Assert.That((long)sum["fitting"]! + (long)sum["notFitting"]!, Is.EqualTo(1434));
        Assert.That(cases.Count(c => (bool)c!["fits"]!), Is.EqualTo((long)sum["fitting"]!));
        Assert.That(cases.Sum(c => (long)c!["events"]!["total"]!), Is.EqualTo(8577));
        Assert.That(cases.Sum(c => (long)c!["units"]!["total"]!), Is.EqualTo(8577));
        foreach (var by in sum["clocks"]!["handling"]!.AsObject())
            Assert.That((long)by.Value!["total"]!, Is.EqualTo(1434), by.Key);
        // Counted over the file by other means: enddate after deadline, after enddate_planned, and no enddate.
        Assert.That(
            (
                (long)sum["clocks"]!["handling"]!["Deadline"]!["late"]!,
                (long)sum["clocks"]!["handling"]!["Planned"]!["late"]!,
                (long)sum["unfinished"]!
            ),
            Is.EqualTo((309L, 322L, 105L))
        );
    }

    private static async Task<(int Exit, string Text)> Conform(params string[] more)
    {
        var (text, error) = (new StringWriter(), new StringWriter());
        var exit = await Verbs.Run(
            Spoken.In([
                "conform",
                Path.Combine(Folder, "receipt.xes.gz"),
                "--definition",
                Path.Combine(Folder, "definition", "receipt.yaml"),
                "--map",
                Path.Combine(Folder, "map.yaml"),
                .. more,
            ]),
            new Terminal(TextReader.Null, text, error, false)
        );
        Assert.That(error.ToString(), Is.Empty);
        return (exit, text.ToString());
    }
}
