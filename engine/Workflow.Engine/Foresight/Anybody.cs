using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Foresight;

/// <summary>A person who stands for whoever holds a post: nobody of the register, so that no separation is broken by the supposition.</summary>
internal static class Anybody
{
    internal const string Nobody = "nobody";

    /// <param name="who">The entitlement used.</param>
    /// <param name="step">At which step: at each it is somebody else, and in a joint review for each who answers.</param>
    /// <param name="holder">Who has claimed the task; null for nobody.</param>
    internal static PersonFact Entitled(Entitlement who, string step, string? holder)
    {
        var id = holder ?? who.Person ?? $"whoever acts at {step} as {who.Key}";
        return new PersonFact(id, who.Key, who is { Role: { } role } ? [new Post(who.Organisation ?? "", role)] : [], []);
    }
}
