using System.Collections.Frozen;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads what people of an office do with one another and with the case as a whole: a row for each act.</summary>
internal static class OfficeActs
{
    internal static FrozenDictionary<string, Func<ActScope, CaseCommand?>> Rows { get; } =
        new Dictionary<string, Func<ActScope, CaseCommand?>>(StringComparer.Ordinal)
        {
            ["add-signer"] = act => act.OfPerson((step, person) => new AddSigner(step, person, Place(act), act.Text("reasons"))),
            ["remove-signer"] = act => act.OfPerson((step, person) => new RemoveSigner(step, person, act.Reasons)),
            ["transfer"] = act => act.OfPerson((step, person) => new Transfer(step, person, act.Reasons, act.Text("participant"))),
            ["delegate"] = act => act.OfPerson((step, person) => new Entrust(step, person, act.Text("words"))),
            ["record-attendance"] = act => act.AtStep(step => new RecordAttendance(step, [.. Absent(act, step)], act.Text("reasons"))),
            ["take-back"] = act => act.AtStep(step => new TakeBack(step, act.Text("participant"))),
            ["consult"] = act => act.AtStep(step => Consulted(act, step)),
            ["recall"] = Recalled,
            ["reply"] = act => act.AtStep(step => new Reply(step, act.Text("opinion") ?? "", Agrees(act), Number(act))),
            ["attach"] = act =>
                act.OfText(
                    Things.AttachedFile,
                    name => new Attach(StoryFile.Hash(name), name, Size(act, name), act.Text("material"), act.BesideStep())
                ),
            ["copy"] = act => new SendCopy([.. Readers(act)], act.BesideStep()),
            ["urge"] = act => act.AtStep(step => new Urge(Told(act), step)),
            ["notify"] = act => act.OfText(Things.Party, party => new Notify(party, Told(act), act.Text("record") ?? "")),
            ["confirm-party"] = act => OfPerson(act, person => new ConfirmParty(person) { Reasons = act.Text("reasons") }),
            ["unconfirm-party"] = act => OfPerson(act, person => new UnconfirmParty(person, act.Reasons)),
            ["add-party"] = Joining,
            ["supervise"] = act => act.OfText(Things.Instruction, text => new Supervise(text, act.BesideStep(), Day(act, "report-by"))),
            ["jump"] = act => act.AtStep(step => new Jump(step, act.Reasons)),
            ["reopen"] = act => act.AtStep(step => new ReopenCase(step, Order(act), act.Reasons)),
            ["seal-lots"] = act => act.AtStep(step => new SealLots(step)),
            ["redraw"] = act => act.AtStep(step => new Redraw(step, [.. RecusalReader.Read(act)], act.Text("order"))),
            ["migrate"] = MigrationReader.Read,
            ["suspend-case"] = act => act.OfText(Things.Document, document => new SuspendCase(document, act.Reasons)),
            ["resume-case"] = _ => new ResumeCase(),
            ["cancel"] = act => act.OfText(Things.TheReasons, reasons => new CancelCase(reasons)),
            ["correct-form"] = Corrected,
            ["correct-silence"] = act => act.OfClock(clock => new CorrectSilence(clock, Order(act), act.Reasons)),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    // Makes the command of an act that is about a person and belongs to no step.
    private static CaseCommand? OfPerson(ActScope act, Func<string, CaseCommand> command) =>
        act.Names.Person(act.Scope, act.Value) is { } person ? command(person) : null;

    // Whoever has no account is written as keys: the name, and whom an officer saw.
    private static AddParty? Joining(ActScope act) =>
        LodgeReader.Party(act.Scope, act.Text("as") ?? "", act.Value, act.Names) is { } party
            ? new AddParty(party.Role, party.Person, act.Text("name") ?? party.Name, act.Reasons)
            {
                Identity = party.Identity,
                Agent = party.Agent,
            }
            : null;

    private static CorrectForm Corrected(ActScope act) =>
        new(FieldValues.Read(act.Scope, act.Value, act.Names.Definition.Form, Things.TheForm), Order(act), act.Reasons);

    private static Recall? Recalled(ActScope act)
    {
        var (step, number) = (act.Step(), Number(act));
        return step is null || number is null ? null : new Recall(step, number.Value);
    }

    private static Consult Consulted(ActScope act, string step)
    {
        var question = act.Text("question") ?? "";
        var person = act.Move["person"] is { } asked ? act.Names.Person(act.Scope, asked) : null;
        return new Consult(step, question, person, act.Text("office"), act.Text("role"));
    }

    // Members by their names; a post that answers once, as the review writes it.
    private static IEnumerable<string> Absent(ActScope act, string step) =>
        act.Move["absent"] is not { } absent
            ? []
            : Values.Items(absent).Select(a => StoryNames.Known(act.Scope, a, Things.Participant, Members(act, step))).OfType<string>();

    private static IEnumerable<string> Members(ActScope act, string step) =>
        (act.Names.Process.Find(step) as JointNode)?.Participants.Select(p => p.Key).Concat(act.Names.People) ?? [];

    // No file is stored in a story: one name is one content.
    private static long Size(ActScope act, string name) =>
        (act.Move["size"] is { } size ? (long?)Values.Number(act.Scope, size, Things.Number) : null) ?? StoryFile.Content(name).Length;

    private static string Order(ActScope act) => act.Text("order") ?? "";

    private static string Told(ActScope act) => act.Text("text") ?? "";

    private static IEnumerable<string> Readers(ActScope act) =>
        Values.Items(act.Value).Select(p => act.Names.Person(act.Scope, p)).OfType<string>();

    private static DateOnly? Day(ActScope act, string key) => Days.Of(act.Scope, act.Move[key]);

    private static int? Number(ActScope act) =>
        act.Move["number"] is { } number ? (int?)Values.Number(act.Scope, number, Things.TheNumberOfARequest) : null;

    private static bool Agrees(ActScope act) => act.Move["agrees"] is null || act.Move.Truth("agrees", Things.WhetherTheSignerAgrees);

    private static SignerPlace Place(ActScope act) =>
        act.Move.Word("place", Things.Place, ("before", SignerPlace.Before), ("after", SignerPlace.After), ("beside", SignerPlace.Beside))
        ?? SignerPlace.Beside;
}
