namespace Workflow.Engine.Processes;

/// <summary>A thing of a definition that people call by a title, in Chinese and, where somebody wrote it, in English.</summary>
public interface ITitled
{
    /// <summary>What people see; the id where nobody wrote a title.</summary>
    string Title { get; }

    /// <summary>What people see who read English; null where nobody wrote it, and the Chinese title is shown.</summary>
    string? TitleEn { get; }
}
