namespace Workflow.Definitions.Wording;

/// <summary>A language that people are spoken to in.</summary>
public enum Language
{
    /// <summary>Simplified Chinese, the first language.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}
