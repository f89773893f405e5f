using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Expressions;

/// <summary>What is wrong with the meaning of a condition.</summary>
internal static class ConditionProblems
{
    public static Message UnknownName(string name, IEnumerable<string> known) =>
        new Message("expression.unknown_name", ("name", name)).With(Ways.Near(name, known));

    public static Message UnknownOption(Message what, string word, Message way) =>
        new Message("expression.unknown_option", ("what", what), ("word", word)).With(way);

    public static Message LoneWord(Message word) => new("expression.lone_word", ("word", word));

    public static Message BesideNone() => new("expression.none");

    public static Message Kinds(Message kind, Message left, Message right, Message found) =>
        new("expression.type", ("kind", kind), ("left", left), ("right", right), ("found", found));

    public static Message Order(Message left, Message found) => new("expression.order", ("left", left), ("found", found));

    public static Message NoDay(Message what, Message found) => new("expression.no_day", ("what", what), ("found", found));

    public static Message NoNumber(string sign, Message what, Message found) =>
        new("expression.no_number", ("sign", sign), ("what", what), ("found", found));

    public static Message NoCondition(Message what, Message found, Message way) =>
        new Message("expression.no_condition", ("what", what), ("found", found)).With(way);

    public static Message RowElsewhere(string name, Message way) => new Message("expression.row_elsewhere", ("name", name)).With(way);

    public static Message RowAmbiguous(string name, string part, string table) =>
        new("expression.row_ambiguous", ("name", name), ("part", part), ("table", table));

    public static Message RowOfOther(Message rows, string part, string rest) =>
        new("expression.row_of_other", ("rows", rows), ("part", part), ("rest", rest));

    public static Message RowUnknown(Message rows, string name, Message? way) =>
        new Message("expression.row_unknown", ("rows", rows), ("name", name)).With(way);
}
