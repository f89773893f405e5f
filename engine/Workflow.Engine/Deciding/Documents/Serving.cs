using System.Collections.Immutable;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>
/// Service 送达: which documents the parties have, since when, and by which receipt. Here and nowhere else is decided what a
/// service stands in the way of: a served document binds, and is revoked, never voided by going back.
/// </summary>
internal static class Serving
{
    // What a definition marks that names no documents.
    private const string Moment = "delivered";

    internal static void Serve(CaseTurn turn, Occasion occasion)
    {
        if (occasion.Outcome?.Serves is not { } rule)
            return;
        foreach (var document in turn.State.Documents.Where(d => IsMeant(turn, rule, occasion.Step, d)).ToList())
        foreach (var addressee in Served(turn, occasion.Act, rule, document))
            turn.Apply(Service(turn, occasion, document, addressee));
    }

    private static DocumentServed Service(CaseLook look, Occasion occasion, CaseDocument document, Addressee? addressee)
    {
        var (issued, rule, act) = (document.Issued, occasion.Outcome!.Serves!, occasion.Act);
        var receipt = Receipt(look.State, occasion, addressee);
        return new DocumentServed(issued.Document, issued.Number, Day(rule, act), Way(rule, act.Fields), receipt, occasion.Step)
        {
            To = Addressees.IsForTheOne(look.State, document) ? null : addressee,
        };
    }

    /// <summary>Returns for whom an outcome issues its papers, each a set: a receipt is that of one addressee. Null for nobody in particular, where there is one addressee, and where the paper is no receipt; nobody at all where it would prove nothing.</summary>
    internal static IReadOnlyList<Addressee?> EachReceipt(CaseLook look, Occasion occasion)
    {
        if (occasion.Outcome is { } outcome && ServiceNeeds.ProvesNothing(look, occasion.Step, outcome))
            return [];
        if (occasion.Outcome?.Serves is not { } rule || IsHandedOut(rule))
            return [null];
        var meant = look.State.Documents.Where(d => IsMeant(look, rule, occasion.Step, d)).ToList();
        return meant.TrueForAll(d => Addressees.IsForTheOne(look.State, d))
            ? [null]
            : [.. meant.SelectMany(d => Served(look, occasion.Act, rule, d)).Distinct()];
    }

    // Where nobody tells the day or the way, what was there is handed out beside what the outcome is about.
    private static bool IsHandedOut(ServeRule rule) => rule is { DayField: null, WayField: null, Way: null };

    /// <summary>
    /// Returns the day of a moment that an outcome marks. The papers have been served when the last of the addressees has them,
    /// whoever that was and in whatever order it was recorded.
    /// </summary>
    internal static DateOnly LastDay(CaseLook look, OutcomeRule outcome, string key, (MomentMark Mark, DateOnly Day) told) =>
        outcome.Serves is { DayField: { } field } rule && field == told.Mark.DayField
            ? look
                .State.Documents.Where(d => d.Void is null && IsMeant(look.Process, rule, key, d.Issued))
                .SelectMany(d => d.Services)
                .Select(s => s.On)
                .Append(told.Day)
                .Max()
            : told.Day;

    // Where nobody is named all are served who do not have it. A paper of a case without a party is served on nobody in particular.
    private static List<Addressee?> Served(CaseLook look, Act act, ServeRule rule, CaseDocument document)
    {
        var without = Addressees.Without(look.State, document).ToList();
        if (Named(rule, act.Fields) is { } name)
            without = [.. Addressees.Called(name, without)];
        return without.Count == 0 && Addressees.IsForNobody(look.State, document) ? [null] : [.. without];
    }

    /// <summary>Returns who is named as the one addressee who is served; null for nobody.</summary>
    internal static string? Named(ServeRule rule, ImmutableSortedDictionary<string, FieldValue> fields) =>
        rule.ToField is { } field && fields.GetValueOrDefault(field) is TextValue { Text: var name } && !PlainText.IsBlank(name)
            ? name
            : null;

    /// <summary>Whether a service can be as it is told: on that day, on that addressee, of something, and signed for.</summary>
    internal static Refusal? Check(CaseLook look, Complete command, OutcomeRule outcome) =>
        Days(look, command, outcome) ?? ServiceNeeds.Check(look, command, outcome);

    /// <summary>Whether the day of a service, or of the notice that stands for it, can be: not before the papers, and not to come.</summary>
    private static Refusal? Days(CaseLook look, Complete command, OutcomeRule outcome) =>
        look.Stamp.IsRule ? null : Told(look, outcome).Select(t => Day(look, command, t)).FirstOrDefault(r => r is not null);

    /// <summary>Returns the papers that an outcome serves, or that the notice which it publishes will serve.</summary>
    internal static IEnumerable<CaseDocument> Meant(CaseLook look, OutcomeRule outcome, string key)
    {
        var rules = outcome.Marks.SelectMany(m => Notices(look, m.Moment)).Concat(outcome.Serves is { } rule ? [rule] : []).ToList();
        return look.State.Documents.Where(d => rules.Any(r => IsMeant(look, r, key, d)));
    }

    // A day that an outcome records, or null for its own, with the rule by which papers are served then.
    private static IEnumerable<(string? Field, ServeRule Rule)> Told(CaseLook look, OutcomeRule outcome)
    {
        if (outcome.Serves is { } rule)
            yield return (rule.DayField, rule);
        foreach (var mark in outcome.Marks.Where(m => m.DayField is not null))
        foreach (var waits in Notices(look, mark.Moment))
            yield return (mark.DayField!, waits);
    }

    /// <summary>Returns the rules by which papers are served at the end of a notice. Its period runs from the day on which it was published.</summary>
    internal static IEnumerable<ServeRule> Notices(CaseLook look, string moment) => Notices(look.Definition, moment);

    private static IEnumerable<ServeRule> Notices(ProcessDefinition definition, string moment) =>
        Outline
            .All(definition)
            .OfType<WaitNode>()
            .Where(w => w.Limit?.From.Contains(moment) == true)
            .SelectMany(w => w.Outcomes)
            .Select(o => o.Serves)
            .OfType<ServeRule>();

    private static Refusal? Day(CaseLook look, Complete command, (string? Field, ServeRule Rule) told)
    {
        if (Day(look, command, told.Field) is not { } served)
            return null;
        if (look.State.Documents.Where(d => IsMeant(look, told.Rule, command.Step, d)).MaxBy(d => There(look, d)) is not { } latest)
            return null;
        return served < There(look, latest) || served > look.Today
            ? DocumentRefusals.ServedOutOfBounds(
                Naming.Document(look.Definition, latest.Issued.Document),
                There(look, latest),
                look.Today,
                served
            )
            : null;
    }

    private static DateOnly? Day(CaseLook look, Complete command, string? field) =>
        field is null ? look.On : (command.Fields.GetValueOrDefault(field) as DateValue)?.Date;

    // A paper that was recorded late was nobody's to hand over before. Another system recorded its papers itself.
    private static DateOnly There(CaseLook look, CaseDocument document) =>
        look.Told is null && document.Issued.RecordedOn > document.Issued.On ? document.Issued.RecordedOn : document.Issued.On;

    private static DateOnly Day(ServeRule rule, Act act) =>
        rule.DayField is { } field && act.Fields.GetValueOrDefault(field) is DateValue told ? told.Date : act.On;

    /// <summary>Returns the way of a service; null where nobody says.</summary>
    internal static string? Way(ServeRule rule, ImmutableSortedDictionary<string, FieldValue> fields) =>
        rule.Way ?? (rule.WayField is { } asked ? (fields.GetValueOrDefault(asked) as TextValue)?.Text : null);

    private static string? Receipt(CaseState state, Occasion occasion, Addressee? addressee) =>
        state.Documents.LastOrDefault(d => IsReceipt(d, occasion, addressee))?.Issued.Number;

    private static bool IsReceipt(CaseDocument document, Occasion occasion, Addressee? addressee) =>
        document.Void is null
        && document.Issued.Step == occasion.Step
        && occasion.Outcome!.Issues.Contains(document.Issued.Document)
        && document.Issued.To?.Any(a => a == addressee) != false;

    /// <summary>
    /// Whether nothing may undo these steps any more, because one served something, made what was served, or made what the parties
    /// have had in their hands since it was issued.
    /// </summary>
    /// <param name="look">The decision in the making.</param>
    /// <param name="keys">The keys of the steps.</param>
    /// <param name="what">What was expected to have served nothing, for the sentence.</param>
    internal static Refusal? StandsInTheWay(CaseLook look, IEnumerable<string> keys, string what)
    {
        var gone = keys.ToHashSet(StringComparer.Ordinal);
        return ServedBy(look, gone, what)
            ?? (
                look.State.Documents.FirstOrDefault(d => gone.Contains(d.Issued.Step) && HadAtOnce(look, d)) is { } given
                    ? DocumentRefusals.HandedOver(Naming.Document(look.Definition, given.Issued.Document), Naming.Step(look, what))
                    : null
            );
    }

    /// <summary>The same for a way back that the definition has: what it makes void it makes anew, but nothing that was served.</summary>
    internal static Refusal? StandsInTheWayOfRule(CaseLook look, IEnumerable<string> keys, string what) =>
        ServedBy(look, keys.ToHashSet(StringComparer.Ordinal), what);

    private static Refusal? ServedBy(CaseLook look, HashSet<string> gone, string what)
    {
        var bound =
            look.State.Documents.Any(d => d is { Void: null, Served: not null } && gone.Contains(d.Issued.Step))
            || look.State.Moments.GetValueOrDefault(Moment) is { } marked && gone.Contains(marked.Step);
        if (bound)
            return DocumentRefusals.ServedSince(Naming.Step(look, what), Voiding.Instead(look));
        return Voiding.Revoked(look, gone) is { } revoked
            ? DocumentRefusals.Revoked(Naming.Document(look.Definition, revoked), Naming.Step(look, what))
            : null;
    }

    // What the post that serves drew up itself, and no service is to bring, the parties have had since it was issued.
    private static bool HadAtOnce(CaseLook look, CaseDocument document) =>
        document is { Void: null, Served: null }
        && !Awaits(look.Process, document.Issued)
        && Servers(look.Process).Any(key => IsOfOnePost(look.Process, document.Issued.Step, key));

    private static IEnumerable<string> Servers(PublishedProcess process) =>
        Outline.All(process.Definition).OfType<WorkNode>().Where(n => n.Outcomes.Any(o => o.Serves is not null)).Select(n => n.Id);

    /// <summary>Whether the definition has a step by which a paper comes to the parties, so that they do not have it before.</summary>
    internal static bool Awaits(PublishedProcess process, DocumentIssued issued) =>
        Outline
            .All(process.Definition)
            .OfType<WorkNode>()
            .Any(node => node.Outcomes.Any(o => o.Serves is { } rule && IsMeant(process, rule, node.Id, issued)));

    private static bool IsMeant(CaseLook look, ServeRule rule, string key, CaseDocument document) =>
        document.Void is null
        && Addressees.IsOut(look.State, document)
        && (IsMeant(look.Process, rule, key, document.Issued) || IsOwed(look, rule, key, document.Issued));

    // Nobody took into their hands what the post drew up while they were not at the window, nor what a rule issued.
    private static bool IsOwed(CaseLook look, ServeRule rule, string key, DocumentIssued issued) =>
        rule.Documents.IsEmpty
        && issued.Step != key
        && !IsProof(look.Process, issued)
        && (look.State.Parties.All(p => p.Window is null) || look.Run(issued.Step)?.Completed?.By is RuleActor);

    /// <summary>Whether a paper is the receipt of a service, or the notice in its place: it proves something to the office, is nobody's to be served, and stands whatever becomes of what was served.</summary>
    internal static bool IsProof(PublishedProcess process, DocumentIssued issued) =>
        process.Find(issued.Step) is WorkNode node
        && node.Outcomes.Any(o => o.Issues.Contains(issued.Document))
        && node.Outcomes.Where(o => o.Issues.Contains(issued.Document)).All(o => Proves(process.Definition, o));

    private static bool Proves(ProcessDefinition definition, OutcomeRule outcome) =>
        outcome.Serves is { DayField: not null } or { WayField: not null } || outcome.Marks.Any(m => Notices(definition, m.Moment).Any());

    // What the post that serves drew up itself, such as a receipt, was handed over when it was issued.
    private static bool IsMeant(PublishedProcess process, ServeRule rule, string key, DocumentIssued issued)
    {
        if (issued.Step == key)
            return false;
        return rule.Documents.IsEmpty
            ? !IsProof(process, issued) && (IsDecision(process.Definition, issued) || !IsOfOnePost(process, issued.Step, key))
            : rule.Documents.Contains(issued.Document);
    }

    // Service of anything that can be challenged starts a period, whoever drew the paper up.
    private static bool IsDecision(ProcessDefinition definition, DocumentIssued issued) =>
        definition.Documents.Any(d => d.Id == issued.Document && d.StatesRemedies);

    private static bool IsOfOnePost(PublishedProcess process, string one, string other) =>
        PostOf(process, one) is { } post && post == PostOf(process, other);

    // A wait for the end of a public notice stands behind the step of the post that published it.
    private static Assignee? PostOf(PublishedProcess process, string key) =>
        process.PlaceOf(key) is { } place ? place.Around.Prepend(place).Select(p => p.Node).OfType<StepNode>().FirstOrDefault()?.By : null;
}
