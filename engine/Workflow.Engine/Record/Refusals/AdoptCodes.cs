namespace Workflow.Engine.Record.Refusals;

/// <summary>Codes of refusals that readers of a report tell apart.</summary>
public static class AdoptCodes
{
    /// <summary>The case was taken over before.</summary>
    public const string Already = "adopt.already";

    /// <summary>A number of a series is reported that another case was taken over with.</summary>
    public const string NumberTold = "adopt.number_told";
}
