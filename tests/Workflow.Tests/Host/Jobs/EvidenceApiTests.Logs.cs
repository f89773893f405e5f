using System.Text;

namespace Workflow.Tests.Host.Jobs;

/// <summary>Event logs that are judged over HTTP: ours, those of other systems, those of several processes, and those made to harm.</summary>
public sealed partial class EvidenceApiTests
{
    [Test]
    public async Task Our_own_log_is_judged_by_a_published_definition()
    {
        var log = await _host.Download($"/api/export?format=xes&gzip=true", Auditor);
        var judged = await _host.Upload("/api/conform?process=three-certificates", Auditor, ("log", "log.xes.gz", log));
        Assert.That(
            (judged.Status, (long)judged.Json["sum"]!["cases"]!, (long)judged.Json["sum"]!["fitting"]!),
            Is.EqualTo((200, 1L, 1L)),
            judged.Text
        );
        Assert.That(Last().What, Is.EqualTo("POST /api/conform three-certificates"));
    }

    [Test]
    public async Task A_log_of_another_system_comes_with_its_map_and_definition()
    {
        var log = Packed("<log><trace><event><string key='concept:name' value='Confirmation of receipt'/></event></trace></log>");
        var parts = new[]
        {
            ("log", "receipt.xes.gz", log),
            ("map", "map.yaml", await File.ReadAllBytesAsync(Path.Combine(Sample, "map.yaml"))),
            ("definition", "receipt.yaml", await File.ReadAllBytesAsync(Path.Combine(Sample, "definition", "receipt.yaml"))),
        };
        var judged = await _host.Upload("/api/conform?format=html&calendar=weekdays", Auditor, parts);
        Assert.That((judged.Status, judged.MediaType), Is.EqualTo((200, "text/html")), judged.Text);
        Assert.That((await _host.Upload("/api/conform", Auditor, parts[0], parts[2])).Code, Is.EqualTo("conform.map_missing"));
        Assert.That((await _host.Upload("/api/conform", Auditor, parts[0], parts[1])).Code, Is.EqualTo("conform.definition_missing"));
    }

    [Test]
    public async Task A_log_of_several_processes_comes_with_a_definition_for_each()
    {
        var parts = SeveralProcesses.Parts;
        var judged = await _host.Upload("/api/conform?calendar=weekdays", Auditor, parts);
        Assert.That(
            (judged.Status, (long)judged.Json["sum"]!["judged"]!, (long)judged.Json["sum"]!["otherCases"]!),
            Is.EqualTo((200, 4L, 2L)),
            judged.Text
        );
        Assert.That(Last().What, Is.EqualTo("POST /api/conform small complaint"));
        var others = await _host.Upload("/api/conform?process=three-certificates&process=joint-acceptance", Auditor, parts[0], parts[1]);
        Assert.That(others.Status, Is.EqualTo(422), others.Text);
        Assert.That(
            others.Json["detail"]!.GetValue<string>(),
            Does.Contain("several.yaml:4:3 error map.unknown_name Expected the process of a definition, but found 'small'")
        );
        Assert.That(
            (await _host.Upload("/api/conform?process=a&process=b&digest=c", Auditor, parts[0], parts[1])).Code,
            Is.EqualTo("conform.digest")
        );
    }

    private static IEnumerable<TestCaseData> HostileLogs()
    {
        yield return new TestCaseData(
            "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><log><trace/></log>",
            "xes.document_type",
            "bad.xes:1:"
        ).SetArgDisplayNames("a document type");
        yield return new TestCaseData(
            "<log><trace><event/></trace><trace><evil/></trace></log>",
            "xes.unknown_element",
            "bad.xes:1:37"
        ).SetArgDisplayNames("an unknown element late");
        yield return new TestCaseData("<log><trace>", "xes.xml", "bad.xes:1:").SetArgDisplayNames("a log cut off");
        yield return new TestCaseData(
            $"<log>{string.Concat(Enumerable.Repeat("<list key='a'>", 60))}",
            "",
            "bad.xes:1:"
        ).SetArgDisplayNames("a deep log");
        yield return new TestCaseData("\u001f\u008b\u0008\u0000nothing", "", "bad.xes:1:1").SetArgDisplayNames("half a gzip");
    }

    [TestCaseSource(nameof(HostileLogs))]
    public async Task A_log_made_to_harm_is_refused_with_its_place(string log, string code, string place)
    {
        var answer = await _host.Upload(
            "/api/conform",
            Auditor,
            ("log", "bad.xes", Encoding.Latin1.GetBytes(log)),
            ("map", "map.yaml", await File.ReadAllBytesAsync(Path.Combine(Sample, "map.yaml"))),
            ("definition", "receipt.yaml", await File.ReadAllBytesAsync(Path.Combine(Sample, "definition", "receipt.yaml")))
        );
        Assert.That(answer.Status, Is.EqualTo(422), answer.Text);
        Assert.That(answer.Json["detail"]!.GetValue<string>(), Does.StartWith(place));
        Assert.That(answer.Code, Is.EqualTo("conform.log_broken"));
        if (code.Length > 0)
            Assert.That(answer.Json["values"]!["problem"]!.GetValue<string>(), Is.EqualTo(code));
    }
}
