using System.Collections.Immutable;
using Workflow.Engine.Messages;

namespace Workflow.Engine.Record.Refusals;

/// <summary>Refusals about the numbers of documents.</summary>
internal static class DocumentRefusals
{
    /// <summary>A number was entered for what is not issued there.</summary>
    /// <param name="by">The outcome or the step.</param>
    /// <param name="document">The document named.</param>
    internal static Refusal NotIssued(NameValue by, NameValue document) => new("document.not_issued", ("by", by), ("document", document));

    /// <summary>The number comes from a series, or there is none.</summary>
    internal static Refusal NumberNotEntered(NameValue document, string number) =>
        new("document.number_not_entered", ("document", document), ("number", number));

    /// <summary>An outcome revokes papers, and none of them is valid.</summary>
    internal static Refusal NothingToVoid(NameValue outcome, IEnumerable<NameValue> documents) =>
        new("document.nothing_to_void", ("outcome", outcome), ("documents", MessageValue.List(documents)));

    /// <summary>The number is missing.</summary>
    internal static Refusal NumberMissing(NameValue document) => new("document.number_missing", ("document", document));

    /// <summary>The number does not fit.</summary>
    /// <param name="document">The document.</param>
    /// <param name="wrong">What is wrong, of <see cref="FieldFaults"/>.</param>
    internal static Refusal NumberInvalid(NameValue document, Message wrong) =>
        new("document.number_invalid", ("document", document), ("wrong", wrong));

    /// <summary>A valid paper of another case bears the number.</summary>
    internal static Refusal NumberBorne(NameValue document, string number) =>
        new("document.number_borne", ("document", document), ("number", number));

    /// <summary>The paper would not say what it has to.</summary>
    /// <param name="document">The document.</param>
    /// <param name="what">What it lacks, of this class.</param>
    internal static Refusal Lacks(NameValue document, Message what) => new("document.lacks", ("document", document), ("what", what));

    /// <summary>What a paper lacks: why it was decided so.</summary>
    internal static Message Reasons() => new("document.reasons");

    /// <summary>What a paper lacks: where to turn against it.</summary>
    internal static Message Remedies() => new("document.remedies");

    /// <summary>What a paper lacks: everything that has to be supplemented.</summary>
    internal static Message WhatIsMissing() => new("document.what_is_missing");

    /// <summary>What a paper lacks: the organ to which it goes.</summary>
    internal static Message Organ() => new("document.to_organ");

    /// <summary>What a paper lacks: the last day on which it is valid.</summary>
    internal static Message ValidUntil() => new("document.valid_until");

    /// <summary>What a paper lacks: a field that it states.</summary>
    internal static Message Entered(NameValue field) => new("document.entered", ("field", field));

    /// <summary>A paper is for a party that the case does not have.</summary>
    internal static Refusal NoAddressee(NameValue document, ImmutableArray<NameValue> parties) =>
        new("document.no_addressee", ("document", document), ("parties", MessageValue.List(parties)));

    /// <summary>A step that serves one of several addressees, where there are not several.</summary>
    internal static Refusal OneAddressee(NameValue step) => new("document.one_addressee", ("step", step));

    /// <summary>The papers are for several, and nobody says who has them now.</summary>
    /// <param name="field">The field that says it.</param>
    /// <param name="left">Those who do not have them.</param>
    internal static Refusal AddresseeUnnamed(NameValue field, IEnumerable<string> left) =>
        new("document.addressee_unnamed", ("field", field), ("left", Names(left)));

    /// <summary>Nothing is to be served on whom somebody named.</summary>
    /// <param name="found">The name.</param>
    /// <param name="left">Those on whom something is.</param>
    internal static Refusal AddresseeUnknown(string found, IEnumerable<string> left) =>
        new("document.addressee_unknown", ("found", found), ("left", Names(left)));

    /// <summary>An outcome that says the papers are served, while others do not have them.</summary>
    internal static Refusal AddresseesLeft(NameValue outcome, IEnumerable<string> left) =>
        new("document.addressees_left", ("outcome", outcome), ("left", Names(left)));

    /// <summary>Nobody signed for what was handed over.</summary>
    /// <param name="field">The field that says who did.</param>
    /// <param name="way">The way of service.</param>
    internal static Refusal Unsigned(NameValue field, string way) => new("document.unsigned", ("field", field), ("way", way));

    /// <summary>What was served binds, and nothing undoes what led to it.</summary>
    /// <param name="since">The first of the steps that would be undone.</param>
    /// <param name="how">How what was served is revoked or done again.</param>
    internal static Refusal ServedSince(NameValue since, Message how) => new("document.served_since", ("since", since), ("how", how));

    /// <summary>An outcome of the process revokes what was served.</summary>
    internal static Message ByOutcome(NameValue step, NameValue outcome) =>
        new("document.served_since.by_outcome", ("step", step), ("outcome", outcome));

    /// <summary>The process revokes nothing; an order has it done again.</summary>
    internal static Message ByOrder() => new("document.served_since.by_order");

    /// <summary>What the parties have had since it was issued stands, and nothing undoes what led to it.</summary>
    /// <param name="document">The paper.</param>
    /// <param name="since">The first of the steps that would be undone.</param>
    internal static Refusal HandedOver(NameValue document, NameValue since) =>
        new("document.handed_over", ("document", document), ("since", since));

    /// <summary>What was revoked stays so, and nothing undoes the revocation.</summary>
    /// <param name="document">The paper that was revoked.</param>
    /// <param name="since">The first of the steps that would be undone.</param>
    internal static Refusal Revoked(NameValue document, NameValue since) =>
        new("document.revoked", ("document", document), ("since", since));

    private static MessageValue Names(IEnumerable<string> names) => MessageValue.List(names.Select(n => new NameValue(n, n)));

    /// <summary>Service cannot come before the paper.</summary>
    /// <param name="document">The latest of the papers served.</param>
    /// <param name="issued">Its day.</param>
    /// <param name="today">The last day that may be told.</param>
    /// <param name="served">The day told.</param>
    internal static Refusal ServedOutOfBounds(NameValue document, DateOnly issued, DateOnly today, DateOnly served) =>
        new("document.served_out_of_bounds", ("document", document), ("issued", issued), ("today", today), ("served", served));

    /// <summary>A paper that states remedies would be dated before the day on which it is recorded.</summary>
    internal static Refusal DecidedForEarlierDay(NameValue document, DateOnly day) =>
        new("document.decided_for_earlier_day", ("document", document), ("day", day));

    /// <summary>The case has no paper that somebody is still to be served with.</summary>
    internal static Refusal NothingToServe(NameValue outcome) => new("document.nothing_to_serve", ("outcome", outcome));
}
