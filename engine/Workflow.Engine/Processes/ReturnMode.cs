namespace Workflow.Engine.Processes;

/// <summary>How a case goes on after a return.</summary>
public enum ReturnMode
{
    /// <summary>Everything from the target on runs again.</summary>
    ReRun,

    /// <summary>The target runs again, and the case comes straight back to where it was returned; what lies between stands.</summary>
    StraightBack,
}
