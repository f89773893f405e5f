using System.Collections.Immutable;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Foresight;

/// <summary>What would come of one act: what opens for whom and until when, what is issued, which clocks change; and how the case would then likely go on. Nothing of it is written, and no number is used up.</summary>
public sealed record Foreseen
{
    /// <summary>The case's number.</summary>
    public required string Case { get; init; }

    /// <summary>Why the act would be refused; null when it would not. What the actor has still to fill in is not looked at.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The tasks that would open, in the order of the definition.</summary>
    public ImmutableArray<ForeseenStep> Opens { get; init; } = [];

    /// <summary>The documents that would be issued, in order.</summary>
    public ImmutableArray<ForeseenDocument> Documents { get; init; } = [];

    /// <summary>The clocks that would start, move or stop.</summary>
    public ImmutableArray<ForeseenClock> Clocks { get; init; } = [];

    /// <summary>The result with which the case would be concluded at once; null when it goes on.</summary>
    public string? Result { get; init; }

    /// <summary>What people call that result; null when it goes on.</summary>
    public NameValue? ResultTitle { get; init; }

    /// <summary>How it would likely go on; null when the act would be refused or ends the case.</summary>
    public ForeseenPath? Path { get; init; }
}

/// <summary>A task that would open.</summary>
/// <param name="Key">The step's key; its id alone where lots have still to say which rows it opens for.</param>
/// <param name="Title">What people see.</param>
/// <param name="Who">Whose turn it would be, as people call them; empty where only time is awaited.</param>
/// <param name="DueOn">The last day of its own limit, included: in a joint review of the limit that ends first, its own or that of one who answers. Null without one, and while it stands still.</param>
public sealed record ForeseenStep(string Key, NameValue Title, ImmutableArray<NameValue> Who, DateOnly? DueOn)
{
    /// <summary>To whom a rule would give it as things stand; null where it would be the post's.</summary>
    public string? Assigned { get; init; }
}

/// <summary>A document that would be issued.</summary>
/// <param name="Document">Its type.</param>
/// <param name="Title">What people see.</param>
/// <param name="Series">The series whose next number it would get; null where it gets none from a series.</param>
/// <param name="Number">The number entered; null where none is.</param>
public sealed record ForeseenDocument(string Document, NameValue Title, string? Series, string? Number);

/// <summary>A clock that would change.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What people see.</param>
/// <param name="Change">What would happen to it.</param>
/// <param name="Was">Its last day before; null for one that starts, and while it stood still.</param>
/// <param name="DueOn">Its last day after, included; null for one that stops, and while it stands still.</param>
public sealed record ForeseenClock(string Id, NameValue Title, ForeseenChange Change, DateOnly? Was, DateOnly? DueOn);

/// <summary>What would happen to a clock.</summary>
public enum ForeseenChange
{
    /// <summary>It begins, or begins again.</summary>
    Starts,

    /// <summary>Its last day changes.</summary>
    Moves,

    /// <summary>It stands still from then on.</summary>
    Pauses,

    /// <summary>What it waits for happens.</summary>
    Stops,
}

/// <summary>
/// How a case would likely go on: each post takes the first outcome that is allowed, which is the designer's main path, and
/// acts on the last day of its own limit; one without a limit acts at once. So the days are the latest in order, not a promise.
/// </summary>
/// <param name="Posts">The tasks in the order in which they would be done.</param>
/// <param name="End">How the foresight ends.</param>
/// <param name="Result">The result; null unless it ends with one.</param>
/// <param name="On">The day of the end: of the conclusion, or the last one foreseen.</param>
public sealed record ForeseenPath(ImmutableArray<ForeseenPost> Posts, PathEnd End, string? Result, DateOnly On)
{
    /// <summary>What people call the result; null unless it ends with one.</summary>
    public NameValue? ResultTitle { get; init; }
}

/// <summary>A task on the likely path.</summary>
/// <param name="Key">The step's key.</param>
/// <param name="Title">What people see.</param>
/// <param name="Who">Everybody who acts there; in a joint review all who answer.</param>
/// <param name="OpensOn">The day it would open.</param>
/// <param name="DueOn">The last day of its own limit, included; null without one.</param>
/// <param name="Outcome">The outcome taken: the first that is allowed, or what its rule runs.</param>
/// <param name="On">The day it would be done.</param>
public sealed record ForeseenPost(
    string Key,
    NameValue Title,
    ImmutableArray<NameValue> Who,
    DateOnly OpensOn,
    DateOnly? DueOn,
    string Outcome,
    DateOnly On
)
{
    /// <summary>What people call the outcome.</summary>
    public required NameValue OutcomeTitle { get; init; }
}

/// <summary>How a foresight ends.</summary>
public enum PathEnd
{
    /// <summary>With the case concluded.</summary>
    Concluded,

    /// <summary>Where it waits for something that nobody in the case can do by the definition alone.</summary>
    Waits,

    /// <summary>Cut off, because it goes round or is very long.</summary>
    Cut,
}
