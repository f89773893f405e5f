using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding;

/// <summary>Which definition binds a case that begins here: the one in force on its day, lodged or taken over alike.</summary>
public static class Binding
{
    /// <summary>Returns the definition, or why there is none. One that is named is taken only where none was in force that day.</summary>
    /// <param name="command">The command that opens the case.</param>
    /// <param name="day">The effective day of the command.</param>
    /// <param name="outside">The outside.</param>
    public static (PublishedProcess? Process, Refusal? Refusal) Of(IOpensCase command, DateOnly day, IOutside outside)
    {
        var (on, named) = (command.BoundOn ?? day, (command as INamesDefinition)?.Definition);
        if (outside.InForce(command.Process, on) is { } then)
            return named is null || named == then.Digest
                ? (then, null)
                : (null, AdoptRefusals.Definition(Naming.Process(then.Definition), on));
        return command is INamesDefinition
            ? Named(command.Process, named, on, outside)
            : (null, ProcessRefusals.NotInForce(Called(command.Process, outside), on));
    }

    private static (PublishedProcess? Process, Refusal? Refusal) Named(string process, string? digest, DateOnly on, IOutside outside)
    {
        if (digest is null)
            return (null, AdoptRefusals.NoDefinition(Called(process, outside), on));
        return outside.Published(digest) is { } found && found.Definition.Id == process
            ? (found, null)
            : (null, AdoptRefusals.UnknownDefinition(Called(process, outside), digest));
    }

    // No definition binds the case, so another must say what people call the process.
    private static NameValue Called(string process, IOutside outside) =>
        outside.Latest(process) is { } latest ? Naming.Process(latest.Definition) : new NameValue(process, process);
}
