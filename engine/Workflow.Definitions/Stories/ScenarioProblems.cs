using Workflow.Engine.Messages;

namespace Workflow.Definitions.Stories;

/// <summary>What is wrong with a scenario, and what came out otherwise than it expected.</summary>
internal static class ScenarioProblems
{
    public static Message UnknownName(Message what, string found, Message? way) =>
        new Message("scenario.unknown_name", ("what", what), ("found", found)).With(way);

    public static Message UnknownProcess(Message found, Message? way) =>
        new Message("scenario.unknown_process", ("found", found)).With(way);

    public static Message UnknownDefinition(string process, DateOnly day, IEnumerable<string> editions) =>
        new("scenario.unknown_definition", ("process", process), ("day", day), ("editions", MessageValue.List(editions)));

    public static Message Order(string later, string earlier) => new("scenario.order", ("later", later), ("earlier", earlier));

    public static Message NoAct(string key, IEnumerable<string> acts) =>
        new("scenario.no_act", ("key", key), ("acts", MessageValue.List(acts)));

    public static Message Nobody(string act) => new("scenario.nobody", ("act", act));

    public static Message BrokeDown(Message reason) => new("scenario.broke_down", ("reason", reason));

    public static Message Expected(Message subject, string expected, string actual) =>
        new("scenario.expected", ("subject", subject), ("expected", expected), ("actual", actual));

    public static Message NoCase() => new("scenario.no_case");

    public static Message NotRefused(string code) => new("scenario.not_refused", ("code", code));

    public static Message Refused(string code, Message refusal) => new Message("scenario.refused", ("code", code), ("refusal", refusal));

    public static Message RefusedOtherwise(string expected, string code, Message refusal) =>
        new("scenario.refused_otherwise", ("expected", expected), ("code", code), ("refusal", refusal));
}
