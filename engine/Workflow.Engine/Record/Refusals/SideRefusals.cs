using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about requests to people who were involved, and about their replies.</summary>
internal static class SideRefusals
{
    /// <summary>No open request has that number.</summary>
    internal static Refusal Unknown(NameValue step, int number) => new("side.unknown", ("step", step), ("number", number));

    /// <summary>No request waits for the actor.</summary>
    internal static Refusal None(NameValue step, NameValue person) => new("side.none", ("step", step), ("person", person));

    /// <summary>The request of that number waits for somebody else.</summary>
    internal static Refusal NotAsked(NameValue step, int number, NameValue person) =>
        new("side.not_asked", ("step", step), ("number", number), ("person", person));

    /// <summary>Several requests wait for the actor.</summary>
    internal static Refusal Unclear(NameValue step, NameValue person, IEnumerable<int> numbers) =>
        new("side.unclear", ("step", step), ("person", person), ("numbers", MessageValue.List(numbers.Select(n => (MessageValue)n))));

    /// <summary>Somebody else made the request.</summary>
    internal static Refusal NotYours(NameValue asker, NameValue person) => new("side.not_yours", ("asker", asker), ("person", person));

    /// <summary>No opinion is given.</summary>
    internal static Refusal ReplyEmpty() => new("reply.empty");
}
