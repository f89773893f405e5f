using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Record.Commands;

namespace Workflow.Definitions.Stories;

/// <summary>Reads what people of an office do with one another and with the case as a whole.</summary>
internal static class OfficeActReader
{
    internal static CaseCommand? Read(Scope scope, Shape move, MapEntry act, StoryNames names) => act.Key switch
    {
        "add-signer" => ActReader.Of(Step(scope, act, names), Person(scope, move, act, names), (step, person) => new AddSigner(step, person, Place(scope, move), Text(scope, move, "reasons"))),
        "remove-signer" => ActReader.Of(Step(scope, act, names), Person(scope, move, act, names), (step, person) => new RemoveSigner(step, person, Text(scope, move, "reasons") ?? "")),
        "transfer" => ActReader.Of(Step(scope, act, names), Person(scope, move, act, names), (step, person) => new Transfer(step, person, Text(scope, move, "reasons") ?? "", Text(scope, move, "participant"))),
        "delegate" => ActReader.Of(Step(scope, act, names), Person(scope, move, act, names), (step, person) => new Entrust(step, person, Text(scope, move, "words"))),
        "consult" => ActReader.Of(Step(scope, act, names), step => new Consult(step, Text(scope, move, "question") ?? "", move["person"] is { } p ? names.Person(scope, p) : null, Text(scope, move, "office"), Text(scope, move, "role"))),
        "recall" => Of(Step(scope, act, names), Number(scope, move), (step, number) => new Recall(step, number)),
        "reply" => ActReader.Of(Step(scope, act, names), step => new Reply(step, Text(scope, move, "opinion") ?? "", move["agrees"] is null || Values.Truth(scope, move["agrees"], Things.WhetherTheSignerAgrees), Number(scope, move))),
        "copy" => new SendCopy([.. Values.Items(act.Value).Select(p => names.Person(scope, p)).OfType<string>()], names.Step(scope, move["step"])),
        "urge" => ActReader.Of(Step(scope, act, names), step => new Urge(Text(scope, move, "text") ?? "", step)),
        "notify" => ActReader.Of(Values.Text(scope, act.Value, Things.Party), party => new Notify(party, Text(scope, move, "text") ?? "", Text(scope, move, "record"))),
        "supervise" => ActReader.Of(Values.Text(scope, act.Value, Things.Instruction), text => new Supervise(text, names.Step(scope, move["step"]), Days.Of(scope, move["report-by"]))),
        "receive-material" or "return-material" or "share-material" => MaterialActReader.Read(scope, move, act, names),
        _ => OfTheCase(scope, move, act, names),
    };

    private static CaseCommand? OfTheCase(Scope scope, Shape move, MapEntry act, StoryNames names) => act.Key switch
    {
        "take-back" => ActReader.Of(Step(scope, act, names), step => new TakeBack(step, Text(scope, move, "participant"))),
        "jump" => ActReader.Of(Step(scope, act, names), step => new Jump(step, Text(scope, move, "reasons") ?? "")),
        "suspend-case" => ActReader.Of(Values.Text(scope, act.Value, Things.Document), document => new SuspendCase(document, Text(scope, move, "reasons") ?? "")),
        "resume-case" => new ResumeCase(),
        "cancel" => ActReader.Of(Values.Text(scope, act.Value, Things.TheReasons), reasons => new CancelCase(reasons)),
        "revoke" => ActReader.Of(Values.Text(scope, act.Value, Things.Document), document => new RevokeCase(document, Text(scope, move, "reasons") ?? "")),
        "reopen" => ActReader.Of(Step(scope, act, names), step => new ReopenCase(step, Text(scope, move, "order") ?? "", Text(scope, move, "reasons") ?? "")),
        "correct-form" => new CorrectForm(FieldValues.Read(scope, act.Value, names.Definition.Form, Things.TheForm), Text(scope, move, "order") ?? "", Text(scope, move, "reasons") ?? ""),
        "seal-lots" => ActReader.Of(Step(scope, act, names), step => new SealLots(step)),
        "redraw" => ActReader.Of(Step(scope, act, names), step => new Redraw(step, [.. RecusalReader.Read(scope, move)], Text(scope, move, "order"))),
        "migrate" => MigrationReader.Read(scope, move, act, names),
        _ => ActReader.Of(names.Clock(scope, act.Value), clock => new CorrectSilence(clock, Text(scope, move, "order") ?? "", Text(scope, move, "reasons") ?? "")),
    };

    private static string? Step(Scope scope, MapEntry act, StoryNames names) => names.Step(scope, act.Value);

    private static string? Person(Scope scope, Shape move, MapEntry act, StoryNames names) => names.Person(scope, move.Required("person", Things.Quoted(act.Key)));

    private static string? Text(Scope scope, Shape move, string key) => Values.Text(scope, move[key], Things.TheKey(key));

    private static int? Number(Scope scope, Shape move) => move["number"] is { } number ? (int?)Values.Number(scope, number, Things.TheNumberOfARequest) : null;

    private static SignerPlace Place(Scope scope, Shape move) =>
        Values.Word(scope, move["place"], Things.Place, ("before", SignerPlace.Before), ("after", SignerPlace.After), ("beside", SignerPlace.Beside)) ?? SignerPlace.Beside;

    private static CaseCommand? Of(string? step, int? number, Func<string, int, CaseCommand> make) => step is null || number is null ? null : make(step, number.Value);
}
