namespace Workflow.Engine.Deciding.Adoption;

/// <summary>Codes of refusals that readers of a report tell apart.</summary>
public static class AdoptionRefusals
{
    /// <summary>The case was taken over before.</summary>
    public const string Already = "adopt.already";

    /// <summary>A number of a series is told that another case was taken over with.</summary>
    public const string NumberTold = "adopt.number_told";
}
