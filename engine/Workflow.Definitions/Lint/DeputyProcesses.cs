using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Lint;

/// <summary>Looks whether the processes that deputies stand in for are there.</summary>
public static class DeputyProcesses
{
    /// <summary>Returns an error for each process that an absence names and the folder does not have; none while a definition cannot be read.</summary>
    public static IEnumerable<Problem> Check(Register register, DefinitionLibrary library)
    {
        if (library.Readings.Any(r => r.Definition is null))
            return [];
        var ids = library.Readings.Select(r => r.Definition!.Id).ToHashSet(StringComparer.Ordinal);
        return register
            .People.SelectMany(p => p.Absences)
            .SelectMany(a => a.Processes)
            .Where(n => !ids.Contains(n.Id))
            .Select(n => new Problem(n.At, new Message("register.unknown_process", ("found", n.Id)).With(Ways.Near(n.Id, ids))));
    }
}
