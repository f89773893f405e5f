using System.Diagnostics;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories;

/// <summary>Reads what people of an office do with one another and with the case as a whole.</summary>
/// <remarks>The acts are a closed set: an arm for each, in groups that hand on what is not theirs.</remarks>
internal sealed class OfficeActReader(ActScope act)
{
    private string Order => Text("order") ?? "";

    private string Told => Text("text") ?? "";

    internal static CaseCommand? Read(ActScope act) => new OfficeActReader(act).OfSigners();

    private CaseCommand? OfSigners() =>
        act.Key switch
        {
            "add-signer" => act.OfPerson((step, person) => new AddSigner(step, person, Place(), Text("reasons"))),
            "remove-signer" => act.OfPerson((step, person) => new RemoveSigner(step, person, act.Reasons)),
            _ => HandedOn(),
        };

    private CaseCommand? HandedOn() =>
        act.Key switch
        {
            "transfer" => act.OfPerson((step, person) => new Transfer(step, person, act.Reasons, Text("participant"))),
            "delegate" => act.OfPerson((step, person) => new Entrust(step, person, Text("words"))),
            "take-back" => act.AtStep(step => new TakeBack(step, Text("participant"))),
            _ => OfRequests(),
        };

    private CaseCommand? OfRequests() =>
        act.Key switch
        {
            "consult" => act.AtStep(Consulted),
            "recall" => Recalled(),
            "reply" => act.AtStep(step => new Reply(step, Text("opinion") ?? "", Agrees(), Number())),
            _ => OfNotices(),
        };

    private CaseCommand? OfNotices() =>
        act.Key switch
        {
            "copy" => new SendCopy([.. Readers()], act.BesideStep()),
            "urge" => act.AtStep(step => new Urge(Told, step)),
            "notify" => act.OfText(Things.Party, party => new Notify(party, Told, Text("record") ?? "")),
            "confirm-party" => act.Names.Person(act.Scope, act.Value) is { } person ? new ConfirmParty(person) : null,
            "supervise" => act.OfText(Things.Instruction, text => new Supervise(text, act.BesideStep(), Day("report-by"))),
            "receive-material" or "return-material" or "share-material" => MaterialActReader.Read(act),
            _ => OfTheCourse(),
        };

    private CaseCommand? OfTheCourse() =>
        act.Key switch
        {
            "jump" => act.AtStep(step => new Jump(step, act.Reasons)),
            "reopen" => act.AtStep(step => new ReopenCase(step, Order, act.Reasons)),
            "seal-lots" => act.AtStep(step => new SealLots(step)),
            "redraw" => act.AtStep(step => new Redraw(step, [.. RecusalReader.Read(act)], Text("order"))),
            "migrate" => MigrationReader.Read(act),
            _ => OfTheCase(),
        };

    private CaseCommand? OfTheCase() =>
        act.Key switch
        {
            "suspend-case" => act.OfText(Things.Document, document => new SuspendCase(document, act.Reasons)),
            "resume-case" => new ResumeCase(),
            "cancel" => act.OfText(Things.TheReasons, reasons => new CancelCase(reasons)),
            "revoke" => act.OfText(Things.Document, document => new RevokeCase(document, act.Reasons)),
            "correct-form" => Corrected(),
            "correct-silence" => act.OfClock(clock => new CorrectSilence(clock, Order, act.Reasons)),
            _ => throw new UnreachableException($"No act is called {act.Key}."),
        };

    private CorrectForm Corrected() =>
        new(FieldValues.Read(act.Scope, act.Value, act.Names.Definition.Form, Things.TheForm), Order, act.Reasons);

    private Recall? Recalled()
    {
        var (step, number) = (act.Step(), Number());
        return step is null || number is null ? null : new Recall(step, number.Value);
    }

    private Consult Consulted(string step)
    {
        var question = Text("question") ?? "";
        var person = act.Move["person"] is { } asked ? act.Names.Person(act.Scope, asked) : null;
        return new Consult(step, question, person, Text("office"), Text("role"));
    }

    private IEnumerable<string> Readers() => Values.Items(act.Value).Select(p => act.Names.Person(act.Scope, p)).OfType<string>();

    private DateOnly? Day(string key) => Days.Of(act.Scope, act.Move[key]);

    private string? Text(string key) => act.Text(key);

    private int? Number() => act.Move["number"] is { } number ? (int?)Values.Number(act.Scope, number, Things.TheNumberOfARequest) : null;

    private bool Agrees() => act.Move["agrees"] is null || act.Move.Truth("agrees", Things.WhetherTheSignerAgrees);

    private SignerPlace Place() =>
        act.Move.Word("place", Things.Place, ("before", SignerPlace.Before), ("after", SignerPlace.After), ("beside", SignerPlace.Beside))
        ?? SignerPlace.Beside;
}
