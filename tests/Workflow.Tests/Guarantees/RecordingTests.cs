using Workflow.Definitions.Stories;

namespace Workflow.Tests.Guarantees;

/// <summary>
/// Records the histories and the kept walks anew, where somebody asks for it: <c>WORKFLOW_RECORD=1 dotnet test --filter TestCategory=Recording</c>;
/// with <c>histories</c> for 1 the walks stay as they are. Only while nothing has been released: what a release has recorded is never touched.
/// </summary>
[Category("Recording")]
public sealed class RecordingTests
{
    private static readonly string Release = Path.Combine(RecordedLedger.Folder, "0.1");

    [Test]
    public void Histories_and_walks_are_recorded_anew()
    {
        var asked = Environment.GetEnvironmentVariable("WORKFLOW_RECORD");
        if (asked is not ("1" or "histories"))
            Assert.Ignore("It writes files of the repository; WORKFLOW_RECORD=1 runs it.");
        if (asked == "1")
            KeptWalks.Record();
        var cases = Scenarios().Concat(Operations()).Concat(HistoryStories.All()).ToList();
        if (Directory.Exists(Release))
            Directory.Delete(Release, recursive: true);
        foreach (var (name, door, number) in cases)
            RecordedLedger.Record(Release, name, door, number);
        File.WriteAllText(RecordedFiles.List, RecordedFiles.Listed());
    }

    private static IEnumerable<(string, Simulation, string)> Scenarios() =>
        ShippedStories
            .Readings.SelectMany(r => r.Scenarios)
            .Select(ShippedStories.Played)
            .SelectMany(p => p.Door.Cases.Select(number => (p.Result.Scenario.Process, p.Door, number)))
            .Select((c, i) => ($"{c.Process}-{i + 1:00}", c.Door, c.number));

    private static IEnumerable<(string, Simulation, string)> Operations() =>
        OperationTableTests.Admitted().Select(o => ($"operation-{o.Operation.Replace(' ', '-')}", o.Case.Running, o.Case.Running.Cases[0]));
}
