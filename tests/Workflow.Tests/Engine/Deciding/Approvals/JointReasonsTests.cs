namespace Workflow.Tests.Engine.Deciding.Approvals;

public sealed class JointReasonsTests
{
    // The reasons stand in documents that citizens read.
    [Test]
    public void The_reasons_of_a_joint_result_name_the_offices()
    {
        var scenario = ShippedStories
            .Readings.SelectMany(r => r.Scenarios)
            .Single(s => s.Title == "一次性整改后复验通过；整改期间联合验收期限停止");
        var door = ShippedStories.Played(scenario).Door;
        var first = door.State(door.Cases.Single())!.Superseded.Single(s => s.Key == "inspection");
        Assert.That(
            first.Completed!.Reasons,
            Is.EqualTo("示范市人民防空办公室：人防门密闭性不足。；示范市消防验收中心：二层疏散指示标志缺失。")
        );
    }
}
