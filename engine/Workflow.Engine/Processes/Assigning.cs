namespace Workflow.Engine.Processes;

/// <summary>How a task of a post finds the one person who gets it.</summary>
public enum AssignRule
{
    /// <summary>Who has the fewest open tasks; among equals who was given one longest ago, then by id.</summary>
    LeastLoaded,

    /// <summary>Who was given a task of the post longest ago, never first; among equals by id.</summary>
    RoundRobin,
}

/// <summary>What becomes of a task that nobody of its post may do on the day it opens.</summary>
/// <param name="Instead">The post that is entitled in its place; null where only an alert tells of it. The alert also tells where nobody there may do it either.</param>
public sealed record NobodyRule(Assignee? Instead);
