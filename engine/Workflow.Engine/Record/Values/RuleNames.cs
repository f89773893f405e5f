namespace Workflow.Engine.Record.Values;

/// <summary>The rules that act for nobody's clock; every other rule that acts is called as the clock, the step or the process behind it.</summary>
public static class RuleNames
{
    /// <summary>Derives the clocks again by another calendar.</summary>
    public const string Calendar = "calendar";

    /// <summary>Passes a step to the one who has done the step before.</summary>
    public const string SamePerson = "same-person";

    /// <summary>Gives a task back to its post once the one who had it in hand has left.</summary>
    public const string PostEnded = "post-ended";

    /// <summary>Finishes a block whose branches are done.</summary>
    public const string Join = "join";

    /// <summary>Takes one of several ways.</summary>
    public const string Choice = "choice";

    /// <summary>Finishes a step whose rows are done.</summary>
    public const string Rows = "rows";

    /// <summary>Stands for a case that was called, where nobody knows yet what it comes to.</summary>
    public const string Called = "called";
}
