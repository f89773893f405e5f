using Workflow.Engine.Messages;

namespace Workflow.Definitions.Expressions;

/// <summary>What a value is, as a phrase of the table.</summary>
internal static class Kinds
{
    public static Message Number() => new("kind.number");

    public static Message Day() => new("kind.day");

    public static Message Truth() => new("kind.truth");

    public static Message Table() => new("kind.table");

    public static Message None() => new("kind.none");

    public static Message Text() => new("kind.text");
}
