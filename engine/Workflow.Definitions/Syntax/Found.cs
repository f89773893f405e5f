using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

/// <summary>What stands at a place of a file instead of what was expected.</summary>
internal static class Found
{
    public static Message List() => new("found.list");

    public static Message Keys() => new("found.keys");

    public static Message Nothing() => new("found.nothing");

    public static Message Text(string text) => new("found.text", ("text", text));

    public static Message Other() => new("found.other");

    public static Message EndOfCondition() => new("found.end");
}
