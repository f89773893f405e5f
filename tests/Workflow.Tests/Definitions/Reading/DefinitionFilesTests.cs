using Workflow.Definitions.Reading;
using Workflow.Definitions.Wording;
using Workflow.Engine.Processes;

namespace Workflow.Tests.Definitions.Reading;

public sealed class DefinitionFilesTests
{
    private static readonly DefinitionLibrary Library = DefinitionLibrary.Load(Repository.Definitions);

    [Test]
    public void Every_definition_reads_clean() => Assert.That(Library.Problems.Select(p => p.English), Is.Empty);

    [Test]
    public void The_stored_form_reads_back_to_the_same_bytes() =>
        Assert.That(
            Library.Readings.Select(r => DefinitionJson.Write(DefinitionJson.Read(r.Json!))),
            Is.EqualTo(Library.Readings.Select(r => r.Json))
        );
}
