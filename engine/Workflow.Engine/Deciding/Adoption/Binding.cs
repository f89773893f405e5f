using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Which definition binds a case that is taken over: the one in force on the day of its lodging, as for any other.</summary>
public static class Binding
{
    /// <summary>Returns the definition, or why there is none. One that is named is taken only where none was in force that day.</summary>
    /// <param name="command">What is told of the case.</param>
    /// <param name="outside">The outside.</param>
    public static (PublishedProcess? Process, Refusal? Refusal) Of(AdoptCase command, IOutside outside) =>
        outside.InForce(command.Process, command.LodgedOn) is { } then ? InForce(command, then) : Named(command, outside);

    private static (PublishedProcess? Process, Refusal? Refusal) InForce(AdoptCase command, PublishedProcess then) =>
        command.Definition is null || command.Definition == then.Digest
            ? (then, null)
            : (null, AdoptRefusals.Definition(Naming.Process(then.Definition), command.LodgedOn));

    private static (PublishedProcess? Process, Refusal? Refusal) Named(AdoptCase command, IOutside outside)
    {
        if (command.Definition is not { } digest)
            return (null, AdoptRefusals.NoDefinition(command.Process, command.LodgedOn));
        return outside.Published(digest) is { } found && found.Definition.Id == command.Process
            ? (found, null)
            : (null, AdoptRefusals.UnknownDefinition(command.Process, digest));
    }
}
