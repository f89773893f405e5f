using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Workflow.Engine.Deciding;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Telemetry;
using Workflow.Storage.Running;

namespace Workflow.Host.Cases;

/// <summary>Carries a command with its headers to the runner and the answer back.</summary>
public sealed class CommandSender(CaseRunner runner, Workplace place, Measures measures, AccessBatch batch)
{
    private const int LongestKey = 200;
    private const int LongestProof = 200;

    /// <summary>What came of a command.</summary>
    public sealed record CommandAnswer(string Case, long Entry, CaseStage Stage, bool Repeated, IReadOnlyList<CaseEvent> Events);

    /// <summary>The headers and the query of a command.</summary>
    /// <param name="Key">Header <c>Idempotency-Key</c>.</param>
    /// <param name="IfMatch">Header <c>If-Match</c>: the revision of the step, or the tag of the case.</param>
    /// <param name="For">The absent person acted for.</param>
    /// <param name="EffectiveOn">An earlier effective day.</param>
    /// <param name="Proof">The document that proves it.</param>
    public sealed record Terms(string? Key, string? IfMatch, string? For, DateOnly? EffectiveOn, string? Proof)
    {
        /// <summary>Those of a command that came without any.</summary>
        internal static readonly Terms None = new(null, null, null, null, null);
    }

    public async Task<IResult> Send(
        HttpContext context,
        string? number,
        CaseCommand command,
        Terms terms,
        CancellationToken cancellation
    ) =>
        await Pass(context, number, command, terms, cancellation) switch
        {
            Written w when number is null => Results.Created($"{context.Request.PathBase}/api/cases/{w.Case}", Shown(context, w)),
            Written w => Results.Ok(Shown(context, w)),
            NotWritten refused => ProblemAnswer.Of(context, refused.Refusal),
            var other => throw new System.Diagnostics.UnreachableException($"No answer for {other.GetType().Name}."),
        };

    /// <summary>Passes one command to the runner.</summary>
    public async Task<RunnerAnswer> Pass(
        HttpContext context,
        string? number,
        CaseCommand command,
        Terms terms,
        CancellationToken cancellation
    )
    {
        var caller = Caller.Of(context);
        var request = new Request(caller.Id, command, caller.For(terms.For), terms.EffectiveOn, Proof(terms.Proof));
        if (command is IToReader { Reader: not null } && Outside(caller, number) is not null)
            return new NotWritten(CommandRefusals.OfOffice());
        if (PartyNames.Check(place.Folder.Register, command) is { } anothers)
            return new NotWritten(anothers);
        // What was read in the last moments may not be on disk yet.
        if (command is IToReader { Reader: not null })
            await batch.Flush(cancellation);
        var key = Key(terms.Key) is { } text ? new RequestKey(text, Hash(number, request)) : null;
        var submission = new Submission(number, request, key, Revision(terms.IfMatch)) { Seen = Seen(caller, number, command, terms) };
        var answer = await runner.Submit(submission, cancellation);
        measures.Count(command, answer);
        return answer is NotWritten refused ? new NotWritten(Told(caller, number, command, refused.Refusal)) : answer;
    }

    // A party names the revision that they were shown, which counts what they see.
    private SeenRevision? Seen(Caller caller, string? number, CaseCommand command, Terms terms)
    {
        if (terms.IfMatch is null || number is null || Outside(caller, number) is not { } state || !CaseAccess.MaySee(caller, state))
            return null;
        var seen = SeenCase.Require(caller, place, number);
        return new SeenRevision(seen.RevisionOf((command as IAboutStep)?.Step), seen.Whole.Entries);
    }

    private Refusal Told(Caller caller, string? number, CaseCommand command, Refusal refusal) =>
        refusal.Code != OfTheirOwn && TellsOfOffice(caller, number, command)
            ? CommandRefusals.OfOffice()
            : NearPeople.With(refusal, caller, place.Folder.Register);

    // The case, for a caller who sees it as a party; null for everybody else.
    private CaseState? Outside(Caller caller, string? number) =>
        number is not null && runner.Look(number) is { } state && CaseAccess.Viewer(caller, state).IsOutside ? state : null;

    // What the caller did themselves is no news to them.
    private const string OfTheirOwn = "urge.again";

    // A sentence that says who has yet to act, or to what an office came, would tell a party what their view of the case leaves out.
    // Limits are the office's to move: whether one runs, or when it ended, is told by the view of the case and by nothing else.
    private bool TellsOfOffice(Caller caller, string? number, CaseCommand command) =>
        Outside(caller, number) is { } state && (command is IOnClock || IsAtStepOfOffice(caller, state, (command as IAboutStep)?.Step));

    private bool IsAtStepOfOffice(Caller caller, CaseState state, string? step) =>
        step is { } key
        && place.Processes.Find(state.Definition)?.Find(key) is { } node
        && node is not StepNode { By: PartyRole }
        && !CaseAccess.IsTheirs(state, key, caller.Id);

    private CommandAnswer Shown(HttpContext context, Written w)
    {
        var (entry, events) = Shown(Caller.Of(context), w);
        return new CommandAnswer(w.Case, entry, w.State.Stage, w.IsRepeated, events);
    }

    /// <summary>What was written as the caller sees it: a party's numbers count what they see, and of what they see nothing they have the last number before.</summary>
    public (long Entry, ImmutableArray<CaseEvent> Events) Shown(Caller caller, Written w)
    {
        if (!CaseAccess.Viewer(caller, w.State).IsOutside)
            return (w.Entry, w.Events);
        var seen = SeenCase.Require(caller, place, w.Case);
        return seen.Find(w.Entry) is { } entry ? (entry.Number, entry.Events) : (seen.Revision, []);
    }

    private static string Hash(string? number, Request request) => LedgerJson.Hash(JsonSerializer.Serialize(Asked(number, request)));

    private static string?[] Asked(string? number, Request request) =>
        [
            number,
            LedgerJson.Write(request.Command),
            request.For,
            request.EffectiveOn?.ToString("O", CultureInfo.InvariantCulture),
            request.Document,
        ];

    private static string? Key(string? key) => key is null || IsKey(key) ? key : throw RequestRefusals.Key(LongestKey, key.Length);

    private static bool IsKey(string key) => key.Length is > 0 and <= LongestKey && !key.Any(char.IsControl);

    private static string? Proof(string? proof) =>
        proof is null || IsProof(proof) ? proof : throw RequestRefusals.Proof(LongestProof, proof.Length);

    private static bool IsProof(string proof) => proof.Length is > 0 and <= LongestProof && Texts.IsPlain(proof);

    private static long? Revision(string? header)
    {
        if (header is null or "*")
            return null;
        var digits = header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header;
        // The tag of a case goes on with what tells one answer from another; the entry stands before it.
        return long.TryParse(digits.Trim('"').Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : throw RequestRefusals.IfMatch(header);
    }
}
