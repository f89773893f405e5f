using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals of jumping to a later step.</summary>
internal static class JumpRefusals
{
    /// <summary>The step does not lie ahead of the open work.</summary>
    internal static Refusal Target(NameValue step) => new("jump.target", ("step", step));

    /// <summary>A mandatory step lies between.</summary>
    internal static Refusal Mandatory(NameValue step, NameValue between) => new("jump.mandatory", ("step", step), ("between", between));

    /// <summary>The wait would never begin: the steps between mark the moment from which it runs.</summary>
    internal static Refusal NeverBegins(NameValue step, NameValue moment) => new("jump.never_begins", ("step", step), ("moment", moment));

    /// <summary>Every outcome of the step depends on what lies between.</summary>
    internal static Refusal NoOutcome(NameValue step, NameValue between) => new("jump.no_outcome", ("step", step), ("between", between));

    /// <summary>The step serves papers, and there are none.</summary>
    internal static Refusal NothingToServe(NameValue to) => new("jump.nothing_to_serve", ("to", to));
}
