using System.Text.Json.Serialization;

namespace Workflow.Engine.Processes;

/// <summary>To whom a party turns who does not accept a decision; what nobody wrote is named in general.</summary>
/// <param name="Reconsideration">The organ of reconsideration 行政复议机关, or the organs to choose from; null where it is not named.</param>
/// <param name="Court">The court 人民法院; null where it is not named.</param>
public sealed record RemedyBodies(string? Reconsideration, string? Court)
{
    /// <summary>To whom a party turned before a change of the law; null where nothing changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EarlierBodies? Before { get; init; }

    /// <summary>Returns those whom a paper of a day names. What nobody wrote of earlier days was as it is now.</summary>
    /// <param name="day">The paper's own day.</param>
    public RemedyBodies On(DateOnly day) =>
        Before is { } earlier && day < earlier.Day
            ? new RemedyBodies(earlier.Reconsideration ?? Reconsideration, earlier.Court ?? Court)
            : this;
}

/// <summary>To whom a party turned until the day before a change.</summary>
/// <param name="Day">The first day on which it is no longer so.</param>
/// <param name="Reconsideration">The organ of reconsideration until then; null where it did not change.</param>
/// <param name="Court">The court until then; null where it did not change.</param>
public sealed record EarlierBodies(DateOnly Day, string? Reconsideration, string? Court);
