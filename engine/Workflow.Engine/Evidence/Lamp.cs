namespace Workflow.Engine.Evidence;

/// <summary>The colour that supervision sees. Never stored: it depends on the day of reading.</summary>
public enum Lamp
{
    /// <summary>There is time.</summary>
    Green,

    /// <summary>The end is near.</summary>
    Yellow,

    /// <summary>The last day is past.</summary>
    Red,

    /// <summary>The clock stands still.</summary>
    Grey,
}
