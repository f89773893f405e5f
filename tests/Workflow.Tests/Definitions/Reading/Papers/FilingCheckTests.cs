using Workflow.Definitions.Reading;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Definitions.Reading.Papers;

/// <summary>What a definition says of the places of its papers is read, kept, and held against the places that there are.</summary>
public sealed class FilingCheckTests
{
    [Test]
    public void A_document_and_a_material_say_where_they_are_filed()
    {
        var definition = Read("行政许可", "inspection", "decision").Definition!;
        Assert.That((definition.Materials.Single().Filed, definition.Documents.Single().Filed), Is.EqualTo(("inspection", "decision")));
        Assert.That(DefinitionJson.Read(DefinitionJson.Write(definition)).Documents.Single().Filed, Is.EqualTo("decision"));
        Assert.That(
            DefinitionJson.Write(Plain().Definition!),
            Does.Not.Contain("filed"),
            "a definition that says nothing keeps its digest"
        );
    }

    [Test]
    public void A_place_that_the_file_of_such_an_item_does_not_have_is_named_with_its_position()
    {
        Assert.That(
            Read("行政许可", "inspektion", "penalty").Problems.Select(p => p.English),
            Is.EqualTo(
                new[]
                {
                    "p.yaml:9:42 error filing.unknown_place Expected a place of the case file of 行政许可: decision, other-documents, application, materials, inspection, hearing, other, review, hearing-report, closing, other-side, but found 'inspektion'. Did you mean 'inspection'?",
                    "p.yaml:10:39 error filing.unknown_place Expected a place of the case file of 行政许可: decision, other-documents, application, materials, inspection, hearing, other, review, hearing-report, closing, other-side, but found 'penalty'.",
                }
            )
        );
        Assert.That(Read("行政处罚", "evidence", "penalty").Problems, Is.Empty);
    }

    private static DefinitionReading Read(string type, string material, string document) =>
        DefinitionReader.Read(
            "p.yaml",
            Text(type)
                .Replaced("title: 安全报告", $"title: 安全报告, filed: {material}")
                .Replaced("title: 复函", $"title: 复函, filed: {document}"),
            DefinitionLibrary.Empty
        );

    private static DefinitionReading Plain() => DefinitionReader.Read("p.yaml", Text("行政许可"), DefinitionLibrary.Empty);

    private static string Text(string type) =>
        $$"""
            process: p
            title: 样例
            in-force: 2020-01-01..
            item: {code: X-1, type: {{type}}, lead: desk}
            basis: [internal]
            offices: {desk: 窗口}
            parties: {applicant: 申请人}
            retention: 10 years
            materials: {report: {title: 安全报告} }
            documents: {reply: {title: 复函} }
            steps:
              - {step: decide, title: 决定, by: desk.officer, issues: reply, end: granted}
            """;
}
