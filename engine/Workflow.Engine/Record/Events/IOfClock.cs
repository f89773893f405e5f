namespace Workflow.Engine.Record.Events;

/// <summary>An event of one clock.</summary>
internal interface IOfClock
{
    /// <summary>The clock's id at that time.</summary>
    string Clock { get; }
}
