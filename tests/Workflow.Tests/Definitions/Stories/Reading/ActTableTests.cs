using Workflow.Definitions.Stories.Reading;

namespace Workflow.Tests.Definitions.Stories.Reading;

public sealed class ActTableTests
{
    [Test]
    public void Every_act_that_a_move_may_have_is_read_and_no_other() =>
        Assert.That(ActReader.Acts.Order(StringComparer.Ordinal), Is.EqualTo(ScenarioKeys.Acts.Keys.Order(StringComparer.Ordinal)));
}
