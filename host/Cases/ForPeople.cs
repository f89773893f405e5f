using System.Collections.Immutable;
using System.Text.Json;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;

namespace Workflow.Host.Cases;

/// <summary>What the serializer lets through and a person may not send: commands of rules, and null inside lists and mappings.</summary>
internal static class ForPeople
{
    /// <exception cref="JsonException">Null stands where a value is needed.</exception>
    /// <exception cref="RequestRefusedException">Only rules give the command.</exception>
    internal static CaseCommand Admit(CaseCommand command)
    {
        if (command is ExpireClock or RederiveClocks or NameCalled or Complete { Run: not null }) throw CommandRefusals.RuleOnly();
        if (command is Lodge { Parent: not null }) throw CommandRefusals.CalledOnly();
        return HasNull(command) ? throw new BodyException("json.null") : command;
    }

    private static bool HasNull(CaseCommand command) => command switch
    {
        Complete c => HasNull(c.Numbers) || HasNull(c.Promised),
        Answer c => HasNull(c.Numbers),
        MigrateCase { Map: var map } => HasNull(map.Steps) || HasNull(map.Outcomes) || HasNull(map.Clocks),
        AdoptCase c => HasNull(c.Acts) || HasNull(c.Documents) || HasNull(c.Pauses) || HasNull(c.Extensions)
            || HasNull(c.Parties) || HasNull(c.At) || HasNull(c.Materials) || HasNull(c.Holders),
        _ => false,
    };

    private static bool HasNull<T>(IEnumerable<T> list) where T : class => list.Contains(null!);

    private static bool HasNull<T>(IReadOnlyDictionary<string, T> named) where T : class => named.Values.Contains(null!);
}
