using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Syntax;

namespace Workflow.Tests.Definitions.Reading.Laws;

public sealed class ShippedLawsTests
{
    [Test]
    public void Every_shipped_law_reads_without_a_problem()
    {
        var problems = new Problems();
        foreach (var name in ShippedLaws.Names.Some())
            ShippedLaws.Read(name, problems);
        Assert.That(problems.All.Select(p => p.ToString()), Is.Empty);
    }
}
