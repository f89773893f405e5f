using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// Service 送达: which documents the parties have, since when, and by which receipt. Here and nowhere else is decided what a
/// service stands in the way of: a served document binds, and is revoked, never voided by going back.
/// </summary>
internal static class Serving
{
    // What a definition marks that names no documents.
    private const string Moment = "delivered";

    internal static void Serve(CaseTurn turn, OutcomeRule outcome, string key, Act act)
    {
        if (outcome.Serves is not { } rule) return;
        var (day, way, receipt) = (Day(rule, act), Way(rule, act), Receipt(turn.State, outcome, key));
        foreach (var document in turn.State.Documents.Where(d => IsMeant(turn, rule, key, d)).ToList())
            turn.Apply(new DocumentServed(document.Issued.Document, document.Issued.Number, day, way, receipt, key));
    }

    private static DateOnly Day(ServeRule rule, Act act) =>
        rule.DayField is { } field && act.Fields.GetValueOrDefault(field) is DateValue told ? told.Date : act.On;

    private static string? Way(ServeRule rule, Act act) =>
        rule.Way ?? (rule.WayField is { } asked ? (act.Fields.GetValueOrDefault(asked) as TextValue)?.Text : null);

    private static string? Receipt(CaseState state, OutcomeRule outcome, string key) =>
        state.Documents
            .LastOrDefault(d => d.Void is null && d.Issued.Step == key && outcome.Issues.Contains(d.Issued.Document))
            ?.Issued.Number;

    /// <summary>Whether nothing may undo these steps any more, because one served something, or made what was served.</summary>
    /// <param name="look">The decision in the making.</param>
    /// <param name="keys">The keys of the steps.</param>
    /// <param name="what">What was expected to have served nothing, for the sentence.</param>
    internal static Refusal? StandsInTheWay(CaseLook look, IEnumerable<string> keys, string what)
    {
        var gone = keys.ToHashSet(StringComparer.Ordinal);
        var bound = look.State.Documents.Any(d => d is { Void: null, Served: not null } && gone.Contains(d.Issued.Step))
            || look.State.Moments.GetValueOrDefault(Moment) is { } marked && gone.Contains(marked.Step);
        return bound ? ReturnRefusals.Served(Naming.Step(look, what)) : null;
    }

    // What the post that serves drew up itself, such as a receipt, was handed over when it was issued.
    private static bool IsMeant(CaseLook look, ServeRule rule, string key, CaseDocument document)
    {
        if (document is not { Void: null, Served: null } || document.Issued.Step == key) return false;
        return rule.Documents.IsEmpty ? !IsOfOnePost(look, document.Issued.Step, key) : rule.Documents.Contains(document.Issued.Document);
    }

    private static bool IsOfOnePost(CaseLook look, string one, string other) =>
        PostOf(look, one) is { } post && post == PostOf(look, other);

    // A wait for the end of a public notice stands behind the step of the post that published it.
    private static Assignee? PostOf(CaseLook look, string key) =>
        look.Process.PlaceOf(key) is { } place
            ? place.Around.Prepend(place).Select(p => p.Node).OfType<StepNode>().FirstOrDefault()?.By
            : null;
}
