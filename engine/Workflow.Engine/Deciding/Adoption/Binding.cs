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
    public static (PublishedProcess? Process, Refusal? Refusal) Of(AdoptCase command, IOutside outside)
    {
        if (outside.InForce(command.Process, command.LodgedOn) is { } then)
            return command.Definition is { } other && other != then.Digest
                ? (null, new Refusal("adopt.definition", $"Expected the definition in force on {command.LodgedOn:yyyy-MM-dd}, {then.Digest[..12]}, but another was named.", "name none; once taken over the case may be moved to another"))
                : (then, null);
        if (command.Definition is not { } named)
            return (null, new Refusal("process.not_in_force", $"Expected a definition of '{command.Process}' in force on {command.LodgedOn:yyyy-MM-dd}, but there is none.", "name the definition that is to bind the case"));
        return outside.Published(named) is { } found && found.Definition.Id == command.Process
            ? (found, null)
            : (null, new Refusal("adopt.unknown_definition", $"Expected a published definition of '{command.Process}', but none has the digest '{named}'.", "publish it first"));
    }
}
