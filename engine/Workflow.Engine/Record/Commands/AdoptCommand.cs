using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Record.Commands;

/// <summary>Takes over a running case from another system: one signed opening entry that tells what has happened there, each act with its day.</summary>
public sealed record AdoptCase : CaseCommand, IOpensCase, INamesDefinition, ISays, IMakesParties, IRecordsFields
{
    /// <summary>The process.</summary>
    public required string Process { get; init; }

    /// <summary>The digest of the definition to bind, only where none was in force on <see cref="LodgedOn"/>; otherwise null.</summary>
    public string? Definition { get; init; }

    /// <summary>The name of the other system; not empty.</summary>
    public required string System { get; init; }

    /// <summary>The number that the case has there; not empty. A number of a system is taken over once.</summary>
    public required string Number { get; init; }

    /// <summary>The effective day of its lodging there.</summary>
    public required DateOnly LodgedOn { get; init; }

    DateOnly? IOpensCase.BoundOn => LodgedOn;

    /// <summary>Who takes part, by role.</summary>
    public ImmutableArray<PartyEntry> Parties { get; init; } = [];

    /// <summary>The form's values by field id.</summary>
    public ImmutableSortedDictionary<string, FieldValue> Form { get; init; } = ImmutableSortedDictionary<string, FieldValue>.Empty;

    /// <summary>The materials received by now, by id.</summary>
    public ImmutableArray<string> Materials { get; init; } = [];

    /// <summary>The materials promised there, kept or not.</summary>
    public ImmutableArray<ToldPromise> Promises { get; init; } = [];

    /// <summary>What was done there. The days give the order; of one day the structure does, and then the order here.</summary>
    public ImmutableArray<ToldAct> Acts { get; init; } = [];

    /// <summary>The day on which a task opened, by the name of the run (<c>acceptance#2</c>), where it was another than that of the act before.</summary>
    public ImmutableSortedDictionary<string, DateOnly> Opened { get; init; } = ImmutableSortedDictionary<string, DateOnly>.Empty;

    /// <summary>The legal days of moments that the acts mark, where they are others than those of the acts.</summary>
    public ImmutableSortedDictionary<string, DateOnly> Moments { get; init; } = ImmutableSortedDictionary<string, DateOnly>.Empty;

    /// <summary>The documents issued there, each type in the order of issue.</summary>
    public ImmutableArray<ToldDocument> Documents { get; init; } = [];

    /// <summary>The pauses by notice.</summary>
    public ImmutableArray<ToldPause> Pauses { get; init; } = [];

    /// <summary>The extensions granted there.</summary>
    public ImmutableArray<ToldExtension> Extensions { get; init; } = [];

    /// <summary>Who has taken an open task, by step.</summary>
    public ImmutableSortedDictionary<string, string> Holders { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The steps that are open there; at least one.</summary>
    public required ImmutableArray<string> At { get; init; }

    /// <summary>The first serial to be given here, by series, where the other system gave numbers of the same series.</summary>
    public ImmutableSortedDictionary<string, long> Series { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>The transfer list 交接单 behind it; not empty.</summary>
    public required string Document { get; init; }

    /// <summary>Why; not empty.</summary>
    public required string Reasons { get; init; }

    string ISays.Said => Reasons;

    IEnumerable<string> INamesPeople.People =>
        [.. Holders.Values, .. Acts.SelectMany(a => a.Persons), .. Parties.Select(p => p.Person).Where(p => p is not "")];

    CaseCommand IRecordsFields.With(FieldsChange change) =>
        this with
        {
            Form = change(FieldsAsked.Form, Form),
            Parties = [.. Parties.Select(p => p.With(change))],
            Acts = [.. Acts.Select(a => a with { Fields = change(new FieldsAsked(a.Step, a.Outcome), a.Fields) })],
        };
}

/// <summary>An outcome of a step, or one answer in a joint review, that was given in another system.</summary>
public sealed record ToldAct
{
    /// <summary>The step's key.</summary>
    public required string Step { get; init; }

    /// <summary>The outcome, or the outcome voted for; null only for an answer that abstains.</summary>
    public string? Outcome { get; init; }

    /// <summary>The participant who answered; null where this is the step's outcome.</summary>
    public string? Participant { get; init; }

    /// <summary>The effective day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who acted, in the other system's words; null where it does not say.</summary>
    public string? By { get; init; }

    /// <summary>The natural persons who acted, by their ids in the register here; separation is held against them from then on. Empty where it is not told, and then it cannot be.</summary>
    public ImmutableArray<string> Persons { get; init; } = [];

    /// <summary>The fields asked for.</summary>
    public ImmutableSortedDictionary<string, FieldValue> Fields { get; init; } = ImmutableSortedDictionary<string, FieldValue>.Empty;

    /// <summary>The reasons, or the opinion; null where there are none.</summary>
    public string? Reasons { get; init; }
}

/// <summary>A document of another system. It keeps its number and is never numbered again.</summary>
/// <param name="Document">Its type.</param>
/// <param name="Number">Its number; null where the type has none.</param>
/// <param name="On">The day of issue; null for the day of the act that issued it.</param>
/// <param name="Sha256">Lower-case hex of SHA-256 over the paper as filed; null where nobody took it.</param>
/// <param name="Absent">Whether the other system issued none where the definition says so.</param>
public sealed record ToldDocument(string Document, string? Number = null, DateOnly? On = null, string? Sha256 = null, bool Absent = false);

/// <summary>A material that was promised in writing in another system.</summary>
/// <param name="Material">Its id.</param>
/// <param name="Document">The written promise.</param>
/// <param name="On">The day of the promise, from which its period counts.</param>
/// <param name="KeptOn">The day on which the material came; null where it has not.</param>
public sealed record ToldPromise(string Material, string Document, DateOnly On, DateOnly? KeptOn = null);

/// <summary>A pause by notice in another system.</summary>
/// <param name="Clock">The clock's id.</param>
/// <param name="Ground">The ground of its rule.</param>
/// <param name="Document">The notice that told the party.</param>
/// <param name="From">The from-day; it still counts.</param>
/// <param name="To">The to-day, announced or past; null while it is open.</param>
public sealed record ToldPause(string Clock, string Ground, string Document, DateOnly From, DateOnly? To = null);

/// <summary>An extension granted in another system.</summary>
/// <param name="Clock">The clock's id.</param>
/// <param name="By">How long.</param>
/// <param name="On">The effective day.</param>
/// <param name="Approver">Who approved, in the other system's words.</param>
/// <param name="Reasons">Why.</param>
public sealed record ToldExtension(string Clock, Period By, DateOnly On, string Approver, string Reasons);
