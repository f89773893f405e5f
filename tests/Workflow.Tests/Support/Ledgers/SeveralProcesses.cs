namespace Workflow.Tests.Support.Ledgers;

/// <summary>A log of two processes that we have a definition of, one that we have not, and a case that says nothing.</summary>
internal static class SeveralProcesses
{
    private const string Complaint = """
        process: complaint
        title: 投诉
        in-force: 2020-01-01..
        item: {code: X-2, type: 行政许可, lead: desk}
        basis: [internal]
        offices: {desk: 窗口}
        retention: 10 years
        steps:
          - {step: record, title: 登记, by: desk.clerk}
          - {step: answer, title: 答复, by: desk.officer}
        """;

    internal const string Map = """
        process: dossier
        zone: Asia/Shanghai
        maps:
          small:
            cases: [Permit, Extension]
            activities: {in: receive, look: look, measure: measure, refused: {step: decide, outcome: refuse}}
            unrecorded: [publish]
          complaint:
            cases: [Complaint]
            activities: {in: record, out: answer}
        """;

    /// <summary>Writes the log, the definitions and the map.</summary>
    /// <returns>What names them on the command line.</returns>
    internal static async Task<string[]> Write(string folder)
    {
        var files = new[] { ("several.xes", Log), ("small.yaml", TestLog.Process), ("complaint.yaml", Complaint), ("several.yaml", Map) };
        foreach (var (name, text) in files)
            await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        return
        [
            Path.Combine(folder, "several.xes"),
            "--definition",
            Path.Combine(folder, "small.yaml"),
            "--definition",
            Path.Combine(folder, "complaint.yaml"),
            "--map",
            Path.Combine(folder, "several.yaml"),
            "--calendar",
            "weekdays",
        ];
    }

    /// <summary>The parts of the same for an upload.</summary>
    internal static (string Name, string File, byte[] Bytes)[] Parts =>
        [
            ("log", "several.xes", Bytes(Log)),
            ("map", "several.yaml", Bytes(Map)),
            ("definition", "small.yaml", Bytes(TestLog.Process)),
            ("definition", "complaint.yaml", Bytes(Complaint)),
        ];

    private static string Log =>
        $"<log>{Case("c-1", "Permit", "in", "look", "measure", "refused")}{Case("c-2", "Complaint", "in", "out")}{Case("c-3", "Extension", "in")}{Case("c-4", "Permit", "in", "refused")}{Case("c-5", "Parade", "in")}{Case(null, null, "in")}</log>";

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static string Case(string? number, string? process, params string[] activities) =>
        $"<trace>{Text("concept:name", number)}{Text("dossier", process)}{string.Concat(activities.Select((a, i) => $"<event>{Text("concept:name", a)}<date key='time:timestamp' value='2020-06-0{i + 1}T09:00:00+08:00'/></event>"))}</trace>";

    private static string Text(string key, string? value) => value is null ? "" : $"<string key='{key}' value='{value}'/>";
}
