using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Engine.Record.Commands;

// What is true of a command stands on its record, and whoever needs to know asks there. Interfaces, because a base class
// would change the order of the stored members and with it every hash.

/// <summary>Speaks of a step, or of the case as a whole. A client may name the revision that it has read of either.</summary>
public interface IAboutStep
{
    /// <summary>The step's key; null for the case as a whole.</summary>
    string? Step { get; }
}

/// <summary>Is done at a step, so that it is admitted after the conclusion where the step belongs to the after-care.</summary>
public interface IAtStep : IAboutStep;

/// <summary>May still be done while the after-care runs, whatever step it speaks of.</summary>
public interface IInAfterCare;

/// <summary>May still be done while the case waits for those that it called: it adds to the record and moves nothing.</summary>
public interface IWhileConcluding;

/// <summary>
/// Gives reasons or words of a person's own with what it does, and all are held to one length. A remark is nothing but its words:
/// it says of itself how long they may be.
/// </summary>
public interface ISays
{
    /// <summary>What is said; null where nothing is.</summary>
    string? Said { get; }
}

/// <summary>Names persons whom the register has to know.</summary>
public interface INamesPeople
{
    /// <summary>Their ids, as they were named; empty for nobody.</summary>
    IEnumerable<string> People { get; }
}

/// <summary>Settles who is a party. Whom it names counts as an officer on either day, the effective and the recorded: nobody chooses a day before a post began.</summary>
public interface IMakesParties : INamesPeople;

/// <summary>Brings parties into a case, each by a name of their own.</summary>
public interface INamesParties
{
    /// <summary>The parties as they were named.</summary>
    IEnumerable<PartyEntry> Named { get; }
}

/// <summary>Is done to a clock, which people may name without its run.</summary>
public interface IOnClock
{
    /// <summary>The clock's name, or its id.</summary>
    string Clock { get; }

    /// <summary>Returns the same command with the clock's id.</summary>
    CaseCommand On(string id);
}

/// <summary>Records values of fields. The personal ones among them are sealed before anything is decided or stored.</summary>
public interface IRecordsFields
{
    /// <summary>Returns the same command with every set of values changed.</summary>
    CaseCommand With(FieldsChange change);
}

/// <summary>Changes values of fields.</summary>
/// <param name="asked">Where the fields are asked for.</param>
/// <param name="values">The values by field id.</param>
public delegate ImmutableSortedDictionary<string, FieldValue> FieldsChange(
    FieldsAsked asked,
    ImmutableSortedDictionary<string, FieldValue> values
);

/// <summary>Where fields are asked for.</summary>
/// <param name="Step">The step's key; null for the form.</param>
/// <param name="Outcome">The outcome, whose own fields are asked for too; null for none.</param>
public sealed record FieldsAsked(string? Step, string? Outcome)
{
    /// <summary>The form.</summary>
    public static FieldsAsked Form { get; } = new(null, null);

    /// <summary>What is asked of a party, whatever the definition says; null for what a definition asks for.</summary>
    private Field? Party { get; init; }

    /// <summary>What is asked of a party.</summary>
    internal static FieldsAsked OfParty(Field field) => new(null, null) { Party = field };

    /// <summary>Returns the fields that a definition asks for there.</summary>
    public ImmutableArray<Field> In(PublishedProcess process) =>
        Party is { } field ? [field]
        : Step is null ? process.Definition.Form
        : process.Find(Step) is WorkNode node ? [.. Outline.Asks(node, node.Outcomes.FirstOrDefault(o => o.Id == Outcome))]
        : [];
}

/// <summary>May be given by a rule alone: in the name of a clock, a calendar or another case.</summary>
public interface IByRule
{
    /// <summary>Whether it is so of this one, and not only of its kind.</summary>
    bool IsByRule { get; }
}

/// <summary>Opens a case: it is the first command of one.</summary>
public interface IOpensCase
{
    /// <summary>The process by whose definition the case is worked on.</summary>
    string Process { get; }

    /// <summary>The day whose definition binds it; null for the effective day of the command.</summary>
    DateOnly? BoundOn => null;
}

/// <summary>May name the definition that is to bind a case from then on, and says itself what was over before.</summary>
public interface INamesDefinition
{
    /// <summary>The definition's digest; null where the command leaves it to the day.</summary>
    string? Definition { get; }
}

/// <summary>Is what settling does. A rule alone gives it, before anything else can be decided.</summary>
public interface ISettles : IByRule
{
    bool IByRule.IsByRule => true;
}

/// <summary>May speak to somebody who was sent a copy; whether they have read it is looked up outside.</summary>
public interface IToReader
{
    /// <summary>The reader's id; null where it speaks to none.</summary>
    string? Reader { get; }
}

/// <summary>May be done to a case from its lodging on, concluded or not.</summary>
public interface IAtAnyTime
{
    /// <summary>Whether it is so of this one, and not only of its kind.</summary>
    bool IsAtAnyTime => true;
}
