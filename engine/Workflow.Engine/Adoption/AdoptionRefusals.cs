namespace Workflow.Engine.Adoption;

/// <summary>Codes of refusals that readers of a report tell apart.</summary>
public static class AdoptionRefusals
{
    /// <summary>The case was taken over before.</summary>
    public const string Already = "adopt.already";
}
