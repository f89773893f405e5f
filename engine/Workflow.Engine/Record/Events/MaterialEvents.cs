using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Events;

/// <summary>A material stands otherwise than before.</summary>
/// <param name="Material">Its id.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="On">Since which day.</param>
/// <param name="By">Who found or did it; a rule where a promise ended unkept.</param>
public sealed record MaterialStood(string Material, Standing Standing, DateOnly On, Actor By) : CaseEvent
{
    /// <summary>The last day, included: of its validity, or for handing it in as promised. Null without one.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The document behind it: the promise, the receipt, the record of the query. Null for none.</summary>
    public string? Document { get; init; }

    /// <summary>The step at which it was found; null for an act of its own.</summary>
    public string? Step { get; init; }
}

/// <summary>How a material stands.</summary>
public enum Standing
{
    /// <summary>Not there.</summary>
    Missing,

    /// <summary>Handed in, and valid when it was.</summary>
    Received,

    /// <summary>Promised in writing until a day.</summary>
    Promised,

    /// <summary>It was received, and its original went back.</summary>
    Returned,

    /// <summary>Handed in after its last day of validity: as good as missing.</summary>
    Expired,

    /// <summary>Obtained by the office itself.</summary>
    Shared,
}
