using Workflow.Engine.Messages;
using Workflow.Host.Answers;

namespace Workflow.Host.Drafts;

/// <summary>What stands against a draft.</summary>
internal static class DraftRefusals
{
    /// <summary>The definition has no such step.</summary>
    /// <param name="process">The process.</param>
    /// <param name="key">The name found.</param>
    /// <param name="known">Its steps.</param>
    internal static RequestRefusedException NoStep(NameValue process, string key, IEnumerable<NameValue> known) =>
        new(new Message("draft.step_unknown", ("process", process), ("key", key)).With(NearNames.Of(key, known)));

    /// <summary>The step is not open.</summary>
    internal static RequestRefusedException NotOpen(NameValue step) => new("draft.step_not_open", ("step", step));

    /// <summary>The step does not wait for the caller.</summary>
    internal static RequestRefusedException NotYours(NameValue step, NameValue caller) =>
        new("draft.not_yours", ("step", step), ("caller", caller));

    /// <summary>The caller has no draft there.</summary>
    internal static RequestRefusedException None(string caller, string key) => new("draft.none", ("caller", caller), ("key", key));

    /// <summary>The case went on at each try.</summary>
    internal static RequestRefusedException Busy(string number) => new("draft.busy", ("number", number));

    /// <summary>The draft is over its bound.</summary>
    internal static RequestRefusedException TooLarge(int most) => new("draft.too_large", ("most", most));

    /// <summary>The draft is of another command.</summary>
    internal static RequestRefusedException Command() => new("draft.command");

    /// <summary>The draft names another step.</summary>
    internal static RequestRefusedException OtherStep(string step, string found) =>
        new("draft.other_step", ("step", step), ("found", found));
}
