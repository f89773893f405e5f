using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;

namespace Workflow.Host.Cases;

/// <summary>What the serializer lets through and a person may not send: commands of rules, and null inside lists and mappings.</summary>
internal static class ForPeople
{
    /// <summary>As it stands in the body, without what a record leaves out.</summary>
    private static readonly JsonSerializerOptions Given = new(CommandBody.Strict)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <exception cref="JsonException">Null stands where a value is needed.</exception>
    /// <exception cref="RequestRefusedException">Only rules give the command.</exception>
    internal static CaseCommand Admit(CaseCommand command)
    {
        if (command is IByRule { IsByRule: true })
            throw command is IOpensCase ? CommandRefusals.CalledOnly() : CommandRefusals.RuleOnly();
        return Gap(JsonSerializer.SerializeToNode(command, Given), "") is { } gap
            ? throw new BodyException("json.null_of", ("name", gap))
            : command;
    }

    // Nulls of the record's own members are not written: one that is left stands in a list, or beside a name that the body chose.
    private static string? Gap(JsonNode? node, string name) =>
        node switch
        {
            JsonArray list => Gap(list.Select(member => (name, member)), name),
            JsonObject members => Gap(members.Select(m => (m.Key, m.Value)), name),
            _ => null,
        };

    private static string? Gap(IEnumerable<(string Name, JsonNode? Node)> within, string name) =>
        within.Select(w => w.Node is null ? name : Gap(w.Node, w.Name)).FirstOrDefault(gap => gap is not null);
}
