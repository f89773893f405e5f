using Workflow.Engine.Processes;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>How the sentences that have not moved to the table name things: by title and id.</summary>
internal static class Quoted
{
    internal static string Step(CaseLook look, string key) => look.Process.Find(key) is { } node ? Of(node.Title, key) : $"'{key}'";

    internal static string Material(Material material) => Of(material.Title, material.Id);

    internal static string Field(Field field) => Of(field.Title, field.Id);

    internal static string Process(ProcessDefinition definition) => Of(definition.Title.Zh, definition.Id);

    private static string Of(string title, string id) => title == id ? $"'{id}'" : $"〔{title}〕('{id}')";
}
