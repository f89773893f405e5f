using Workflow.Engine.Processes;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>How sentences name things: by the title that people see, and by the id that machines do.</summary>
internal static class Naming
{
    internal static string Step(CaseLook look, string key) => look.Process.Find(key) is { } node ? Of(node.Title, key) : $"'{key}'";

    internal static string Material(Material material) => Of(material.Title, material.Id);

    internal static string Field(Field field) => Of(field.Title, field.Id);

    internal static string Process(ProcessDefinition definition) => Of(definition.Title.Zh, definition.Id);

    private static string Of(string title, string id) => title == id ? $"'{id}'" : $"〔{title}〕('{id}')";
}
