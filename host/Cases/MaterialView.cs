using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Host.Wording;

namespace Workflow.Host.Cases;

/// <summary>
/// How a material stands. <c>Since</c> is the day since which it does, null where no more is known than whether it was received;
/// <c>Until</c> the last day of its validity, or for handing it in as promised; <c>Past</c> whether that day is over.
/// </summary>
public sealed record MaterialView(
    string Id,
    string Title,
    Standing Standing,
    DateOnly? Since,
    DateOnly? Until,
    bool Past,
    string? Document,
    string? By,
    string? SharedBy,
    bool MayBePromised,
    bool GoesBack
)
{
    public static MaterialView Of(Material material, CaseState state, DateOnly today, Words words)
    {
        var last = Standings.Last(state, material.Id);
        return new MaterialView(
            material.Id,
            words.Title(material.Words()),
            Standings.Of(state, material.Id),
            last?.On,
            last?.Until,
            last?.Until < today,
            last?.Document,
            last?.By,
            material.Shared,
            material.Promise is not null,
            material.Returned
        );
    }
}
