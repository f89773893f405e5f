using Workflow.Engine.Messages;
using Workflow.Engine.Record.Events;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about materials.</summary>
internal static class MaterialRefusals
{
    /// <summary>The process asks for no such material.</summary>
    /// <param name="process">The process.</param>
    /// <param name="material">The name found.</param>
    /// <param name="known">The materials that it asks for.</param>
    internal static Refusal Unknown(NameValue process, string material, IEnumerable<NameValue> known) =>
        new(new Message("material.unknown", ("process", process), ("material", material)).With(NearNames.Of(material, known)));

    /// <summary>Nobody goes through the materials at that step.</summary>
    internal static Refusal NotChecked(NameValue step) => new("material.not_checked", ("step", step));

    /// <summary>A last day of validity was given for what carries none.</summary>
    internal static Refusal Undated(NameValue material) => new("material.undated", ("material", material));

    /// <summary>A last day of validity was given for what did not come in.</summary>
    internal static Refusal DatedNotReceived(NameValue material) => new("material.dated_not_received", ("material", material));

    /// <summary>The last day of validity is missing.</summary>
    internal static Refusal ValidUntilMissing(NameValue material) => new("material.valid_until_missing", ("material", material));

    /// <summary>Both received and promised.</summary>
    internal static Refusal PromisedAndReceived(NameValue material) => new("material.promised_and_received", ("material", material));

    /// <summary>It may not be promised.</summary>
    internal static Refusal NoPromise(NameValue material) => new("material.no_promise", ("material", material));

    /// <summary>It is promised already.</summary>
    internal static Refusal AlreadyPromised(NameValue material, DateOnly until) =>
        new("material.already_promised", ("material", material), ("until", until));

    /// <summary>The document behind an act is not named.</summary>
    /// <param name="paper">Which document: one of the messages of this class.</param>
    internal static Refusal DocumentMissing(Message paper) => new("material.document_missing", ("paper", paper));

    /// <summary>The name of the document is longer than is kept.</summary>
    internal static Refusal DocumentTooLong(Message paper, int most, int found) =>
        new("material.document_too_long", ("paper", paper), ("most", most), ("found", found));

    /// <summary>A document: the written promise of a material.</summary>
    internal static Message PromiseOf(NameValue material) => new("material.promise_of", ("material", material));

    /// <summary>A document: the query by which the office obtained it.</summary>
    internal static Message Query() => new("material.query");

    /// <summary>A document: the receipt of whom it went back to.</summary>
    internal static Message Receipt() => new("material.receipt");

    /// <summary>It is there already.</summary>
    internal static Refusal AlreadyThere(NameValue material, Standing standing) =>
        new("material.already_there", ("material", material), ("standing", Word(standing)));

    /// <summary>It is not there.</summary>
    internal static Refusal NotThere(NameValue material, Standing standing) =>
        new("material.not_there", ("material", material), ("standing", Word(standing)));

    /// <summary>The applicant hands it in; the office does not obtain it.</summary>
    internal static Refusal NotShared(NameValue material) => new("material.not_shared", ("material", material));

    /// <summary>It stays in the file.</summary>
    internal static Refusal Kept(NameValue material) => new("material.kept", ("material", material));

    /// <summary>It is not valid any more.</summary>
    internal static Refusal Expired(NameValue material, DateOnly until, DateOnly on) =>
        new("material.expired", ("material", material), ("until", until), ("on", on));

    private static Message Word(Standing standing) =>
        new(
            standing switch
            {
                Standing.Received => "material.is_received",
                Standing.Shared => "material.is_shared",
                Standing.Promised => "material.is_promised",
                Standing.Missing => "material.is_missing",
                Standing.Expired => "material.is_expired",
                Standing.Returned => "material.is_returned",
                _ => throw new System.Diagnostics.UnreachableException($"No word for {standing}."),
            }
        );

    /// <summary>The outcome says that something is missing, and nothing is.</summary>
    internal static Refusal NothingMissing(NameValue outcome) => new("material.nothing_missing", ("outcome", outcome));

    /// <summary>The outcome asks for all materials.</summary>
    internal static Refusal Incomplete(NameValue outcome, IEnumerable<NameValue> missing) =>
        new("material.incomplete", ("outcome", outcome), ("missing", MessageValue.List(missing)));
}
