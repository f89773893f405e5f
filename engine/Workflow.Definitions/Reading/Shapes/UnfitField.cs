using Workflow.Engine.Messages;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>Why a field does not serve, as a phrase of the table.</summary>
internal static class UnfitField
{
    /// <summary>Why a field that was looked up at a step does not serve.</summary>
    public static Message Of(Field? found) => found is null ? NotAsked() : OtherType();

    public static Message UnknownField() => new("asked.unknown");

    public static Message OtherType() => new("asked.other_type");

    public static Message NotAsked() => new("asked.not_asked");
}
