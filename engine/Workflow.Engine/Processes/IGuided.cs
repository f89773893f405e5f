namespace Workflow.Engine.Processes;

/// <summary>A thing of a definition that comes with words for whoever deals with it. The engine asks nobody whether they were followed.</summary>
public interface IGuided : ITitled
{
    /// <summary>What to look at 审查要点; null for nothing.</summary>
    LocalizedText? Help { get; }

    /// <summary>What goes wrong easily 风险点; null for nothing.</summary>
    LocalizedText? Risk { get; }
}
