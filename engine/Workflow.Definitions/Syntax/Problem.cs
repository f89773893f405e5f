using Workflow.Engine.Messages;

namespace Workflow.Definitions.Syntax;

/// <summary>How much a problem weighs.</summary>
public enum Severity
{
    /// <summary>Law or structure: the definition cannot be published.</summary>
    Error,

    /// <summary>Policy or style: the definition can be published.</summary>
    Warning,
}

/// <summary>One thing a designer should mend. Its words stand in the table of messages.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Message">Its code and its typed values. The value <c>way</c>, where there is one, is a message that says the way out.</param>
/// <param name="Severity">Whether it stops publication.</param>
public sealed record Problem(Position At, Message Message, Severity Severity = Severity.Error)
{
    /// <summary>Stable code, such as <c>step.unknown_role</c>.</summary>
    public string Code => Message.Code;

    /// <summary>The severity as it is printed.</summary>
    public string Weight =>
        Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => throw new System.Diagnostics.UnreachableException($"No word for {Severity}."),
        };

    /// <summary>Returns place, severity, code and values on one line, for logs and exceptions; people read the sentence of the table.</summary>
    public override string ToString() => $"{At} {Weight} {Message}";
}
