using Workflow.Definitions.Registers;
using Workflow.Definitions.Stories;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Tests.Support.Offices;

/// <summary>The small permit, to be received within 5 hours, a hearing not counted; its register knows one clerk.</summary>
internal static class HourPermit
{
    private static readonly PeriodInForce Always = new(new DateOnly(2000, 1, 1), null);

    internal static PublishedProcess Published { get; } = PublishedProcess.Of(Definition(SmallPermit.Published.Definition));

    internal static ScenarioWorld World { get; } = new([Published], People(), Shelf.All);

    private static ProcessDefinition Definition(ProcessDefinition small)
    {
        var receive = (StepNode)small.Steps[0];
        return small with
        {
            Steps = small.Steps.SetItem(
                0,
                receive with
                {
                    Limit = receive.Limit! with
                    {
                        Limits = [new LimitRule { Period = new Period(5, PeriodUnit.Hours) }],
                        NotCounted = ["听证"],
                    },
                }
            ),
        };
    }

    private static Register People() =>
        new(
            [new Organisation(SmallPermit.Hall, "大厅", "city", Organisation.DefaultZone, [])],
            [new Person(SmallPermit.Clerk, "张科员", [new HeldPost(SmallPermit.Hall, "clerk", Always)], [], [])],
            [
                new CatalogueItem
                {
                    Code = "A-001",
                    Title = "小许可",
                    Type = "行政许可",
                    Lead = SmallPermit.Hall,
                    Hall = "大厅",
                    Status = [new ItemStatus(CatalogueStatus.Active, Always)],
                    Offices = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("window", SmallPermit.Hall),
                },
            ]
        );
}
