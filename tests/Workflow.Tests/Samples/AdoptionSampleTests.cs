using Workflow.Host;
using Workflow.Host.CommandLine;

namespace Workflow.Tests.Samples;

/// <summary>The sample of taking over running cases gives the report that lies beside it.</summary>
public sealed class AdoptionSampleTests
{
    private static string Folder => Path.Combine(Repository.Definitions, "..", "samples", "adoption");

    [Test]
    public async Task The_report_comes_out_as_written()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        string[] verb =
        [
            "adopt",
            Path.Combine(Folder, "cases.csv"),
            "--series",
            Path.Combine(Folder, "series.csv"),
            "--process",
            "joint-acceptance",
            "--from-system",
            "旧联合验收系统",
            "--by",
            "ma-chao",
            "--document",
            "移交〔2025〕3号",
            "--reasons",
            "新系统上线",
            "--dry-run",
            "--today",
            "2025-03-20",
            "--definitions",
            Repository.Definitions,
            "--database",
            Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db"),
        ];
        Assert.That(await Verbs.Run(Spoken.In(verb), new Terminal(TextReader.Null, output, error, Colours: false)), Is.EqualTo(1));
        var (actual, path) = ($"{output}{error}".ReplaceLineEndings("\n"), Path.Combine(Folder, "report.approved.txt"));
        var received = path.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var expected = File.Exists(path) ? await File.ReadAllTextAsync(path) : "";
        if (expected == actual)
            File.Delete(received);
        else
            await File.WriteAllTextAsync(received, actual);
        Assert.That(actual, Is.EqualTo(expected), $"If the change is meant, move {received} over {path}.");
    }
}
