namespace Workflow.Engine.Periods;

/// <summary>The direction in which a limit is counted.</summary>
public enum Counting
{
    /// <summary>After the starting day.</summary>
    Forward,

    /// <summary>Before it, as in "thirty days before the permit ends"; such a limit never moves later.</summary>
    Backward,
}
