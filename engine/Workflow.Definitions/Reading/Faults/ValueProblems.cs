using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Faults;

/// <summary>What is wrong with a single value.</summary>
internal static class ValueProblems
{
    public static Message BadId(Message what, Message fault) => new("id.bad", ("what", what), ("fault", fault));

    public static Message Whole(Message what, int least, int most, Message found) =>
        new("value.number", ("what", what), ("least", least), ("most", most), ("found", found));

    public static Message Number(Message what, Message found) => new("value.no_number", ("what", what), ("found", found));

    public static Message YesNo(Message what, Message found) => new("value.yes_no", ("what", what), ("found", found));

    public static Message Line(Message what) => new("value.line", ("what", what));

    public static Message Period(Message fault, Message way) => new Message("value.period", ("fault", fault)).With(way);

    public static Message WorkingDays(Message found) => new("value.working_days", ("found", found));

    public static Message Word(Message what, IEnumerable<string> words, Message found, Message? way) =>
        new Message("value.word", ("what", what), ("words", MessageValue.List(words)), ("found", found)).With(way);

    public static Message OneOf(IEnumerable<string> words, Message found, Message? way) =>
        new Message("value.one_of", ("words", MessageValue.List(words)), ("found", found)).With(way);

    public static Message Retention(Message found) => new("value.retention", ("found", found));

    public static Message Day(Message found) => new("value.day", ("found", found));

    public static Message LegalDay(Message found) => new("value.legal_day", ("found", found));

    public static Message Moment(Message found) => new("value.moment", ("found", found));

    public static Message InForceForm(Message found) => new("in_force.form", ("found", found));

    public static Message InForceOrder(string days) => new("in_force.order", ("days", days));

    public static Message Basis(Message found, Message way) =>
        new Message("basis.form", ("example", CitationExample), ("found", found)).With(way);

    private const string CitationExample = "某某法(2003) 第四条第二款";
}
