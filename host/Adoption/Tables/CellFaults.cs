using Workflow.Engine.Messages;

namespace Workflow.Host.Adoption.Tables;

/// <summary>What is wrong with a cell of a transfer file, or with its row.</summary>
internal static class CellFaults
{
    private const int LongestShown = 60;
    private const string PauseExample = "听证 2014-05-08..2014-05-20 听证通知书3号";
    private const string PromiseExample = "容缺承诺书3号 on 2026-03-02 kept 2026-03-05";
    private const string ExtensionExample = "15 working days on 2014-06-03 by 张伟 for 案情复杂";
    private const string AnswerExample = "planning.officer=pass on 2014-05-14";

    /// <summary>The row has no form.</summary>
    internal static Message Csv(Message wrong) => new("adopt.csv", ("wrong", wrong));

    internal static Message NoNumber() => Missing(new Message("adopt.missing.number"));

    internal static Message NoLodging() => Missing(new Message("adopt.missing.lodged_on"));

    internal static Message NoStep() => Missing(new Message("adopt.missing.at"));

    /// <summary>Not every outcome of a step has its day.</summary>
    internal static Message Days(string column, NameValue step, int outcomes, int days) =>
        Missing(new Message("adopt.missing.days", ("column", column), ("step", step), ("outcomes", outcomes), ("days", days)));

    /// <summary>Not every number of a document has its day.</summary>
    internal static Message DocumentDays(NameValue document, int numbers, int days) =>
        Missing(new Message("adopt.missing.document_days", ("document", document), ("numbers", numbers), ("days", days)));

    /// <summary>An earlier row has the same case.</summary>
    internal static Message Twice(string number, int line) => new("adopt.twice", ("number", Shown(number)), ("line", line));

    /// <summary>An earlier row, or this one, has the same number of a document.</summary>
    internal static Message NumberTwice(string number, int line) => new("adopt.number_twice", ("number", Shown(number)), ("line", line));

    /// <summary>More persons are told than outcomes.</summary>
    internal static Message StrayPersons(NameValue step, int outcomes) =>
        Stray(new Message("adopt.stray.persons", ("step", step), ("outcomes", outcomes)));

    /// <summary>Something is told of a step that has no outcome.</summary>
    internal static Message Stray(NameValue step) => Stray(new Message("adopt.stray.step", ("step", step), ("column", step.Id)));

    /// <summary>A day is told of a document that has no number.</summary>
    internal static Message StrayDocumentDay(NameValue document) =>
        Stray(new Message("adopt.stray.document_day", ("document", document), ("column", $"document.{document.Id}")));

    /// <summary>A person is told of a party that has no name.</summary>
    internal static Message StrayPartyPerson(NameValue party) =>
        Stray(new Message("adopt.stray.party_person", ("party", party), ("column", $"party.{party.Id}")));

    internal static Message Day(string found) => new("adopt.day", ("found", Shown(found)));

    internal static Message Value(Message wrong) => new("adopt.value", ("wrong", wrong));

    internal static Message Number(string found) => Value(new Message("adopt.value.number", ("found", Shown(found))));

    internal static Message YesNo(string found) => Value(new Message("adopt.value.yes_no", ("found", Shown(found))));

    internal static Message Pause(string found) => new("adopt.pause", ("example", PauseExample), ("found", Shown(found)));

    internal static Message Promise(string found) => new("adopt.promise_form", ("example", PromiseExample), ("found", Shown(found)));

    internal static Message Extension(string found) => new("adopt.extension", ("example", ExtensionExample), ("found", Shown(found)));

    internal static Message Answer(string found) => new("adopt.answers", ("example", AnswerExample), ("found", Shown(found)));

    /// <summary>The register knows nobody of an id.</summary>
    internal static Message UnknownPerson(string person, IReadOnlyCollection<NameValue> known) =>
        new Message("person.unknown", ("person", Shown(person))).With(NearNames.Person(person, known) ?? new Message("adopt.way.person"));

    /// <summary>A text as a sentence shows it: not longer than a line.</summary>
    internal static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    private static Message Missing(Message wrong) => new("adopt.missing", ("wrong", wrong));

    private static Message Stray(Message wrong) => new("adopt.stray", ("wrong", wrong));
}
