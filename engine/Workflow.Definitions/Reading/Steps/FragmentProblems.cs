using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>What is wrong with fragments and their use.</summary>
internal static class FragmentProblems
{
    public static Message MissingArgument(string argument) => new("argument.missing", ("argument", argument));

    public static Message LimitOfNoPeriod(string key) => new("parameter.limit_of_no_period", ("key", key));

    public static Message NotInForce(string fragment, DateOnly day, IEnumerable<string> editions) =>
        new("fragment.not_in_force", ("fragment", fragment), ("day", day), ("editions", MessageValue.List(editions)));

    public static Message Recursive(string fragment) => new("fragment.recursive", ("fragment", fragment));

    public static Message Twice(string fragment, string place) => new("fragment.twice", ("fragment", fragment), ("place", place));

    public static Message TooDeep(int most) => new("fragment.too_deep", ("most", most));

    public static Message Overlap(string fragment, string days, string other, string file) =>
        new("fragment.overlap", ("fragment", fragment), ("days", days), ("other", other), ("file", file));
}
