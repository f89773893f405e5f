using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories;

/// <summary>Reads what people of an office do with one another and with the case as a whole.</summary>
/// <remarks>The acts are a closed set and stand here whole, an arm for each.</remarks>
/// <param name="scope">The walk that problems go to.</param>
/// <param name="move">The move, with what stands beside the act.</param>
/// <param name="act">The act: its key says which, its value whom or what it is about.</param>
/// <param name="names">The names of the process.</param>
internal sealed class OfficeActReader(Scope scope, Shape move, MapEntry act, StoryNames names)
{
    private string Reasons => Text("reasons") ?? "";

    private string Order => Text("order") ?? "";

    private string Told => Text("text") ?? "";

    internal static CaseCommand? Read(Scope scope, Shape move, MapEntry act, StoryNames names) =>
        new OfficeActReader(scope, move, act, names).AmongPeople();

    private CaseCommand? AmongPeople() =>
        act.Key switch
        {
            "add-signer" => OfPerson((step, person) => new AddSigner(step, person, Place(), Text("reasons"))),
            "remove-signer" => OfPerson((step, person) => new RemoveSigner(step, person, Reasons)),
            "transfer" => OfPerson((step, person) => new Transfer(step, person, Reasons, Text("participant"))),
            "delegate" => OfPerson((step, person) => new Entrust(step, person, Text("words"))),
            "consult" => AtStep(Consulted),
            "recall" => Recalled(),
            "reply" => AtStep(step => new Reply(step, Text("opinion") ?? "", Agrees(), Number())),
            "copy" => new SendCopy([.. Values.Items(act.Value).Select(p => names.Person(scope, p)).OfType<string>()], BesideStep()),
            "urge" => AtStep(step => new Urge(Told, step)),
            "notify" => OfText(Things.Party, party => new Notify(party, Told, Text("record") ?? "")),
            "confirm-party" => names.Person(scope, act.Value) is { } person ? new ConfirmParty(person) : null,
            "supervise" => OfText(Things.Instruction, text => new Supervise(text, BesideStep(), Days.Of(scope, move["report-by"]))),
            "receive-material" or "return-material" or "share-material" => MaterialActReader.Read(scope, move, act, names),
            _ => OfTheCase(),
        };

    private CaseCommand? OfTheCase() =>
        act.Key switch
        {
            "take-back" => AtStep(step => new TakeBack(step, Text("participant"))),
            "jump" => AtStep(step => new Jump(step, Reasons)),
            "suspend-case" => OfText(Things.Document, document => new SuspendCase(document, Reasons)),
            "resume-case" => new ResumeCase(),
            "cancel" => OfText(Things.TheReasons, reasons => new CancelCase(reasons)),
            "revoke" => OfText(Things.Document, document => new RevokeCase(document, Reasons)),
            "reopen" => AtStep(step => new ReopenCase(step, Order, Reasons)),
            "correct-form" => new CorrectForm(FieldValues.Read(scope, act.Value, names.Definition.Form, Things.TheForm), Order, Reasons),
            "seal-lots" => AtStep(step => new SealLots(step)),
            "redraw" => AtStep(step => new Redraw(step, [.. RecusalReader.Read(scope, move)], Text("order"))),
            "migrate" => MigrationReader.Read(scope, move, act, names),
            _ => ActReader.Of(names.Clock(scope, act.Value), clock => new CorrectSilence(clock, Order, Reasons)),
        };

    private Recall? Recalled()
    {
        var (step, number) = (names.Step(scope, act.Value), Number());
        return step is null || number is null ? null : new Recall(step, number.Value);
    }

    private Consult Consulted(string step)
    {
        var question = Text("question") ?? "";
        var person = move["person"] is { } asked ? names.Person(scope, asked) : null;
        return new Consult(step, question, person, Text("office"), Text("role"));
    }

    private CaseCommand? AtStep(Func<string, CaseCommand> make) => names.Step(scope, act.Value) is { } step ? make(step) : null;

    private CaseCommand? OfPerson(Func<string, string, CaseCommand> make)
    {
        var (step, person) = (names.Step(scope, act.Value), names.Person(scope, move.Required("person", Things.Quoted(act.Key))));
        return step is null || person is null ? null : make(step, person);
    }

    private CaseCommand? OfText(Message what, Func<string, CaseCommand> make) =>
        Values.Text(scope, act.Value, what) is { } text ? make(text) : null;

    private string? BesideStep() => names.Step(scope, move["step"]);

    private string? Text(string key) => move.Text(key, Things.TheKey(key));

    private int? Number() => move["number"] is { } number ? (int?)Values.Number(scope, number, Things.TheNumberOfARequest) : null;

    private bool Agrees() => move["agrees"] is null || move.Truth("agrees", Things.WhetherTheSignerAgrees);

    private SignerPlace Place() =>
        move.Word("place", Things.Place, ("before", SignerPlace.Before), ("after", SignerPlace.After), ("beside", SignerPlace.Beside))
        ?? SignerPlace.Beside;
}
