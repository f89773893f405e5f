using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about a case and those it called.</summary>
internal static class CallRefusals
{
    /// <summary>A person would tell the number of a called case.</summary>
    internal static Refusal RuleOnly(NameValue person) => new("call.rule_only", ("person", person));

    /// <summary>Calls go down without end.</summary>
    internal static Refusal TooDeep(NameValue process, int most, IEnumerable<string> chain) =>
        new(
            "call.too_deep",
            ("process", process),
            ("most", most),
            ("chain", MessageValue.List(chain.Select(number => (MessageValue)number)))
        );

    /// <summary>That run of the step called no case that still runs.</summary>
    internal static Refusal Unknown(NameValue step, int run) => new("call.unknown", ("step", step), ("run", run));

    /// <summary>The case only waits for those it called.</summary>
    internal static Refusal Concluding(string number, NameValue result, IEnumerable<string> called) =>
        new("case.concluding", ("number", number), ("result", result), ("called", MessageValue.List(called)));
}
