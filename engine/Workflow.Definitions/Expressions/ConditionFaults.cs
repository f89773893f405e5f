using Workflow.Engine.Messages;

namespace Workflow.Definitions.Expressions;

/// <summary>What is wrong with the text of a condition.</summary>
internal static class ConditionFaults
{
    public static Message TooLong(int most, int found) => new("expression.too_long", ("most", most), ("found", found));

    public static Message TooDeep(int most) => new("expression.too_deep", ("most", most));

    public static Message More(Message found) => new("expression.syntax", ("found", found));

    public static Message NoValue(Message found) => new("expression.no_value", ("found", found));

    public static Message Missing(Message sign, Message found) => new("expression.missing", ("sign", sign), ("found", found));

    public static Message NoBefore(string period, Message found) => new("expression.no_before", ("period", period), ("found", found));

    public static Message Hours() => new("expression.hours");

    public static Message WideSign(string found, string half) => new("expression.full_width", ("found", found), ("half", half));

    public static Message Sign(string found) => new("expression.sign", ("found", found));

    public static Message Minus() => new("expression.minus");

    public static Message OpenQuote(string quote) => new("expression.quote", ("quote", quote));

    public static Message Number(string found) => new("expression.number", ("found", found));

    public static Message Period(Message fault) => new("expression.period", ("fault", fault));
}
